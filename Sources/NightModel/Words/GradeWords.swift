/// Grades in words.
extension Grade {
  /// A symptom by its name with its grade: `Cramp 6`, `Cramp`, `Cramp: asked, none`.
  public static func words(_ name: String, _ grade: Int?) -> String {
    guard isOccurrence(grade) else { return "\(name): asked, none" }
    return grade.map { "\(name) \($0)" } ?? name
  }
}
