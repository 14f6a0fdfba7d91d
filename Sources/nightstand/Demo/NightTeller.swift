import NightModel

/// Tells one made-up night, hour by hour.
struct NightTeller {
  private let chapter: DemoChapter
  private var scribe: Scribe
  private let night: CivilDate
  private let by: String
  /// Minutes after the midnight that begins the night's date.
  private let bed: Int
  private let morning: Int
  /// When what stood on paper was typed in; nil on nights that were written as they went.
  private let typedIn: Int?

  /// A night of a chapter.
  init(_ chapter: DemoChapter, _ scribe: Scribe, _ night: CivilDate) {
    self.chapter = chapter
    self.scribe = scribe
    self.night = night
    let isHelpersNight = chapter.age <= DemoChapter.helperFrom && (night.weekday == 1 || night.weekday == 4)
    by = isHelpersNight ? "CC" : self.scribe.dice.one(of: ["AA", "AA", "BB"])
    bed = 21 * 60 + 30 + self.scribe.dice.roll(60)
    morning = 24 * 60 + 6 * 60 + self.scribe.dice.roll(60)
    typedIn = isHelpersNight ? morning + 90 : nil
  }

  /// The night's entries; none of a night that nobody wrote about.
  mutating func tell() -> [Entry] {
    guard !DemoChapter.gaps.contains(chapter.age), chapter.age < 60 || !scribe.dice.comes(1) else { return [] }
    evening()
    mask()
    turns()
    troubles()
    carer()
    dawn()
    // Last, so that what else a night tells does not hang on it.
    lyingFlat()
    leak()
    danger()
    return scribe.entries
  }

  private mutating func note(_ subject: Subject, _ details: [Field: FieldValue] = [:], _ minute: Int) {
    scribe.write(subject, details, minute: minute, by: by, entered: typedIn)
  }

  private mutating func evening() {
    if typedIn != nil { note(.handover(.took), [:], bed - 20) }
    let first = chapter.hasMask ? "machine-on" : "call-tested"
    note(.check(item: first), [.state: .text("done")], bed)
    let others = ["heels-free", "mouth-care", "toilet-before-bed", "calf-stretch", "yes-no-signal"]
    let state = scribe.dice.comes(10) ? "could-not" : "done"
    note(.check(item: scribe.dice.one(of: others)), [.state: .text(state)], bed + 2)
    if chapter.hasMedicine { note(.event(.medicine), [.what: .text("Baclofen")], bed + 4) }
    if chapter.age == DemoChapter.powerCut {
      note(.event(.powerOut), [:], bed + 130)
      note(.event(.powerBack), [.note: .text("machine went on by battery, all as before")], bed + 151)
    }
  }

  private mutating func mask() {
    guard chapter.hasMask else { return }
    let yesterdaysNap = DemoChapter(age: chapter.age + 1)
    if yesterdaysNap.isUsedToMask, Self.hasNap(night.adding(days: -1), yesterdaysNap) {
      // The nap began before noon, so in the night before.
      scribe.write(.event(.maskOff), minute: 12 * 60 + 25 + scribe.dice.roll(30), by: "AA")
    }
    note(.event(.maskOn), [:], bed + 10)
    if !chapter.isUsedToMask {
      note(.event(.maskFix), [.what: .text("strap")], bed + 55)
      note(.event(.maskOff), [.note: .text("wanted it off")], bed + 90 + (DemoChapter.maskFrom - chapter.age) * 45)
      return
    }
    if scribe.dice.comes(25) {
      let off = bed + 240 + scribe.dice.roll(60)
      note(.event(.maskOff), [:], off)
      note(.event(.maskOn), [:], off + 12)
    }
    if chapter.age != DemoChapter.openMask { note(.event(.maskOff), [:], morning) }
    if Self.hasNap(night, chapter) {
      scribe.write(.event(.maskOn), [.note: .text("nap")], minute: 24 * 60 + 11 * 60 + 10, by: "AA")
    }
  }

