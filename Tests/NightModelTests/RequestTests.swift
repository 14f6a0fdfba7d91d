import TestSupport
import Testing

@testable import NightModel

@Suite struct `What people ask to be written` {
  private func log(_ kind: String, _ value: String? = nil, _ fields: [Field: String] = [:]) throws(Refusal) -> Details {
    guard
      case .record(_, let details) = try LogRequest.record(
        kind: kind, value: value, fields: fields, catalogue: .standard)
    else { return Details() }
    return details
  }

  @Test func `every word that help lists can be logged`() throws {
    for kind in LogRequest.kinds(.standard) {
      let needs: [Field: String] = kind == "medicine" ? [.what: "x"] : kind == "note" ? [.note: "x"] : [:]
      #expect(throws: Never.self, "\(kind)") { try log(kind, nil, needs) }
    }
  }

  @Test func `a bare value goes where it belongs`() throws {
    #expect(try log("cramp", "6").number(.value) == 6)
    #expect(try log("turn", "left").text(.side) == "left")
    #expect(try log("suction", "thick").text(.what) == "thick")
    #expect(try log("medicine", "as labelled").text(.what) == "as labelled")
    #expect(try log("note", "é 日本").text(.note) == "é 日本")
    #expect(try log("cramp", "0").number(.value) == 0)
    #expect(try log("cramp").number(.value) == nil)
  }

  @Test(arguments: [
    ("turm", nil, "did you mean \"turn\""), ("cramps", nil, "did you mean \"cramp\""),
    ("Xyzzy", nil, "'nightstand log --help' lists them"), ("cramp", "11", "to 10, the worst"),
    ("cramp", "-1", "\"-1\" is no grade"),
    ("cramp", "6.5", "is no grade"), ("choked", "-1", "has no grade"), ("turn", "up", "left, right, back, other"),
    ("mask-on", "6", "takes no value"),
    ("medicine", nil, "--what"), ("note", nil, "needs its words"), ("note", "a\u{7}b", "control character (U+0007)"),
  ])
  func `what does not fit is refused with what would`(kind: String, value: String?, hint: String) {
    let refusal = #expect(throws: Refusal.self) { try log(kind, value) }
    #expect(refusal?.sentence.contains(hint) == true, "\(refusal?.sentence ?? "")")
    #expect(refusal?.isUsage == true)
  }

  @Test func `fields that do not belong to a kind are refused, and a field given twice`() {
    #expect(throws: Refusal.self) { try log("suction", nil, [.side: "left"]) }
    #expect(throws: Refusal.self) { try log("cramp", "5", [.value: "6"]) }
    #expect(throws: Refusal.self) { try log("turn", nil, [.minutes: "1441"]) }
  }

  @Test func `a note may be long, not endless`() throws {
    let longest = String(repeating: "é", count: Field.noteLimit)
    #expect(try log("note", longest).text(.note) == longest)
    let refusal = #expect(throws: Refusal.self) { try log("note", longest + "x") }
    #expect(refusal?.sentence.contains("2001 characters and 2000 fit") == true)
    // One character can be made of any number of marks.
    #expect(throws: Refusal.self) { try log("note", "e" + String(repeating: "\u{301}", count: 100_000)) }
  }

  @Test func `text of unknown origin is shown on one line and cannot steer a terminal`() {
    #expect("a\u{1B}[2J\nb\u{9B}c\u{2028}d".forDisplay == "a [2J b c d")
  }

