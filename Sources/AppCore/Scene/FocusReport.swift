public import CellUI

/// Where the focus is, as the program knows it: what tests compare with the terminal's cursor. For one key after something
/// was said the cursor stands on that, and the focus stays where it is.
public struct FocusReport: Hashable, Sendable {
  /// The screen.
  public let screen: String
  /// The item that has the focus; `typing` while a text is typed, `keys` where every key is taken.
  public let focus: String
  /// What it is called.
  public let label: String
  /// Where the cursor is: on its first cell, or on that of what was said.
  public let position: Position
  /// What was said, as it stands in the row the cursor is on; nil while the cursor is on what has the focus.
  public let said: String?
}

extension FocusReport {
  /// Where the focus is on a screen as it is seen; while scanning, what is lit.
  init(_ shown: Shown, at position: Position, said: String?) {
    let scene = shown.scene
    (screen, self.position, self.said) = (scene.name, position, said)
    if let field = scene.field, field.isTyping {
      (focus, label) = ("typing", field.label)
    } else if scene.list.count == 0 {
      (focus, label) = ("keys", scene.title)
    } else {
      let item = shown.focusedWay ?? (scene.focusIndex < scene.list.count ? scene.list[scene.focusIndex] : .back)
      (focus, label) = (scene.light?.id ?? item.id, scene.light?.words ?? item.label)
    }
  }
}
