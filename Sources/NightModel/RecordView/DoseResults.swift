/// The last doses of medicines in nights that are not loaded. They are searched between keys, never before the first paint.
struct DoseResults: Sendable {
  /// True if an older night may have changed since it was searched.
  var isStale = false
  private var worked = Worked()

  private struct Worked: Sendable {
    /// The last search; nil before the first one.
    var question: DoseQuestion?
    /// True while that search has nights left.
    var isUnderWay = false
    var known = KnownDoses()
    /// The nights that were loaded when `known` was found.
    var knownOf: ClosedRange<CivilDate>?
  }

  /// For how many milliseconds a result is used before the search is repeated: an hour, or a minute if not all was read.
  private var lifetime: Int64 { worked.known.findings.isEmpty ? 3_600_000 : 60_000 }

  /// The doses known where these nights are loaded.
  func known(besides atHand: ClosedRange<CivilDate>) -> KnownDoses {
    worked.knownOf == atHand ? worked.known : KnownDoses()
  }

  /// The search to make or to go on with; nil if its result is known.
  func next(_ question: DoseQuestion) -> DoseQuestion? {
    guard let asked = worked.question, !isStale, asked.atHand == question.atHand,
      question.medicines.isSubset(of: asked.medicines),
      (0..<lifetime).contains(question.now.milliseconds - asked.now.milliseconds)
    else { return question }
    return worked.isUnderWay ? asked : nil
  }

  /// Remembers a search that was begun.
  mutating func ask(_ question: DoseQuestion) {
    guard isStale || worked.question != question else { return }
    (worked.question, worked.isUnderWay, isStale) = (question, true, false)
  }

  /// Adds a result. Until a new one is complete an earlier complete one is kept.
  mutating func add(_ found: KnownDoses, _ question: DoseQuestion) {
    guard worked.question == question else { return }
    worked.isUnderWay = !found.isComplete
    if found.isComplete || !known(besides: question.atHand).isComplete {
      (worked.known, worked.knownOf) = (found, question.atHand)
    }
  }
}

extension RecordView {
  /// The last doses of the nights that are not loaded; nil where nobody looks for them.
  public var knownDoses: KnownDoses? {
    guard !plan.isClosed else { return nil }
    let areWhole = nightsAtHand.nights.allSatisfy { isWhole($0) }
    return doseResults.known(besides: nightsAtHand).besides(wholeNights: areWhole)
  }

  /// The findings about nights that were searched for last doses.
  public var doseFindings: [RecordFinding] { doseResults.known(besides: nightsAtHand).findings }

  /// The search to make next; nil once all is known.
  var doseQuestion: DoseQuestion? {
    guard let tonight = nights[tonight], let previous = nights[tonight.date.adding(days: -1)] else { return nil }
    let question = DoseQuestion(tonight: tonight, previous: previous, plan: plan, now: now, clock: machineClock)
    return question.flatMap { doseResults.next($0) }
  }

  /// Adds what a search for last doses has found so far.
  public mutating func add(doses found: KnownDoses, for question: DoseQuestion) { doseResults.add(found, question) }

  /// Has last doses searched again, because an older night may have changed.
  public mutating func forgetDoses() { doseResults.isStale = true }
}
