import NightModel
import TestSupport
import Testing

/// Laws that hold for any night, tried on made-up ones: 1,000, or as many as `NIGHTSTAND_NIGHTS` says.
@Suite struct `Laws of the night` {
  /// A clock that shows one offset from UTC until a moment and another one after it: a clock change, or travel.
  private struct Clock {
    let before: Int
    let after: Int
    let change: Int64

    func shows(_ milliseconds: Int64) -> Instant {
      Instant(milliseconds: milliseconds, offsetMinutes: milliseconds < change ? before : after)
    }
  }

  /// Something that happens at a moment, whatever the clock shows.
  private typealias Happening = (kind: EventKind, at: Int64)

  private static let minute: Int64 = 60_000
  private static let pairs: [(EventKind, EventKind)] = [
    (.maskOn, .maskOff), (.asleep, .woke), (.woke, .asleep),
  ]
  private static let kinds: [EventKind] = [.maskOn, .maskOff, .woke, .asleep, .turn, .suction]

  @Test func `every event belongs to one night and keeps its moment, and no clock bends a duration`() {
    for seed in Self.seeds {
      var chance = Chance(seed: seed)
      let day = chance.number(in: 0...30_000)
      let offset = 15 * chance.number(in: -40...40)
      // From the evening on for eleven hours, clocks set by up to three: no end of the night comes near.
      let evening = Int64(day * 1440 + chance.number(in: 18 * 60...21 * 60) - offset) * Self.minute
      let change = evening + Int64(chance.number(in: 0...660)) * Self.minute
      let jump = 30 * chance.number(in: -6...6)
      let steady = Clock(before: offset, after: offset, change: 0)
      let changing = Clock(before: offset, after: offset + jump, change: change)
      let all = Self.happenings(&chance, from: evening, minutes: 660)
      for clock in [steady, changing] {
        let nights = Self.nights(all, clock)
        Self.expectOneNightEach(all, nights, clock, seed)
        guard nights.count <= 1 else {
          Issue.record("seed \(seed): \(nights.count) nights")
          continue
        }
        // Within a night its minutes are those that passed, whichever clock showed them.
        for (opening, closing) in Self.pairs {
          let expected = Self.passed(all, opening, closing)
          let found = nights.values.first.map { night in
            Interval.pairs(opening, closing, of: night.edges, over: 0).map {
              $0.milliseconds(in: night.date, bounds: .noon)
            }
          }
          #expect((found ?? []).filter { $0 > 0 } == expected.filter { $0 > 0 }, "seed \(seed) \(opening)")
        }
      }
    }
  }

