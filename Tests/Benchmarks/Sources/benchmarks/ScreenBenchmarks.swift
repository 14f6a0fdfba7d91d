import Glibc

/// Measures the full screen on a terminal of its own: the start, keys, memory, and what it does when nothing happens.
struct ScreenBenchmarks {
  /// A way to a screen, and the keys that are measured there.
  struct Journey {
    /// What the row of the table says.
    let name: String
    /// The keys that lead there from the first screen.
    let way: [ScreenKey]
    /// The keys pressed there, over and over. They must end where they began.
    let keys: [ScreenKey]
    /// Which of them are measured; all unless said.
    var measured: Set<Int>?
    /// True for a terminal of 120 by 40.
    var isWide = false
  }

  /// A program that shows a screen.
  struct Subject {
    let name: String
    let words: [String]
    /// What its first useful screen holds.
    let marker: String
  }

  // What is known about the screens stands here and nowhere else.

  /// What the first screen holds.
  static let marker = "Mark moment"
  /// The keys from the first screen to past nights.
  static let pastNights: [ScreenKey] = [.right, .right, .right, .enter]
  /// Up from the first night goes round to the ways out below the list.
  private static let trends = pastNights + [.up, .up, .enter]
  /// From the trends to those of all nights; the last of them opens them.
  private static let toAll: [ScreenKey] = [.right, .end, .up, .enter]
  /// From the trends to those of thirty nights.
  private static let toThirty: [ScreenKey] = [.right, .home, .down, .down, .enter]
  private static let more: [ScreenKey] = [.right, .right, .enter]
  private static let entries = more + [.end] + Array(repeating: .up, count: 5) + [.enter]
  private static let bedtime: [ScreenKey] = [.right, .right, .down, .down, .enter]
  private static let plan: [ScreenKey] = [.right, .right, .right, .down, .down, .enter]

  /// What is measured, and where.
  static let journeys = [
    Journey(name: "next and previous line on Tonight", way: [], keys: [.down, .up]),
    Journey(
      name: "next and previous line of the bedtime checklist", way: bedtime, keys: [.down, .up]),
    Journey(
      name: "a checklist item with its last fourteen nights, and back", way: bedtime + [.down], keys: [.right, .left]),
    Journey(
      name: "further on and back in a page of the guide", way: more + [.end, .up, .enter, .down, .up, .enter],
      keys: [.pageDown, .pageUp]),
    Journey(name: "equipment in the plan, and back", way: plan + [.down, .down], keys: [.right, .left]),
    Journey(name: "next and previous line in past nights", way: pastNights, keys: [.down, .up]),
    Journey(
      name: "next and previous line in past nights, 120 by 40", way: pastNights, keys: [.down, .up], isWide: true),
    Journey(name: "next and previous page of past nights", way: pastNights, keys: [.pageDown, .pageUp]),
    Journey(name: "newest and oldest of past nights", way: pastNights, keys: [.end, .home]),
    Journey(
      name: "next and previous night", way: pastNights + [.pageDown, .enter, .up, .up],
      keys: [.enter, .down, .enter, .up]),
    Journey(name: "past nights opened anew", way: Array(pastNights.dropLast()), keys: [.enter, .left], measured: [0]),
    Journey(
      name: "trends of all nights, worked out before", way: trends, keys: toAll + toThirty,
      measured: [toAll.count - 1]),
    Journey(name: "next and previous line in trends of all nights", way: trends + toAll, keys: [.down, .up]),
    Journey(
      name: "a chart of all nights, and back", way: trends + toAll + [.down, .down], keys: [.right, .left]),
    Journey(
      name: "two spans of all nights side by side", way: trends + toAll + [.end, .up, .up], keys: [.right, .left]),
  ]

  /// What is measured in a night of many entries against one of few.
  static let nightJourneys = [
    Journey(name: "next and previous line on Tonight, 120 by 40", way: [], keys: [.down, .up], isWide: true),
    Journey(name: "a turn and undo on Tonight", way: [], keys: [.text("l"), .text("u")]),
    Journey(name: "a turn and undo on Tonight, 120 by 40", way: [], keys: [.text("l"), .text("u")], isWide: true),
    Journey(name: "next and previous page of a night's entries", way: entries, keys: [.pageDown, .pageUp]),
    Journey(name: "last and first of a night's entries", way: entries, keys: [.end, .home]),
  ]

  /// What is measured in a night of many entries alone: one of few shows all of them.
  static let longJourneys = [
    Journey(name: "older and newer entries on Tonight", way: [], keys: [.pageDown, .pageUp]),
    Journey(
      name: "older and newer entries on Tonight, 120 by 40", way: [], keys: [.pageDown, .pageUp], isWide: true),
  ]

