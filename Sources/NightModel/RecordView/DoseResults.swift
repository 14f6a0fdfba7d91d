/// When medicines were last given in nights that are not at hand: looked for between keys, never before the first paint.
struct DoseResults: Sendable {
  /// True if an older night may hold something else than when it was looked at.
  var isStale = false
  private var worked = Worked()

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
  private var lifetime: Int64 { worked.known.findings.isEmpty ? 3_600_000 : 60_000 }

  /// What is known where these nights are at hand.
  func known(besides atHand: ClosedRange<CivilDate>) -> KnownDoses {
    worked.knownOf == atHand ? worked.known : KnownDoses()
  }

  /// What to ask the world next; nil if it has answered all that a question needs.
  func next(_ question: DoseQuestion) -> DoseQuestion? {
    guard let asked = worked.question, !isStale, asked.atHand == question.atHand,
      question.medicines.isSubset(of: asked.medicines),
      (0..<lifetime).contains(question.now.milliseconds - asked.now.milliseconds)
    else { return question }
    return worked.isUnderWay ? asked : nil
  }

  /// Remembers what was asked.
  mutating func ask(_ question: DoseQuestion) {
    guard isStale || worked.question != question else { return }
    (worked.question, worked.isUnderWay, isStale) = (question, true, false)
  }

  /// Takes in how far the world is. Until a new answer is complete an earlier complete one stands.
  mutating func take(_ found: KnownDoses, _ question: DoseQuestion) {
    guard worked.question == question else { return }
    worked.isUnderWay = !found.isComplete
    if found.isComplete || !known(besides: question.atHand).isComplete {
      (worked.known, worked.knownOf) = (found, question.atHand)
    }
  }
}

extension RecordView {
  /// The last doses of the nights that are not at hand; nil where nobody looks for them.
  public var knownDoses: KnownDoses? {
    guard !plan.isClosed else { return nil }
    let areWhole = nightsAtHand.nights.allSatisfy { isWhole($0) }
    return doseResults.known(besides: nightsAtHand).besides(wholeNights: areWhole)
  }

  /// What could not be read where last doses were looked for.
  public var doseFindings: [RecordFinding] { doseResults.known(besides: nightsAtHand).findings }

  /// What to look for next; nil once all is known.
  var doseQuestion: DoseQuestion? {
    guard let tonight = nights[tonight], let previous = nights[tonight.date.adding(days: -1)] else { return nil }
    let question = DoseQuestion(tonight: tonight, previous: previous, plan: plan, now: now, clock: machineClock)
    return question.flatMap { doseResults.next($0) }
  }

  /// Takes in how far the search for last doses is.
  public mutating func take(_ found: KnownDoses, _ question: DoseQuestion) { doseResults.take(found, question) }

  /// Forgets that last doses were looked for: an older night may hold another one now.
  public mutating func forgetDoses() { doseResults.isStale = true }
}
