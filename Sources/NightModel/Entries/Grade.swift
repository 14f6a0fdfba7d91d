/// How bad a symptom was, 0...10: what a 0 means, in one place.
///
/// 0 is an answer, asked and none. It is told like every other, and it never counts as having had the symptom. One that was
/// left blank was there.
public enum Grade {
  /// True if a symptom of that grade was there.
  public static func isOccurrence(_ grade: Int?) -> Bool { grade != 0 }

  /// A symptom by its name with its grade: `Cramp 6`, `Cramp`, `Cramp: asked, none`.
  public static func words(_ name: String, _ grade: Int?) -> String {
    guard isOccurrence(grade) else { return "\(name): asked, none" }
    return grade.map { "\(name) \($0)" } ?? name
  }
}

extension Item {
  /// False for a symptom that was asked about and was not there, which counts nowhere.
  public var isOccurrence: Bool {
    guard case .symptom = subject else { return true }
    return Grade.isOccurrence(details.number(.value))
  }
}
