/// A sign that stands, or that ended not long ago, with the nights behind it.
public struct SignFinding: Hashable, Sendable {
  /// The rule.
  public let rule: SignRule
  /// From when on it stands, or stood.
  public let span: SignSpan
  /// Of the last nights that count those that have it, oldest first, each with its number.
  public let nights: [NightValue]
  /// How many nights these are some of.
  public let of: Int
  /// How many nights from the first of them up to now do not count, because nobody looked or wrote.
  public let unseen: Int
  /// The symptoms written in them, in the order of the rule; of a sign that ended, and where none of them has it, those of
  /// the nights for the end.
  public let symptoms: [String]
  /// How it is by now: of how many of the last nights for the end it has it, or twice the median of the last nights.
  public let now: Int
  /// How many nights the end is looked for in, as far as there are so many.
  public let ofEnd: Int
  /// When the team was told; nil if not, or if it has grown since.
  public let told: CivilDate?

  /// A night, and its number.
  public struct NightValue: Hashable, Sendable {
    /// The night.
    public let night: CivilDate
    /// Suctions, or minutes; 1 where it says no more than that the night has it.
    public let number: Int
  }

  /// True if the team was told, and it has not grown since.
  public var isTold: Bool { told != nil }

  /// What a rule says as of a night; nil if its sign does not stand and did not end lately.
  init?(_ course: SignCourse, asOf night: CivilDate) {
    guard let span = course.spans.last else { return nil }
    // What began before the family counted anew is over because they said so.
    if let anew = course.anew, span.began < anew { return nil }
    if let ended = span.ended, ended.adding(days: SignState.sight) <= night { return nil }
    (rule, self.span) = (course.rule, span)
    let recent = Array(course.recent)
    let those = recent.filter(course.has)
    nights = those.map { NightValue(night: $0.night, number: $0.number) }
    of = recent.count
    unseen = (recent.first.map { night.daysSince1970 - $0.night.daysSince1970 + 1 } ?? of) - of
    let longer = course.counted.suffix(course.rule.ofEnd)
    let seen = span.ended == nil && !those.isEmpty ? those : longer.filter { $0.number > 0 }
    symptoms = course.rule.symptoms.filter { id in seen.contains { $0.symptoms.contains(id) } }
    ofEnd = longer.count
    switch course.rule.test {
    case .lasting: now = longer.count { $0.number > 0 }
    case .usual: now = course.recentMedian ?? span.most
    }
    told = course.isTold ? course.told : nil
  }
}

extension SignFinding {
  /// True if another finding was found by the same symptoms, so that both would be told in the same words.
  func saysTheSame(as other: SignFinding) -> Bool { !symptoms.isEmpty && Set(symptoms) == Set(other.symptoms) }
}

extension SignRule {
  /// The symptoms that it looks for.
  public var symptoms: [String] {
    guard case .lasting(let sight, _, _) = test else { return [] }
    return switch sight {
    case .symptoms(let ids): ids
    case .mucus: SignRule.Sight.mucusSymptoms
    case .headache, .notRested, .thickSuction, .wornOut: []
    }
  }
}

extension [SignFinding] {
  /// Those to call about first, else as the rules stand.
  var sortedByLevel: [SignFinding] {
    Sign.Level.allCases.flatMap { level in filter { $0.rule.level == level } }
  }

  /// Each thing once: of two found by the same symptoms the one whose rule looks for fewer, because it names them best.
  var withoutRepeats: [SignFinding] {
    filter { one in
      !contains { $0.saysTheSame(as: one) && $0.rule.symptoms.count < one.rule.symptoms.count }
    }
  }

  /// Those that the team was not told of, or not of so much.
  public var untold: [SignFinding] { filter { !$0.isTold } }
}