  @Test
  func `an interval over the end of a night is split at what the wall clock calls noon, and nothing of it is lost`() {
    for seed in Self.seeds {
      var chance = Chance(seed: seed)
      let day = chance.number(in: 0...30_000)
      let offset = 15 * chance.number(in: -40...40)
      // Where the night ends follows the wall clock, so the share of each night may differ; the sum may not.
      let start = Int64(day * 1440 + chance.number(in: 0...1439) - offset) * Self.minute
      let change = start + Int64(chance.number(in: 0...1200)) * Self.minute
      let clock = Clock(before: offset, after: offset + 30 * chance.number(in: -6...6), change: change)
      let all = Self.happenings(&chance, from: start, minutes: 1200)
      let nights = Self.nights(all, clock)
      Self.expectOneNightEach(all, nights, clock, seed)
      let dates = nights.keys.sorted()
      guard let first = dates.first, let last = dates.last else { continue }
      for (opening, closing) in Self.pairs {
        let pairs = Interval.pairs(opening, closing, of: dates.flatMap { nights[$0]?.edges ?? [] }, over: 1)
        let shares = pairs.flatMap { interval in
          (first.daysSince1970 - 1...last.daysSince1970 + 1).map {
            interval.milliseconds(in: CivilDate(daysSince1970: $0), bounds: .noon)
          }
        }
        #expect(
          shares.reduce(0, +) == Self.passed(all, opening, closing).reduce(0, +), "seed \(seed) \(opening)")
      }
    }
  }

  @Test func `undoing everything comes back to the beginning, and redoing everything to the end`() {
    for seed in Self.seeds {
      var chance = Chance(seed: seed)
      var samples = Samples()
      var entries: [Entry] = []
      var states: [[Item]] = [[]]
      var actions: [EntryID] = []
      for _ in 0..<chance.number(in: 1...4) {
        let standing = states[states.count - 1]
        let timeline = Timeline(entries)
        let entry: Entry
        if standing.isEmpty || chance.oneIn(2) {
          entry = samples.event(chance.one(of: Self.kinds), at: "0\(chance.number(in: 0...9)):15")
        } else {
          let item = chance.one(of: standing)
          let named = [item.id] + item.amendments
          entry =
            chance.oneIn(2)
            ? Self.entry(&samples, .amend(of: named, [.note: .text("\(chance.number(in: 0...9))")]))
            : Self.entry(&samples, timeline.retraction(of: item))
        }
        entries.append(entry)
        actions.append(entry.action)
        states.append(Timeline(entries).items)
      }
      for (index, action) in actions.enumerated().reversed() {
        guard let body = Timeline(entries).undoing(action: action) else {
          Issue.record("seed \(seed): nothing to undo")
          return
        }
        entries.append(Self.entry(&samples, body, via: .undo))
        #expect(Timeline(entries).items == states[index], "seed \(seed) undo \(index)")
      }
      for (index, action) in actions.enumerated() {
        guard let body = Timeline(entries).redoing(action: action) else {
          Issue.record("seed \(seed): nothing to redo")
          return
        }
        entries.append(Self.entry(&samples, body, via: .redo))
        #expect(Timeline(entries).items == states[index + 1], "seed \(seed) redo \(index)")
      }
    }
  }

  // MARK: Making nights

  private static var seeds: [UInt64] { (0..<Property.nights).map { UInt64($0) &* 104_729 &+ 7 } }

  private static func happenings(_ chance: inout Chance, from start: Int64, minutes: Int) -> [Happening] {
    let times = Set((0..<chance.number(in: 0...7)).map { _ in chance.number(in: 0...minutes) }).sorted()
    return times.map { (chance.one(of: kinds), start + Int64($0) * minute) }
  }

  /// The nights that some happenings are written for, each worked out from what the clock showed.
  private static func nights(_ all: [Happening], _ clock: Clock) -> [CivilDate: Night] {
    var entries: [CivilDate: [Entry]] = [:]
    for (index, happening) in all.enumerated() {
      let at = clock.shows(happening.at)
      let stamp = Stamp(milliseconds: happening.at, counter: UInt16(index), writer: "aaaaaaaa")
      let entry = Entry(
        id: EntryID(milliseconds: happening.at, random: (UInt64(index), 1)), stamp: stamp, at: at,
        body: .record(.event(happening.kind), Details()))
      entries[NightRule.noon.night(of: at), default: []].append(entry)
    }
    return Dictionary(uniqueKeysWithValues: entries.map { ($0, Night(date: $0, entries: $1)) })
  }

  /// The lengths of what opens and closes, by the moments alone.
  private static func passed(_ all: [Happening], _ opening: EventKind, _ closing: EventKind) -> [Int64] {
    let marks = all.filter { [opening, closing].contains($0.kind) }
    return zip(marks, marks.dropFirst()).filter { $0.kind == opening && $1.kind == closing }.map { $1.at - $0.at }
  }

  private static func expectOneNightEach(
    _ all: [Happening], _ nights: [CivilDate: Night], _ clock: Clock, _ seed: UInt64
  ) {
    #expect(nights.values.map(\.items.count).reduce(0, +) == all.count, "seed \(seed)")
    #expect(nights.values.flatMap { $0.items.map(\.at.milliseconds) }.sorted() == all.map(\.at), "seed \(seed)")
    for happening in all {
      let at = clock.shows(happening.at)
      let owners = (-2...2).map { at.date.adding(days: $0) }.filter { date in
        // From noon on the wall to the next noon on the wall.
        at.date == date && at.time.hour >= 12 || at.date == date.adding(days: 1) && at.time.hour < 12
      }
      #expect(owners == [NightRule.noon.night(of: at)], "seed \(seed)")
    }
  }

  private static func entry(_ samples: inout Samples, _ body: Entry.Body, via: Entry.Via? = nil) -> Entry {
    let made = samples.event(.moment, at: "08:00")
    return Entry(id: made.id, stamp: made.stamp, at: made.at, via: via, body: body)
  }
}
