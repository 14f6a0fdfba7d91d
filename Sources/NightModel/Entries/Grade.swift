/// The meaning of a symptom's grade, 0...10.
///
/// 0 means asked and none: it is shown like every grade, and never counts as having had the symptom. A blank grade means
/// that the symptom was there.
public enum Grade {
  /// True if a symptom of that grade was there.
  public static func isOccurrence(_ grade: Int?) -> Bool { grade != 0 }
}

extension Item {
  /// False for a symptom that was asked about and was not there, which counts nowhere.
  public var isOccurrence: Bool {
    guard case .symptom = subject else { return true }
    return Grade.isOccurrence(details.number(.value))
  }

  /// How often it was, by what one entry says: once where it says nothing, and 0 for a symptom that was not there.
  public var times: Int { isOccurrence ? details.number(.times) ?? 1 : 0 }
}
