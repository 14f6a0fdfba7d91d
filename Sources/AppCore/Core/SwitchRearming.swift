/// Tells presses that are meant from bounces, repeats and a switch that never lets go, with time passed in as milliseconds
/// of uptime.
///
/// A terminal tells of no key that is let go, so what a key does is known from its presses alone. A press chooses if
/// nothing was taken within the window, and if its own key has rested as long; what comes sooner makes the key rest anew.
struct SwitchRearming: Hashable, Sendable {
  /// A key whose presses do not end for so long is held.
  static let heldAfter: Int64 = 3000
  /// The delays before a keyboard repeats that may be longer than the window.
  private static let longestDelay: Int64 = 2200
  /// Repeats of a keyboard follow each other sooner than this, and more of them than a press bounces.
  private static let keyboardGap: Int64 = 60
  private static let leastRepeats = 4

  /// What a press is.
  enum Press: Hashable {
    /// It acts.
    case acts
    /// It is a bounce, a repeat, or one too soon after another.
    case tooSoon
    /// The key is held: it acts no more until it rests.
    case held
  }

  /// When any choosing key was last taken; nil for never.
  private var takenAt: Int64?
  private var keys: [Scanning.Switch: Train] = [:]
  /// How long the window has to be for a keyboard whose repeats began after it; nil while none was noticed.
  private(set) var longerWindow: Int64?

  /// The presses of one switch that follow each other without a rest.
  private struct Train: Hashable {
    var beganAt: Int64
    var lastAt: Int64
    var movedAt: Int64?
    /// How long it had rested before it was last taken, if a keyboard may begin to repeat after that; nil if not.
    var delay: Int64?
    /// How many repeats came right after that.
    var repeats = 0
  }

  /// Takes in a press of a switch that chooses. `window` is how long it must have rested. `mayAct` is false where no press
  /// acts.
  mutating func choose(_ key: Scanning.Switch, at time: Int64, window: Int64, mayAct: Bool) -> Press {
    let rest = keys[key].map { time - $0.lastAt }
    var train = next(key, at: time, quiet: Self.quiet(window))
    defer { keys[key] = train }
    if let rest, let delay = train.delay {
      train.repeats = rest < Self.keyboardGap ? train.repeats + 1 : 0
      if train.repeats >= Self.leastRepeats {
        longerWindow = min((delay + 149) / 100 * 100, ScanTiming.Part.ignore.range.upperBound)
      }
      if train.repeats == 0 { train.delay = nil }
    }
    if time - train.beganAt >= Self.heldAfter { return .held }
    if let rest, rest <= Self.quiet(window) { return .tooSoon }
    if !mayAct { return .tooSoon }
    if let takenAt, time - takenAt <= window { return .tooSoon }
    takenAt = time
    (train.delay, train.repeats) = (rest.flatMap { $0 > window && $0 <= Self.longestDelay ? $0 : nil }, 0)
    return .acts
  }

  /// Takes in a press of a switch that moves: single ones all count, those of a held key as often as `gap` allows.
  mutating func move(_ key: Scanning.Switch, at time: Int64, gap: Int64) -> Press {
    var train = next(key, at: time, quiet: KeyRepeatFilter.repeatGap)
    defer { keys[key] = train }
    if time - train.beganAt >= Self.heldAfter { return .held }
    if let movedAt = train.movedAt, time - movedAt < gap { return .tooSoon }
    train.movedAt = time
    return .acts
  }

  /// Notes that a key of the keyboard chose something.
  mutating func noteOtherChoice(at time: Int64) { takenAt = time }

  /// Forgets that repeats began after the window.
  mutating func forgetLongerWindow() { longerWindow = nil }

  /// When a key that is held will have rested long enough; nil if it was never pressed.
  func restsAt(_ key: Scanning.Switch, window: Int64) -> Int64? { keys[key].map { $0.lastAt + Self.quiet(window) } }

  /// The train of a key with one press more.
  private func next(_ key: Scanning.Switch, at time: Int64, quiet: Int64) -> Train {
    guard var train = keys[key] else { return Train(beganAt: time, lastAt: time) }
    if time - train.lastAt > quiet { train.beganAt = time }
    train.lastAt = time
    return train
  }

  /// Repeats of a held key are told from presses also where there is no window.
  private static func quiet(_ window: Int64) -> Int64 { max(window, KeyRepeatFilter.repeatGap) }
}
