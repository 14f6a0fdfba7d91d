import AppCore
import CellUI
import Glibc
import NightModel
import Text

/// Writes down where the focus is after each frame, for tests that compare it with the terminal's cursor.
struct FocusLog {
  private let file: Int32

  /// Begins a log in a file.
  /// - Throws: `Failure` if the file cannot be made.
  init(path: String) throws {
    file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard file >= 0 else {
      throw Failure("\(path) could not be made, so nothing was started; name another file", exitCode: 73)
    }
  }

  /// Adds a line.
  func write(_ report: FocusReport) {
    let said = report.said.map { [JSON.Member("said", .string($0))] } ?? []
    let line = JSON.object(
      [
        JSON.Member("screen", .string(report.screen)), JSON.Member("focus", .string(report.focus)),
        JSON.Member("label", .string(report.label)), JSON.Member("row", .number("\(report.position.row)")),
        JSON.Member("column", .number("\(report.position.column)")),
      ] + said)
    let bytes = Array("\(line)\n".utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  }
}