  /// True on days with a nap under the mask, over noon; the last day is not over yet.
  private static func hasNap(_ night: CivilDate, _ chapter: DemoChapter) -> Bool {
    chapter.age > 0 && night.daysSince1970 % 5 == 2
  }

  private mutating func turns() {
    var turned = bed + 40
    for side in ["left", "back", "right", "left"].prefix(chapter.strain > 5 ? 4 : 3) {
      turned += 70 + scribe.dice.roll(60)
      if scribe.dice.comes(8) {
        note(.event(.letSleep), [:], turned)
      } else {
        note(.event(.turn), [.side: .text(side)], turned)
      }
    }
    if scribe.dice.comes(50) { note(.event(.adjust), [.what: .text("blanket")], turned - 20) }
    if !chapter.hasMask { note(.event(scribe.dice.comes(60) ? .toilet : .drink), [:], bed + 170) }
  }

  private mutating func troubles() {
    let woke = bed + 180 + scribe.dice.roll(60)
    note(.event(.woke), [:], woke)
    note(.event(.asleep), [:], woke + 15 + chapter.strain * 2)
    if scribe.dice.comes(chapter.strain * 6) { note(.event(.woke), [:], woke + 95) }
    let kind = scribe.dice.one(of: ["cramp", "cramp", "cramp", "pain", "stiff-limb"])
    let grade = min(9, 1 + chapter.strain / 2 + scribe.dice.roll(4))
    var details: [Field: FieldValue] = [.value: .number(grade), .source: .text("said")]
    if kind == "cramp" {
      details[.place] = .text(scribe.dice.one(of: ["left calf", "right calf", "left foot"]))
      details[.minutes] = .number(2 + scribe.dice.roll(4 + chapter.strain))
      details[.helped] = .text("calf held and stretched")
    }
    let id = scribe.write(.symptom(kind), details, minute: woke + 2, by: by, entered: typedIn)
    if scribe.dice.comes(7) { scribe.amend(id, [.value: .number(max(0, grade - 2))], minute: morning + 130, by: "BB") }
    if scribe.dice.comes(chapter.breathing * 12) {
      let words = scribe.dice.comes(50) ? "sat up, then better" : "head end raised"
      note(
        .symptom("hard-to-breathe"),
        [
          .value: .number(1 + chapter.breathing / 2 + scribe.dice.roll(3)),
          .note: .text(words),
        ], woke + 70)
    }
    secretions(woke)
    if scribe.dice.comes(chapter.strain * 3) {
      note(.symptom("restless-legs"), [.minutes: .number(10 + 5 * scribe.dice.roll(4))], bed + 25)
    }
    if chapter.strain > 5, scribe.dice.comes(20) { note(.event(.called), [:], woke + 100) }
  }

  private mutating func lyingFlat() {
    guard scribe.dice.comes(chapter.breathlessFlat) else { return }
    let needed = scribe.dice.one(of: chapter.hasMask ? ["pillows"] : ["pillows", "pillows", "sat up", "chair"])
    note(
      .symptom("breathless-flat"),
      [.value: .number(2 + scribe.dice.roll(chapter.hasMask ? 2 : 4)), .what: .text(needed), .source: .text("said")],
      bed + 22)
  }

  private mutating func leak() {
    guard chapter.hasMask, scribe.dice.comes(chapter.isUsedToMask ? 15 : 60) else { return }
    // Shortly before the strap is set, while the mask is new.
    let minute = chapter.isUsedToMask ? bed + 190 + scribe.dice.roll(90) : bed + 53
    note(.event(.maskLeak), [.what: .text(scribe.dice.one(of: ["left eye", "right eye", "mouth"]))], minute)
  }

  private mutating func danger() {
    guard chapter.age == DemoChapter.choking else { return }
    note(
      .symptom("choked"),
      [.minutes: .number(3), .note: .text("on water with a tablet; leaned forward, coughed it clear")],
      bed + 6)
  }

