internal import NightModel

/// How a program begins: with the first questions, with a record that is missing, or with Tonight.
extension App {
  /// What a program does when the plan has first been read: an empty record begins with the first questions.
  mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    if let missingRecord {
      goHome()
      _ = open(.recordMissing(missingRecord))
      return
    }
    if welcomes, !record.plan.wasWelcomed, record.keptCard == nil || !record.plan.timeline.all.isEmpty {
      goHome()
      _ = open(.welcome(nil))
    }
  }

  /// True while it is asked what to do about a record that is not there.
  var isAskingForRecord: Bool { places.contains(where: \.asksForRecord) }

  /// Goes on with a record that was missing and is there again: there is nothing to ask any more.
  mutating func goOnWithRecord() -> [Effect] {
    missingRecord = nil
    // What was opened above the question, such as the card, stays.
    leaveLevels(where: \.asksForRecord)
    record.wantsWholeFindings = true
    status = .sentence("The record is there again.")
    return [reload]
  }

  /// Begins a new record where one is missing, as any empty one begins.
  mutating func beginNew() -> [Effect] {
    (missingRecord, hasBegun) = (nil, false)
    goHome()
    record.wantsWholeFindings = true
    status = .sentence("A new record begins here with the first thing that is written.")
    return [.beginNew, reload]
  }
}

extension Place {
  /// True where it is asked what to do about a record that is not there.
  fileprivate var asksForRecord: Bool { if case .recordMissing? = route { true } else { false } }
}
