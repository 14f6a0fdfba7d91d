public import CellUI
public import NightModel

/// What the clock shows at a moment.
public struct ClockReading: Hashable, Sendable {
  /// The moment.
  public let now: Instant
  /// In milliseconds on a clock that never jumps; nil where the clock stands still.
  public let uptime: Int64?
}

/// What happened: at the terminal, by the clock, or on the disk.
public enum Event {
  /// The program starts.
  case start
  /// A key was pressed by somebody who saw that; `uptime` in milliseconds on a clock that never jumps.
  case key(Key, Shown, uptime: Int64, ClockReading)
  /// What the clock shows now.
  case clock(ClockReading)
  /// A minute has passed: time to look whether another bedside wrote something.
  case minute
  /// A minute has passed without a key, on a screen that may rest; `uptime` as above.
  case rest(uptime: Int64)
  /// Something is due in scanning, while somebody saw that; `uptime` as above.
  case scan(Shown, uptime: Int64, ClockReading)
  /// No key was pressed for a moment, on a screen that wants something then; `uptime` as above.
  case rested(uptime: Int64)
  /// Somebody else may have written something: another bedside, or a command.
  case filesChanged
  /// Scenes are shown on something of these measures from now on.
  case surface(Surface)
  /// There is time for a little of the work that no key waits for.
  case work
  /// In line mode something was chosen by its number or asked for by a word.
  case chosen(Intent)
  /// In line mode a whole text was typed at once.
  case typed(String)
  /// The terminal is going away, or the program is asked to end.
  case ended
}
