internal import NightModel

/// The hand that scans, as far as it is known: what is lit, and who pressed last.
struct SwitchHand: Hashable, Sendable {
  /// Scanning with a switch; nil where nobody scans.
  var scanning: Scanning?
  /// True while somebody presses other keys than switches: they see the focus, and scanning rests.
  private(set) var isAtKeyboard = false
  /// True if what is seen next answers a press here, and is no news from elsewhere.
  var isAnswering = false
  /// How one who scans presses, whatever was chosen since: it holds until somebody presses a key, so that no press of a
  /// switch can take the switch away.
  private(set) var way: WayToPress?
  /// True if what is lit stays, though something was written: the time was changed.
  private(set) var staysOnStation = false
  /// True right after scanning has written something: taking it back comes first then.
  private(set) var hasWritten = false
  /// True if what was chosen last took something back.
  private(set) var hasTakenBack = false

  /// Any key was pressed, a switch or not.
  mutating func noteKey() { (isAnswering, staysOnStation) = (true, false) }

  /// A key that is no switch was pressed: whoever has a keyboard goes first, and finds the focus where it was. `chooses` is
  /// true if it chose something.
  mutating func noteKeyboard(at time: Int64, chooses: Bool) {
    scanning?.otherKey(at: time, chooses: chooses)
    (isAtKeyboard, hasWritten, hasTakenBack, way) = (true, false, false, nil)
  }

  /// A page took a key, whichever it was.
  mutating func noteTaken(at time: Int64) {
    scanning?.otherKey(at: time, chooses: true)
    // Without time nothing rests, so the first press behind them only lights what it would choose.
    if scanning?.way == .step { isAtKeyboard = true }
  }

  /// A switch was pressed.
  /// - Returns: false if that only lights what a keyboard's focus has hidden. With time it rests there anyway.
  mutating func noteSwitch() -> Bool {
    let isFirst = isAtKeyboard && scanning?.way == .step
    isAtKeyboard = false
    return !isFirst
  }

  /// Something was saved.
  mutating func noteSave() { hasWritten = scanning != nil && !isAtKeyboard && !staysOnStation }

  /// Something was chosen that is lit.
  mutating func noteChoice(_ intent: Intent) { (hasWritten, hasTakenBack) = (false, intent.isUndo) }

  /// The time was changed: it stays there, because one is seldom enough.
  mutating func stay() { staysOnStation = true }

  /// Takes in what is seen: how one scans, and on what. `isStopped` is true while keys type, or are taken by a page.
  mutating func see(
    _ order: ScanOrder, _ way: Scanning.Way, pressing: WayToPress, _ timing: ScanTiming, isStopped: Bool, at time: Int64
  ) {
    self.way = isAtKeyboard ? nil : pressing
    if scanning?.way != way { scanning = Scanning(way, timing, order, at: time) }
    scanning?.timing = timing
    if isStopped {
      scanning?.stop()
    } else if scanning?.state == .off {
      scanning?.sceneChanged(order, at: time)
      scanning?.rest(at: time)
    } else if scanning?.latest != order {
      scanning?.sceneChanged(order, at: time, isNews: !isAnswering || staysOnStation)
    }
    isAnswering = false
  }
}
