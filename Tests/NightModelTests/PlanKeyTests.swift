import TestSupport
import Testing

@testable import NightModel

@Suite struct `The table of settings` {
  private let today = CivilDate("2026-11-22") ?? CivilDate(daysSince1970: 0)

  /// A setting of each key.
  private func setting(_ key: PlanKey) -> Setting {
    guard let member = key.member else { return Setting(key) }
    let name =
      switch member {
      case .initials: "MK"
      case .equipment: "mask"
      case .item: "heels-free"
      case .group: "comfort"
      case .nameInGroup: "comfort.music"
      case .name: "Next visit"
      case .medicine: "Medicine no. 1.5"
      case .night: "2026-11-22"
      case .who(let words): words[0]
      case .rule: "cramp-lasting"
      case .writerAndSetting: "MK.theme"
      }
    return Setting(key, name)
  }

  @Test func `names are unique, labels fit, and every key finds its row`() {
    #expect(Set(PlanKey.names).count == PlanKey.names.count)
    for key in PlanKey.allCases {
      #expect((1...34).contains(key.label.count) && key.help.count <= 90, "\(key)")
      let setting = setting(key)
      #expect(Setting(setting.description) == setting && PlanKey.find(setting.description) == key, "\(key)")
      #expect(PlanKey.find(key.rawValue) == key && (Setting(key.rawValue) == nil) == (key.member != nil), "\(key)")
    }
    for spelled in ["", ".", "theme.x", "card", "card.jetpack", "jetpack.MK"] { #expect(Setting(spelled) == nil) }
    #expect(Set(PlanKey.numbers).isSubset(of: Catalogue.standard.contacts.map(\.id)))
    for page in PlanKey.Page.allCases { #expect((1...34).contains(page.label.count)) }
  }

  @Test(arguments: [
    ("scan.step", "1500", "1500"), ("scan.step", "1.5 s", "1500"), ("scan.step", "300ms", "300"),
    ("switch.ignore", "0", "0"), ("for.MK.scan.step", "2 s", "2000"), ("for.MK.input", "one-switch", "one-switch"),
    ("for.M.K..scan.step", "2 s", "2000"),
  ])
  func `a length of time is kept in milliseconds, for everybody and for one`(key: String, typed: String, kept: String)
    throws
  {
    #expect(
      try PlanRequest.settings(key: key, value: typed, catalogue: .standard, times: .sample).map(\.value) == [kept])
  }

  @Test(arguments: [
    ("scan.step", "299"), ("scan.step", "10001"), ("scan.step", "fast"), ("scan.late", "-1"), ("scan.step", "1e9 s"),
    ("scan.step", "nan s"), ("for.MK.scan.step", "5"), ("for.MK.person", "Mara"), ("for.MK", "x"),
    ("for..input", "keys"),
    ("for.MK.input", "feet"), ("scan.way", "two"), ("scan.after", "2"), ("switch.ignore", "49"),
  ])
  func `what is no such time, and no setting of one who writes, is refused`(key: String, typed: String) {
    #expect(throws: Refusal.self) {
      try PlanRequest.settings(key: key, value: typed, catalogue: .standard, times: .sample)
    }
  }

  @Test func `what one who writes has for themselves holds while they write`() {
    var samples = Samples()
    let plan = Plan(
      entries: [
        samples.setting("input", "arrows"), samples.setting("for.MK.input", "one-switch"),
        samples.setting("for.MK.theme", "red"),
      ])
    #expect(plan.asSet(for: "MK").wayToPress == .oneSwitch && plan.asSet(for: "MK").value(.theme) == "red")
    #expect(plan.asSet(for: "JD").wayToPress == .arrows && plan.asSet(for: nil).value(.theme) == nil)
    #expect(plan.asSet(for: "MK", pressing: .digits).wayToPress == .digits)
    #expect(Setting(.input, for: "MK").title(.standard) == "MK: how you press")
  }

