/// From when to when a sign stood.
public struct SignSpan: Hashable, Sendable {
  /// The night it began.
  public let began: CivilDate
  /// The night on which it stood no more; nil while it stands.
  public internal(set) var ended: CivilDate?
  /// The usual it is held against; nil for what lasts.
  public let usual: Usual?
  /// The most there was while it stood: of how many of the last nights it had it, or twice the median farthest from the
  /// usual.
  public internal(set) var most: Int

  /// The person's own usual, as it was when the sign began. It is kept while the sign stands, so that what goes on for
  /// long does not become its own usual.
  public struct Usual: Hashable, Sendable {
    /// Twice the median, so that it is whole.
    public let twiceMedian: Int
    /// Of how many nights.
    public let nights: Int
  }

  /// True if it stood on a night.
  public func stands(on night: CivilDate) -> Bool { began <= night && (ended.map { night < $0 } ?? true) }
}

/// What of the plan the rules go by.
public struct SignBasis: Hashable, Sendable {
  /// The rules that apply to this house: none in a closed record, none for equipment that is not in use, and none about
  /// the caregiver unless the family wants those figures shown.
  public let rules: [SignRule]
  /// For each rule against the usual the nights from which on its usual begins anew, in order: its equipment came, or the
  /// family marked a change.
  let marks: [String: [CivilDate]]
  /// From which night on the family had the usual of a rule counted anew.
  let anew: [String: CivilDate]
  /// When the team was told, by rule.
  let told: [String: CivilDate]

  /// What a plan has for the rules.
  public init(_ plan: Plan, rules: [SignRule] = SignRule.standard) {
    let rules = rules.filter { rule in
      !plan.isClosed && rule.needs.isSubset(of: plan.equipment) && (plan.showsCarerFigures || !rule.isOfTheCarer)
    }
    self.rules = rules
    let typed = plan.values(of: .mark).compactMap { CivilDate($0.name) }
    marks = Dictionary(
      uniqueKeysWithValues: rules.filter { $0.nightsToCompare != nil }.map { rule in
        (rule.id, (typed + ChangeMark.nights(ofNew: rule.needs.union(rule.anewWith), in: plan)).sorted())
      })
    func dates(_ key: PlanKey) -> [String: CivilDate] {
      Dictionary(plan.values(of: key).compactMap { rule, day in CivilDate(day).map { (rule, $0) } }) { $1 }
    }
    (anew, told) = (dates(.countAnew), dates(.told))
  }
}
