/// A moment, and how far the wall clock stood from UTC when it was noted.
///
/// Durations are differences of instants, so clock changes and travel never bend them; the offset only says what the
/// clock on the wall showed.
public struct Instant: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64
  /// Minutes east of UTC that the wall clock showed, -1439...1439.
  public let offsetMinutes: Int

  /// A moment and the wall clock's offset from UTC in minutes.
  public init(milliseconds: Int64, offsetMinutes: Int) {
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
  }

  /// The moment at which a wall clock `offsetMinutes` east of UTC shows `time` on `date`.
  public init(date: CivilDate, time: ClockTime, offsetMinutes: Int) {
    let minutes = Int64(date.daysSince1970) * 1440 + Int64(time.minuteOfDay - offsetMinutes)
    self.init(milliseconds: minutes * 60_000, offsetMinutes: offsetMinutes)
  }

  /// Reads ISO 8601 with an offset: `2026-11-22T23:10`, `…:07`, `…:07.123`, then `Z`, `+01:00` or `-05:30`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
      let time = ClockTime(hour: hour, minute: minute)
    else { return nil }
    var position = 16
    var millisecondsOfMinute = 0
    if bytes.count > position, bytes[position] == UInt8(ascii: ":") {
      guard bytes.count >= position + 3, let seconds = decimal(bytes[17..<19]), seconds < 60 else { return nil }
      millisecondsOfMinute = seconds * 1000
      position = 19
      if bytes.count > position + 3, bytes[position] == UInt8(ascii: ".") {
        guard let fraction = decimal(bytes[20..<23]) else { return nil }
        millisecondsOfMinute += fraction
        position = 23
      }
    }
    guard let offset = Self.offset(bytes[position...]) else { return nil }
    let minuteStart = Instant(date: date, time: time, offsetMinutes: offset)
    self.init(milliseconds: minuteStart.milliseconds + Int64(millisecondsOfMinute), offsetMinutes: offset)
  }

  /// What the wall clock showed: the date and the milliseconds since its midnight (0..<86,400,000).
  private var local: (date: CivilDate, millisecondOfDay: Int) {
    let shifted = milliseconds + Int64(offsetMinutes) * 60_000
    let day = Int64(86_400_000)
    let days = shifted >= 0 ? shifted / day : (shifted - day + 1) / day
    return (CivilDate(daysSince1970: Int(days)), Int(shifted - days * day))
  }

  /// The date the wall clock showed.
  public var date: CivilDate { local.date }

  /// The time of day the wall clock showed, its seconds dropped.
  public var time: ClockTime {
    let minute = local.millisecondOfDay / 60_000
    return ClockTime(hour: minute / 60, minute: minute % 60) ?? .midnight
  }

  /// The beginning of the minute that the wall clock showed: every clock's offset is whole minutes.
  public var startOfMinute: Instant {
    let past = (milliseconds % 60_000 + 60_000) % 60_000
    return Instant(milliseconds: milliseconds - past, offsetMinutes: offsetMinutes)
  }

  /// Minutes from `earlier` to here as anybody reckons them from the times shown, seconds dropped on both sides; negative
  /// if this is the earlier one. Every age and every duration is this one.
  public func minutes(since earlier: Instant) -> Int {
    Int((startOfMinute.milliseconds - earlier.startOfMinute.milliseconds) / 60_000)
  }

  /// The moment `minutes` later (earlier if negative), shown by the same clock.
  public func adding(minutes: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(minutes) * 60_000, offsetMinutes: offsetMinutes)
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
    let digits = Array(bytes)
    guard digits.count == 6, digits[3] == UInt8(ascii: ":"), let hours = decimal(digits[1..<3]),
      let minutes = decimal(digits[4..<6]), hours < 24, minutes < 60
    else { return nil }
    switch digits[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }
}

extension Instant: Comparable {
  /// Earlier moments first; the same moment read off two clocks is told apart by the offset.
  public static func < (one: Instant, other: Instant) -> Bool {
    (one.milliseconds, one.offsetMinutes) < (other.milliseconds, other.offsetMinutes)
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 with milliseconds and offset, `2026-11-22T23:10:00.000+01:00`.
  public var description: String {
    let (date, millisecond) = local
    let second = padded(millisecond / 1000 % 60, 2)
    return "\(date)T\(time):\(second).\(padded(millisecond % 1000, 3))\(offsetText)"
  }

  /// The offset from UTC as ISO 8601 spells it, such as `+01:00`.
  public var offsetText: String {
    let magnitude = Int(offsetMinutes.magnitude)
    return "\(offsetMinutes < 0 ? "-" : "+")\(padded(magnitude / 60, 2)):\(padded(magnitude % 60, 2))"
  }
}

extension ClockTime {
  /// 00:00.
  static let midnight = ClockTime(unchecked: 0)

  /// 12:00.
  static let noon = ClockTime(unchecked: 720)

  private init(unchecked minuteOfDay: Int) {
    self.minuteOfDay = minuteOfDay
  }
}
