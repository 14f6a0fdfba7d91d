import NightModel

/// The nights of a person who does not exist: about twelve entries each, a function of seed, last night and zone. What
/// they tell is in `DemoChapter`.
struct DemoHistory {
  /// What every screen and page calls the person.
  static let person = Plan.madeUpPerson
  /// Who "writes" the made-up files.
  static let writer = "demo"

  /// The made-up store's id.
  let identity: EntryID

  private let zone: Zone
  private let seed: UInt64
  private let last: CivilDate

  /// Equal seeds, last nights and zones give equal histories.
  init(seed: UInt64, last: CivilDate, zone: Zone) {
    self.zone = zone
    self.seed = seed
    self.last = last
    var dice = Dice(state: seed)
    identity = EntryID(milliseconds: 0, random: (dice.next(), dice.next()))
  }

  /// The plan: set on the day before the first night, and changed as the story goes on.
  func plan(from first: CivilDate) -> [Entry] {
    var scribe = Scribe(seed: seed, date: CivilDate(daysSince1970: 0), zone: zone)
    func set(_ setting: Setting, _ value: String, on date: CivilDate) {
      scribe.write(setting.subject, [.to: .text(value)], minute: 600, on: date, by: "AA")
    }
    let before = first.adding(days: -1)
    for (setting, value) in DemoChapter.settings { set(setting, value, on: before) }
    for change in DemoChapter.changes {
      let night = last.adding(days: -change.age)
      for (setting, value) in change.settings { set(setting, value, on: max(night, before)) }
      // What changed before the first night is no change to be seen.
      if let mark = change.mark, night > first { set(Setting(.mark, "\(night)"), mark, on: night) }
    }
    return scribe.entries
  }

  /// The entries of one night; none of a night that nobody wrote about.
  func entries(of night: CivilDate) -> [Entry] {
    let chapter = DemoChapter(age: last.daysSince1970 - night.daysSince1970)
    var teller = NightTeller(chapter, Scribe(seed: seed, date: night, zone: zone), night)
    return teller.tell()
  }
}
