internal import CellUI
internal import NightModel
internal import Text

/// The pages about switches: which key each sends, how fast somebody answers, and whether it works. While one of them
/// waits for presses, every key is one of those and nothing else.
public struct SwitchesFeature: Feature {
  /// Which page it is.
  let page: SwitchPage
  private var stage = Stage.opened

  init(_ page: SwitchPage) { self.page = page }

  /// How far the page is.
  private enum Stage: Hashable, Sendable {
    /// Waits for the first press.
    case opened
    /// This key came, then; the same again takes it.
    case heard(Key, at: Int64)
    case calibrating(Calibration)
    /// So many presses came, the first one then; these were the last.
    case tested(Int, since: Int64, last: [Press])
    /// A click came, where a click is a switch already.
    case clicked
    /// Nobody pressed.
    case silent
    /// Takes no keys any more: it says what came of it.
    case done
  }

  /// A press, when it came, and how long after the one before; nil for the first. Times are milliseconds.
  private struct Press: Hashable, Sendable {
    let number: Int
    let key: Key
    let at: Int64
    let gap: Int64?

    /// It in words.
    var words: String {
      "\(number): \(key.name)" + (gap.map { ", \(SwitchesFeature.seconds($0)) after the one before" } ?? "")
    }
  }

  /// What a person can want.
  public enum Intent: Hashable, Sendable {
    /// Begins the page anew.
    case again
    /// Takes what was proposed.
    case use
  }

  /// How long a page waits for a press, in milliseconds.
  private static let patience: Int64 = 30_000
  /// How long after the last press a test is over, in milliseconds.
  private static let rest: Int64 = 8000
  /// How long a test lasts at most: a switch that never lets go must not hold the page.
  private static let longest: Int64 = 60_000
  /// How many presses are shown.
  private static let shown = 5

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .again:
      stage = .opened
      return []
    case .use:
      guard case .calibrating(let calibration) = stage, let result = calibration.result else { return [] }
      let drafts = [
        c.draft(of: c.own(.scanStep), "\(result.step)"), c.draft(of: c.own(.scanLate), "\(result.late)"),
      ]
      return [.save(drafts, .setting(.scanStep)), .back]
    }
  }

  // MARK: Presses

  func takesKeys(_ c: Context) -> Bool {
    if c.surface.isSpoken { return false }
    switch stage {
    case .opened, .heard, .tested: return true
    case .calibrating(let calibration): return calibration.stage != .done
    case .silent, .clicked, .done: return false
    }
  }

  mutating func take(_ key: Key, at uptime: Int64, _ c: Context) -> [Act] {
    switch page {
    case .bind(let which): return bind(key, which, uptime)
    case .calibrate:
      if case .calibrating(var calibration) = stage {
        calibration.press(uptime)
        stage = .calibrating(calibration)
      } else {
        stage = .calibrating(Calibration(at: uptime))
      }
    case .test:
      var (count, since, last): (Int, Int64, [Press]) = (0, uptime, [])
      if case .tested(let before, let began, let shown) = stage { (count, since, last) = (before, began, shown) }
      let press = Press(number: count + 1, key: key.smallLetter, at: uptime, gap: last.last.map { uptime - $0.at })
      stage = .tested(count + 1, since: since, last: (last + [press]).suffix(Self.shown))
    }
    return []
  }

  /// The same key twice is the switch. Its bounce, and its repeats while it is held, are not a second press.
  private mutating func bind(_ key: Key, _ which: SwitchPage.Switch, _ uptime: Int64) -> [Act] {
    let key = key.smallLetter
    guard SwitchKeys.mayBe(key) else {
      if case .click = key { stage = .clicked }
      return []
    }
    if case .heard(key, let at) = stage {
      guard uptime - at >= KeyRepeatFilter.eventRest else {
        stage = .heard(key, at: uptime)
        return []
      }
      stage = .done
      return [.bind(which, key)]
    }
    stage = .heard(key, at: uptime)
    return []
  }

  func due(_ c: Context) -> Int64? {
    guard takesKeys(c) else { return nil }
    switch stage {
    case .opened: return c.lastPress.map { $0 + Self.patience }
    case .heard(_, let at): return at + Self.patience
    case .calibrating(let calibration): return calibration.due
    case .tested(_, let since, let last): return last.last.map { min($0.at + Self.rest, since + Self.longest) }
    case .silent, .clicked, .done: return nil
    }
  }

  mutating func pass(_ uptime: Int64, _ c: Context) -> [Act] {
    guard let due = due(c), uptime >= due else { return [] }
    switch stage {
    case .calibrating(var calibration):
      calibration.pass(uptime)
      stage = .calibrating(calibration)
    case .opened, .heard: stage = .silent
    case .tested(let count, _, _):
      stage = .done
      return [.say("\(count) press\(count == 1 ? "" : "es") came.")]
    case .silent, .clicked, .done: break
    }
    return []
  }

  // MARK: What is shown

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    needs.mayRest = false
    return needs
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("switch-\(page.name)", page.title(c))
    scene.facts = facts(c)
    scene.factRows = takesKeys(c) ? 6 : 0
    scene.list = SceneList(items(c) + [.back])
    // A press more than was asked for changes nothing.
    scene.list.start = scene.list.index(of: Self.keepID)
    // Every key is a press here: none goes back, and none does what the bottom row says elsewhere.
    if takesKeys(c) {
      scene.list = .nothing
      scene.hints = [Scene.Hint(key: "Ctrl-C", words: "leave", rank: 0)]
    }
    return scene
  }

  private func facts(_ c: Context) -> [Fact] {
    if c.surface.isSpoken { return [Fact("", "Switches are pressed on the full screen; here a line is typed.")] }
    let told = facts(of: stage, c)
    let warning = [Fact("", "Never give Nightstand the switch you call with.")]
    let ending = ending.map { [Fact("", "\($0) Ctrl-C leaves Nightstand.")] } ?? []
    return told.map { Fact("", $0) } + ending + (page == .calibrate ? [] : warning)
  }

  /// How the page ends while every key is a press; nil once keys do what they do everywhere.
  private var ending: String? {
    switch stage {
    case .opened, .heard: "To end this, press nothing for half a minute."
    case .calibrating(let calibration): calibration.stage == .done ? nil : "This ends by itself."
    case .tested: "To end this, press nothing for \(Self.seconds(Self.rest))."
    case .silent, .clicked, .done: nil
    }
  }

  private func facts(of stage: Stage, _ c: Context) -> [String] {
    switch stage {
    case .opened: page.opening
    case .heard(let key, _):
      ["\(key.name) came.", "Press it once more to take it, after a moment; or press another."]
        + (key.types ? ["While scanning, this key does not type."] : [])
    case .calibrating(let calibration): words(of: calibration, c)
    case .tested(_, _, let last): last.map(\.words)
    case .clicked: ["A click is a switch already: the left button the first, the right one the second."]
    case .silent: ["Nothing came for half a minute."]
    case .done: page.closing(c)
    }
  }

  private func words(of calibration: Calibration, _ c: Context) -> [String] {
    let number = calibration.answers.count + 1
    let which = number <= Calibration.practice ? "practice" : "\(number - Calibration.practice) of 5"
    switch calibration.stage {
    case .waiting: return ["Wait. (\(which))"]
    case .now: return ["NOW"]
    case .done: break
    }
    let help = "Slower, or the switch in another place, may help; your team can look."
    guard let result = calibration.result else { return ["Too few presses came to propose anything.", help] }
    return [
      "You answered in \(Self.seconds(result.mean)) (\(Self.seconds(result.fastest)) to \(Self.seconds(result.slowest)))."
    ] + (calibration.isUnsteady ? [help] : []) + ["A slower time helps a tired hand more than anything else."]
  }

  private func items(_ c: Context) -> [SceneItem] {
    if takesKeys(c) || c.surface.isSpoken { return [] }
    let again = SceneItem("again", "Again", .feature(.switches(.again)))
    guard case .calibrating(let calibration) = stage, let result = calibration.result else {
      guard case .bind(let which) = page, c.switchKeys[which] != nil else { return [again] }
      return [again, SceneItem("usual", "The usual keys again", .bind(which, nil))]
    }
    let stands = (c.ways.value(.scanStep) ?? PlanKey.scanStep.standard).map { PlanKey.scanStep.words($0) } ?? ""
    return [
      SceneItem("use", "Use \(Self.seconds(result.step))", .feature(.switches(.use))),
      SceneItem(Self.keepID, "Keep \(stands)", .back), again,
    ]
  }

  private static let keepID = "keep"

  private static func seconds(_ milliseconds: Int64) -> String { PlanKey.scanStep.words("\(milliseconds)") }
}

