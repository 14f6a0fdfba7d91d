import NightModel
import TestSupport
import Testing
import Text

@testable import NightReports

/// Records from elsewhere with anything in any text: none of it may steer a terminal, turn the direction of writing, or
/// stand where nobody sees it.
@Suite struct `Hostile text` {
  /// Text as another program, a text editor or somebody who means harm might write it.
  private static let pieces = [
    "\u{1B}[2J", "\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{85}", "\0", "\r", "\n", "\t", "\u{7F}", "\u{2028}", "\u{202E}",
    "\u{2066}",
    "\u{2069}", "\u{200B}", "\u{200E}", "\u{200D}", "\u{200C}", "\u{FEFF}", "\u{AD}", "\u{61C}", "\u{2060}",
    "\u{E0041}", "\u{FE0F}",
    "\u{3164}", "=1+1", "'", "\"", "<b>", ",", "own.", "comfort.", "done", "left", "a", "é", "日", "👩‍⚕️", "می‌خواهم",
  ]

  private struct Hostile {
    var chance: Chance
    var samples = Samples()

    init(seed: UInt64) { chance = Chance(seed: seed) }

    mutating func text() -> String { (0..<chance.number(in: 1...5)).map { _ in chance.one(of: pieces) }.joined() }

    mutating func details(_ subject: Subject) -> [Field: FieldValue] {
      var details: [Field: FieldValue] = [:]
      for field in subject.fields where chance.oneIn(2) {
        switch field.rule {
        case .text, .choice: details[field] = .text(text())
        case .number(let range):
          details[field] = .number(chance.number(in: range.lowerBound...min(range.upperBound, 9)))
        case .flag: details[field] = .flag(chance.oneIn(2))
        case .moment: details[field] = .moment(samples.moment("03:00"))
        }
      }
      return details
    }

    mutating func night() -> [Entry] {
      var entries: [Entry] = []
      for _ in 0..<chance.number(in: 1...8) {
        let (id, turn) = (text(), chance.number(in: 0...8))
        let subject: Subject =
          switch turn {
          case 0: .symptom(id)
          case 1: .check(item: id)
          case 2: .environment(item: id)
          case 3: .diary
          case 4: .carer
          case 5: .note
          case 6: .handover(chance.one(of: HandoverKind.allCases))
          default: .event(chance.one(of: EventKind.allCases))
          }
        let by = chance.oneIn(3) ? nil : text()
        entries.append(samples.record(subject, details(subject), at: "03:00", by: by))
        if chance.oneIn(3) { entries.append(samples.amend(entries.suffix(1), [.note: .text(text())], by: text())) }
      }
      return entries
    }

    mutating func plan() -> [Entry] {
      var entries = [
        samples.record(.environment(item: text()), [.state: .text(text()), .note: .text(text())], at: "12:00")
      ]
      for key in PlanKey.allCases where chance.oneIn(2) {
        let member = key.member.map { _ in
          chance.oneIn(2) ? "." + text() : ".\(samples.night)"
        }
        // Choices and numbers too: nothing but this program holds them to their rules.
        entries.append(
          samples.setting(key.rawValue + (member ?? ""), chance.oneIn(6) ? "2027-01-01 \(text())" : text()))
      }
      return entries
    }
  }

  /// What of a text would reach a terminal as something else than text.
  private func harm(_ text: String, allowing allowed: String = "\n") -> [Unicode.Scalar] {
    let whole = text.forDisplay(keeping: allowed)
    guard whole != text else { return [] }
    return zip(text.unicodeScalars, whole.unicodeScalars).first { $0 != $1 }.map { [$0.0] } ?? []
  }

  @Test func `no report lets a control character, a mark of direction or an unseen character through`() {
    for seed in Property.seeds(share: 0.1) {
      var hostile = Hostile(seed: seed)
      let (planned, written) = (hostile.plan(), hostile.night())
      let (plan, date) = (Plan(entries: planned), hostile.samples.night)
      let catalogue = plan.adapted(.standard)
      let night = Night(date: date, entries: written)
      let previous = Night(date: date.adding(days: -1), entries: [])
      let now = hostile.samples.moment("09:00")
      let figures = NightFigures(
        night, previous: previous, next: Night(date: date.adding(days: 1), entries: []), plan: plan,
        catalogue: catalogue)
      var found = FoundText(catalogue: catalogue, clock: plan.clock, person: plan.person)
      for line in EntryLines(night).lines { found.add(line) }
      let facts = ClinicFacts(
        ReportRequest(from: date, to: date, without: [], withNames: true), nights: [night], figures: [figures],
        plan: plan,
        catalogue: catalogue, damaged: [], now: now, version: "0.0")
      let page = HandoverPage(tonight: night, previous: previous, plan: plan, catalogue: catalogue, now: now, by: "MK")
      let texts = [
        "show": NightText.text(night, figures: figures, catalogue: catalogue, plan: plan, withRetracted: true),
        "tonight": TonightText.text(night, board: page.board, plan: plan, now: now, catalogue: catalogue),
        "nights": NightsTable.text([figures], catalogue: catalogue, plan: plan),
        "card": CardText.text(plan), "search": found.text(), "plan": PlanText.text(plan, catalogue: catalogue),
        "handover": HandoverText.text(page, night: date, plan: plan, catalogue: catalogue),
        "signs": SignsText.text(facts.signs, plan: plan, catalogue: catalogue, asOf: date, withList: true),
        "clinic": ClinicText.text(facts), "html": ClinicHTML.text(facts),
        "show --format json": NightJSON.text(night, figures: figures, withRetracted: true),
        "nights --format json": FiguresJSON.text([figures]),
      ]
      for (name, text) in texts {
        // Between two sheets for the clinic the printer is told to begin a new one.
        let allowed = name == "clinic" ? "\n\u{0C}" : "\n"
        #expect(harm(text, allowing: allowed) == [], "seed \(seed): \(name)\n\(text.debugDescription)")
      }
      let tables =
        NightsCSV.text([figures]) + EntriesCSV.rows(night.timeline, of: .night(date))
        + EntriesCSV.rows(Timeline(planned), of: .plan)
      #expect(harm(tables, allowing: "\r\n\t") == [], "seed \(seed): \(tables.debugDescription)")
      for entries in [written, planned] {
        let records = entries.compactMap { Record(.object([JSON.Member("id", .string("\($0.id)"))] + $0.jsonMembers)) }
        var document = ExportJSON()
        let text =
          ExportJSON.head + String(decoding: document.entries(records, in: .night(date)), as: UTF8.self) + document.foot
        #expect(harm(text) == [], "seed \(seed)")
        #expect((try? ImportJSON(Array(text.utf8)))?.records(in: .night(date)) == records, "seed \(seed)")
      }
    }
  }

