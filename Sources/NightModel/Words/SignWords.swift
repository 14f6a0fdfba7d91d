internal import Text

/// Sentences about signs, the same on screens, in commands and on the page for the clinic.
public enum SignWords {
  /// The sentence above the list, whatever was found.
  public static let head = "Nobody has checked this list against tonight. Your own plan and numbers come first."
  /// The sentence where part of the nights could not be read.
  public static let unread = "Part of the nights could not be read, so the rules did not look at it."

  /// The short form beside "When to call" on Tonight.
  public static func noted(_ count: Int) -> String { "\(count) noted" }

  /// What a rule looks for; its id, as it can be shown, if it is none that is known here.
  static func name(ofRule id: String) -> String {
    SignRule.standard.first { $0.id == id }?.label ?? id.forDisplay
  }

  /// The heading over what was repeated.
  public static let echoes = "You wrote"
  /// What stands below it, so that nobody takes it for all that was written.
  public static let echoesAreFew =
    "Only what needs no counting is repeated here; other symptoms count in the rules above."
}

extension SignState {
  /// How much was looked at, and which rules cannot compare yet, a sentence each. It never says that all is well.
  public var remarks: [String] {
    let looked = "Looked at \(lookedAt) of the last \(Self.sight) nights"
    var remarks: [String] = []
    if lookedAt < Self.enough {
      remarks.append("\(looked): too few to count. Go by what you see, not by this.")
    } else if findings.isEmpty {
      remarks.append("\(looked). No rule applied: they count what was written and nothing else.")
    }
    return remarks + comparing.map(\.words)
  }
}

extension SignState.Comparing {
  /// `Suction: cannot compare yet: 9 of 21 nights.`
  public var words: String { "\(rule.label): cannot compare yet, \(nights) of \(rule.nightsToCompare ?? 0) nights." }
}

extension SignFinding {
  /// What was written, in the family's own words: `Hard to breathe, woke gasping`.
  public func title(_ catalogue: Catalogue) -> String {
    let labels = symptoms.compactMap { catalogue.symptom($0)?.label }
    guard let first = labels.first else { return rule.label }
    return ([first] + labels.dropFirst().map(\.lowercasedFirst)).joined(separator: ", ")
  }

  /// How often, and since when: `5 of the last 7 nights looked at, since 12 Oct`; `written 6 times a night, usual 2 (41
  /// nights), since 12 Oct`. Of one that ended the most there was, and how it is by now: `until 12 Oct at most 9 of 14 nights,
  /// now 5 of 14`.
  public func extent(asOf day: CivilDate) -> String {
    switch rule.test {
    case .lasting:
      guard let ended = span.ended else {
        return "\(nights.count) of the last \(of) nights looked at, since \(Self.short(span.began, day))\(gaps)"
      }
      return "until \(Self.short(ended, day)) at most \(span.most) of \(rule.ofEnd) nights, now \(now) of \(ofEnd)"
    case .usual(let count, let comparison, _):
      let usual = usualWords ?? ""
      guard let ended = span.ended else {
        return "\(count.lead) \(count.words(twice: now)) a night, \(usual), since \(Self.short(span.began, day))\(gaps)"
      }
      return "until \(Self.short(ended, day)) \(count.lead) \(count.words(twice: span.most)) a night "
        + "\(comparison.farthest), now \(count.words(twice: now)), \(usual)"
    }
  }

  /// The usual it is held against: `usual 2 times (41 nights)`; nil for what lasts.
  public var usualWords: String? {
    guard case .usual(let count, _, _) = rule.test, let usual = span.usual else { return nil }
    return "usual \(count.words(twice: usual.twiceMedian)) (\(NightWords.nights(usual.nights)))"
  }

  /// The same in a few words, beside a line: `5 of 7, since 12 Oct`.
  public func shortExtent(asOf day: CivilDate) -> String {
    let since = span.ended.map { "until \(Self.short($0, day))" } ?? "since \(Self.short(span.began, day))"
    switch rule.test {
    case .lasting: return "\(span.ended == nil ? "\(nights.count) of \(of)" : "now \(now) of \(ofEnd)"), \(since)"
    case .usual(let count, _, _):
      let usual = span.usual.map { ", usual \(count.words(twice: $0.twiceMedian))" } ?? ""
      return "\(count.words(twice: now))\(usual), \(since)"
    }
  }

