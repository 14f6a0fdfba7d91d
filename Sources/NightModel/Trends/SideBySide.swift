/// Two spans of nights, measure by measure: both medians, each with the nights it stands on, and no verdict.
public struct SideBySide: Hashable, Sendable {
  /// The measures that either span has.
  public let rows: [Row]

  /// One measure in both.
  public struct Row: Hashable, Sendable {
    /// What is compared.
    public let measure: Measure
    /// The first span in words: `5 h 45 (28)`, with how many nights recorded it; of a symptom, `in 12 of 28`.
    public let one: String
    /// The second.
    public let other: String
  }

  /// Puts two spans side by side.
  public init(_ one: Trends, _ other: Trends) {
    let measures = (one.rows + other.rows).map(\.measure).eachOnce
    // Symptoms stand behind the night's own, whichever span brought them in.
    let ordered =
      Measure.ofTheNight + measures.filter { $0.symptom != nil } + Measure.ofTheCarer
    rows = ordered.filter(measures.contains).map { measure in
      Row(measure: measure, one: one.words(measure), other: other.words(measure))
    }
  }
}