  @Test func `what nobody would see is shown by its number, and what a word or an emoji needs stays`() {
    for (code, shown): (UInt32, String) in [
      (0x202A, "202A"), (0x202E, "202E"), (0x2066, "2066"), (0x2069, "2069"), (0x200B, "200B"), (0x200C, "200C"),
      (0x200D, "200D"), (0x200E, "200E"), (0x200F, "200F"), (0x61C, "061C"), (0xAD, "00AD"), (0xFEFF, "FEFF"),
      (0x2060, "2060"), (0xFE0F, "FE0F"), (0xE0041, "E0041"), (0x180E, "180E"), (0x3164, "3164"), (0xFFF9, "FFF9"),
    ] {
      let scalar = Unicode.Scalar(code).map(String.init) ?? ""
      #expect("a\(scalar)b".forDisplay == "a‹U+\(shown)›b")
      #expect("日\(scalar)\(scalar)".forDisplay.hasSuffix("‹U+\(shown)›"))
      #expect("a\(scalar)b".forDisplay.forDisplay == "a\(scalar)b".forDisplay)
    }
    for text in [
      "👩‍⚕️", "👨‍👩‍👧", "❤️", "1️⃣", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "क्‍ष", "क्‌ष", "葛󠄀", "e\u{301}", "한글", "a b", "ﬁ",
    ] { #expect(text.forDisplay == text, "\(text.debugDescription)") }
    #expect("a\r\nb\rc\td".linesForDisplay == "a\r\nb c d")
  }

  private func check(
    _ item: String, _ state: String, note: String? = nil, plan: Plan = Plan()
  ) throws(Refusal) -> [Draft] {
    try CheckRequest.drafts(
      item: item, state: state, note: note, at: Samples().moment("22:00"), by: nil, plan: plan,
      night: Night(date: Samples().night, entries: []), catalogue: .standard)
  }

  @Test func `a standing state is kept in the plan once and looked at in the night each time`() throws {
    let drafts = try check("overlay-in-place", "in-place")
    #expect(drafts.map(\.partition) == [.plan, .night(Samples().night)])
    var samples = Samples()
    let stands = Plan(entries: [
      samples.record(.environment(item: "overlay-in-place"), [.state: .text("in-place")], at: "21:00")
    ])
    #expect(try check("overlay-in-place", "in-place", plan: stands).map(\.partition) == [.night(Samples().night)])
    #expect(try check("overlay-in-place", "unsure", plan: stands).count == 2)
  }

  @Test func `a note on an item of the sleep environment is the night's alone`() throws {
    let bodies = try check("overlay-in-place", "in-place", note: "as they asked").map(\.body)
    let state = Details([.state: .text("in-place")])
    #expect(
      bodies == [
        .record(.environment(item: "overlay-in-place"), state),
        .record(
          .environment(item: "overlay-in-place"), Details([.state: .text("in-place"), .note: .text("as they asked")])),
      ])
  }

  @Test func `each list takes its own answers`() {
    #expect(throws: Never.self) { try check("heels-free", "could-not") }
    #expect(throws: Never.self) { try check("morning-eyes", "done") }
    #expect(throws: Refusal.self) { try check("heels-free", "in-place") }
    #expect(throws: Refusal.self) { try check("overlay-in-place", "done") }
    let refusal = #expect(throws: Refusal.self) { try check("heel-free", "done") }
    #expect(refusal?.sentence.contains("did you mean \"heels-free\"") == true)
  }

  private let times = TimeReader.sample