  /// The program.
  let program: String
  /// The folder for everything.
  let folder: String
  /// How long it is left alone.
  let idleSeconds: Double

  /// Measures everything and prints a row for each.
  /// - Returns: false if something could not be measured.
  func run() -> Bool {
    mkdir(folder + "/home", 0o700)
    var isWhole = rows("start to first screen") { try firstScreen(runs: 30) }
    for journey in Self.journeys {
      isWhole = rows("key to last byte, \(journey.name)") { try keys(journey, presses: 200) } && isWhole
    }
    for journey in Self.nightJourneys {
      isWhole =
        rows("key to last byte, \(journey.name)") { try keys(journey, presses: 100, [long, short]) } && isWhole
    }
    for journey in Self.longJourneys {
      isWhole = rows("key to last byte, \(journey.name)") { try keys(journey, presses: 200, [long]) } && isWhole
    }
    isWhole = rows("trends of all nights") { try firstTrends(runs: 20) } && isWhole
    isWhole = rows("peak memory") { try memory() } && isWhole
    isWhole = rows("left alone") { try idle() } && isWhole
    return rows("left alone in the glance view") { try glance() } && isWhole
  }

  private func rows(_ name: String, _ measure: () throws -> [String]) -> Bool {
    defer { fflush(nil) }
    do {
      for row in try measure() { print("| \(row) |") }
      return true
    } catch {
      print("| \(name) | NOT MEASURED: \(error) | | |")
      return false
    }
  }

  private func ours(_ name: String, _ store: String, marker: String = marker) -> Subject {
    Subject(name: name, words: [program, "--store", folder + "/" + store], marker: marker)
  }

  private var tenYears: Subject { ours("ten years", "years") }
  private var thirtyYears: Subject { ours("thirty years", "decades") }

  private var long: Subject { ours("a night of 500 entries", "long") }
  private var short: Subject { ours("a night of 10", "short") }

  private func start(_ subject: Subject, seconds: Double = 20, isWide: Bool = false) throws -> ScreenProgram {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return try ScreenProgram(
      subject.words,
      environment: [
        "HOME": folder + "/home", "LC_ALL": "C.UTF-8", "PATH": path, "TERM": "xterm-256color", "TZ": "Europe/Berlin",
        "XDG_STATE_HOME": folder + "/state",
      ], seconds: seconds, columns: isWide ? 120 : 80, rows: isWide ? 40 : 24)
  }

  /// Starts a program and takes it where it is to be measured.
  private func start(
    _ subject: Subject, at way: [ScreenKey], seconds: Double = 20, isWide: Bool = false
  ) throws -> ScreenProgram {
    let running = try start(subject, seconds: seconds, isWide: isWide)
    do {
      _ = try running.screen(with: subject.marker)
      for (number, key) in way.enumerated() where try running.press(key, patience: 2000) == nil {
        throw ScreenProgram.Failure(description: "key \(number + 1) of the way there, \(key), changed nothing")
      }
    } catch {
      running.stop()
      throw error
    }
    return running
  }

  // MARK: - What is measured

  /// From the start of the process to the last byte of the first useful screen.
  private func firstScreen(runs: Int) throws -> [String] {
    func once(_ subject: Subject) throws -> Double {
      let running = try start(subject)
      defer { running.stop() }
      return try running.screen(with: subject.marker).end - running.start
    }
    let subjects = [ours("empty", "none", marker: "Welcome to Nightstand"), tenYears, thirtyYears]
    let rival = Subject(name: "calcurse, empty", words: ["calcurse"], marker: "Calendar")
    for subject in subjects { _ = try once(subject) }
    let hasRival = (try? once(rival)) != nil
    var times = [Timing](repeating: Timing(), count: subjects.count)
    var theirs = Timing()
    for _ in 0..<runs {
      for (index, subject) in subjects.enumerated() { times[index].add(try once(subject)) }
      if hasRival { theirs.add(try once(rival)) }
    }
    return zip(subjects, times).map { subject, time in
      "start to first screen, \(subject.name), \(runs) | \(time.summary) | "
        + (hasRival
          ? "\(rival.name) \(theirs.summary) | \((time.median / theirs.median).short)"
          : "calcurse does not run here; apt-get install calcurse |")
    }
  }

