internal import NightModel

/// When medicines were last given in nights that are not at hand: looked for between keys, never before the first paint.
struct Dosing: Hashable, Sendable {
  /// True if an older night may hold something else than when it was looked at.
  var isStale = false
  private var worked = Derived(value: Worked())

  private struct Worked: Sendable {
    /// What was asked last; nil before anything was.
    var question: DoseQuestion?
    /// True while there is more to look at for it.
    var isUnderWay = false
    var known = KnownDoses()
    /// True if what is known was asked of the same nights at hand.
    var knownOf: ClosedRange<CivilDate>?
  }

  /// How long an answer stands where nothing tells of changes, in milliseconds: a minute if not all could be read.
  private var lifetime: Int64 { worked.value.known.findings.isEmpty ? 3_600_000 : 60_000 }

  /// What is known where these nights are at hand.
  func known(besides atHand: ClosedRange<CivilDate>) -> KnownDoses {
    worked.value.knownOf == atHand ? worked.value.known : KnownDoses()
  }

  /// What to ask the world next; nil if it has answered all that a question needs.
  func next(_ question: DoseQuestion) -> DoseQuestion? {
    guard let asked = worked.value.question, !isStale, asked.atHand == question.atHand,
      question.medicines.isSubset(of: asked.medicines),
      (0..<lifetime).contains(question.now.milliseconds - asked.now.milliseconds)
    else { return question }
    return worked.value.isUnderWay ? asked : nil
  }

  /// Remembers what was asked.
  mutating func ask(_ question: DoseQuestion) {
    var worked = worked.value
    guard isStale || worked.question != question else { return }
    (worked.question, worked.isUnderWay, isStale) = (question, true, false)
    self.worked = Derived(value: worked)
  }

  /// Takes in how far the world is. Until a new answer is complete an earlier complete one stands.
  mutating func take(_ found: KnownDoses, _ question: DoseQuestion) {
    var worked = worked.value
    guard worked.question == question else { return }
    worked.isUnderWay = !found.isComplete
    if found.isComplete || !known(besides: question.atHand).isComplete {
      (worked.known, worked.knownOf) = (found, question.atHand)
    }
    self.worked = Derived(value: worked)
  }
}

extension App {
  /// The night before and tonight, which the board is made from.
  var nightsAtHand: ClosedRange<CivilDate> { tonight.adding(days: -1)...tonight }

  /// What the machine's clock shows, in milliseconds since 1970, as far as the program knows: a dose after it was written
  /// by a clock that ran ahead.
  var machineClock: Int64 { max(now.milliseconds, realTime ?? now.milliseconds) }

  /// The last doses of the nights that are not at hand; nil where nobody looks for them.
  var knownDoses: KnownDoses? {
    guard !record.plan.isClosed else { return nil }
    let isWhole = nightsAtHand.nights.allSatisfy { record.isWhole($0) }
    return dosing.known(besides: nightsAtHand).besides(wholeNights: isWhole)
  }

  /// What to look for next; nil for nothing.
  private var doseQuestion: DoseQuestion? {
    guard showsDoses, let tonight = record.nights[tonight],
      let previous = record.nights[tonight.date.adding(days: -1)]
    else { return nil }
    let question = DoseQuestion(
      tonight: tonight, previous: previous, plan: record.plan, now: now, clock: machineClock)
    return question.flatMap { dosing.next($0) }
  }

  private var showsDoses: Bool {
    switch screen {
    case .tonight, .medicines, .handover: true
    default: false
    }
  }

  /// True while the screen shows less than there may be.
  var needsDoses: Bool { doseQuestion != nil }

  /// Goes on looking.
  mutating func goOnWithDoses() -> [Effect] {
    guard let question = doseQuestion else { return [] }
    dosing.ask(question)
    return [.findDoses(question)]
  }
}
