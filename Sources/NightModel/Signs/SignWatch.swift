/// Applies the sign rules to a run of nights. The same nights in any order give the same findings.
public struct SignWatch: Sendable {
  /// How many nights before the newest one are needed, so that every rule has its own usual to compare with.
  public static let reach = (SignRule.standard.map(\.window).max() ?? 7) + SignRule.usualReach - 1

  private let rules: [SignRule]
  /// The first of the nights, in days since 1970.
  private let first: Int
  /// For each night whether anything is recorded.
  private let isRecorded: [Bool]
  /// For each rule what counts in each night, computed once because each night is looked at many times.
  private let values: [[Int?]]

  /// The nights to look at.
  /// - Parameters:
  ///   - nights: the figures of the nights, with the `reach` nights before the first one that is asked about.
  ///   - plan: where it is closed no rule applies; rules about the caregiver only apply where it shows their figures.
  ///   - running: the night that is not over, if it is among them.
  ///   - rules: the rules, in order.
  public init(
    _ nights: [NightFigures], plan: Plan, running: CivilDate?, rules: [SignRule] = SignRule.standard
  ) {
    let rules = plan.isClosed ? [] : rules.filter { !$0.input.isOfTheCarer || plan.showsCarerFigures }
    let days = nights.map(\.night.daysSince1970)
    let first = days.min() ?? 0
    var row = [NightFigures?](repeating: nil, count: days.isEmpty ? 0 : (days.max() ?? 0) - first + 1)
    for night in nights { row[night.night.daysSince1970 - first] = night }
    self.rules = rules
    self.first = first
    isRecorded = row.map { ($0?.entries ?? 0) > 0 }
    values = rules.map { rule in
      row.map { night in night.flatMap { rule.input.value($0, isRunning: $0.night == running) } }
    }
  }

  /// What the rules find when a night is the newest, the more urgent level first; nil if so few nights are recorded that
  /// no rule says anything.
  public func findings(asOf night: CivilDate, catalogue: Catalogue = .standard) -> [SignFinding]? {
    let found = rules.indices.map { outcome($0, asOf: night) }
    guard found.contains(where: { $0.isRecorded }) else { return nil }
    let order = Dictionary(uniqueKeysWithValues: catalogue.signs.enumerated().map { ($1.id, $0) })
    return found.compactMap(\.finding)
      .enumerated().sorted { (order[$0.1.rule.sign] ?? 0, $0.0) < (order[$1.1.rule.sign] ?? 0, $1.0) }.map(\.element)
  }

  /// The ids of the signs that a night is one of the nights of, it being the newest; nil as for `findings`.
  public func signs(of night: CivilDate) -> [String]? {
    let index = night.daysSince1970 - first
    guard isRecorded.indices.contains(index), isRecorded[index] else { return nil }
    return findings(asOf: night)?.filter { $0.nights.contains { $0.night == night } }.map(\.rule.sign).eachOnce
  }

  /// Whether a rule had enough recorded nights, and what it found.
  private func outcome(_ index: Int, asOf night: CivilDate) -> (isRecorded: Bool, finding: SignFinding?) {
    let rule = rules[index]
    let until = night.daysSince1970 - first
    let from = until - rule.window + 1
    let recorded = (from..<until + 1).compactMap { offset in
      value(index, offset).map { SignFinding.NightValue(night: night.adding(days: offset - until), value: $0) }
    }
    guard recorded.count >= rule.recorded else { return (false, nil) }
    let usual = usual(index, before: from)
    guard usual.count >= rule.before else { return (false, nil) }
    let hits = recorded.filter { rule.counts($0.value, usual: usual) }
    let finding = SignFinding(rule: rule, nights: hits, recorded: recorded.count, usual: usual)
    return (true, rule.isMet(finding) ? finding : nil)
  }

  /// The recorded nights before one that make the own usual, as far as there are any.
  private func usual(_ index: Int, before offset: Int) -> SignFinding.Usual {
    var before: [Int] = []
    for back in 1...SignRule.usualReach where before.count < SignRule.usualNights {
      if let value = value(index, offset - back) { before.append(value) }
    }
    return SignFinding.Usual(before, least: rules[index].test == .often ? rules[index].least : 1)
  }

  /// What counts by a rule in a night, so many nights after the first at hand.
  private func value(_ index: Int, _ offset: Int) -> Int? {
    offset >= 0 && offset < values[index].count ? values[index][offset] : nil
  }
}

extension SignRule {
  /// True if a night of the window is one of those it looks for.
  fileprivate func counts(_ value: Int, usual: SignFinding.Usual) -> Bool {
    switch test {
    case .often: value >= least
    case .moreOften, .times: value > 0
    case .below: usual.twiceMedian.map { value * 200 < percent * $0 } ?? false
    case .above: usual.twiceMedian.map { value * 200 >= percent * $0 && value * 2 >= $0 + least * 2 } ?? false
    }
  }

  /// True if the nights that count make a finding.
  fileprivate func isMet(_ finding: SignFinding) -> Bool {
    let hits = finding.nights.count
    guard hits >= nights else { return false }
    switch test {
    case .often, .below, .above: return true
    case .times: return finding.nights.map(\.value).reduce(0, +) >= least
    case .moreOften:
      // Shares are compared by cross multiplication, so that nothing is rounded.
      return hits * finding.usual.count * 100 >= percent * finding.usual.shown * finding.recorded
    }
  }
}
