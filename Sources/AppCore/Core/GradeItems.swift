internal import NightModel

/// The list of grades, the same with the same digits wherever a grade is given: 1 to 8 at once; 9 goes on to nine (9), ten (1)
/// and none (2). Leaving it blank stands before them, with 0.
enum GradeItems {
  /// One to eight, and the way on. `grade` is what choosing a grade does.
  static func low(_ c: Context, more: Intent, _ grade: (Int) -> Intent) -> [SceneItem] {
    let isNarrow = c.surface.hasShortGrades
    return (1...8).map { value in
      item(value, value == 1 && !isNarrow ? "hardly any" : Grade.numeral(value), digit: value, grade)
    } + [SceneItem(moreID, isNarrow ? "nine.." : "nine, ten or none", digit: 9, more)]
  }

  /// Nine, ten and none.
  static func high(_ grade: (Int) -> Intent) -> [SceneItem] {
    [
      item(9, "nine", digit: 9, grade), item(10, "ten, worst imaginable", digit: 1, grade),
      item(0, "asked: none", digit: 2, grade),
    ]
  }

  /// One grade.
  static func item(_ value: Int, _ label: String, digit: Int, _ grade: (Int) -> Intent) -> SceneItem {
    SceneItem("\(lead)\(value)", label, digit: digit, grade(value))
  }

  /// The item that goes on to nine, ten and none.
  static let moreID = "high-grades"
  /// The item of a ten.
  static let tenID = "\(lead)10"
  private static let lead = "grade-"

  /// True for a grade that is told by its number alone, which picks it: two to eight.
  static func isPlain(_ id: String, number: Int) -> Bool { (2...8).contains(number) && id == "\(lead)\(number)" }

  /// True for a grade, and for what goes on to more of them.
  static func isGrade(_ id: String) -> Bool { id == moreID || id.hasPrefix(lead) }
}
