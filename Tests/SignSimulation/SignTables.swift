/// The tables of a set of rules on made-up people, in Markdown.
public struct SignTables: Sendable {
  private let rules: RuleSet
  private let people: Int
  private let nights: Int
  private let seed: UInt64
  private static let kinds = PersonKind.allCases

  /// The tables of the rules of the program, on so many people of each kind and so many nights.
  public static func ofTheProgram(people: Int = 200, nights: Int = 365, seed: UInt64 = 1) -> SignTables {
    SignTables(.ofTheProgram, people: people, nights: nights, seed: seed)
  }

  /// The tables of a set of rules.
  package init(_ rules: RuleSet, people: Int, nights: Int, seed: UInt64) {
    (self.rules, self.people, self.nights, self.seed) = (rules, people, nights, seed)
  }

  /// What each table is called, and how it is made; each takes some seconds.
  public var all: [(name: String, lines: @Sendable () -> [String])] {
    [
      ("Stable people", stable), ("Worsening at night 60, and ill from night 1", worse),
      ("Half as bad, better again, and an uneven wearer", between), ("Gaps and noise", gaps),
      ("A new machine, a new habit", habits), ("Other people", others),
    ]
  }

  private func trial(_ kind: PersonKind) -> Trial { Trial(kind, people: people, nights: nights, seed: seed) }

  // MARK: Stable people

  private func stable() -> [String] {
    let outcomes = Self.kinds.map { trial($0).run(rules) }
    let rows = rules.rules.map { rule in
      let tallies = outcomes.map { $0.rules[rule.id] ?? Tally() }
      return "| \(rule.id) | \(rule.level.rawValue) | \(Self.joined(tallies.map(\.standingShare))) "
        + "| \(tallies.map { $0.begunAWeek.hundredths }.joined(separator: " / ")) |"
    }
    let any = outcomes.map(\.anyCall.standingShare)
    let new = outcomes.map { $0.newCallsAWeek(rules).hundredths }
    let echoes = Self.kinds.map { trial($0).echoingShare }
    return [
      "| rule | level | standing, % of nights: mild / middling / many | new a week: mild / middling / many |",
      "|---|---|---|---|",
    ] + rows + [
      "| repeated: choked, throat closed, coloured mucus of the last 7 nights | none | \(Self.joined(echoes)) | |",
      "| **any call today** | | **\(Self.joined(any))** | \(new.joined(separator: " / ")) (each rule counted) |",
      "| the 90th of 100 people | | \(Self.joined(outcomes.map { Self.ninetieth($0.people) })) | |",
    ]
  }