  private mutating func secretions(_ woke: Int) {
    guard chapter.hasSuction else {
      if scribe.dice.comes(chapter.strain * 8) {
        note(.symptom("saliva"), [.minutes: .number(5 + chapter.strain / 3 * 5 + scribe.dice.roll(3))], woke + 30)
      }
      return
    }
    let count = 1 + scribe.dice.roll(2) + (chapter.age < 8 ? 1 : 0)
    for index in 0..<count {
      let what = scribe.dice.one(of: chapter.age < 8 ? ["clear", "thick", "thick"] : ["clear", "clear", "thick"])
      let minute = woke + 35 + index * 75
      let id = scribe.write(
        .event(.suction), [.what: .text(what)], minute: minute, by: by, entered: typedIn)
      // Pressed twice, and one taken back.
      if index == 0, typedIn == nil, scribe.dice.comes(12) { scribe.retract(id, minute: minute + 1, by: by) }
    }
  }

  private mutating func carer() {
    guard chapter.age < 60, typedIn == nil, scribe.dice.comes(60) else { return }
    let up = bed + 182 + scribe.dice.roll(40)
    note(.event(.carerUp), [:], up)
    note(.event(.carerDown), [:], up + 12 + scribe.dice.roll(25))
  }

  private mutating func dawn() {
    let hasHeadache = scribe.dice.comes(chapter.breathing * 13)
    if !scribe.dice.comes(6) { diary(hasHeadache) }
    if scribe.dice.comes(15) { note(.note, [.note: .text(scribe.dice.one(of: Self.notes(chapter)))], morning + 20) }
    if typedIn != nil {
      note(.handover(.left), [:], morning + 60)
      return
    }
    var page: [Field: FieldValue] = [
      .slept: .number(400 - chapter.strain * 18 - scribe.dice.roll(60)),
      .up: .number(1 + chapter.strain / 3 + scribe.dice.roll(3)),
      .stretch: .number(70 + (8 - chapter.strain) * 12 + scribe.dice.roll(60)),
      .wornOut: .number(min(10, 1 + chapter.strain / 2 + scribe.dice.roll(4))),
    ]
    if scribe.dice.comes(chapter.strain * 6) { page[.relief] = .flag(chapter.strain > 4) }
    note(.carer, page, morning + 45)
  }

  private mutating func diary(_ hasHeadache: Bool) {
    let isEasier = chapter.isUsedToMask ? 25 : 0
    var page: [Field: FieldValue] = [
      .intoBed: scribe.moment(bed), .tried: scribe.moment(bed + 15),
      .wakings: .number(1 + chapter.strain / 3 + scribe.dice.roll(3)),
      .waso: .number(max(5, 10 + chapter.strain * 10 - isEasier + scribe.dice.roll(30))),
      .finalWake: scribe.moment(morning - 10), .outOfBed: scribe.moment(morning + 30),
      .quality: .number(max(1, min(5, 5 - chapter.strain / 2 + isEasier / 25 - scribe.dice.roll(2)))),
      .rested: .number(max(1, min(5, 4 - chapter.breathing / 2 + scribe.dice.roll(2)))),
      .headache: .flag(hasHeadache),
    ]
    if !scribe.dice.comes(8) { page[.sol] = .number(8 + chapter.strain * 3 + scribe.dice.roll(25)) }
    if scribe.dice.comes(40) { page[.naps] = .number(10 * scribe.dice.roll(9)) }
    if scribe.dice.comes(30) { page[.tryAfter] = .number(scribe.dice.roll(10)) }
    if hasHeadache, scribe.dice.comes(30) { page[.note] = .text("headache gone by ten") }
    note(.diary, page, morning + 40)
  }

  private static func notes(_ chapter: DemoChapter) -> [String] {
    guard chapter.hasMask else {
      return ["asked for a second pillow", "quiet night after the bath", "talked until late, then slept"]
    }
    return ["mask left a red spot on the nose, gone by noon", "slept better than last week", "asked for the left side"]
  }
}