  @Test func `what nobody would see is shown as what it is, alike in every report`() {
    var samples = Samples()
    let plan = Plan(entries: [
      samples.setting("card.wishes", "no\u{202E}RPC\u{200B}"), samples.setting("person", "A\u{FEFF}"),
    ])
    let note = samples.record(.check(item: "x\u{2066}y"), [.note: .text("b\u{AD}c")], at: "02:15", by: "M\u{200F}K")
    let night = Night(date: samples.night, entries: [note])
    let figures = NightFigures(night, previous: night, next: night, plan: plan, catalogue: .standard)
    #expect(CardText.text(plan).contains("no‹U+202E›RPC‹U+200B›") && CardText.text(plan).contains("A‹U+FEFF›"))
    var found = FoundText(catalogue: .standard, clock: .twentyFour, person: plan.person)
    for line in EntryLines(night).lines { found.add(line) }
    for text in [
      NightText.text(night, figures: figures, catalogue: .standard, plan: plan, withRetracted: false),
      TonightText.text(
        night, board: Board(tonight: night, previous: night, plan: plan, now: samples.moment("03:00")), plan: plan,
        now: samples.moment("03:00"), catalogue: .standard),
      found.text(),
    ] {
      #expect(text.contains("A‹U+FEFF›"), "\(text)")
      #expect(text.contains("x‹U+2066›y: looked at, b‹U+00AD›c") && text.contains("M‹U+200F›K"), "\(text)")
    }
    let row = EntriesCSV.rows(night.timeline, of: .night(samples.night))
    #expect(row.contains(",x‹U+2066›y,") && row.contains("b‹U+00AD›c"), "\(row)")
    #expect(HTML.escaped("\u{202E}<\u{200B}") == "‹U+202E›&lt;‹U+200B›")
  }

  @Test func `a joiner stays where a script or an emoji needs it, and is shown wherever else it stands`() {
    for joiner in ["\u{200C}", "\u{200D}"] {
      let shown = joiner == "\u{200C}" ? "‹U+200C›" : "‹U+200D›"
      #expect("lo\(joiner)razepam".forDisplay == "lo\(shown)razepam")
      #expect("\(joiner)5\(joiner) mg".forDisplay == "\(shown)5\(shown) mg")
      #expect("می\(joiner)خواهم".forDisplay == "می\(joiner)خواهم")
    }
    #expect("👩\u{200D}⚕️".forDisplay == "👩\u{200D}⚕️")
  }

  @Test func `a text once shown stays as it is, whatever stands beside a joiner, a selector or a tag`() {
    let scalars: [Unicode.Scalar] = [
      "a", "م", "👩", "⚕", "🏴", "日", "\u{200C}", "\u{200D}", "\u{FE0F}", "\u{E0067}", "\u{E0100}", "\u{202E}",
      "\u{180B}",
    ]
    var texts = [""]
    for _ in 1...4 {
      texts = texts.flatMap { text in scalars.map { text + String($0) } }
      let changed = texts.filter { harm($0.forDisplay) != [] }
      #expect(changed.isEmpty, "\(changed.prefix(3).map(\.debugDescription))")
    }
  }

  @Test func `a formula behind a space, a mark or anything unseen is a formula too`() {
    for before in ["", " ", "  ", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{202E} ", "\u{1B}", "\r", "\u{AD}"] {
      for formula in ["=1+1", "+1", "-1", "@x", "＝1"] {
        #expect(CSV.harmless(before + formula).hasPrefix("'"), "\(before.debugDescription) \(formula)")
      }
      #expect(!CSV.harmless(before + "tea = 1").hasPrefix("'"), "\(before.debugDescription)")
    }
  }
}
