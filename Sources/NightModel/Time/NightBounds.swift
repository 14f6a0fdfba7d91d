/// When nights begin and end, through all changes of the split hour.
///
/// An entry keeps the night it was written into. What goes on over the end of a night is split at one moment, which is the
/// end of one night and the beginning of the next: the first on that date at which the clock stood at or after the split
/// hour then in force. There is one on every date, between midnight and 23:00, so nights lie end to end in any history of
/// settings, and no change of one makes a minute vanish or count twice.
public struct NightBounds: Hashable, Sendable {
  /// The split hour before any change.
  private let first: Int
  /// Its changes, oldest first.
  private let changes: [Change]

  /// A split hour, and from when on it was in force.
  struct Change: Hashable {
    /// Milliseconds since 1970.
    let at: Int64
    /// 0...23.
    let hour: Int
  }

  /// Nights from noon to noon, always.
  public static let noon = NightBounds(.noon)

  /// Nights cut by one rule, always.
  public init(_ rule: NightRule) { self.init(first: rule, changes: []) }

  /// Nights cut by one rule and then by others, oldest change first.
  init(first: NightRule, changes: [Change]) {
    (self.first, self.changes) = (first.splitHour, changes)
  }

  /// The first moment of a night, as a clock `offsetMinutes` east of UTC has it.
  public func start(of night: CivilDate, offsetMinutes: Int) -> Instant {
    let midnight = Instant(date: night, time: .midnight, offsetMinutes: offsetMinutes).milliseconds
    var (from, hour) = (midnight, first)
    var split: Int64 { max(from, midnight + Int64(hour) * 3_600_000) }
    for change in changes where change.at <= midnight || change.at <= split {
      (from, hour) = (max(midnight, change.at), change.hour)
    }
    return Instant(milliseconds: split, offsetMinutes: offsetMinutes)
  }

  /// Milliseconds of a piece of time that lie in a night, by a clock `offsetMinutes` east of UTC.
  func milliseconds(from start: Int64, until end: Int64, in night: CivilDate, offsetMinutes: Int) -> Int64 {
    let from = max(start, self.start(of: night, offsetMinutes: offsetMinutes).milliseconds)
    let until = min(end, self.start(of: night.adding(days: 1), offsetMinutes: offsetMinutes).milliseconds)
    return max(0, until - from)
  }
}

extension NightBounds {
  /// When nights begin and end by what the split hour was set to, and when; nil if it never was.
  init(_ splitHour: Versions?) {
    let later = Instant(milliseconds: .max, offsetMinutes: 0)
    let starts = (splitHour?.starts ?? []).sorted { $0.milliseconds < $1.milliseconds }
    self.init(
      first: .noon,
      changes: starts.map { start in
        let value = splitHour?.standing(at: start, now: later)?.item?.details.text(.to)
        return .init(at: start.milliseconds, hour: NightRule(set: value).splitHour)
      })
  }
}
