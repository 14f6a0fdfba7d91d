internal import CellUI
internal import NightModel
internal import Text

/// Switches instead of a keyboard: when there is scanning, what a press of a switch does, and what time does.
extension App {
  /// How moving and choosing are divided; nil where nobody scans.
  var scanWay: Scanning.Way? {
    surface.isSpoken ? nil : ways.scanWay
  }

  /// Scanning with a switch; nil where nobody scans.
  package var scanning: Scanning? { hand.scanning }

  /// The switch that a key is; nil for any other key, and where a text is typed: there the key types.
  private func scanSwitch(_ key: Key) -> Scanning.Switch? {
    guard let scanning, scanWay == scanning.way, !isTyping, place.route != .glance else { return nil }
    // Where a click chooses what it is on, it is the hand of somebody who sees the pointer.
    if case .click = key, pointer != .anywhere { return nil }
    return Scanning.Switch(key, in: scanning.way, switchKeys)
  }

  /// True while something is lit by scanning, and moves by itself or by a switch.
  var isScanning: Bool { scanWay != nil && !hand.isAtKeyboard }

  /// When scanning has something to do, in milliseconds of uptime; nil where it waits for a press.
  package var scanDue: Int64? { scanWay == nil ? nil : scanning?.deadline }

  /// Takes in what is seen: what scanning stops on, and how long it stays there.
  mutating func scan(_ shown: Shown, uptime: Int64) {
    // What somebody has for themselves is looked for once for all of it.
    let ways = ways
    guard !surface.isSpoken, let way = ways.scanWay else {
      hand.scanning = nil
      return
    }
    let order = ScanOrder(
      shown, undo: undoable, hasWritten: hand.hasWritten, held: heldProposal, cardFirst: ways.putsCardFirst,
      isTimed: way.isTimed)
    hand.see(
      order, way, pressing: ways.wayToPress, ScanTiming(ways), isStopped: isTyping || screen.takesKeys(context),
      at: uptime)
  }

  /// Lights what comes next, where it is time for that and nothing else happens.
  /// - Returns: false, with nothing changed, where more does.
  mutating func lightNext(uptime: Int64) -> Bool {
    // With the first step after something was said the cursor leaves that.
    guard heard.place == nil || heard.isPast else { return false }
    guard var next = scanning, next.time(at: uptime) == .moved else { return false }
    hand.scanning = next
    return true
  }

  /// Answers a key as a switch; nil if it is none.
  mutating func pressedSwitch(_ key: Key, _ shown: Shown, uptime: Int64) -> [Effect]? {
    hand.noteKey()
    guard let key = scanSwitch(key) else {
      let command = shown.scene.keys?.command(for: key) ?? Keys.everywhere.command(for: key)
      hand.noteKeyboard(at: uptime, chooses: command?.isMove != true)
      return nil
    }
    held.words = ""
    guard hand.noteSwitch() else { return [] }
    place.top = shown.page.lowerBound
    return scanning.map { _ in answer(hand.scanning?.press(key, at: uptime) ?? .nothing, shown) }
  }

  /// Lets scanning do what is due.
  mutating func scanned(_ shown: Shown, uptime: Int64) -> [Effect] {
    let outcome = hand.scanning?.time(at: uptime) ?? .nothing
    heed(outcome)
    if case .chose = outcome { (hand.isAnswering, lastPress) = (true, uptime) }
    return answer(outcome, shown)
  }

  private mutating func answer(_ outcome: Scanning.Outcome, _ shown: Shown) -> [Effect] {
    switch outcome {
    case .nothing, .moved: return []
    case .notCounted:
      heedNoPress()
      return []
    case .chose(let choice):
      hand.noteChoice(choice.intent)
      if case .line(let id) = choice.place { place.focus = id }
      return act(choice.intent, shown)
    case .changedStep(let step):
      hand.stay()
      do throws(Refusal) {
        return try context.set(context.own(.scanStep), "\(step)").flatMap { act($0) }
      } catch {
        return say(error.wholeSentence)
      }
    }
  }

  /// What is proposed because a key that was held chose twice; nil for nothing.
  private var heldProposal: HeldProposal? {
    scanning?.proposedWindow.map { window in
      HeldProposal(
        window: window, setting: .act(.set(context.own(.switchIgnore), "\(window)")), hasTakenBack: hand.hasTakenBack)
    }
  }

