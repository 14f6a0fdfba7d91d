/// The meaning of a symptom's grade, 0...10.
///
/// 0 means asked and none: it is shown like every grade, and never counts as having had the symptom. A blank grade means
/// that the symptom was there.
public enum Grade {
  /// True if a symptom of that grade was there.
  public static func isOccurrence(_ grade: Int?) -> Bool { grade != 0 }
}

/// What says how often something was.
public protocol Occurring {
  /// How often, by what one entry says; 0 for a symptom that was not there.
  var times: Int { get }
}

extension Sequence where Element: Occurring {
  /// How often it was by all of them.
  public var timesInAll: Int { reduce(0) { $0 + $1.times } }
}

extension Details {
  /// True if they say that a symptom was not there, and also how often it was.
  var countsWhatWasNotThere: Bool { !Grade.isOccurrence(number(.value)) && number(.times) != nil }
}

extension Item: Occurring {
  /// False for a symptom that was asked about and was not there, which counts nowhere.
  public var isOccurrence: Bool {
    guard case .symptom = subject else { return true }
    return Grade.isOccurrence(details.number(.value))
  }

  /// How often it was, by what one entry says: once where it says nothing, and 0 for a symptom that was not there.
  public var times: Int { isOccurrence ? details.number(.times) ?? 1 : 0 }
}
