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
