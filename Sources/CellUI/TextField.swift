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
    case .backspace:
      guard caret > 0 else { return true }
      caret -= 1
      text.remove(at: caretIndex)
    case .delete:
      guard caret < text.count else { return true }
      text.remove(at: caretIndex)
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home: caret = 0
    case .end: caret = text.count
    case .enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .function, .control, .pointer: return false
    }
    return true
  }

  /// The part of the text that shows in `columns` columns, the caret always within, and the caret's column.
  public func window(columns: Int) -> (text: String, caret: Int) {
    let characters = Array(text)
    let widths = characters.map { TextWidth.columns(of: TextWidth.drawable($0)) }
    // The caret needs a cell of its own at the end of the text.
    var start = caret
    var before = 0
    while start > 0, before + widths[start - 1] < max(1, columns) {
      start -= 1
      before += widths[start]
    }
    return (String(characters[start...]), before)
  }
}
