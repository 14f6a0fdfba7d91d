public import CellUI
internal import NightModel

/// The one loop: draw, wait, answer.
/// - Returns: the program as it was left.
public func run(_ app: App, on terminal: any Terminal, in world: World) -> App {
  var driver = Driver(app, in: world, suspend: terminal.suspend)
  var isAnswer = true
  while !driver.app.isOver {
    let layout = driver.layout(
      size: terminal.size, isASCII: terminal.isASCII, drawsInASCII: terminal.drawsInASCII)
    // A frame that queues behind another on a slow line is old when it comes, so keys are answered first.
    let isBehind = terminal.isBehind
    if !isBehind {
      terminal.wear(driver.app.theme)
      terminal.listenToPointer(driver.app.pointer != .off)
      terminal.show(layout.frame)
      // News from elsewhere moves no focus, and is no answer to the key that somebody may wait for.
      if isAnswer { world.reportFocus?(layout.focus) }
      isAnswer = false
    }
    guard let event = driver.next(from: terminal, isBehind: isBehind) else {
      isAnswer = driver.app.isScanning
      continue
    }
    driver.answer(event)
    if event != .filesChanged { isAnswer = true }
  }
  return driver.app
}

/// The program in the world: carries out what it asks for and hands back what came of it, one event at a time.
public struct Driver {
  /// The program as it is now.
  public internal(set) var app: App
  private(set) var world: World
  /// What is seen; nil before anything was shown, and while a key is answered.
  private var shown: Shown?
  /// The scene as it stands while time only lights what comes next on it; nil once anything else has happened.
  private var still: Scene?
  private var hasSurface = false
  /// When the last key was pressed, by `uptime`; nil before the first.
  private var lastKey: Int64?
  /// How much was done since it started; for tests.
  public private(set) var counts = Counts()

  /// How much a program has done.
  public struct Counts: Hashable, Sendable {
    /// How often something was answered: what happened, or what came of an effect.
    public var updates = 0
    /// How often a scene was made.
    public var scenes = 0
    /// How often one was laid out to be shown.
    public var layouts = 0
  }
  private let suspend: () -> Void

  /// Starts a program in a world.
  public init(_ app: App, in world: World, suspend: @escaping () -> Void = {}) {
    self.app = app
    self.app.looksAtWholeRecord = world.findings != nil
    self.world = world
    self.suspend = suspend
    // Before anything is read, or what comes in between would be seen by neither.
    _ = world.watch(app.atHand)
    perform(.start)
    self.app.switchKeys = world.switchKeys()
  }

  /// The same program at the same place, to go on in another world: nothing is begun or read anew.
  package func copy(in world: World) -> Driver {
    var copy = self
    (copy.world, copy.still) = (world, nil)
    return copy
  }

  /// The screen to show now, what it needs having been read.
  public mutating func layout(size: Size, isASCII: Bool = false, drawsInASCII: Bool? = nil) -> Layout {
    show(on: Surface(columns: size.columns, rows: size.rows, isRead: app.isRead))
    // What was seen holds on to the record it was made from, so it goes before another is made.
    shown = nil
    counts.layouts += 1
    let scene = still ?? seenAnew()
    let layout = Layout(app.lit(scene), on: app.surface, isASCII: isASCII, drawsInASCII: drawsInASCII)
    shown = layout.shown
    return layout
  }

  /// Makes the scene, and tells scanning what it can stop on.
  private mutating func seenAnew() -> Scene {
    counts.scenes += 1
    let scene = app.scene()
    if app.scanWay != nil || app.scanning != nil { app.scan(Layout.shown(scene, on: app.surface), uptime: uptime) }
    still = app.isScanning ? scene : nil
    return scene
  }

  /// Tells the program what its scenes are shown on, where that is news: how much of a list may be in sight decides what has
  /// to be read for it.
  mutating func show(on surface: Surface) {
    if surface != app.surface || !hasSurface { perform(.surface(surface)) }
    hasSurface = true
  }

