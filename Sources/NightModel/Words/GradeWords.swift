/// Grades in words.
extension Grade {
  private static let numerals = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

  /// A grade of 0...10 as a word: beside the digit that gives it a second digit would be read twice.
  public static func numeral(_ grade: Int) -> String { numerals.indices.contains(grade) ? numerals[grade] : "\(grade)" }

  /// A symptom by its name with its grade: `Cramp 6`, `Cramp`, `Cramp: asked, none`.
  public static func words(_ name: String, _ grade: Int?) -> String {
    guard isOccurrence(grade) else { return "\(name): asked, none" }
    return grade.map { "\(name) \($0)" } ?? name
  }
}