  /// The whole sentence: `Still: hard to breathe: 5 of … Told 14 Oct.`
  public func sentence(_ catalogue: Catalogue, asOf day: CivilDate) -> String {
    let said = "\(title(catalogue)): \(extent(asOf: day))."
    return told.map { "Still: \(said.lowercasedFirst) Told \(Self.short($0, day))." } ?? said
  }

  /// The list's own line, where it names nothing that was not written; else empty. How soon to call, the rule says.
  public func inList(_ catalogue: Catalogue) -> String {
    rule.named.allSatisfy(symptoms.contains) ? catalogue.sign(rule.line)?.label ?? "" : ""
  }

  /// Everything behind a finding: the exact nights, the list, the rule, whose threshold it is, and the sources.
  public func facts(_ catalogue: Catalogue, withDates: Bool = true) -> [Fact] {
    let sources = rule.sources.compactMap { key in
      catalogue.source(key).map { source in
        source.words + (source.year == nil ? source.read.map { ", read \($0)" } ?? "" : "")
      }
    }
    let line = inList(catalogue)
    return (withDates ? [Fact("nights:", dates)] : []) + (line.isEmpty ? [] : [Fact("in the list:", line)])
      + [
        Fact("rule:", "\(rule.words) The threshold is our own."),
        Fact("source:", sources.joined(separator: "; ")),
      ]
  }

  /// The nights in a few words, each by the date of its evening: `Mon 16 Nov, Wed 18 Nov (6 times)`.
  public var dates: String {
    guard !nights.isEmpty else { return "none of the last" }
    return nights.map { night in
      let figure = figure(of: night)
      return NightWords.day(night.night) + (figure.isEmpty ? "" : " (\(figure))")
    }.joined(separator: ", ")
  }

  /// The figure of a night that counted; empty where it says no more than that it counted.
  public func figure(of night: NightValue) -> String {
    switch rule.test {
    case .lasting: ""
    case .usual(let count, _, _): count.words(twice: 2 * night.number)
    }
  }

  /// The nights between that say nothing.
  private var gaps: String {
    unseen == 0 ? "" : "; \(NightWords.nights(unseen)) between not \(isOfNumbers ? "written" : "looked at")"
  }

  private var isOfNumbers: Bool { rule.nightsToCompare != nil }

  /// `12 Oct`, with its year where it lies most of a year back.
  private static func short(_ date: CivilDate, _ day: CivilDate) -> String {
    day.daysSince1970 - date.daysSince1970 < 300 ? NightWords.dayAndMonth(date) : NightWords.dayAndYear(date)
  }
}

extension SignRule.Comparison {
  /// What is said behind the number that lay farthest from the usual.
  fileprivate var farthest: String {
    switch self {
    case .up: "at most"
    case .down: "at least"
    }
  }
}

extension SignRule.Count {
  /// What is said before its number.
  var lead: String {
    switch self {
    case .suctions: "written"
    case .mask: "on"
    }
  }

  /// Half of a number in words: `6 times`, `3 h 10`.
  func words(twice number: Int) -> String {
    switch self {
    case .suctions: Summary.words(twice: number) + (number == 2 ? " time" : " times")
    case .mask: NightWords.duration(Summary.half(number))
    }
  }
}

extension SignEcho {
  /// What was written: `Fever`, `Hard to breathe 7 or more`.
  public func title(_ catalogue: Catalogue) -> String {
    let name =
      switch kind.subject {
      case .event(let kind): kind.words.capitalizedFirst
      case .symptom(let id): catalogue.symptom(id)?.label ?? id.forDisplay
      case .check, .environment, .diary, .carer, .note, .plan, .handover: ""
      }
    return name + (kind.least.map { " \($0) or more" } ?? "")
  }

  /// In which nights, newest first: `Wed and Tue`.
  public var days: String {
    let days = nights.map(NightWords.weekday)
    guard let last = days.last, days.count > 1 else { return days.first ?? "" }
    return "\(days.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// The list's own line and level, where one is said beside it: `New confusion (emergency now)`; else empty.
  public func inList(_ catalogue: Catalogue) -> String {
    guard let level = level(catalogue), let sign = kind.line.flatMap(catalogue.sign) else { return "" }
    return "\(sign.label) (\(level.label.lowercasedFirst))"
  }

  /// The whole sentence: `You wrote: confused, Wed and Tue. In the list: New confusion (emergency now).`
  public func sentence(_ catalogue: Catalogue) -> String {
    let list = inList(catalogue)
    return "\(SignWords.echoes): \(title(catalogue).lowercasedFirst), \(days)."
      + (list.isEmpty ? "" : " In the list: \(list).")
  }
}