extension SwitchPage {
  fileprivate var name: String {
    switch self {
    case .bind: "bind"
    case .calibrate: "calibrate"
    case .test: "test"
    }
  }

  fileprivate func title(_ c: Context) -> String {
    switch self {
    case .bind(let which):
      c.ways.wayToPress == .twoSwitches
        ? "Press the \(which == .first ? "first" : "second") switch now" : "Press your switch now"
    case .calibrate: "Find the time that fits"
    case .test: "Try the switch"
    }
  }

  /// What is said before the first press.
  fileprivate var opening: [String] {
    switch self {
    case .bind: ["What comes first is named, and the same again takes it.", "Nothing pressed here does anything else."]
    case .calibrate:
      [
        "Press, and then press each time NOW appears: seven times, the first two to try it.",
        "Nothing changes before you choose it.",
      ]
    case .test: ["Press as you like: each press is counted, with the time since the one before."]
    }
  }

  /// What is said after the last.
  fileprivate func closing(_ c: Context) -> [String] {
    switch self {
    case .bind(let which):
      ["The switch is now: \(c.switchKeys[which]?.name ?? "not said").", "It holds for this record, on this machine."]
    case .calibrate: []
    case .test: ["Too many presses for one? Set: \(PlanKey.switchIgnore.label.lowercasedFirst)."]
    }
  }
}

extension Key {
  /// True for what types in a text.
  fileprivate var types: Bool { if case .character = self { true } else { false } }
}
