/// What is said about signs, the same on screens and in commands.
public enum SignWords {
  /// What stands above the list, whatever was found.
  public static let head = "Nobody has checked this list against tonight. Your own plan and numbers come first."
  /// What is said where no rule had enough recorded nights.
  public static let tooFew =
    "Too few nights are recorded for the rules to say anything. Go by what you see, not by this."
  /// What is said where the rules found nothing: never that all is well.
  public static let nothingFound =
    "The rules found nothing in the last nights recorded. They look at what was written and at nothing else."
  /// What is said where part of the nights could not be read.
  public static let unread = "Part of the nights could not be read, so the rules did not look at it."

  /// What Tonight says, quietly, beside "When to call".
  public static func noted(_ count: Int) -> String { "\(count) noted" }
}

extension SignFinding {
  /// Everything behind a finding: the exact nights, the usual with its n, the rule, whose threshold it is, and the
  /// sources.
  /// - Parameter withDates: false where the nights are listed anyway.
  public func facts(_ catalogue: Catalogue, withDates: Bool = true) -> [Fact] {
    let sources = rule.sources.compactMap { key in
      catalogue.source(key).map { source in
        source.words + (source.year == nil ? source.read.map { ", read \($0)" } ?? "" : "")
      }
    }
    return [
      Fact("nights:", withDates ? "\(dates) (\(extent))" : extent), Fact("your usual before:", usualWords),
      Fact("rule:", ruleWords),
      Fact("source:", sources.joined(separator: "; ")),
    ]
  }
}

extension [SignFinding] {
  /// The signs that were found and are not put aside, each once, in order.
  public func open(_ plan: Plan, on day: CivilDate) -> [String] {
    map(\.rule.sign).eachOnce.filter { plan.aside($0, on: day) == nil }
  }
}
