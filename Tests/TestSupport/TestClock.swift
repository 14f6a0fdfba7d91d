import Bedside
import NightModel

/// The clocks of a test, which stand still until somebody sets them.
package final class TestClock {
  /// The moment to act at.
  package var now: Instant
  /// What the machine's clock shows, in milliseconds since 1970, where that is another moment; nil where it is not.
  package var realTime: Int64?
  /// Milliseconds on a clock that never jumps.
  package var uptime: Int64
  /// How clocks are set where the test is.
  package let zone: Zone
  /// How many steps of work, each of a few nights, fit between two keys; nil for all there are.
  package var stepsBetweenKeys: Int?
  private var nanoseconds: Int64 = 0

  /// Clocks by what they show.
  package init(now: Instant, realTime: Int64? = nil, uptime: Int64 = 0, zone: Zone = .fixed(minutes: 60)) {
    (self.now, self.realTime, self.uptime, self.zone) = (now, realTime, uptime, zone)
  }

  /// The real time in milliseconds since 1970.
  package var milliseconds: Int64 { realTime ?? now.milliseconds }

  /// The same clocks as the program sees them.
  package var machine: MachineClock {
    MachineClock(
      zone: zone, milliseconds: { self.now.milliseconds }, uptime: { self.uptime },
      nanoseconds: {
        // The shortest slice of work is of 800,000 nanoseconds.
        self.nanoseconds += self.stepsBetweenKeys.map { 800_000 / Int64($0) } ?? 0
        return self.nanoseconds
      })
  }
}
