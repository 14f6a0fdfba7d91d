/// Findings about the record in words.
extension RecordFinding {
  /// Several nights that could not be read whole, in one sentence.
  static func unreadNights(_ count: Int, newest: CivilDate) -> RecordFinding {
    RecordFinding(
      .unreadable,
      "\(NightWords.nights(count)) could not be read whole, such as the \(NightWords.night(newest)); what could be read is "
        + "shown")
  }

  /// Several findings as one line: the worst, and how many more there are; nil without any.
  public static func line(_ findings: [RecordFinding]) -> String? {
    parts(findings).map { $0.worst + ($0.more.isEmpty ? "" : " \($0.more)") }
  }

  /// The same in two parts, for where the first has to be cut: the worst, and how many more there are; nil without any.
  public static func parts(_ findings: [RecordFinding]) -> (worst: String, more: String)? {
    let ranked = ranked(findings)
    guard let worst = ranked.first else { return nil }
    return ("\(worst.words).", ranked.count > 1 ? "+\(ranked.count - 1): Plan" : "")
  }
}
