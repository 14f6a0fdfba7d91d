public import CellUI

/// Where the focus is, as the program knows it: what tests compare with the terminal's cursor.
public struct FocusReport: Hashable, Sendable {
  /// The screen.
  public let screen: String
  /// The item that has the focus; `typing` while a text is typed.
  public let focus: String
  /// What it is called.
  public let label: String
  /// Where its first cell is.
  public let position: Position
}

extension FocusReport {
  /// Where the focus is on a screen as it is seen; while scanning, what is lit.
  init(_ shown: Shown, at position: Position) {
    let scene = shown.scene
    let item = shown.focusedWay ?? (scene.focusIndex < scene.list.count ? scene.list[scene.focusIndex] : .back)
    (screen, self.position) = (scene.name, position)
    if let field = scene.field, field.isTyping {
      (focus, label) = ("typing", field.label)
    } else {
      (focus, label) = (scene.light?.id ?? item.id, scene.light?.words ?? item.label)
    }
  }
}
