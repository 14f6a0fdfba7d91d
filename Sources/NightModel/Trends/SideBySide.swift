/// Two spans of nights, measure by measure: both medians, each with the nights it stands on, and no verdict.
public struct SideBySide: Hashable, Sendable {
  /// The measures that either span has.
  public let rows: [Row]

  /// One measure in both.
  public struct Row: Hashable, Sendable {
    /// What is compared.
    public let measure: Measure
    /// In the first span; nil if it was not recorded there.
    public let one: Trends.Row?
    /// In the second.
    public let other: Trends.Row?

    /// One side in words: `5 h 45 (28)`, with how many nights recorded it; of a symptom, `in 12 of 28`.
    public static func words(_ row: Trends.Row?) -> String {
      guard let row else { return "not recorded" }
      if case .symptom = row.measure { return "in \(row.nightsNoted) of \(row.summary.count)" }
      return "\(row.middle) (\(row.summary.count))"
    }
  }

  /// Puts two spans side by side.
  public init(_ one: Trends, _ other: Trends) {
    let measures = (one.rows + other.rows).map(\.measure).eachOnce
    // Symptoms stand behind the night's own, whichever span brought them in.
    let ordered =
      Measure.ofTheNight + measures.filter { if case .symptom = $0 { true } else { false } } + Measure.ofTheCarer
    rows = ordered.filter(measures.contains).map { measure in
      Row(measure: measure, one: one.row(measure), other: other.row(measure))
    }
  }
}
