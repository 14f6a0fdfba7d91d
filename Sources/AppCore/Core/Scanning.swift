/// Scanning with one switch or with two, as a value: what is lit, what a press means, and when something happens by
/// itself. Times are milliseconds of uptime and are passed in, so a night of scanning can be played in a test.
///
/// Nobody has to be in time here: a step that comes late counts from when it came, so no station is passed over.
package struct Scanning: Hashable, Sendable {
  /// A switch that is bound.
  package enum Switch: Hashable, Sendable {
    /// The only one, or the first.
    case a
    /// The second.
    case b
  }

  /// How moving and choosing are divided.
  package enum Way: Hashable, Sendable {
    /// Time moves, the switch chooses.
    case auto
    /// The switch moves, staying chooses.
    case dwell
    /// The first switch moves, the second chooses; no time at all.
    case step
    /// Time moves, the first switch chooses, the second leads out by a level.
    case autoWithBack

    /// True where stations come by themselves.
    package var isTimed: Bool { self == .auto || self == .autoWithBack }

    /// True where there are two switches.
    var hasSecond: Bool { self == .step || self == .autoWithBack }
  }

  /// What it is doing.
  package enum State: Hashable, Sendable {
    /// Nothing: there is no switch, or a text is typed.
    case off
    /// Still, until a press goes on. That press chooses nothing.
    case resting
    /// A station is lit since then, in that loop, the first being 1.
    case on(since: Int64, loop: Int)
    /// Still until then, after a press that was taken.
    case pausing(until: Int64)
    /// Still, because that switch is held since then.
    case held(Switch, since: Int64)
  }

  /// Where it is: the blocks it went into, and the station of the level there; nil for what comes before the first.
  package struct Place: Hashable, Sendable {
    /// The places of the blocks that lead to the level.
    package var path: [Int] = []
    /// The station of that level.
    package var index: Int? = 0
  }

  /// What came of something.
  package enum Outcome: Hashable, Sendable {
    /// Nothing to be seen.
    case nothing
    /// Something else is lit, or said.
    case moved
    /// This is to be done.
    case chose(ScanStation.Choice)
    /// The step was changed by the switch: it takes this from now on, in milliseconds.
    case changedStep(Int64)
    /// The press was not counted; why is said.
    case notCounted(Remark)
  }

  /// What is said in the status row.
  package enum Remark: Hashable, Sendable {
    /// The press came too soon after another.
    case tooSoon
    /// The key is held.
    case held
    /// What the station stood for is there no more.
    case gone
    /// Two loops in a block brought no press, so it goes on outside.
    case outOfBlock
  }

  /// How moving and choosing are divided.
  package let way: Way
  /// How long everything takes.
  package var timing: ScanTiming
  /// What it is doing.
  package private(set) var state = State.off
  /// Where it is.
  package private(set) var place = Place()
  /// What is said of the last press or the last step; nil for nothing.
  package private(set) var remark: Remark?
  /// The stations it goes through.
  package private(set) var order: ScanOrder
  /// The stations after news, until it comes to the first one again.
  private var news: ScanOrder?
  /// What was lit before time moved on; nil after anything else.
  private var before: Place?
  /// What stays lit while it pauses after a press; nil for what comes next.
  private var pressed: ScanStation?
  /// True if it rests once the pause is over.
  private var restsNext = false
  private var rearming = SwitchRearming()

  /// In a block it goes on outside after so many loops without a press.
  private static let loopsInBlock = 2

  /// Scanning that rests on the first station; without time the first press moves.
  package init(_ way: Way, _ timing: ScanTiming = ScanTiming(), _ order: ScanOrder, at time: Int64 = 0) {
    (self.way, self.timing, self.order) = (way, timing, order)
    rest(at: time)
  }

  // MARK: What is seen

  /// The stations of the level it is on.
  package var level: [ScanStation] { order.level(at: place.path) }

  /// The station that is lit; nil where there is none.
  package var lit: ScanStation? { state.isPausing ? pressed ?? station(at: place) : station(at: place) }

  /// The stations of the screen as it is now; `order` has them from the next loop on.
  var latest: ScanOrder { news ?? order }

  /// True while it stands still until somebody presses.
  package var isResting: Bool { state == .resting }

  /// How long the window has to be for this keyboard, whose repeats begin after it; nil while none was noticed, and once
  /// something else was chosen than to take it.
  package var proposedWindow: Int64? { rearming.longerWindow.flatMap { $0 > timing[.ignore] ? $0 : nil } }

  /// When time is to be told next; nil while nothing happens by itself.
  package var deadline: Int64? {
    switch state {
    case .off, .resting: nil
    case .pausing(let until): until
    case .held(let key, _): rearming.restsAt(key, window: timing[.ignore]).map { $0 + 1 }
    case .on(let since, _):
      switch way {
      case .step: nil
      case .dwell: since + timing[.dwell]
      case .auto, .autoWithBack: since + timing[.step] + ((place.index ?? 0) == 0 ? timing[.first] : 0)
      }
    }
  }

  private func station(at place: Place) -> ScanStation? {
    guard let index = place.index else { return order.lead }
    let level = order.level(at: place.path)
    return level.indices.contains(index) ? level[index] : nil
  }

  // MARK: What happens

  /// A switch was pressed.
  package mutating func press(_ key: Switch, at time: Int64) -> Outcome {
    if state == .off { return .nothing }
    if moves(key) {
      switch rearming.move(key, at: time, gap: timing[.move]) {
      case .acts: return move(at: time)
      case .tooSoon: return .nothing
      case .held: return hold(key, at: time)
      }
    }
    // What is pressed during a pause was meant for what is not there any more.
    switch rearming.choose(key, at: time, window: timing[.ignore], mayAct: !state.isPausing) {
    case .held: return hold(key, at: time)
    case .tooSoon: return refuse(.tooSoon)
    case .acts: break
    }
    switch state {
    case .off, .pausing: return .nothing
    case .resting, .held:
      // A press that wakes was pressed by somebody who saw nothing move.
      begin(at: time)
      return .moved
    case .on(let since, _):
      if way == .autoWithBack, key == .b { return goOut(at: time) }
      if way.isTimed, time < since + timing[.late] {
        // What comes before the first of a level is the pause.
        guard let before else { return refuse(.tooSoon) }
        place = before
      }
      return choose(at: time)
    }
  }

  /// A key that is no switch was pressed: whoever has a keyboard goes first. `chooses` is true if it chose something.
  package mutating func otherKey(at time: Int64, chooses: Bool = false) {
    if chooses { rearming.noteOtherChoice(at: time) }
    if state != .off { rest(at: time) }
  }

  /// So late it is. It moves by one station at most, however late that is.
  package mutating func time(at time: Int64) -> Outcome {
    guard let deadline, time >= deadline else { return .nothing }
    switch state {
    case .off, .resting: return .nothing
    case .held:
      rest(at: time)
      return .moved
    case .pausing:
      let rests = restsNext
      if rests { rest(at: time, at: place) } else { light(at: time) }
      return .moved
    case .on(_, let loop): return way == .dwell ? choose(at: time) : step(loop, at: time)
    }
  }

  /// The screen shows other stations. `isNews` is true if nobody here did that: then no station moves.
  package mutating func sceneChanged(_ order: ScanOrder, at time: Int64, isNews: Bool = false) {
    // What comes in while nothing was lit yet moves nothing that anybody waits for.
    let isUnseen = state.isPausing && place == first
    if isNews, !isUnseen, order.screen == self.order.screen {
      self.order = self.order.refreshed(by: order)
      news = order
      // The press that goes on chooses nothing.
      if isResting, place.path.isEmpty { takeNews() }
      return
    }
    (self.order, news) = (order, nil)
    place = first
    before = nil
    if case .on = state { light(at: time) }
  }

  /// Stops, while a text is typed or there is no switch.
  package mutating func stop() {
    (state, remark) = (.off, nil)
  }

  /// Rests on the first station.
  package mutating func rest(at time: Int64) { rest(at: time, at: Place()) }

  // MARK: Moving

  private var first: Place { Place(index: order.lead == nil ? 0 : nil) }

  private var isOnFirst: Bool { place.path.isEmpty && (place.index ?? 0) == 0 }

  private func moves(_ key: Switch) -> Bool { way == .dwell || way == .step && key == .a }

  private mutating func takeNews() {
    if let news { order = news }
    news = nil
    let isGone = place.index.map { place.path.isEmpty && $0 >= order.stations.count } ?? (order.lead == nil)
    if isGone { place.index = 0 }
  }

  private mutating func rest(at time: Int64, at place: Place) {
    self.place = place
    (before, pressed, restsNext, remark) = (nil, nil, false, nil)
    if place.path.isEmpty { takeNews() }
    // Without time nothing has to be woken.
    state = way == .step ? .on(since: time, loop: 1) : .resting
  }

  private mutating func begin(at time: Int64) {
    remark = nil
    light(at: time)
  }

  /// Lights the station where it is, from the first loop on.
  private mutating func light(at time: Int64) {
    (before, pressed, restsNext) = (nil, nil, false)
    state = .on(since: time, loop: 1)
  }

  /// Goes on by a press.
  private mutating func move(at time: Int64) -> Outcome {
    remark = nil
    switch state {
    case .off: return .nothing
    case .resting, .held: light(at: time)
    case .pausing: return refuse(.tooSoon)
    case .on(_, let loop):
      goToNext()
      state = .on(since: time, loop: loop)
    }
    return .moved
  }

  /// Goes to the next station of the level, from the last to the first.
  private mutating func goToNext() {
    let next = place.index.map { $0 + 1 } ?? 0
    place.index = next < level.count ? next : 0
    if isOnFirst { takeNews() }
  }

  /// Goes on by time.
  private mutating func step(_ loop: Int, at time: Int64) -> Outcome {
    let last = place
    guard place.index == level.count - 1 else {
      goToNext()
      before = last
      state = .on(since: time, loop: loop)
      return .moved
    }
    if place.path.isEmpty, loop >= timing[.loops] {
      rest(at: time)
      return .moved
    }
    if !place.path.isEmpty, loop >= Self.loopsInBlock {
      leaveBlock()
      light(at: time)
      remark = .outOfBlock
      return .moved
    }
    goToNext()
    before = last
    state = .on(since: time, loop: loop + 1)
    return .moved
  }

  /// Goes to the station after the block it is in.
  private mutating func leaveBlock() {
    place.index = place.path.removeLast()
    goToNext()
  }

  /// The second switch leads out: to the block it is in, or to the screen before.
  private mutating func goOut(at time: Int64) -> Outcome {
    guard !place.path.isEmpty else {
      place = first
      pause(at: time)
      return .chose(ScanStation.Choice(place: .words, intent: .act(.back)))
    }
    place.index = place.path.removeLast()
    pause(at: time)
    return .moved
  }

  // MARK: Choosing

  private mutating func choose(at time: Int64) -> Outcome {
    guard let station = station(at: place) else {
      rest(at: time)
      return .moved
    }
    if station.isGone {
      // Where staying chooses, it would choose the same nothing again and again.
      if way == .dwell { rest(at: time) } else { light(at: time) }
      return refuse(.gone)
    }
    remark = nil
    switch station.kind {
    case .block:
      if let index = place.index { place.path.append(index) }
      place.index = 0
      pause(at: time, lit: station)
      return .moved
    case .noneOfThese:
      leaveBlock()
      pause(at: time, lit: station)
      return .moved
    case .item(let choice):
      rearming.forgetLongerWindow()
      guard let control = choice.intent.scanControl else {
        place = first
        pause(at: time, rests: timing.startsByPress)
        return .chose(choice)
      }
      switch control {
      case .pause:
        rest(at: time)
        return .moved
      case .slower, .faster:
        timing.change(isSlower: control == .slower)
        // It stays there, because one is seldom enough.
        pause(at: time, lit: station)
        return .changedStep(timing[.step])
      }
    }
  }

  /// Stands still after a press that was taken. `lit` is what stays lit; nil for what comes next.
  private mutating func pause(at time: Int64, lit: ScanStation? = nil, rests: Bool = false) {
    (before, pressed) = (nil, lit)
    // Where staying chooses, nothing is chosen before somebody has pressed.
    restsNext = rests || way == .dwell
    state = way == .step ? .on(since: time, loop: 1) : .pausing(until: time + timing[.after])
  }

  // MARK: Presses that do not count

  private mutating func refuse(_ remark: Remark) -> Outcome {
    self.remark = remark
    return .notCounted(remark)
  }

  private mutating func hold(_ key: Switch, at time: Int64) -> Outcome {
    if case .held(key, _) = state { return refuse(.held) }
    rest(at: time)
    state = .held(key, since: time)
    return refuse(.held)
  }
}

extension Scanning.State {
  fileprivate var isPausing: Bool { if case .pausing = self { true } else { false } }
}
