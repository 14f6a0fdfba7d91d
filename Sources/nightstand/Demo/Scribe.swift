import NightModel

/// Writes made-up entries one after another, the way the program would have: each with its place in the order, and with
/// the time it was entered where that was later.
struct Scribe {
  var dice: Dice
  private(set) var entries: [Entry] = []
  private let zone: Zone
  private let night: CivilDate

  /// A scribe for one night, or for the plan from that date on.
  init(seed: UInt64, date: CivilDate, zone: Zone) {
    // A night's chance hangs on its own date, so that a longer history has the same last nights.
    var mixed = Dice(state: UInt64(bitPattern: Int64(date.daysSince1970)))
    dice = Dice(state: seed ^ mixed.next())
    self.zone = zone
    night = date
  }

  /// The moment a number of minutes after the midnight that begins a date, by the wall clock; the night's own date unless
  /// another is named.
  func instant(_ minute: Int, on date: CivilDate? = nil) -> Instant {
    let time = ClockTime(hour: minute / 60 % 24, minute: minute % 60)
    guard let time else { return zone.instant(milliseconds: 0) }
    return switch zone.reading(of: time, on: (date ?? night).adding(days: minute / 1440)) {
    case .once(let moment), .twice(let moment, _), .never(let moment): moment
    }
  }

  /// The same as what stands in a field.
  func moment(_ minute: Int) -> FieldValue { .moment(instant(minute)) }

  /// Writes that something happened or stands. `entered` is the minute it was typed in, if later than it happened.
  /// Returns its id.
  @discardableResult
  mutating func write(
    _ subject: Subject, _ details: [Field: FieldValue] = [:], minute: Int, on date: CivilDate? = nil, by: String,
    entered: Int? = nil
  ) -> EntryID {
    append(.record(subject, Details(details)), at: instant(minute, on: date), by, entered.map { instant($0, on: date) })
  }

  /// Writes a correction.
  mutating func amend(_ id: EntryID, _ changes: Changes, minute: Int, by: String) {
    append(.amend(of: [id], changes), at: instant(minute), by, nil)
  }

  /// Takes an entry back.
  mutating func retract(_ id: EntryID, minute: Int, by: String) {
    append(.retract(of: [id]), at: instant(minute), by, nil)
  }

  @discardableResult
  private mutating func append(_ body: Entry.Body, at: Instant, _ by: String, _ entered: Instant?) -> EntryID {
    let written = (entered ?? at).milliseconds
    let stamp = Stamp(milliseconds: written, counter: UInt16(entries.count), writer: DemoHistory.writer)
    let id = EntryID(milliseconds: written, random: (dice.next(), dice.next()))
    entries.append(Entry(id: id, stamp: stamp, at: at, zone: zone.name, entered: entered, by: by, body: body))
    return id
  }
}

/// Repeatable chance: SplitMix64 (Steele, Lea and Flood 2014).
struct Dice {
  var state: UInt64

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0, below `sides`.
  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }

  /// True so many times out of a hundred.
  mutating func comes(_ percent: Int) -> Bool { roll(100) < percent }

  /// One of some words.
  mutating func one(of words: [String]) -> String { words[roll(words.count)] }
}
