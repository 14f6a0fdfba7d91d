/// A terminal: something that shows frames and says what happened.
public protocol Terminal: AnyObject {
  /// How large it is now.
  var size: Size { get }
  /// True if it shows nothing but ASCII.
  var isASCII: Bool { get }
  /// True if drawings must do with ASCII, also where letters need not.
  var drawsInASCII: Bool { get }
  /// True while the last frame is still being sent over a slow line. What is shown then would only queue behind it.
  var isBehind: Bool { get }
  /// Paints what is shown from now on in a theme's colours.
  func wear(_ theme: Theme)
  /// Asks to be told of the pointer's buttons from now on, or not any more: while it is told, text cannot be marked with the
  /// pointer as elsewhere. A terminal that has no pointer is asked nothing.
  func listenToPointer(_ isOn: Bool)
  /// Shows a whole frame; only what changed since the last one is sent.
  func show(_ frame: Frame)
  /// Waits for the next thing that happens. `milliseconds` is how long at most; nil for ever. Never negative.
  func next(within milliseconds: Int?) -> TerminalEvent
  /// Gives the terminal back, stops the program as Ctrl-Z does, and takes it again when it goes on.
  func suspend()
}

extension Terminal {
  /// Drawings have what letters have.
  public var drawsInASCII: Bool { isASCII }
  /// Who has no pointer has nothing to tell.
  public func listenToPointer(_ isOn: Bool) {}
  /// Most take a frame at once.
  public var isBehind: Bool { false }
}

/// What can happen at a terminal.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has another size, or asks to be drawn anew.
  case resized
  /// The program is asked to end, or the terminal has gone away.
  case ended
  /// The time given has passed.
  case timedOut
  /// Something the terminal was told to look at as well has news.
  case filesChanged
  /// The terminal's own ground is shown, and it said that it is a light one; told once.
  case groundIsLight
}