  @Test func `a least time between doses needs its unit, and the nearest form is named`() throws {
    var samples = Samples()
    func set(_ value: String, _ key: String = "medicine-gap.Baclofen", over plan: Plan = Plan()) throws -> [Draft] {
      try PlanRequest.drafts(
        key: key, value: value, plan: plan, at: samples.moment("02:15"), by: nil, catalogue: .standard)
    }
    for (typed, form) in [
      ("8", "8 hours"), (" 08 ", "08 hours"), ("1", "1 hour"), ("6-8", "6-8 hours"), ("1,5", "1,5 hours"),
    ] {
      let refusal = #expect(throws: Refusal.self, "\(typed)") { try set(typed) }
      #expect(refusal?.sentence.hasSuffix("type it as \(form)") == true, "\(refusal?.sentence ?? "")")
    }
    for typed in ["8 hours", "8h", "every 72 hours", "as needed", "4 to 6 hours", ""] {
      #expect(try set(typed).count == (typed.isEmpty ? 0 : 1), "\(typed)")
    }
    #expect(try set("3", "medicine-most.Baclofen").count == 1, "what is counted needs no unit")
    // What an older record has can be chosen of two versions.
    let old = ["8", "6"].map { value in
      samples.said(Setting(.medicineGap, "Baclofen").subject, [.to: .text(value)], over: [], at: "12:00")
    }
    #expect(try ["8", "6"].map { try set($0, over: Plan(entries: old)).count } == [1, 1])
  }

  @Test func `whatever can be picked can be set, shows in words, and can be made blank`() throws {
    for known in PlanKey.allCases {
      let setting = setting(known)
      let key = setting.description
      for (label, value) in known.picks(standing: nil, today: today, catalogue: .standard) {
        let set = try PlanRequest.settings(key: key, value: value, catalogue: .standard, times: .sample)
        #expect(set.map(\.value) == [value], "\(key) \(value)")
        #expect(!label.isEmpty && !known.words(value).isEmpty)
      }
      let blank = try PlanRequest.settings(key: key, value: "", catalogue: .standard, times: .sample)
      #expect(blank.map(\.setting) == [setting] && blank.map(\.value) == [nil])
      #expect(!setting.title(.standard).isEmpty)
    }
  }

  @Test func `a date of birth has its whole year and lies behind, and no year is guessed`() throws {
    func set(_ value: String) throws(Refusal) -> String? {
      try PlanRequest.settings(key: "card.birth", value: value, catalogue: .standard, times: .sample).first?.value
    }
    for typed in ["1951-05-03", "3 May 1951", "May 3 1951", "3.5.1951", "03.05.1951"] {
      #expect(try set(typed) == "1951-05-03", "\(typed)")
    }
    #expect(try set("3 May 1899") == "1899-05-03")
    for typed in [
      "3 May", "3.5.51", "3.5.21", "1951", "May 1951", "2199-05-03", "yesterday", "30 Feb 1951", "Mon 3 May 1951", "x",
    ] {
      let refusal = #expect(throws: Refusal.self, "\(typed)") { try set(typed) }
      #expect(refusal?.sentence.contains("is no date of birth") == true, "\(refusal?.sentence ?? "")")
      #expect(refusal?.sentence.contains("card.birth stays as it was") == true)
    }
    let asked = #expect(throws: Refusal.self) { try set("5/3/1951") }
    #expect(asked?.sentence.contains("can be 5 Mar 1951 or 3 May 1951") == true, "\(asked?.sentence ?? "")")
    #expect(PlanKey.cardBirth.words("1951-05-03") == "3 May 1951")
  }