  /// Answers what happened at the terminal.
  public mutating func answer(_ event: TerminalEvent) {
    let neededTrends = needsTrends
    switch event {
    case .key(let key):
      let uptime = world.uptime()
      lastKey = uptime
      press(key, uptime: uptime)
    case .timedOut:
      setClock()
      _ = world.watch(app.atHand)
      perform(.minute)
      perform(.rest(uptime: world.uptime()))
    case .filesChanged:
      setClock()
      if world.watch(app.atHand) { perform(.filesChanged) }
    case .groundIsLight:
      if app.statusWords.isEmpty { perform(.chosen(.act(.say(Self.lightGroundWords)))) }
    case .resized: (app.hand.isAnswering, still) = (true, nil)
    case .ended: perform(.ended)
    }
    // What takes but a moment stands there at once; what does not has its steps between keys.
    if needsTrends, !neededTrends { work() }
  }

  private static let lightGroundWords =
    "This terminal's own ground is light, which lights the room. Amber and red (Plan, Settings, Colours) paint it black."

  /// Answers a key, by what was seen when it was pressed.
  mutating func press(_ key: Key, uptime: Int64) {
    let seen = shown ?? Shown(app.scene(), itemsPerPage: app.surface.rows)
    // It holds on to the record it was made from, which would be copied if it changed meanwhile.
    shown = nil
    // The time of an entry is that of the key press, however long the disk takes. Another night is read first.
    let clock = clockReading
    if app.isAnotherNight(clock) { perform(.clock(clock)) }
    perform(.key(key, seen, uptime: uptime, clock))
  }

  /// Lets scanning do what is due.
  /// - Returns: true if anything was.
  @discardableResult
  package mutating func scan() -> Bool {
    guard let due = app.scanDue, world.uptime() >= due else { return false }
    if still != nil, isSameMinute, app.lightNext(uptime: world.uptime()) {
      counts.updates += 1
      return true
    }
    let seen = shown ?? Shown(app.scene(), itemsPerPage: app.surface.rows)
    shown = nil
    perform(.scan(seen, uptime: world.uptime(), clockReading))
    return true
  }

  /// Does what hangs on a station of scanning.
  package mutating func choose(_ intent: Intent) { perform(.chosen(intent)) }

  /// True while there is something to do between keys.
  public var hasWork: Bool { app.work != nil }

  private var needsTrends: Bool { if case .needed(.trends)? = app.work { true } else { false } }

  /// True while what the screen shows is not all there without it.
  var needsWork: Bool { app.work?.isNeeded == true }

  /// True while there may be more to tell of the screen, or of the record.
  var hasWorkToTell: Bool { needsWork || app.work == .recordFindings }

  /// Does a little of it: two milliseconds at most.
  public mutating func work() { perform(.work) }

  /// Works until something happens, there is something to show, or it is time to show how far it is: five times a second.
  /// Between two slices the terminal is asked, so no key waits for longer than one.
  /// - Returns: what happened; nil if nothing did.
  mutating func work(until terminal: any Terminal) -> TerminalEvent? {
    let (began, isNeeded) = (world.uptime(), needsWork)
    while hasWork, needsWork == isNeeded, world.uptime() < min(began + 200, app.scanDue ?? .max) {
      let event = terminal.next(within: 0)
      if event != .timedOut { return event }
      work()
    }
    return isSameMinute ? nil : .timedOut
  }

  /// Waits for the next thing that happens, and works if there is work. Where the terminal `isBehind` it looks soon
  /// whether that is over. Returns what happened; nil if nothing did.
  mutating func next(from terminal: any Terminal, isBehind: Bool) -> TerminalEvent? {
    if scan() || rest() { return nil }
    let stillness = millisecondsOfStillness
    if hasWork, stillness == nil { return work(until: terminal) }
    func milliseconds(to due: Int64?) -> Int? { due.map { Int(max(1, $0 - uptime)) } }
    let due = isBehind ? Self.millisecondsToNextFrame : milliseconds(to: app.restDue)
    guard let pause = [due, milliseconds(to: app.scanDue), stillness].compactMap(\.self).min() else {
      return terminal.next(within: millisecondsToNextMinute)
    }
    let event = terminal.next(within: min(pause, millisecondsToNextMinute ?? pause))
    return event == .timedOut && isSameMinute ? nil : event
  }

  /// How long work that nobody waits for has to wait itself, because somebody presses keys; nil if it need not.
  private var millisecondsOfStillness: Int? {
    guard let lastKey, app.work?.isPatient == true, !app.isAwaited else { return nil }
    let left = lastKey + Self.stillness - world.uptime()
    return left > 0 ? Int(left) : nil
  }

