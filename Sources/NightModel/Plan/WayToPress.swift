/// How somebody presses: what of a keyboard their hands reach, or how many switches. Every way works at all times; the plan
/// says which one the screens are made for.
public enum WayToPress: String, Hashable, Sendable, CaseIterable {
  /// All keys of a keyboard.
  case keys
  /// Arrows, Enter and Esc.
  case arrows
  /// Digits alone.
  case digits
  /// One switch moves, the other chooses.
  case twoSwitches = "two-switches"
  /// Time moves, the switch chooses.
  case oneSwitch = "one-switch"
}

extension Plan {
  /// How somebody presses; a whole keyboard unless set.
  public var wayToPress: WayToPress { value(.input).flatMap(WayToPress.init) ?? .keys }
}