  /// From a key to the last byte of what it changes, and how many bytes that is.
  private func keys(_ journey: Journey, presses: Int, _ given: [Subject]? = nil) throws -> [String] {
    let subjects = given ?? [tenYears, thirtyYears]
    var running: [ScreenProgram] = []
    defer { for program in running { program.stop() } }
    for subject in subjects { running.append(try start(subject, at: journey.way, seconds: 90, isWide: journey.isWide)) }
    var times = [Timing](repeating: Timing(), count: subjects.count)
    var bytes = times
    for number in 0..<presses {
      for (index, program) in running.enumerated() {
        let place = number % journey.keys.count
        guard let answer = try program.press(journey.keys[place]), journey.measured?.contains(place) != false else {
          continue
        }
        times[index].add(answer.milliseconds)
        bytes[index].add(Double(answer.bytes))
      }
    }
    let answered = times.map(\.samples.count)
    let expected = presses * (journey.measured?.count ?? journey.keys.count) / journey.keys.count
    guard answered.allSatisfy({ $0 * 2 >= expected }) else {
      throw ScreenProgram.Failure(description: "of \(presses) keys only \(answered) changed anything")
    }
    guard subjects.count > 1 else {
      return [
        "key to last byte, \(journey.name), \(subjects[0].name), \(answered[0]) | \(times[0].summary) | |",
        "bytes for that, median and most | \(bytes[0].count) | |",
      ]
    }
    return [
      "key to last byte, \(journey.name), \(subjects[0].name), \(answered[0]) | \(times[0].summary) | "
        + "\(subjects[1].name) \(times[1].summary) | \((times[0].median / times[1].median).short)",
      "bytes for that, median and most | \(bytes[0].count) | "
        + "\(subjects[1].name) \(bytes[1].count) | \((bytes[0].median / bytes[1].median).short)",
    ]
  }

  /// From the key that chooses all nights to the last byte, the first time in each of some runs: after somebody looked at
  /// the choice for a moment, and for whoever did not.
  private func firstTrends(runs: Int) throws -> [String] {
    func once(_ subject: Subject, pause: Double) throws -> Double {
      let running = try start(subject, at: Self.trends + Self.toAll.dropLast())
      defer { running.stop() }
      _ = try running.idle(seconds: pause)
      guard let last = Self.toAll.last, let answer = try running.press(last) else {
        throw ScreenProgram.Failure(description: "choosing all nights changed nothing")
      }
      return answer.milliseconds
    }
    return try [tenYears, thirtyYears].map { subject in
      var (calm, hasty) = (Timing(), Timing())
      for _ in 0..<runs {
        calm.add(try once(subject, pause: 0.5))
        hasty.add(try once(subject, pause: 0))
      }
      return "key to last byte, trends of all nights for the first time, \(subject.name), \(runs) | \(calm.summary) | "
        + "without half a second before it \(hasty.summary) | \((calm.median / hasty.median).short)"
    }
  }

  /// The most memory it ever had, once all past nights were looked at.
  private func memory() throws -> [String] {
    func peak(_ subject: Subject) throws -> Double {
      let running = try start(subject, at: Self.pastNights + [.end])
      defer { running.stop() }
      for _ in 0..<200 { _ = try running.press(.pageUp, patience: 40) }
      return Double(try running.status("VmHWM")) / 1024
    }
    let (ten, thirty) = (try peak(tenYears), try peak(thirtyYears))
    return [
      "peak memory, past nights from the oldest 200 pages up, ten years | \(ten.short) MB | "
        + "thirty years \(thirty.short) MB | \((ten / thirty).short)"
    ]
  }

  /// What it writes, and how often it wakes, while nobody does anything.
  private func idle() throws -> [String] {
    let running = try start(tenYears, at: [], seconds: idleSeconds + 20)
    defer { running.stop() }
    let before = try running.status("voluntary_ctxt_switches")
    let bytes = try running.idle(seconds: idleSeconds)
    let wakes = try running.status("voluntary_ctxt_switches") - before
    return ["left alone for \(Int(idleSeconds)) s, ten years | \(bytes) bytes, \(wakes) wake-ups | |"]
  }

  /// The same in the glance view, which comes a minute or two after the start.
  private func glance() throws -> [String] {
    guard idleSeconds >= 60 else { return ["left alone in the glance view | not measured without `--idle 60` | |"] }
    let running = try start(ours("glance", "glance"), seconds: idleSeconds + 150)
    defer { running.stop() }
    _ = try running.screen(with: "█")
    let before = try running.status("voluntary_ctxt_switches")
    let bytes = try running.idle(seconds: idleSeconds)
    let wakes = try running.status("voluntary_ctxt_switches") - before
    return ["left alone for \(Int(idleSeconds)) s in the glance view | \(bytes) bytes, \(wakes) wake-ups | |"]
  }
}

extension Timing {
  /// Median and 95th percentile of milliseconds.
  fileprivate var summary: String { "\(median.short) ms, p95 \(quantile(0.95).short) ms" }

  /// Median and maximum of counts.
  fileprivate var count: String { "\(Int(median)), \(Int(quantile(1)))" }
}