  @Test func `no control character, no text over its limit gets into any of them`() {
    for known in PlanKey.allCases {
      for value in ["a\u{1B}[2Jb", String(repeating: "x", count: 2001), "a\u{202E}b\u{7}"] {
        #expect(throws: Refusal.self, "\(known)") {
          try PlanRequest.settings(key: setting(known).description, value: value, catalogue: .standard, times: .sample)
        }
      }
    }
  }

  @Test func `what does not fit is refused in a sentence that names it`() {
    for (key, value, part) in [
      ("equipment-rental.mask", "soon", "no date"), ("equipment-step.mask", "lost", "takes needed"),
      ("number-order", "clinic,pizza", "pizza"), ("order.comfort", "heels-free", "heels-free"),
      ("away.someday", "hospital", "no date"), ("clock", "13", "24, 12"), ("own.comfort", "x", "comfort.music"),
      ("own.jetpack.music", "x", "jetpack"), ("own.comfort.Music!", "x", "small letters"),
      ("own.comfort.music", "   ", "only spaces"), ("own.comfort.music", "a\nb", "line break"),
      ("own.comfort.music", "calf and foot STRETCHED", "already"), ("person-initials", "A B", "initials"),
      ("people.0", "Ann", "at least one letter"), ("people.7K", "Ann", "begin with a digit"),
      ("person-initials", "0", "at least one letter"), ("person-initials", "12a", "begin with a digit"),
      ("order.comfort", "feet-warm,feet-warm", "twice"), ("number-order", "clinic,clinic", "twice"),
      ("medicine. X", "one", "space"), ("card.jetpack", "x", "card.jetpack"), ("card", "x", "card.diagnosis"),
    ] {
      do {
        _ = try PlanRequest.settings(key: key, value: value, catalogue: .standard, times: .sample)
        Issue.record("\(key) took \(value)")
      } catch {
        #expect(error.sentence.contains(part), "\(error.sentence)")
      }
    }
  }

  @Test func `initials that an older record has and nobody may be given any more can still be taken out`() throws {
    let plan = Plan(entries: [
      {
        var samples = Samples(); return samples.setting("people.0", "Ann")
      }()
    ])
    #expect(plan.writers == ["0"])
    let drafts = try PlanRequest.drafts(
      key: "people.0", value: "", plan: plan, at: Samples().moment("22:00"), by: nil, catalogue: .standard)
    #expect(drafts.count == 1)
  }

  @Test(arguments: [
    ("MK", true), ("m", true), ("A1", true), ("Ü", true), ("0", false), ("7", false), ("7K", false), ("٣A", false),
    ("12", false), ("?", false), ("", false), ("M K", false),
  ])
  func `initials have a letter, and begin with no digit, for that would pick a line`(text: String, areInitials: Bool) {
    #expect((try? TextRule.initials(text)) == (areInitials ? text : nil))
    #expect(
      (try? FieldText.value(text, of: .by) { _ throws(Refusal) in Samples().moment("12:00") })
        == (areInitials ? .text(text) : nil))
    let line = PaperNotes(night: Samples().night, times: .sample, now: Samples().moment("11:00"), plan: Plan())
      .reading("by \(text)")
    #expect((line == .by(text)) == areInitials)
  }

  @Test func `setting what stands already changes nothing`() throws {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("clock", "12")])
    func drafts(_ value: String) throws -> [Draft] {
      try PlanRequest.drafts(
        key: "clock", value: value, plan: plan, at: samples.moment("22:00"), by: nil, catalogue: .standard)
    }
    #expect(try drafts("12").isEmpty)
    #expect(try drafts("24").count == 1)
    #expect(plan.clock == .twelve && Plan().clock == .twentyFour)
  }
}

@Suite struct `Items of the family's own` {
  private func plan(_ settings: (String, String?)...) -> Plan {
    var samples = Samples()
    return Plan(entries: settings.map { samples.setting($0.0, $0.1) })
  }

  @Test func `stand in their group, in the family's order, and nowhere else`() throws {
    let plan = plan(("own.comfort.music", "Her songs"), ("order.comfort", "own.comfort.music,feet-warm"))
    let catalogue = plan.adapted(.standard)
    let group = catalogue.items.filter { $0.group == "comfort" }.map(\.id)
    #expect(group.prefix(2) == ["own.comfort.music", "feet-warm"])
    #expect(catalogue.items.count == Catalogue.standard.items.count + 1)
    #expect(Set(catalogue.items.map(\.id)).count == catalogue.items.count)
    let item = try #require(catalogue.item("own.comfort.music"))
    #expect(item.label == "Her songs" && item.isOwn && plan.includes(item))
    #expect(catalogue.list(of: item.id) == .bedtime)
    #expect(Plan().adapted(.standard).items == Catalogue.standard.items)
  }

