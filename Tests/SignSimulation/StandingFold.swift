import NightModel

/// From when to when a sign stood.
package struct StandingSpan: Hashable, Sendable {
  /// The night it began.
  package let began: CivilDate
  /// The night it ended, on which it stood no more; nil while it stands.
  package fileprivate(set) var ended: CivilDate?
  /// Twice the usual it was held against, and of how many nights; nil for a rule without one.
  package let usual: Usual?

  /// The person's own usual, as it was when the sign began. It is kept while the sign stands.
  package struct Usual: Hashable, Sendable {
    /// Twice the median, so that it is whole.
    package let twiceMedian: Int
    /// Of how many nights.
    package let nights: Int
  }

  /// True if it stood on a night.
  package func stands(on night: CivilDate) -> Bool { began <= night && (ended.map { night < $0 } ?? true) }
}

/// Folds nights into the spans of a rule's sign: pure, without a clock, over the record alone.
///
/// Only looked-at nights move a lasting rule, and only nights in which a number was written move a rule against the
/// usual. An unrecorded night is passed over: it neither begins nor ends anything.
package struct StandingFold: Sendable {
  private let nights: [NightFigures]
  private let plan: Plan
  private let running: CivilDate?
  /// The first nights with something changed, in order: equipment, a medicine, or what the family marked.
  private let marks: [CivilDate]

  /// A fold over nights.
  /// - Parameters:
  ///   - nights: the figures of all nights there are, in any order.
  ///   - plan: where it is closed no rule applies; it says since when equipment is in use, and knows the change marks.
  ///   - running: the night that is not over, if it is among them.
  package init(_ nights: [NightFigures], plan: Plan, running: CivilDate? = nil) {
    let nights = nights.sorted { $0.night < $1.night }
    (self.nights, self.plan, self.running) = (nights, plan, running)
    if let first = nights.first, let last = nights.last {
      let changes = ChangeMark.all(in: plan, nights: first.night...last.night, catalogue: .standard)
      marks = changes.map(\.night)
    } else {
      marks = []
    }
  }

  /// When the sign of a rule stood, oldest first; none where the rule does not apply.
  package func spans(of rule: StandingRule) -> [StandingSpan] {
    guard !plan.isClosed, rule.needs.isSubset(of: plan.equipment) else { return [] }
    switch rule.test {
    case .lasting(let sight, let nights, let ends): return lasting(rule, sight, nights: nights, ends: ends)
    case .usual(let count, let comparison, let before): return againstUsual(rule, count, comparison, before)
    }
  }

  private func lasting(_ rule: StandingRule, _ sight: StandingRule.Sight, nights: Int, ends: Int) -> [StandingSpan] {
    if case .wornOut = sight, !plan.showsCarerFigures { return [] }
    var spans: [StandingSpan] = []
    var seen: [(night: CivilDate, shows: Bool)] = []
    for night in self.nights {
      guard let shows = sight.shows(in: night) else { continue }
      seen.append((night.night, shows))
      let first = night.night.adding(days: 1 - rule.span)
      let recent = seen.suffix(rule.of).filter { $0.night >= first }
      let holds = recent.count { $0.shows } >= nights
      if Self.standing(spans) == nil {
        if shows, holds { spans.append(StandingSpan(began: night.night, usual: nil)) }
      } else if !holds, recent.count == rule.of, seen.suffix(rule.ofEnd).count(where: { $0.shows }) <= ends {
        spans[spans.count - 1].ended = night.night
      }
    }
    return spans
  }

  private func againstUsual(
    _ rule: StandingRule, _ count: StandingRule.Count, _ comparison: StandingRule.Comparison,
    _ before: StandingRule.Before
  ) -> [StandingSpan] {
    var spans: [StandingSpan] = []
    var counted: [(night: CivilDate, number: Int)] = []
    for night in nights {
      guard let number = count.number(in: night, isRunning: night.night == running) else { continue }
      counted.append((night.night, number))
      let recent = counted.suffix(rule.of)
      guard recent.count == rule.of, let oldest = recent.first, oldest.night > night.night.adding(days: -rule.span),
        let median = Summary(recent.map(\.number))?.twiceMedian
      else { continue }
      if let usual = Self.standing(spans)?.usual {
        let longer = Summary(counted.suffix(rule.ofEnd).map(\.number))?.twiceMedian ?? median
        guard [median, longer].allSatisfy({ comparison.isOver(twice: $0, usual: usual.twiceMedian) }) else { continue }
        spans[spans.count - 1].ended = night.night
      } else {
        let usual = usual(of: counted.dropLast(rule.of), before: oldest.night, asOf: night.night, before)
        guard let usual, comparison.begins(twice: median, usual: usual.twiceMedian) else { continue }
        spans.append(StandingSpan(began: night.night, usual: usual))
      }
    }
    return spans
  }

  /// The usual of the nights before some night; nil if too few count yet.
  private func usual(
    of counted: ArraySlice<(night: CivilDate, number: Int)>, before oldest: CivilDate, asOf night: CivilDate,
    _ before: StandingRule.Before
  ) -> StandingSpan.Usual? {
    let reach = oldest.adding(days: -before.reach)
    let first = marks.last { $0 <= night }.map { max($0, reach) } ?? reach
    let numbers = counted.reversed().prefix { $0.night >= first }.map(\.number)
    guard numbers.count >= before.least else { return nil }
    return Summary(numbers).map { StandingSpan.Usual(twiceMedian: $0.twiceMedian, nights: numbers.count) }
  }

  /// The newest span, as long as it goes on.
  private static func standing(_ spans: [StandingSpan]) -> StandingSpan? {
    spans.last.flatMap { $0.ended == nil ? $0 : nil }
  }
}