  private static func ninetieth(_ shares: [Double]) -> Double {
    let sorted = shares.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 9 / 10)]
  }

  // MARK: Getting worse

  private func worse() -> [String] {
    let mild = trial(.mild)
    let speeds = [0, 30, 90].map { mild.worsening(rules, over: $0) }
    let middling = trial(.middling).worsening(rules, over: 0)
    let ill = mild.worsening(rules, from: 0, over: 0)
    func row(_ id: String) -> String {
      let tallies = speeds.map { $0[id] ?? Tally() }
      let (kept28, kept90) = (tallies.map { $0.share(of: $0.kept28) }, tallies.map { $0.share(of: $0.kept90) })
      return "| \(id) | \(tallies.map(Self.found).joined(separator: " | ")) | \(Self.joined(kept28)) "
        + "| \(Self.joined(kept90)) | \(Self.found(middling[id] ?? Tally())) | \(Self.found(ill[id] ?? Tally())) |"
    }
    return [
      "In % of people, mild unless said: found within 7 (14) nights of the full level; still standing 28 and 90 nights "
        + "after it, for the three speeds. Any call: for people whose breathing gets worse.", "",
      "| rule | found, at once | over 30 nights | over 90 | at +28 | at +90 | middling, at once | ill from night 1 |",
      "|---|---|---|---|---|---|---|---|",
    ] + (rules.rules.map(\.id) + [Trial.anyCall]).map(row)
  }

  // MARK: Between well and worse

  private func between() -> [String] {
    let mild = trial(.mild)
    let some = mild.worsening(rules, over: 0) { $0.course.worsening?.full = 0.6 }
    let better = Self.kinds.prefix(2).map { kind in
      trial(kind).worsening(rules, over: 0) { $0.course.worsening?.until = 120 }
    }
    func row(_ id: String) -> String {
      let tally = some[id] ?? Tally()
      let (kept28, kept90) = (tally.share(of: tally.kept28), tally.share(of: tally.kept90))
      let isShare = rules.rules.first { $0.id == id }?.target.canMiss ?? true
      let left = better.map { tallies in
        let tally = tallies[id] ?? Tally()
        return Self.joined([tally.left7, tally.left14, tally.left28].map(tally.share))
      }
      return "| \(id) | \(isShare ? "\(Self.found(tally)) | \(Self.joined([kept28, kept90]))" : " | ") "
        + "| \(left.joined(separator: " | ")) |"
    }
    let wearers = Self.kinds.map { kind in
      trial(kind).with { $0.course.maskSpread = 0.4 }.run(rules).rules.filter { id, _ in
        rules.rules.contains { $0.id == id && $0.target == .mask }
      }.values.first?.standingShare ?? 0
    }
    return [
      "Worse at once at night 60, in % of people. To 60 %: mild people, in three of five nights instead of four of five. "
        + "Better again: as before from night 120 on, and still standing 7, 14 and 28 nights later. Any call: for people "
        + "whose breathing gets worse; others of their signs stand as well.", "",
      "| rule | to 60 %: found in 7 (14) | at +28 / +90 | better again, mild: +7 / +14 / +28 | middling |",
      "|---|---|---|---|---|",
    ] + (rules.rules.map(\.id) + [Trial.anyCall]).map(row) + [
      "",
      "An uneven wearer, whose minutes on the mask have a standard deviation of 40 %: the mask's sign stands on "
        + "\(Self.joined(wearers)) % of nights of stable people, mild / middling / many.",
    ]
  }

  // MARK: Gaps

  private func gaps() -> [String] {
    let mild = trial(.mild)
    let left = mild.worsening(rules, over: 0) { $0.habits.unrecorded = 0.3 }
    let short = mild.worsening(rules, over: 0) {
      $0.habits.gaps = Habits.Gaps(from: 84, nights: 5, every: 20)
    }
    // The night asked about, 90 nights after the full level, is the last of the forty.
    let long = mild.worsening(rules, over: 0) { $0.habits.gaps = Habits.Gaps(from: 111, nights: 40, every: nil) }
    let noisy = mild.worsening(rules, over: 0, isAlone: true) { $0.habits.share = 0.5 }
    var missing: [String: Tally] = [:]
    for rule in rules.rules where rule.target.canMiss {
      let found = mild.worsening(rules, over: 0, ids: [rule]) { $0.habits.missesBadNights = rule.target }
      missing[rule.id] = found[rule.id]
    }
    func row(_ id: String) -> String {
      let all = [left, short, long, noisy].map { $0[id] ?? Tally() }
      let (unseen, ended) = (all.prefix(3).map(\.endedUnseen).reduce(0, +), all.prefix(3).map(\.ended).reduce(0, +))
      return "| \(id) | \(Self.found(all[0])), \(all[0].share(of: all[0].found7Seen).tenths) "
        + "| \(all[0].share(of: all[0].kept28).tenths) | \(all[1].share(of: all[1].kept28).tenths) "
        + "| \(all[2].share(of: all[2].kept90).tenths) "
        + "| \(missing[id].map { "\(Self.found($0)), \($0.share(of: $0.kept28).tenths)" } ?? "") "
        + "| \(Self.found(all[3])), \(all[3].share(of: all[3].kept28).tenths) | \(unseen) of \(ended) |"
    }
    let stable = Self.kinds.prefix(2).map { kind in
      trial(kind).with { $0.habits.unrecorded = 0.3 }.run(rules).anyCall.standingShare
    }
    let halves = Self.kinds.prefix(2).map { kind in
      trial(kind).with { $0.habits.share = 0.5 }.run(rules).anyCall.standingShare
    }
    return [
      "Mild people, worse at once at night 60, in % of people. Ended unseen: with a night not looked at, of all endings "
        + "in the three kinds of gaps. Any call: for people whose breathing gets worse.", "",
      "| rule | 30 % unrecorded: found in 7 (14), in 7 looked at | at +28 | 5-night gaps: at +28 "
        + "| 40 nights unrecorded: at +90 | every second bad night missing: found in 7 (14), at +28 "
        + "| half is written: found in 7 (14), at +28 | ended unseen |",
      "|---|---|---|---|---|---|---|---|",
    ] + (rules.rules.map(\.id) + [Trial.anyCall]).map(row) + [
      "",
      "Any call today for stable people, mild / middling: 30 % unrecorded \(Self.joined(stable)) % of nights; half is "
        + "written \(Self.joined(halves)).",
    ]
  }

  // MARK: New machines and habits

  private func habits() -> [String] {
    let new = 60
    let cases: [(name: String, change: (inout Trial) -> Void)] = [
      ("nothing new", { _ in }),
      (
        "a suction machine, and suctions written from then on",
        {
          ($0.habits.suctionsFrom, $0.habits.suctionMachineFrom) = (new, new)
        }
      ),
      ("suctions first written", { $0.habits.suctionsFrom = new }),
      ("every second suction written, then all", { $0.habits.halfSuctionsUntil = new }),
      (
        "a mask, with 14 nights of getting used to it",
        {
          ($0.course.maskFrom, $0.course.maskSlowStart, $0.habits.maskMachineFrom) = (new, 14, new)
        }
      ),
      ("a cough assist that brings up 1.6 times as much for 14 nights", { $0.course.clearingFrom = new }),
      ("symptoms and diary first written", { $0.habits.symptomsFrom = new }),
    ]
    let calls = rules.calls
    let groups: [Set<String>] = [
      Set(calls.filter { $0.target == .suctions }.map(\.id)),
      Set(calls.filter { $0.target.parts.contains(Trouble.colouredMucus.rawValue) }.map(\.id)),
      Set(calls.filter { $0.target == .mask }.map(\.id)),
    ]
    let rows = cases.map { line in
      let cells = Self.kinds.prefix(2).map { kind in
        let trial = trial(kind).with(line.change)
        let short = trial.with { $0.nights = new + 42 }
        let signs = groups.map { 100 * Double(short.beginnings(of: $0, in: new..<new + 42, rules)) / Double(people) }
        return "\(Self.joined(signs)) | \(trial.run(rules).anyCall.standingShare.tenths)"
      }
      return "| \(line.name) | \(cells.joined(separator: " | ")) |"
    }
    return [
      "New at night 60. Signs: % of people for whom one began within 42 nights: suctions / mucus / mask. Any call: % of "
        + "nights.", "",
      "| new | mild: signs | any call | middling: signs | any call |", "|---|---|---|---|---|",
    ] + rows
  }

  // MARK: Other people

  private func others() -> [String] {
    let cases: [(name: String, change: (inout Trial) -> Void)] = [
      ("as they are", { _ in }),
      ("nights in spells", { $0.course.spells = 0.4 }),
      ("people who differ", { $0.course.differ = true }),
      ("snoring in 9 of 10 nights", { $0.course.snoring = 0.9 }),
    ]
    let outcomes = cases.map { line in Self.kinds.map { trial($0).with(line.change).run(rules) } }
    func row(_ name: String, _ tally: (Outcome) -> Tally?) -> String {
      let cells = outcomes.map { Self.joined($0.map { tally($0)?.standingShare ?? 0 }) }
      return "| \(name) | \(cells.joined(separator: " | ")) |"
    }
    return [
      "Stable people, % of nights: mild / middling / many.", "",
      "| rule | \(cases.map(\.name).joined(separator: " | ")) |",
      "|---|\(cases.map { _ in "---|" }.joined())",
    ] + rules.calls.map { rule in row(rule.id) { $0.rules[rule.id] } } + [row("**any call today**", \.anyCall)]
  }

  private static func found(_ tally: Tally) -> String {
    "\(tally.share(of: tally.found7).tenths) (\(tally.share(of: tally.found14).tenths))"
  }

  private static func joined(_ shares: [Double]) -> String { shares.map(\.tenths).joined(separator: " / ") }
}

extension Worsening.Target {
  /// True if a single night shows it, so that bad nights can be missed.
  fileprivate var canMiss: Bool {
    switch self {
    case .troubles: true
    case .suctions, .mask: false
    }
  }
}

extension Double {
  /// One digit behind the point, none for a whole number of 100.
  fileprivate var tenths: String { "\((self * 10).rounded() / 10)" }
  /// Two digits behind the point.
  fileprivate var hundredths: String { "\((self * 100).rounded() / 100)" }
}
