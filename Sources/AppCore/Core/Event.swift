public import CellUI
public import NightModel

/// What happened: at the terminal, by the clock, or on the disk.
public enum Event: Hashable, Sendable {
  /// The program starts.
  case start
  /// A key was pressed; `uptime` in milliseconds on a clock that never jumps.
  case key(Key, uptime: Int64)
  /// What the clock shows now; `uptime` as above, nil where the clock stands still.
  case clock(Instant, uptime: Int64?)
  /// A minute has passed: time to look whether another bedside wrote something.
  case minute
  /// A minute has passed without a key, on a screen that may rest; `uptime` as above.
  case rest(uptime: Int64)
  /// Somebody else may have written something: another bedside, or a command.
  case filesChanged
  /// The screen has that much room.
  case showing(Room)
  /// There is time for a little of the work that no key waits for.
  case work
  /// In line mode something was chosen by its number or asked for by a word.
  case chosen(Intent)
  /// In line mode a whole text was typed at once.
  case typed(String)
  /// The terminal is going away, or the program is asked to end.
  case ended
}
