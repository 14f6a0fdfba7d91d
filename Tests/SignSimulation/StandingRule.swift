import NightModel
import Text

/// A rule whose sign begins on one night and stands until another: what it counts in a night, and what begins and ends it.
///
/// Data. Ids never change once released.
package struct StandingRule: Hashable, Sendable, Identifiable {
  /// Its id.
  package let id: String
  /// The line of the list of signs that its sign stands under.
  package let standsUnder: String
  /// What its sign asks for.
  package let level: RuleSet.Level
  /// What begins and ends it.
  package let test: Test
  /// The equipment without which it says nothing.
  package let needs: Set<String>
  /// How many nights it looks at, the newest last: looked-at nights, or nights that count.
  package let of: Int
  /// Within how many calendar nights these must lie.
  package let span: Int
  /// Over how many nights the end is looked at.
  package let ofEnd: Int

  /// The two kinds of rule.
  package enum Test: Hashable, Sendable {
    /// Begins on a night that has it, with `nights` of the last nights; ends once no more than `ends` of them have it.
    case lasting(Sight, nights: Int, ends: Int)
    /// Begins with a median that much off the person's own usual, and ends once it is near it again.
    case usual(Count, Comparison, Before)
  }

  /// What a looked-at night has or has not.
  package enum Sight: Hashable, Sendable {
    /// Any of these symptoms.
    case symptoms([String])
    /// A headache on waking, by the diary or as a symptom.
    case headache
    /// Not rested: 1 or 2 of 5 in the diary, or as a symptom.
    case notRested
    /// Stuck or coloured mucus.
    case mucus
    /// A suction that brought thick mucus.
    case thickSuction
    /// The caregiver's page says worn out so much or more, 0...10.
    case wornOut(least: Int)
  }

  /// A number that only nights have in which it was written.
  package enum Count: Hashable, Sendable {
    /// Suctions of a night with at least one.
    case suctions
    /// Minutes of the mask, of closed times only.
    case mask
  }

  /// How far a median must lie off the usual, and how near it must come again.
  package enum Comparison: Hashable, Sendable {
    /// At least `percent` of the usual and `more` above it; ends at no more than `endMore` above it.
    case up(percent: Int, more: Int, endMore: Int)
    /// At most `percent` of the usual and `less` under it; ends at `endPercent` or more of it.
    case down(percent: Int, less: Int, endPercent: Int)
  }

  /// Which nights make the usual.
  package struct Before: Hashable, Sendable {
    /// How many it takes at least.
    package let least: Int
    /// How many calendar nights back they may lie.
    package let reach: Int
  }

  /// Reads the rules from JSON.
  /// - Returns: nil if any of them cannot be read.
  package static func read(_ bytes: [UInt8]) -> [StandingRule]? {
    guard let rows = JSON(bytes[...])?["rules"]?.elements else { return nil }
    let rules = rows.compactMap(StandingRule.init)
    return rules.count == rows.count ? rules : nil
  }

  /// The rules that are proposed.
  package static let proposed = read(PackageResources.proposed_rules_json) ?? []

  private init?(_ json: JSON) {
    guard let id = json["id"]?.text, let standsUnder = json["stands-under"]?.text,
      let level = json["level"]?.text.flatMap(RuleSet.Level.init), let test = Test(json), let of = json["of"]?.integer,
      let span = json["span"]?.integer, let ofEnd = json["of-end"]?.integer, 1 <= of, of <= span, of <= ofEnd
    else { return nil }
    (self.id, self.standsUnder, self.level, self.test) = (id, standsUnder, level, test)
    (self.of, self.span, self.ofEnd) = (of, span, ofEnd)
    needs = Set((json["needs"]?.elements ?? []).compactMap(\.text))
  }
}