  /// What undo would take back, in words; nil for nothing.
  private var undoable: String? {
    if let last = unsaved.last { return last.map { $0.words(catalogue) }.joined(separator: "; ") }
    guard case .known(let preview?) = nextUndo else { return nil }
    return preview.short
  }
}

// MARK: What is seen of it

extension App {
  /// The scene with what scanning lights instead of the focus. Whoever is at a keyboard sees the focus.
  func lit(_ scene: Scene) -> Scene {
    guard let scanning, scanWay != nil, scanning.state != .off, !hand.isAtKeyboard, !scene.isLarge,
      let station = scanning.lit
    else { return scene }
    var scene = scene
    let places = station.choices.compactMap(\.choice?.place)
    scene.light = Scene.Light(station, rest: Array(places.dropFirst()))
    switch places.first {
    case .line(let id): (scene.focus, scene.way) = (id, nil)
    case .way(let id): scene.way = id
    case .words, nil: scene.way = nil
    }
    let proposal = scanning.remark == .held ? nil : heldProposal?.sentence
    scene.heldBack = proposal ?? scanning.remark?.words ?? ""
    // What stands nowhere on the screen is told in words, whatever was said; in one row, so that nothing moves.
    let isOnlyWords = scene.light?.isOnlyWords == true
    // Resting, what was said last would look as if something were lit that a press chooses.
    if scene.status.isEmpty || isOnlyWords || scanning.isResting {
      scene.status = TextWidth.fit(scanning.words(isOnlyWords ? station : nil), columns: max(1, surface.columns - 2))
    }
    return scene
  }
}

extension Scanning.Switch {
  /// The switch that a key is. Of a pointer the left button is the first, the right one the second.
  init?(_ key: Key, in way: Scanning.Way, _ keys: SwitchKeys) {
    let key = key.smallLetter
    if key == .click(.left) || keys.sent(by: .first, in: way).contains(key) {
      self = .a
    } else if way.hasSecond, key == .click(.right) || keys.sent(by: .second, in: way).contains(key) {
      self = .b
    } else {
      return nil
    }
  }
}

extension App {
  /// What a key is where two switches move and choose line by line: what was bound for them is Tab and Space.
  func asTabOrSpace(_ key: Key) -> Key {
    // What a click is was found where it was seen.
    if case .click = key { return key }
    guard !surface.isSpoken, scanWay == nil, ways.wayToPress == .twoSwitches, !isTyping,
      switchKeys != SwitchKeys(), let bound = Scanning.Switch(key, in: .step, switchKeys)
    else { return key }
    return bound == .a ? .tab : key == .enter ? key : .character(" ")
  }
}

extension Context {
  /// True where stations are lit one after the other, by time or by a switch.
  var scans: Bool { !surface.isSpoken && ways.scanWay != nil }
}

extension Plan {
  /// How moving and choosing are divided; nil where nobody scans.
  var scanWay: Scanning.Way? {
    switch wayToPress {
    case .keys, .arrows, .digits: nil
    case .oneSwitch: value(.scanWay) == "dwell" ? .dwell : .auto
    case .twoSwitches: value(.scanWay) == "auto" ? .autoWithBack : value(.scanBlocks) == "on" ? .step : nil
    }
  }

  fileprivate var putsCardFirst: Bool { value(.scanCardFirst) == "on" }
}

extension Scanning {
  /// What it does, for the status row. `station` is what is lit, where that stands nowhere else.
  fileprivate func words(_ station: ScanStation?) -> String {
    switch state {
    case .off: return ""
    case .resting: return way == .dwell ? "Resting: a press goes on." : "Resting: a press goes on, and chooses nothing."
    case .held: return "This key is being held down; it counts again once it is let go."
    case .on, .pausing:
      let does = way.isTimed ? "Scanning, \(PlanKey.scanStep.words("\(timing[.step])"))" : ""
      let lit = station.map { $0.isGone ? "\($0.words), there no more" : $0.words } ?? ""
      return [does, lit].filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}

extension Scanning.Remark {
  /// Why a press did nothing, or why something else is lit.
  var words: String {
    switch self {
    case .tooSoon: HeldKeys.tooSoon
    case .held: "This key is being held down: counted once."
    case .gone: "That is there no more: nothing was done."
    case .outOfBlock: "Nobody pressed: out of the block again."
    }
  }
}