  @Test func `an order from elsewhere that names one twice shows it once`() {
    let plan = plan(
      ("order.comfort", "feet-warm,feet-warm,calf-stretch"), ("number-order", "clinic,clinic"), ("number.clinic", "1"))
    let ids = plan.adapted(.standard).items.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(EmergencyCard.numbers(plan).count == 1)
  }

  @Test func `answered and then removed, keep their words`() {
    var samples = Samples()
    let check = samples.record(.check(item: "own.comfort.music"), [.state: .text("done")], at: "22:00")
    let item = Timeline([check]).items[0]
    let gone = plan(("own.comfort.music", "Her songs"), ("own.comfort.music", nil)).adapted(.standard)
    #expect(gone.item("own.comfort.music") == nil)
    #expect(item.words(gone) == "Her songs: done")
    #expect(item.words(.standard) == "own.comfort.music: done")
  }

  @Test func `get a key of their own, whatever their words`() {
    let plan = plan(("own.comfort.her-songs", "Her songs"), ("own.comfort.her-songs", nil))
    #expect(plan.settingForOwn("Quiet music", in: "comfort").description == "own.comfort.quiet-music")
    #expect(plan.settingForOwn("Her songs!", in: "comfort").description == "own.comfort.her-songs-2")
    #expect(plan.settingForOwn("שיר ערש", in: "comfort").description == "own.comfort.item")
    for label in ["שיר ערש", "日本", String(repeating: "long ", count: 12), "...", "É"] {
      let key = plan.settingForOwn(label, in: "comfort").description
      #expect(throws: Never.self) {
        try PlanRequest.settings(key: key, value: label, catalogue: .standard, times: .sample)
      }
    }
  }
}

@Suite struct `Equipment on its way` {
  @Test func `rental months are counted from the date typed, and end at thirteen`() throws {
    func words(_ began: String, _ day: String) throws -> String {
      EquipmentStanding.rental(since: try #require(CivilDate(began)), on: try #require(CivilDate(day)))
    }
    #expect(try words("2026-07-22", "2026-11-22") == "rental month 5 of 13")
    #expect(try words("2026-07-23", "2026-11-22") == "rental month 4 of 13")
    #expect(try words("2026-11-22", "2026-11-22") == "rental month 1 of 13")
    #expect(try words("2025-11-22", "2026-11-22") == "rental month 13 of 13")
    #expect(try words("2025-10-22", "2026-11-22").hasPrefix("13 rental months are over"))
    #expect(try words("2026-12-01", "2026-11-22") == "begins Tue 1 Dec 2026")
  }

  @Test func `what waits is listed, the next date first`() {
    var samples = Samples()
    let plan = Plan(entries: [
      samples.setting("equipment-waiting.hoist", "the insurer"), samples.setting("equipment-next.mask", "2026-12-01"),
      samples.setting("equipment-step.mask", "ordered"), samples.setting("equipment.suction", "in-use"),
    ])
    let waiting = plan.waiting(.standard)
    #expect(waiting.map(\.id) == ["mask", "hoist"])
    #expect(waiting.map(\.on) == ["Tue 1 Dec 2026", "waiting on the insurer"])
    let mask = EquipmentStanding("mask", in: plan)
    #expect(!mask.isInUse && mask.isKnown && mask.words(.standard) == "ordered")
    #expect(EquipmentStanding("suction", in: plan).words(.standard) == "in use")
    #expect(!EquipmentStanding("rails", in: plan).isKnown)
    #expect(plan.equipment == ["suction"])
  }
}

@Suite struct `The clock` {
  @Test func `shows twelve hours where asked for`() throws {
    for (hour, words) in [(0, "12:05 am"), (9, "9:05 am"), (12, "12:05 pm"), (23, "11:05 pm")] {
      let time = try #require(ClockTime(hour: hour, minute: 5))
      #expect(ClockStyle.twelve.words(time) == words)
      #expect(ClockStyle.twentyFour.words(time) == "\(time)")
    }
  }
}
