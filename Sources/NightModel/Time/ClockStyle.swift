/// How times of day are typed and shown: `23:10`, or `11:10 pm`.
public enum ClockStyle: Hashable, Sendable {
  /// 00:00 to 23:59.
  case twentyFour
  /// 12:00 am to 11:59 pm.
  case twelve

  /// A time of day in words.
  public func words(_ time: ClockTime) -> String {
    guard self == .twelve else { return "\(time)" }
    let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
    return "\(hour):\(padded(time.minute, 2)) \(time.hour < 12 ? "am" : "pm")"
  }

  /// The time of day of a moment in words.
  public func words(_ moment: Instant) -> String { words(moment.time) }
}
