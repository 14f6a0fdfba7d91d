internal import CellUI

/// What scanning lights.
extension Scene {
  /// A station that is lit. The first of its lines has the focus; a block has a bracket at both ends of each of the others.
  struct Light: Hashable, Sendable {
    /// The station's name, for tests.
    let id: String
    /// What it is called, for a braille line and a voice.
    let words: String
    /// The ids of its other lines, and of its ways out.
    let others: Set<String>
    /// True if it stands nowhere on the screen.
    let isOnlyWords: Bool

    /// `rest` are the places of what is in a block, but for the first.
    init(_ station: ScanStation, rest: [ScanStation.Place]) {
      (id, words) = (station.id, station.words)
      others = Set(rest.compactMap(\.id))
      isOnlyWords = station.choices.first?.choice?.place.id == nil
    }
  }

  /// True if a line, or a way out, is in the block that is lit.
  func isInLight(_ id: String) -> Bool { light?.others.contains(id) == true }

  /// True if the line of the list that has the focus is drawn with it.
  var showsFocus: Bool { way == nil && light?.isOnlyWords != true }
}

extension ScanStation.Place {
  /// The id of the line, or of the way out; nil for what stands nowhere.
  package var id: String? {
    switch self {
    case .line(let id), .way(let id): id
    case .words: nil
    }
  }
}

/// How a label is marked.
enum LabelMark {
  case none, focus
  /// It is in a block that is lit.
  case light
}

extension Scene {
  /// The mark of a way out, or of a line in a table.
  func mark(of id: String, isFocused: Bool) -> LabelMark { isFocused ? .focus : isInLight(id) ? .light : .none }
}

extension Canvas {
  /// Writes a label with its mark: colours, and brackets, which show without colour. For a screen reader the mark is an
  /// attribute alone, because a row in which a character changed is said anew.
  /// - Returns: the column after the label.
  @discardableResult
  mutating func write(
    label: String, row: Int, column: Int, _ mark: LabelMark, isRead: Bool, role: Role = .text, columns: Int? = nil
  ) -> Int {
    let lit = isRead && mark == .light ? Role.strong : role
    let end = write(label, row: row, column: column, role: mark == .focus ? .focus : lit, columns: columns)
    guard mark != .none, !isRead else { return end }
    let bracket = mark == .focus ? Role.focus : .text
    write("[", row: row, column: column - 1, role: bracket)
    write("]", row: row, column: end, role: bracket)
    return end
  }
}
