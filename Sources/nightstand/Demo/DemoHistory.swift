import NightModel

/// The nights of a person who does not exist: twelve entries each, a function of seed, date and zone.
struct DemoHistory {
  /// What every screen and page calls the person.
  static let person = Plan.madeUpPerson
  /// Who "writes" the made-up files.
  static let writer = "demo"

  /// The made-up store's id.
  let identity: EntryID

  private let zone: Zone
  private let seed: UInt64

  /// A history by its seed, in a zone.
  init(seed: UInt64, zone: Zone) {
    self.seed = seed
    self.zone = zone
    var dice = Dice(state: seed)
    identity = EntryID(milliseconds: 0, random: (dice.next(), dice.next()))
  }

  /// The plan, set on the day before the first night.
  func plan(before first: CivilDate) -> [Entry] {
    var scribe = Scribe(seed: seed, date: CivilDate(daysSince1970: 0), zone: zone)
    let settings = [
      ("person", Self.person), ("equipment.mask", "in-use"), ("equipment.suction", "in-use"),
      ("equipment.cough-assist", "in-use"), ("equipment.adjustable-bed", "in-use"), ("equipment.overlay", "in-use"),
      ("turn-interval", "180"), ("turn-positions", "left,back,right"), ("people.AA", "first made-up helper"),
      ("people.BB", "second made-up helper"),
      ("number.clinic", "555 0100"), ("number.on-call", "555 0101"), ("number.emergency", "555 0112"),
      ("card.diagnosis", "ALS (made up)"), ("card.yes", "looks up"), ("card.no", "shuts both eyes"),
      ("card.mask-off", "cannot"), ("card.paper", "in the red folder, which does not exist"),
      ("nights.positions", "left side first, pillow between the knees"), ("nights.yes-no", "yes: looks up"),
    ]
    for (key, value) in settings {
      scribe.write(.plan(key: key), [.to: .text(value)], minute: 600, on: first.adding(days: -1), by: "AA")
    }
    return scribe.entries
  }

  /// The twelve entries of one night.
  func entries(of night: CivilDate) -> [Entry] {
    var scribe = Scribe(seed: seed, date: night, zone: zone)
    let by = scribe.dice.one(of: ["AA", "AA", "BB"])
    let bed = 21 * 60 + 30 + scribe.dice.roll(60)
    let morning = 24 * 60 + 6 * 60 + scribe.dice.roll(60)
    func note(_ subject: Subject, _ details: [Field: FieldValue], _ minute: Int) {
      scribe.write(subject, details, minute: minute, on: night, by: by)
    }
    note(.check(item: "machine-on"), [.state: .text("done")], bed)
    note(
      .check(item: scribe.dice.one(of: ["heels-free", "call-tested", "mouth-care"])), [.state: .text("done")], bed + 2)
    note(.event(.maskOn), [:], bed + 10)
    var turned = bed + 60
    for side in ["left", "back", "right"] {
      turned += 90 + scribe.dice.roll(60)
      note(.event(.turn), [.side: .text(side)], turned)
    }
    note(.event(.suction), [.what: .text(scribe.dice.one(of: ["clear", "clear", "thick"]))], turned + 5)
    let symptom = scribe.dice.one(of: ["cramp", "cramp", "pain", "stiff-limb", "saliva"])
    note(.symptom(symptom), [.value: .number(2 + scribe.dice.roll(6)), .source: .text("said")], bed + 200)
    note(.event(.woke), [:], bed + 198)
    note(.event(.maskOff), [:], morning)
    let awake = 20 + scribe.dice.roll(60)
    note(
      .diary,
      [
        .intoBed: scribe.moment(bed, on: night), .tried: scribe.moment(bed + 15, on: night),
        .sol: .number(10 + scribe.dice.roll(40)), .wakings: .number(1 + scribe.dice.roll(4)), .waso: .number(awake),
        .finalWake: scribe.moment(morning - 10, on: night), .outOfBed: scribe.moment(morning + 30, on: night),
        .quality: .number(1 + scribe.dice.roll(5)), .headache: .flag(scribe.dice.roll(5) == 0),
      ], morning + 40)
    note(
      .carer,
      [
        .slept: .number(240 + scribe.dice.roll(120)), .up: .number(2 + scribe.dice.roll(4)),
        .stretch: .number(80 + scribe.dice.roll(80)), .wornOut: .number(3 + scribe.dice.roll(6)),
      ], morning + 45)
    return scribe.entries
  }
}

/// Writes made-up entries one after another.
private struct Scribe {
  var dice: Dice
  private(set) var entries: [Entry] = []
  private let zone: Zone

  init(seed: UInt64, date: CivilDate, zone: Zone) {
    // A night's content hangs on its own date, so that a longer history has the same last nights.
    var mixed = Dice(state: UInt64(bitPattern: Int64(date.daysSince1970)))
    dice = Dice(state: seed ^ mixed.next())
    self.zone = zone
  }

  /// The moment a number of minutes after the midnight that begins a date, by the wall clock.
  func instant(_ minute: Int, on date: CivilDate) -> Instant {
    let time = ClockTime(hour: minute / 60 % 24, minute: minute % 60)
    guard let time else { return zone.instant(milliseconds: 0) }
    return switch zone.reading(of: time, on: date.adding(days: minute / 1440)) {
    case .once(let moment), .twice(let moment, _), .never(let moment): moment
    }
  }

  func moment(_ minute: Int, on date: CivilDate) -> FieldValue { .moment(instant(minute, on: date)) }

  mutating func write(_ subject: Subject, _ details: [Field: FieldValue], minute: Int, on date: CivilDate, by: String) {
    let at = instant(minute, on: date)
    let stamp = Stamp(milliseconds: at.milliseconds, counter: UInt16(entries.count), writer: DemoHistory.writer)
    let id = EntryID(milliseconds: at.milliseconds, random: (dice.next(), dice.next()))
    entries.append(
      Entry(id: id, stamp: stamp, at: at, zone: zone.name, by: by, body: .record(subject, Details(details))))
  }
}

/// Repeatable chance: SplitMix64 (Steele, Lea and Flood 2014).
private struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }

  mutating func one(of words: [String]) -> String { words[roll(words.count)] }
}