  @Test func `a second answer to a diary amends the first and leaves the rest`() throws {
    var samples = Samples()
    let first = samples.record(.diary, [.sol: .number(40)], at: "08:00")
    let night = Night(date: samples.night, entries: [first])
    let (body, page, _) = try PageRequest.body(
      .diary, texts: [.waso: "50", .sol: ""], night: night, times: times, now: Samples().moment("11:00"))
    let changes: Changes = [.waso: .number(50), .sol: nil]
    #expect(body == .amend(of: [first.id], changes))
    #expect(page == Details([.waso: .number(50)]))
    #expect(throws: Refusal.self) {
      try PageRequest.body(.diary, texts: [:], night: night, times: times, now: Samples().moment("11:00"))
    }
  }

  @Test func `a diary that cannot be right is refused with the likely meaning`() {
    let night = Night(date: Samples().night, entries: [])
    let refusal = #expect(throws: Refusal.self) {
      try PageRequest.body(
        .diary, texts: [.tried: "23:00", .finalWake: "18:15"], night: night, times: times,
        now: Samples().moment("11:00"))
    }
    #expect(refusal?.sentence.hasSuffix("did you mean 06:15: --final-wake 2026-11-23T06:15") == true)
    #expect(refusal?.isUsage == false)
  }

  @Test func `what is still to come is saved as given, and said`() throws {
    let night = Night(date: Samples().night, entries: [])
    let (_, page, remarks) = try PageRequest.body(
      .diary, texts: [.finalWake: "630", .outOfBed: "07:00"], night: night, times: times,
      now: Samples().moment("05:16"))
    #expect(page.fields.count == 2 && remarks.count == 2)
    #expect(remarks[0].hasPrefix("the final waking at 06:30 is still to come; it is saved as given"), "\(remarks)")
  }

  private func edit(_ changes: [(String, String)], _ entry: Entry) throws -> [Draft] {
    let timeline = Timeline([entry])
    return try EditRequest.drafts(
      changes.map { (name: $0.0, value: $0.1) }, of: try #require(timeline.items.first),
      in: .night(Samples().night), timeline: timeline, times: times, now: Samples().moment("09:00"), by: nil
    ).drafts
  }

  @Test func `an edit amends; a time in another night moves the entry, the new one written first`() throws {
    var samples = Samples()
    let turn = samples.event(.turn, [.side: .text("left")], at: "23:10")
    #expect(
      try edit([("side", "right"), ("at", "23:00")], turn).map(\.body) == [
        .amend(of: [turn.id], [.side: .text("right"), .at: .moment(samples.moment("23:00"))])
      ])
    let moved = try edit([("at", "2026-11-21T23:10"), ("side", "back")], turn)
    #expect(moved.map(\.partition) == [.night(samples.night.adding(days: -1)), .night(samples.night)])
    #expect(moved[0].movedFrom == turn.id)
    #expect(moved[0].body == .record(.event(.turn), Details([.side: .text("back")])))
    #expect(moved[1].body == .retract(of: [turn.id]))
  }

  @Test func `an edit to a time still to come is saved as given, and said`() throws {
    let timeline = Timeline([
      {
        var samples = Samples(); return samples.event(.turn, at: "23:10")
      }()
    ])
    let item = try #require(timeline.items.first)
    for (time, remarks) in [
      ("2026-11-23T10:00", ["2026-11-23 10:00 is still to come; it is saved as given"]), ("2026-11-23T08:00", []),
    ] {
      let edited = try EditRequest.drafts(
        [(name: "at", value: time)], of: item, in: .night(Samples().night), timeline: timeline, times: times,
        now: Samples().moment("09:00"), by: nil)
      #expect(edited.drafts.count == 1 && edited.remarks == remarks)
    }
  }

  @Test func `an edit that says what stands already writes nothing`() throws {
    var samples = Samples()
    let off = samples.event(.maskOff, [.note: .text("slipped")], at: "07:00")
    #expect(try edit([("as-is", "yes")], off).count == 1)
    #expect(try edit([("note", "slipped"), ("at", "07:00"), ("by", "")], off).isEmpty)
    #expect(try edit([("note", "slipped"), ("at", "07:01")], off).count == 1)
    let sure = samples.event(.maskOff, [.asIs: .flag(true)], at: "07:00")
    #expect(try edit([("as-is", "yes")], sure).isEmpty && edit([("as-is", "no")], sure).count == 1)
    // Two versions stand until somebody chooses, by saying one of them again.
    let (left, right) = (samples.amend([off], [.note: .text("left")]), samples.amend([off], [.note: .text("right")]))
    let timeline = Timeline([off, left, right])
    let chosen = try EditRequest.drafts(
      [(name: "note", value: "right")], of: try #require(timeline.items.first), in: .night(samples.night),
      timeline: timeline, times: times, now: samples.moment("09:00"), by: nil)
    #expect(chosen.drafts.count == 1)
  }

  @Test(arguments: [
    ("sied", "left"), ("side", "up"), ("at", ""), ("value", "3"), ("at", "tomorrow"), ("night", "2026-11-21"),
  ])
  func `an edit that does not fit is refused`(field: String, value: String) {
    var samples = Samples()
    let turn = samples.event(.turn, at: "23:10")
    #expect(throws: Refusal.self) { try edit([(field, value)], turn) }
  }

  @Test func `an edit keeps a diary in order and a state in its list`() throws {
    var samples = Samples()
    let diary = samples.record(
      .diary, [.tried: .moment(samples.moment("23:00")), .finalWake: .moment(samples.moment("06:00"))], at: "08:00")
    #expect(throws: Refusal.self) { try edit([("final-wake", "22:00")], diary) }
    #expect(try edit([("finalWake", "06:30")], diary).count == 1)
    let check = samples.record(.check(item: "heels-free"), [.state: .text("done")], at: "22:00")
    #expect(throws: Refusal.self) { try edit([("state", "in-place")], check) }
  }

  @Test func `the nearest word is a near one`() {
    #expect(Nearest.word(to: "sucton", among: ["suction", "turn"]) == "suction")
    #expect(Nearest.word(to: "tunr", among: ["suction", "turn"]) == "turn")
    #expect(Nearest.word(to: "breathe", among: ["hard-to-breathe", "turn"]) == "hard-to-breathe")
    #expect(Nearest.word(to: "xylophone", among: ["suction", "turn"]) == nil)
    #expect(Nearest.word(to: "", among: ["suction"]) == nil)
  }
}
