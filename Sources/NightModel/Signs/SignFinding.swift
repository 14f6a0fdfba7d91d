/// What a rule found: the exact nights, and the person's own usual that they are held against.
public struct SignFinding: Hashable, Sendable {
  /// The rule.
  public let rule: SignRule
  /// The nights it rests on, oldest first, each with what counted in it.
  public let nights: [NightValue]
  /// Of how many nights of the window the measure is recorded.
  public let recorded: Int
  /// The recorded nights before the window.
  public let usual: Usual

  /// A night, and what counted in it.
  public struct NightValue: Hashable, Sendable {
    /// The night.
    public let night: CivilDate
    /// Times, minutes or a grade, as what the rule looks at has it.
    public let value: Int
  }

  /// How it was in the recorded nights before the window, 14 at the most.
  public struct Usual: Hashable, Sendable {
    /// How many nights those were.
    public let count: Int
    /// In how many of them it showed.
    public let shown: Int
    /// Twice the middle value (twice, so that a middle between two whole numbers is one too); nil for no nights.
    public let twiceMedian: Int?

    /// The usual of some nights.
    init(_ values: [Int], least: Int) {
      count = values.count
      shown = values.filter { $0 >= least }.count
      twiceMedian = Summary(values)?.twiceMedian
    }
  }
}

extension SignFinding {
  /// In how many of how many nights: `3 of the last 7 nights, 6 of them recorded`.
  public var extent: String { "\(nights.count) of the last \(rule.window) nights, \(recorded) of them recorded" }

  /// The nights in a few words, each by the date of its evening: `Mon 16, Wed 18 Nov`.
  public var dates: String {
    nights.map { NightWords.day($0.night) + details(of: $0.value) }.joined(separator: ", ")
  }

  /// What counted in a night, where that says more than that it counted.
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
