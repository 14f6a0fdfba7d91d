import Glibc
import NightModel
import Text

/// The one way out of the program besides the full screen: everything that a command says, the argument parser's own
/// messages included. No byte of a record, of a file's name or of an argument comes out as anything but text.
extension Machine {
  /// Writes to standard output at once.
  static func say(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }

  /// Writes to standard error.
  static func tell(_ text: String) { tell(bytes: Array(text.linesForDisplay.utf8)) }

  /// Shows on a terminal how far a long job is, in place of what was shown before; nil takes it away. Elsewhere it shows
  /// nothing.
  static func showProgress(_ words: String?) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    tell(bytes: Array("\r\(words?.forDisplay ?? "\u{1B}[K")".utf8))
  }

  /// Writes out what was printed; false if it could not be.
  static func flushOutput() -> Bool { fflush(nil) == 0 }

  private static func tell(bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Prints to standard output as text and nothing else. It has the name and form of Swift's own function and stands before
/// it in this program, so that nothing is printed past it.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  let text = items.map { "\($0)" }.joined(separator: separator) + terminator
  Swift.print(text.linesForDisplay, terminator: "")
}
