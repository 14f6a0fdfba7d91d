internal import CellUI
internal import NightModel

/// What a click of the pointer does.
public enum PointerUse: Hashable, Sendable {
  /// Nothing: the terminal keeps the pointer for itself.
  case off
  /// It chooses what it is on; the right button goes back.
  case click
  /// It is a switch, wherever it is: the left button the first, the right one the second.
  case anywhere

  /// The use that a setting asks for.
  init(_ value: String?) {
    self = value == "click" ? .click : value == "switch" ? .anywhere : .off
  }
}

/// What is known of the pointer between a press and its release.
struct HeldPointer: Hashable, Sendable {
  /// The button that is down.
  let button: Key.Pointer.Button
  /// The screen it went down on, and the item there; nil where there was none.
  let screen: String
  let item: String?
}

/// From what the pointer does to what it asks for.
extension App {
  /// What a key means: a key of the keyboard itself, and the pointer's buttons the click that they come to. What was clicked
  /// is noted in what was shown.
  /// - Returns: nil where nothing is asked for, as by half a click, or by one that was let go elsewhere.
  mutating func meaning(of key: Key, _ shown: inout Shown) -> Key? {
    let held = heldPointer
    heldPointer = nil
    guard case .pointer(let report) = key else { return key }
    let item = shown.item(at: report.position)
    switch pointer {
    case .off: return nil
    case .anywhere:
      // A switch acts when it goes down, as a key does.
      guard report.isPress, let button = report.button else { return nil }
      // Of two switches without time the first one moves and the second one chooses.
      guard ways.wayToPress == .twoSwitches, scanWay == nil else { return .click(button) }
      switch button {
      case .left: return .tab
      case .middle: return nil
      case .right: return .click(.left)
      }
    case .click:
      if report.isPress {
        heldPointer = report.button.map { HeldPointer(button: $0, screen: shown.scene.name, item: item?.id) }
        return nil
      }
      guard let held, held.button == report.button ?? held.button else { return nil }
      switch held.button {
      case .left:
        // Whoever comes down on the wrong line slides off it.
        guard let item, held.item == item.id, held.screen == shown.scene.name else { return nil }
        shown.clicked = item
        return .click(.left)
      case .middle: return nil
      case .right: return .click(.right)
      }
    }
  }

  /// Does what a click asks for.
  mutating func click(_ button: Key.Pointer.Button, _ shown: Shown) -> [Effect] {
    switch button {
    case .middle: return []
    case .right: return goBack()
    case .left: break
    }
    if isTyping { setTyping(false) }
    place.top = shown.page.lowerBound
    if let item = shown.clicked { return choose(item, shown) }
    // Out of a text it goes where the arrow goes, and chooses nothing that was not seen to have the focus.
    return shown.scene.field?.isTyping == true ? [] : perform(.choose, shown)
  }

  /// Answers a click as far as it counts. Pointer software that clicks by itself clicks again and again, and a button is
  /// quickly pressed twice, so within the window one click is all that counts, whatever it does. A button that is held
  /// sends nothing, so no click is ever taken back as one of a held key's.
  mutating func countedClick(
    _ key: Key, uptime: Int64, _ press: (inout App, _ rest: Int64?) -> [Effect]
  ) -> [Effect] {
    held.before = nil
    guard case .single(let rest) = held.filter.take(key, at: uptime), rest ?? .max >= KeyRepeatFilter.eventRest else {
      held.words = HeldKeys.tooSoon
      heedNoPress()
      return []
    }
    held.words = ""
    return press(&self, rest)
  }
}
