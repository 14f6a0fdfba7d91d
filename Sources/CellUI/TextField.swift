internal import Text

/// A line of text being typed, and where in it the caret stands. It counts characters as people see them, so a letter
/// with its accent goes in one step.
public struct TextField: Hashable, Sendable {
  /// What has been typed.
  public private(set) var text: String
  /// How many characters stand before the caret.
  public private(set) var caret: Int
  /// The most characters that fit.
  public let limit: Int
  /// True if something was left out because it would not fit.
  public private(set) var isOverfull = false

  /// A field that holds `text`, with the caret at its end.
  public init(_ text: String = "", limit: Int) {
    self.text = text
    self.limit = limit
    caret = text.count
  }

  private var caretIndex: String.Index { text.index(text.startIndex, offsetBy: caret) }

  /// Puts text in at the caret. What would not fit is left out, and `isOverfull` says so.
  public mutating func insert(_ typed: String) {
    for character in typed {
      var head = String(text[..<caretIndex])
      head.append(character)
      let whole = head + text[caretIndex...]
      // An accent joins the letter before it, so the characters are counted anew.
      guard whole.count <= limit, whole.utf8.count <= limit * 4 else {
        isOverfull = true
        break
      }
      text = whole
      caret = head.count
    }
  }

  /// Does what an editing key does; false if the key does not edit.
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(String(pasted.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
    case .backspace: remove(max(0, caret - 1)..<caret)
    case .delete: remove(caret..<min(text.count, caret + 1))
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = text.count
    case .control("u"): remove(0..<caret)
    case .control("k"): remove(caret..<text.count)
    case .control("w"): remove(startOfWord..<caret)
    case .enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .function, .control, .pointer, .click:
      return false
    }
    return true
  }

  /// Takes characters out, and leaves the caret where they were.
  private mutating func remove(_ places: Range<Int>) {
    let start = text.index(text.startIndex, offsetBy: places.lowerBound)
    text.removeSubrange(start..<text.index(start, offsetBy: places.count))
    // What is left may join: a mark that loses its letter joins the one before.
    caret = min(places.lowerBound, text.count)
  }

  /// Where the word before the caret begins, with the spaces behind it.
  private var startOfWord: Int {
    let before = text.prefix(caret)
    let word = before.reversed().drop { $0 == " " }
    return caret - (before.count - word.count) - word.prefix { $0 != " " }.count
  }

  /// Moves the caret to the row before or after, as the text is broken into rows of some columns.
  /// - Returns: false if there is none.
  public mutating func moveRow(_ step: Int, columns: Int) -> Bool {
    let (rows, place) = broken(into: columns)
    guard rows.indices.contains(place.row + step) else { return false }
    let row = rows[place.row + step]
    var column = 0
    // The end of a row that another follows is the beginning of that.
    let last = row.upperBound - (place.row + step < rows.count - 1 ? 1 : 0)
    caret = row.lowerBound
    for character in text.dropFirst(row.lowerBound).prefix(last - row.lowerBound) {
      column += TextWidth.columns(of: character)
      if column > place.column { break }
      caret += 1
    }
    return true
  }

  /// The text in rows of some columns, at least one, and where the caret is among them: always within the columns, so a row
  /// leaves its last column free.
  public func rows(columns: Int) -> (rows: [String], caret: (row: Int, column: Int)) {
    let (rows, place) = broken(into: columns)
    var rest = text[...]
    let texts = rows.map { row in
      defer { rest = rest.dropFirst(row.count) }
      return String(rest.prefix(row.count))
    }
    return (texts, place)
  }

  /// Which characters stand on each row, and where the caret is. Rows end behind spaces, or inside a word that is longer.
  private func broken(into columns: Int) -> (rows: [Range<Int>], caret: (row: Int, column: Int)) {
    let room = max(1, columns - 1)
    let (characters, widths) = (Array(text), text.map { TextWidth.columns(of: $0) })
    var (rows, start, width, space) = ([Range<Int>](), 0, 0, 0)
    for index in characters.indices {
      // A space that ends a row takes no room.
      while width + widths[index] > room, index > start, characters[index] != " " || width > room {
        let end = space > start ? space : index
        rows.append(start..<end)
        (start, width) = (end, widths[end..<index].reduce(0, +))
      }
      width += widths[index]
      if characters[index] == " " { space = index + 1 }
    }
    rows.append(start..<characters.count)
    let row = rows.lastIndex { $0.lowerBound <= caret } ?? 0
    let column = widths[rows[row].lowerBound..<caret].reduce(0, +)
    return (rows, (row, min(column, max(0, columns - 1))))
  }
}
