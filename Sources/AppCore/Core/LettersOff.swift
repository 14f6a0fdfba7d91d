internal import CellUI
internal import NightModel
internal import Text

/// Letters that do nothing outside a text, where somebody has turned them off: who speaks to the machine, or types with the
/// head, presses them without meaning to (WCAG 2.1.4). Digits, arrows, Tab, Enter, Space, F1 and F2 do everything.
extension App {
  /// True where letters are turned off.
  var lettersAreOff: Bool { ways.hasLettersOff }

  /// True for a letter that does nothing.
  func isOff(_ key: Key) -> Bool {
    guard lettersAreOff, case .character(let letter) = key else { return false }
    return letter.isLetter
  }

  /// What is said of a letter that did nothing.
  func lettersOffWords(_ key: Key) -> String {
    "Letters are off: \"\(key.name)\" did nothing. F2: emergency card; F1: help."
  }

  /// The key of the card, as it is said.
  var cardKeyName: String { lettersAreOff ? "F2" : "e" }
}

extension Scene {
  /// The scene without the letters of its items and its own.
  var withoutLetters: Scene {
    var scene = self
    scene.shortcuts = []
    // Longer lists are made line by line, and have none.
    if list.count <= Self.longestWithLetters {
      scene.list = list.with(
        list.items.map { item in
          var item = item
          (item.letter, item.keys) = (nil, "")
          return item
        })
    }
    return scene
  }

  /// Lists with more items have no letters.
  static let longestWithLetters = 40
}

extension Scene.Hint {
  /// The hint where letters are off; nil if there is neither another key nor a way to walk to it.
  var withoutLetter: Scene.Hint? {
    guard key.count == 1, key.first?.isLetter == true else { return self }
    let other = Keys.everywhere.bindings.lazy.map(\.keys).first { keys in keys.contains { $0.name == self.key } }?
      .first { $0.name.count > 1 }
    guard other != nil || way != nil else { return nil }
    var hint = self
    hint.key = other?.name ?? ""
    return hint
  }
}

extension Plan {
  /// True where letters do nothing outside a text.
  var hasLettersOff: Bool { value(.letters) == "off" }
}