extension StandingRule.Test {
  fileprivate init?(_ json: JSON) {
    func number(_ name: String) -> Int? { json[name]?.integer }
    switch json["test"]?.text {
    case "lasting":
      guard let sight = StandingRule.Sight(json), let nights = number("nights"), let ends = number("ends") else {
        return nil
      }
      self = .lasting(sight, nights: nights, ends: ends)
    case "usual-up", "usual-down":
      guard let count = StandingRule.Count(json), let comparison = StandingRule.Comparison(json),
        let least = number("before"), let reach = number("reach")
      else { return nil }
      self = .usual(count, comparison, StandingRule.Before(least: least, reach: reach))
    default: return nil
    }
  }
}

extension StandingRule.Comparison {
  fileprivate init?(_ json: JSON) {
    guard let percent = json["percent"]?.integer else { return nil }
    switch json["test"]?.text {
    case "usual-up":
      guard let more = json["more"]?.integer, let endMore = json["end-more"]?.integer else { return nil }
      self = .up(percent: percent, more: more, endMore: endMore)
    case "usual-down":
      guard let less = json["less"]?.integer, let endPercent = json["end-percent"]?.integer else { return nil }
      self = .down(percent: percent, less: less, endPercent: endPercent)
    default: return nil
    }
  }

  /// True if a median lies so far off the usual that a sign begins. Both are given twice, so that they are whole.
  func begins(twice median: Int, usual: Int) -> Bool {
    switch self {
    case .up(let percent, let more, _): median * 100 >= usual * percent && median >= usual + 2 * more
    case .down(let percent, let less, _): median * 100 <= usual * percent && median <= usual - 2 * less
    }
  }

  /// True if a median is near the usual again. Both are given twice.
  func isOver(twice median: Int, usual: Int) -> Bool {
    switch self {
    case .up(_, _, let endMore): median <= usual + 2 * endMore
    case .down(_, _, let endPercent): median * 100 >= usual * endPercent
    }
  }
}

extension StandingRule.Sight {
  fileprivate init?(_ json: JSON) {
    switch json["measure"]?.text {
    case "symptoms":
      guard let ids = json["symptoms"]?.elements?.compactMap(\.text), !ids.isEmpty else { return nil }
      self = .symptoms(ids)
    case "headache": self = .headache
    case "not-rested": self = .notRested
    case "mucus": self = .mucus
    case "thick-suctions": self = .thickSuction
    case "worn-out":
      guard let least = json["least"]?.integer else { return nil }
      self = .wornOut(least: least)
    default: return nil
    }
  }

  /// Whether a night has it; nil if the night was not looked at for it.
  package func shows(in night: NightFigures) -> Bool? {
    if case .wornOut(let least) = self { return night.carer?.number(.wornOut).map { $0 >= least } }
    guard night.isLookedAt else { return nil }
    func had(_ symptom: String) -> Bool { night.had(symptom) == true }
    switch self {
    case .symptoms(let ids): return ids.contains(where: had)
    case .headache: return night.headache == true || had("morning-headache")
    case .notRested: return night.rested.map { $0 <= 2 } == true || had("unrefreshed")
    // The figures of a night do not yet tell a coloured suction from a thick one, so only the symptom counts here.
    case .mucus: return had("stuck-mucus") || had("coloured-mucus")
    case .thickSuction: return (night.changedMucus ?? 0) > 0
    case .wornOut: return nil
    }
  }
}

extension StandingRule.Count {
  fileprivate init?(_ json: JSON) {
    switch json["measure"]?.text {
    case "suctions": self = .suctions
    case "mask": self = .mask
    default: return nil
    }
  }

  /// The number of a night; nil if none was written, which is never 0.
  package func number(in night: NightFigures, isRunning: Bool) -> Int? {
    switch self {
    case .suctions: night.suctions.flatMap { $0 > 0 ? $0 : nil }
    case .mask: isRunning || night.maskIsOpen == true ? nil : night.mask
    }
  }
}

extension NightFigures {
  /// True if somebody looked at how the night was: its diary was filled, or a symptom written, also as asked and none.
  package var isLookedAt: Bool { summary.diary?.fields.isEmpty == false || !summary.symptoms.isEmpty }
}