  /// Longer than between two keys of somebody who walks through a list, in milliseconds.
  private static let stillness: Int64 = 250

  /// Does what is wanted once no key was pressed for a moment.
  /// - Returns: true if it was time for that.
  @discardableResult
  package mutating func rest() -> Bool {
    guard let due = app.restDue, world.uptime() >= due else { return false }
    perform(.rested(uptime: world.uptime()))
    return true
  }

  /// How long a slow line is left to itself before it is looked at again: about twenty bytes at 9600 baud.
  private static let millisecondsToNextFrame = 20

  /// True while the screen shows the minute of the clock.
  private var isSameMinute: Bool {
    world.isFrozen || world.now().milliseconds / 60_000 == app.now.milliseconds / 60_000
  }

  /// Milliseconds on a clock that never jumps.
  var uptime: Int64 { world.uptime() }

  /// Tells the program what the clock shows.
  mutating func setClock() { perform(.clock(clockReading)) }

  private var clockReading: ClockReading {
    ClockReading(now: world.now(), uptime: world.isFrozen ? nil : world.uptime())
  }

  /// How long the clock on the screen stays right; nil where it stands still.
  public var millisecondsToNextMinute: Int? {
    guard !world.isFrozen else { return nil }
    let past = world.now().milliseconds % 60_000
    return Int(60_000 - (past + 60_000) % 60_000)
  }

  /// Answers what happened, and everything that follows from it.
  /// - Returns: true if the world had anything to do.
  @discardableResult
  mutating func perform(_ event: Event) -> Bool {
    counts.updates += 1
    // It holds on to the record it was made from, as what was seen does.
    still = nil
    let effects = app.update(event)
    var hasEffects = !effects.isEmpty
    carryOut(effects)
    // What is shown now has to be read, and what that shows: what cannot be read is not asked for again and again.
    for _ in 0..<Self.mostRounds {
      let missing = app.missing()
      if missing.isEmpty { break }
      hasEffects = true
      carryOut(missing)
    }
    return hasEffects
  }

  /// How often one thing that was read may show that another is needed.
  private static let mostRounds = 4

  private mutating func carryOut(_ effects: [Effect]) {
    var pending = effects
    while !pending.isEmpty {
      guard let reply = reply(to: pending.removeFirst()) else { continue }
      counts.updates += 1
      pending = app.update(reply) + pending
    }
  }

  private func reply(to effect: Effect) -> Reply? {
    switch effect {
    case .load(let partitions): return .loaded(world.load(partitions))
    case .loadRows(let nights): return .rows(world.rows(nights))
    case .loadNewestRows(let nights): return world.newestRows(nights).map(Reply.rows)
    case .prepareRows: return .progress(world.prepareRows())
    case .search(let query): return .found(query, world.search(query, OwnLabels(app.catalogue)))
    case .findExtent: return .extent(world.extent())
    case .findFindings: return .findings(world.findings?() ?? WholeFindings())
    case .findDoses(let question): return .doses(question, world.lastDoses(question))
    case .save(let drafts, let origin):
      let outcome = world.save(drafts)
      if case .saved(_, let partitions) = outcome { return .save(outcome, origin, world.load(partitions)) }
      return .save(outcome, origin, [])
    case .beginNew:
      world.beginNew()
      return nil
    case .goOn(let intent): return .goOn(intent)
    case .report(let job): return .report(job, world.report(job))
    case .undo:
      let preview = world.nextUndo()
      if let preview, preview.isAnothers(than: app.by) { return .asksBeforeUndo(preview) }
      return .undo(world.undo(app.now, app.by), of: preview?.action)
    case .undoAnyway:
      let preview = world.nextUndo()
      return .undo(world.undo(app.now, app.by), of: preview?.action)
    case .previewUndo: return .nextUndo(world.nextUndo())
    case .redo: return .redo(world.redo(app.now, app.by))
    case .bringBack(let action): return .redo(world.bringBack(action, app.now, app.by))
    case .keepSwitches(let keys): return .keptSwitches(world.keepSwitches(keys))
    case .suspend:
      suspend()
      return nil
    case .quit: return .over
    }
  }
}
