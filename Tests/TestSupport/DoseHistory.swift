import NightModel

/// Made-up doses of two medicines over years, by clocks that are right and by some that run ahead, spelled as people spell,
/// some taken back, edited or moved; and what must be told of them at 02:15 of the sample night.
package struct DoseHistory {
  /// The plan: two medicines that were given, and one that never was.
  package private(set) var plan: [Entry] = []
  /// What was written, by night, in the order it was.
  package private(set) var nights: [CivilDate: [Entry]] = [:]
  /// What must be told, by the plan's names.
  package private(set) var expected: [String: Expected] = [:]

  /// What must be told of a medicine.
  package struct Expected: Hashable {
    /// When it was last given, by the clock.
    package var last: Instant?
    /// The last time a clock wrote that ran ahead.
    package var ahead: Instant?

    /// What must be told, by its parts.
    package init(last: Instant? = nil, ahead: Instant? = nil) { (self.last, self.ahead) = (last, ahead) }
  }

  /// The medicine that was never given.
  package static let never = "Riluzole"
  private static let spellings = [
    "Lorazepam": ["Lorazepam", "lorazepam", "LORAZEPAM", "lorazepam "],
    "\u{C9}pidol": ["\u{C9}pidol", "E\u{301}pidol", "\u{E9}pidol"],
  ]
  /// How many minutes ago doses may lie: to 80 hours, a month, two years, just outside what is at hand.
  private static let ages = [15, 20 * 60, 39 * 60, 80 * 60, 30 * 1440, 731 * 1440]
  /// How many minutes clocks may run ahead.
  private static let leads = [5, 120, 3 * 1440]

  private var samples = Samples()
  /// The moment it is told at.
  package let now = Samples().moment("02:15")

  /// A history by its seed.
  package init(seed: UInt64) {
    var chance = Chance(seed: seed)
    for (name, spellings) in Self.spellings.sorted(by: { $0.key < $1.key }) {
      samples.night = Samples().night.adding(days: -1000)
      plan.append(samples.setting("medicine.\(name)", "as needed"))
      plan.append(samples.setting("medicine-gap.\(chance.one(of: spellings))", "every 72 hours"))
      var told = Expected()
      for _ in 0..<chance.number(in: 0...4) {
        let minutes = chance.oneIn(3) ? chance.one(of: Self.leads) : -chance.one(of: Self.ages)
        guard let at = write(chance.one(of: spellings), now.adding(minutes: minutes), &chance) else { continue }
        if at > now { told.ahead = max(told.ahead ?? at, at) } else { told.last = max(told.last ?? at, at) }
      }
      expected[name] = told
    }
    samples.night = Samples().night.adding(days: -1000)
    plan.append(samples.setting("medicine.\(Self.never)", "50 mg"))
    expected[Self.never] = Expected()
  }

  /// Writes a dose, and what happened to it since.
  /// - Returns: when it stands; nil if it was taken back.
  private mutating func write(_ name: String, _ at: Instant, _ chance: inout Chance) -> Instant? {
    let dose = add(name, at)
    switch chance.number(in: 0...5) {
    case 0:
      nights[samples.night, default: []].append(samples.retract([dose]))
      return nil
    case 1:
      let edited = at.adding(minutes: -3)
      nights[samples.night, default: []].append(samples.amend([dose], [.at: .moment(edited)]))
      return edited
    case 2:
      // Moved a day back: the new entry first, then the old one is taken back.
      let night = samples.night
      _ = add(name, at.adding(minutes: -1440))
      samples.night = night
      nights[night, default: []].append(samples.retract([dose]))
      return at.adding(minutes: -1440)
    default: return at
    }
  }

  private mutating func add(_ name: String, _ at: Instant) -> Entry {
    samples.night = NightRule.noon.night(of: at)
    let made = samples.record(.event(.medicine), [.what: .text(name)], at: "\(at.time)", by: "MK")
    // Its place in the order is that of its time: what was written later than it happened says so itself.
    let entry = Entry(
      id: made.id, stamp: Stamp(milliseconds: made.at.milliseconds, counter: 0, writer: "a"), at: made.at, by: "MK",
      body: made.body)
    nights[samples.night, default: []].append(entry)
    return entry
  }

  /// How the last dose and one written ahead are told in any of the places.
  package func words(of name: String) -> [String] {
    guard let told = expected[name] else { return [] }
    func near(_ at: Instant) -> String { NightWords.near(at, now: now, .twentyFour) }
    return [
      told.last.map { "last written \(near($0)) by MK (\(NightWords.age(now.minutes(since: $0))))" },
      told.ahead.map { "\(near($0)) by MK, by a clock that runs ahead" },
    ].compactMap { $0 }
  }

  /// What is told besides the nights at hand.
  package func known(_ question: DoseQuestion) -> KnownDoses {
    var known = KnownDoses()
    for (date, entries) in nights where !question.atHand.contains(date) {
      for dose in Night(date: date, entries: entries).doses(clock: question.clock) { known.add(dose, question) }
    }
    known.complete(question)
    return known
  }
}
