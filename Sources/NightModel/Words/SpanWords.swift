internal import Text

/// Spans of nights in words.
extension TrendSpan {
  /// The span in words: `30 nights`, `all nights`.
  public var words: String { self == .all ? "all nights" : "\(rawValue) nights" }
}

extension ClosedRange<CivilDate> {
  /// `Sat 24 Oct to Sun 22 Nov 2026`, with the year of the first where it is another.
  public var words: String {
    let isOneYear = lowerBound.components.year == upperBound.components.year
    return "\(isOneYear ? NightWords.day(lowerBound) : NightWords.fullDay(lowerBound)) to "
      + NightWords.fullDay(upperBound)
  }
}

/// Why a span of nights as typed was refused.
extension Refusal {
  private static let nothingToReport = "there is nothing to report"

  /// A report of nights to come.
  static func reportStillToCome(from first: CivilDate, tonight: CivilDate) -> Refusal {
    .refused("\(first) is still to come", so: nothingToReport, "tonight is \(tonight)")
  }

  /// A report whose first night lies after its last.
  static func reportSwapped(from first: CivilDate, to last: CivilDate) -> Refusal {
    .usage("the first night \(first) lies after the last, \(last)", so: nothingToReport, "swap them")
  }

  /// A report of too many nights.
  static func reportTooLong(from first: CivilDate, to last: CivilDate) -> Refusal {
    .usage("from \(first) to \(last) is over ten years", so: "nothing was made", "name a shorter span")
  }

  /// A report of an empty record.
  static var reportOfNothing: Refusal {
    .refused("nothing is recorded yet", so: nothingToReport, "the first entry begins the record")
  }

  /// A report of nights before the first that was recorded.
  static func reportBeforeRecord(to last: CivilDate, oldest: CivilDate) -> Refusal {
    .refused("\(last) lies before the record, which begins on \(oldest)", so: nothingToReport)
  }
}
