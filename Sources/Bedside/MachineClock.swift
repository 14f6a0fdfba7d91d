public import NightModel

/// The clocks of a machine and the zone they are set to. Everything that acts by the time takes it from here, so that a
/// test can set it.
public struct MachineClock {
  /// How local time is worked out.
  public let zone: Zone
  /// What is wrong with how the machine's zone is set; nil if nothing is.
  public let zoneFinding: RecordFinding?
  /// The real time in milliseconds since 1970.
  public let milliseconds: () -> Int64
  /// Milliseconds on a clock that never jumps and counts sleep.
  public let uptime: () -> Int64
  /// Nanoseconds on a clock that never jumps, to measure short times by.
  public let nanoseconds: () -> Int64

  /// Takes the clocks as closures, which are asked each time.
  public init(
    zone: Zone, zoneFinding: RecordFinding? = nil, milliseconds: @escaping () -> Int64,
    uptime: @escaping () -> Int64, nanoseconds: @escaping () -> Int64
  ) {
    self.zone = zone
    self.zoneFinding = zoneFinding
    self.milliseconds = milliseconds
    self.uptime = uptime
    self.nanoseconds = nanoseconds
  }

  /// The real time as the zone shows it.
  public var now: Instant { zone.instant(milliseconds: milliseconds()) }

  /// A condition that holds for so many nanoseconds from now, for work that is done in slices.
  func holds(nanoseconds duration: Int64) -> () -> Bool {
    let end = nanoseconds() + duration
    return { nanoseconds() < end }
  }
}
