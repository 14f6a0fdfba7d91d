internal import Text

/// Sentences about signs, the same on screens and in commands.
public enum SignWords {
  /// The sentence above the list, whatever was found.
  public static let head = "Nobody has checked this list against tonight. Your own plan and numbers come first."
  /// The sentence where no rule had enough recorded nights.
  public static let tooFew =
    "Too few nights are recorded for the rules to say anything. Go by what you see, not by this."
  /// The sentence where the rules found nothing, which does not mean that all is well.
  public static let nothingFound =
    "The rules found nothing in the last nights recorded. They look at what was written and at nothing else."
  /// The sentence where part of the nights could not be read.
  public static let unread = "Part of the nights could not be read, so the rules did not look at it."

  /// The short form beside "When to call" on Tonight.
  public static func noted(_ count: Int) -> String { "\(count) noted" }
}

extension SignFinding {
  /// Everything behind a finding: the exact nights (without their dates where these are listed anyway), the usual with its
  /// number of nights, the rule, whose threshold it is, and the sources.
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

extension SignFinding {
  /// In how many of how many nights: `3 of the last 7 nights, 6 of them recorded`.
  public var extent: String { "\(nights.count) of the last \(rule.window) nights, \(recorded) of them recorded" }

  /// The nights in a few words, each by the date of its evening: `Mon 16, Wed 18 Nov`.
  public var dates: String {
    nights.map { NightWords.day($0.night) + details(of: $0.value) }.joined(separator: ", ")
  }

  /// The figure of a night that counted; empty where it says no more than that it counted.
  public func details(of value: Int) -> String {
    switch rule.input {
    case .figure(let measure): " (\(measure.words(value)))"
    case .symptoms: value > 1 ? " (\(value) times)" : ""
    case .headache, .notRested, .changedMucus: ""
    }
  }

  /// How it was before: `in 1 of 14 recorded nights`, `6 h 40, the median of 14 recorded nights`.
  public var usualWords: String {
    guard usual.count > 0, let median = usual.twiceMedian else { return "nothing recorded before to compare with" }
    let over = Self.nights(usual.count, "recorded")
    guard [.below, .above].contains(rule.test), case .figure(let measure) = rule.input else {
      return "in \(usual.shown) of \(over)"
    }
    return "\(measure.words(twice: median))\(measure.unit == .count ? " a night" : ""), the median of \(over)"
  }

  /// The rule in words, and whose threshold it is.
  public var ruleWords: String { rule.words + (rule.isOwnThreshold ? " The threshold is our own." : "") }

  private static func nights(_ count: Int, _ kind: String) -> String {
    "\(count) \(kind) night\(count == 1 ? "" : "s")"
  }
}

extension SignAside {
  /// In words: `until Sat 5 Dec 2026: told the clinic`.
  public var words: String { "until \(NightWords.fullDay(until)): \(reason.forDisplay)" }

  /// What is offered to be picked, reason by reason.
  static func picks(today: CivilDate) -> [(label: String, value: String)] {
    ["told the clinic", "the team is seeing to it", "we know why"].flatMap { reason in
      [(7, "1 week"), (28, "4 weeks")].map { days, words in
        ("\(reason.capitalizedFirst), \(words)", SignAside(until: today.adding(days: days), reason: reason).text)
      }
    }
  }
}
