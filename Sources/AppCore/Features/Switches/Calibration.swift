/// Seven presses, each after a word that comes after a while nobody knows, and what follows from them for scanning. Times
/// are milliseconds of uptime.
///
/// The step follows Simpson, Koester and LoPresti (2006, 2007): the mean of the answers by 0.65, and the mean and two
/// standard deviations, agree for many people; the longer of both is proposed.
struct Calibration: Hashable, Sendable {
  /// How many presses are asked for, the first two for practice.
  static let presses = 7
  static let practice = 2
  /// Who has not pressed for so long has missed it.
  static let patience: Int64 = 4000
  /// A press so soon after one that counted is its bounce.
  private static let bounce: Int64 = 250
  /// How few answers nothing can be reckoned from.
  private static let fewest = 3

  /// What is shown.
  enum Stage: Hashable, Sendable {
    /// Nothing yet: the word comes then.
    case waiting(until: Int64)
    /// The word, since then.
    case now(since: Int64)
    /// What came of it.
    case done
  }

  /// What came of each word: how long the press took; nil for none.
  private(set) var answers: [Int64?] = []
  /// Presses before the word came.
  private(set) var extras = 0
  private(set) var stage: Stage
  private var lastPress: Int64?
  private var seed: UInt64

  /// One that begins then. The same moment gives the same waits.
  init(at time: Int64) {
    (stage, seed, lastPress) = (.done, UInt64(bitPattern: time), time)
    wait(from: time)
  }

  /// When something happens by itself; nil once it is done.
  var due: Int64? {
    switch stage {
    case .waiting(let until): until
    case .now(let since): since + Self.patience
    case .done: nil
    }
  }

  /// The time has come for what is due.
  mutating func pass(_ time: Int64) {
    guard let due, time >= due else { return }
    switch stage {
    case .waiting: stage = .now(since: time)
    case .now: take(nil, at: time)
    case .done: break
    }
  }

  /// The switch was pressed.
  mutating func press(_ time: Int64) {
    if let lastPress, time - lastPress < Self.bounce { return }
    lastPress = time
    switch stage {
    case .waiting: extras += 1
    case .now(let since): take(time - since, at: time)
    case .done: break
    }
  }

  private mutating func take(_ answer: Int64?, at time: Int64) {
    answers.append(answer)
    if answers.count == Self.presses { stage = .done } else { wait(from: time) }
  }

  /// Waits for 1.5 to 3.5 s, so that nobody presses in rhythm.
  private mutating func wait(from time: Int64) {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    stage = .waiting(until: time + 1500 + Int64((seed >> 33) % 2001))
  }

  /// What came of it.
  struct Result: Hashable, Sendable {
    /// The mean answer, and the fastest and the slowest, in milliseconds.
    let mean, fastest, slowest: Int64
    /// The step that is proposed, in milliseconds.
    let step: Int64
    /// How soon after a step a press is meant for the line before, as it is proposed, in milliseconds.
    let late: Int64
  }

  /// What follows from the answers behind the practice; nil from fewer than three.
  var result: Result? {
    let good = answers.dropFirst(Self.practice).compactMap(\.self)
    guard good.count >= Self.fewest, let fastest = good.min(), let slowest = good.max() else { return nil }
    let mean = Double(good.reduce(0, +)) / Double(good.count)
    let squares = good.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let deviation = (squares / Double(good.count - 1)).squareRoot()
    let step = Int64((max(mean / 0.65, mean + 2 * deviation) / 100).rounded(.up)) * 100
    // Nobody who answers this slowly has answered to the new line so soon.
    let late: Int64 = fastest >= 400 ? 250 : fastest >= 300 ? 150 : 0
    return Result(
      mean: Int64(mean.rounded()), fastest: fastest, slowest: slowest, step: min(max(step, 500), 5000), late: late)
  }

  /// True where a quarter of the words brought no press, or presses came before them.
  var isUnsteady: Bool { 4 * (answers.count { $0 == nil } + extras) >= Self.presses }
}
