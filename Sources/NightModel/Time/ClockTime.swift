/// A time of day as a wall clock shows it, in whole minutes: 00:00 to 23:59.
public struct ClockTime: Hashable, Sendable, Comparable {
  /// Minutes since midnight, 0...1439.
  public let minuteOfDay: Int

  /// A time by hour (0...23) and minute (0...59); nil outside those ranges.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minuteOfDay = hour * 60 + minute
  }

  /// Reads `23:10`, `9:05`, `2310` and `905`; nil for anything else. What people type is read by `TimeReader`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    let hourDigits = colon ?? bytes.count - 2
    let minuteStart = colon.map { $0 + 1 } ?? bytes.count - 2
    guard colon != nil ? (1...2).contains(hourDigits) : (3...4).contains(bytes.count), bytes.count - minuteStart == 2,
      let hour = decimal(bytes[..<hourDigits]), let minute = decimal(bytes[minuteStart...])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// The hour, 0...23.
  public var hour: Int { minuteOfDay / 60 }

  /// The minute, 0...59.
  public var minute: Int { minuteOfDay % 60 }

  /// Earlier in the day first.
  public static func < (one: ClockTime, other: ClockTime) -> Bool {
    one.minuteOfDay < other.minuteOfDay
  }
}

extension ClockTime: CustomStringConvertible {
  /// `23:10`.
  public var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
}
