import CellUI
import Glibc
import Testing

/// Compares a screen with the one on record: its words, then what each cell is for. A missing one is written and fails,
/// so that somebody looks at it; `RECORD=1` writes it anew.
package func expectScreen(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let path = Checkout.root + "/Tests/AppCoreTests/Screens/\(name).txt"
  let shown = picture(of: frame)
  let known = Spawn.read(path)
  guard known != shown else { return }
  if known.isEmpty || getenv("RECORD") != nil {
    Spawn.write(shown, to: path)
    Issue.record("\(name) was written anew: look at it, then run again\n\(shown)", sourceLocation: sourceLocation)
  } else {
    Issue.record(
      "\(name) looks otherwise; if it should: RECORD=1 swift test --filter AppCoreTests\nwas\n\(known)\nis\n\(shown)",
      sourceLocation: sourceLocation)
  }
}

/// A frame as two blocks of text: the words, and the role of each cell.
private func picture(of frame: Frame) -> String {
  let letters: [Role: Character] = [
    .text: ".", .strong: "S", .secondary: "s", .rule: "r", .focus: "F", .notice: "N",
  ]
  var lines: [String] = []
  for row in 0..<frame.size.rows {
    var text = ""
    for cell in frame.row(row) where !cell.isContinuation { text.append(cell.character) }
    lines.append("│\(text)│")
  }
  lines.append("")
  lines.append(
    "cursor \(frame.cursor.row),\(frame.cursor.column)\(frame.showsCursor ? " shown" : "")"
      + "   . text  S strong  s secondary  r rule  F focus  N notice")
  for row in 0..<frame.size.rows {
    var roles = ""
    for cell in frame.row(row) { roles.append(cell == .blank ? " " : letters[cell.role] ?? "?") }
    lines.append("│\(roles)│")
  }
  return lines.joined(separator: "\n") + "\n"
}
