/// The rules by which a place sets its clocks, as one question: how far from UTC at this second?
///
/// The model asks no operating system; whoever builds the program hands the rules in.
public struct Zone: Sendable {
  /// The name in the tz database, such as `Europe/Berlin`, if known; only shown and kept, never looked up again.
  public let name: String?
  private let secondsEast: @Sendable (_ secondsSince1970: Int64) -> Int

  /// Rules given by name (may be nil) and by seconds east of UTC at a second since 1970.
  public init(name: String?, secondsEast: @escaping @Sendable (_ secondsSince1970: Int64) -> Int) {
    self.name = name
    self.secondsEast = secondsEast
  }

  /// A place whose clocks never change, `minutes` east of UTC.
  public static func fixed(minutes: Int) -> Zone {
    Zone(name: nil) { _ in minutes * 60 }
  }

  /// That moment as the clocks of this place showed it. Odd historic seconds of offset are rounded to the minute.
  public func instant(milliseconds: Int64) -> Instant {
    let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    let east = Double(secondsEast(seconds))
    // ISO 8601 knows no offset of a day or more, so a zone set by mistake to one must not make entries unreadable.
    let minutes = min(1439, max(-1439, Int((east / 60).rounded())))
    return Instant(milliseconds: milliseconds, offsetMinutes: minutes)
  }

  /// What a time typed by a person can mean here.
  public enum Reading: Hashable, Sendable {
    /// The usual case: one moment.
    case once(Instant)
    /// Clocks were set back over this time; it came twice.
    case twice(earlier: Instant, later: Instant)
    /// Clocks were set forward over this time; `after` is the moment that a clock nobody had set would call by it.
    case never(after: Instant)
  }

  /// The moment or moments at which the clocks of this place showed `time` on `date`.
  public func reading(of time: ClockTime, on date: CivilDate) -> Reading {
    let utc = Instant(date: date, time: time, offsetMinutes: 0).milliseconds
    let day = Int64(86_400_000)
    // A clock change lies at most a day away, so the offsets a day before and a day after are the only candidates.
    let before = instant(milliseconds: utc - day).offsetMinutes
    let after = instant(milliseconds: utc + day).offsetMinutes
    let candidates = (before == after ? [before] : [before, after])
      .map { Instant(date: date, time: time, offsetMinutes: $0) }
      .filter { instant(milliseconds: $0.milliseconds).offsetMinutes == $0.offsetMinutes }
      .sorted()
    switch candidates.count {
    case 0: return .never(after: instant(milliseconds: utc - Int64(before) * 60_000))
    case 1: return .once(candidates[0])
    default: return .twice(earlier: candidates[0], later: candidates[1])
    }
  }
}
