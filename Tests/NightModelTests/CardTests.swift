import NightModel
import TestSupport
import Testing

@Suite struct `The emergency card` {
  private func card(_ settings: (String, String)...) -> [String] {
    var samples = Samples()
    return EmergencyCard(Plan(entries: settings.map { samples.setting($0.0, $0.1) })).blocks.map(\.line)
  }

  @Test func `empty, says so and hard-wires no number`() {
    #expect(card() == ["Nothing typed yet. Call your emergency number."])
    #expect(
      card(("person", "A. Person")) == ["name: A. Person", "Nothing else typed yet. Call your emergency number."])
    #expect(!card().joined().contains { $0.isNumber })
  }

  @Test func `says when it was typed, where the paper is, and that blank wishes are no choice`() {
    let lines = card(("card.diagnosis", "ALS"), ("card.paper", "on the fridge"), ("card.ask", "Ida, 555 0100"))
    #expect(
      lines.first == "Typed by the family, changed Sun 22 Nov 2026. The signed paper rules; it is on the fridge.")
    #expect(
      lines.last == "wishes: Nothing is written here about this. That means neither yes nor no. Ask Ida, 555 0100.")
    #expect(card(("card.wishes", "as on the pink form")).last == "wishes: as on the pink form")
    #expect(card(("number.clinic", "1")).first?.hasSuffix("where it is was not typed.") == true)
  }

  @Test func `its date is that of the last change, what was made blank too`() {
    var samples = Samples()
    let number = samples.setting("number.clinic", "1")
    let other = samples.setting("number.hospice", "2")
    samples.night = samples.night.adding(days: 2)
    let blanked = samples.setting("number.hospice", nil)
    let blocks = EmergencyCard(Plan(entries: [number, other, blanked])).blocks
    #expect(blocks.first?.line.contains("changed Tue 24 Nov 2026") == true)
  }

  @Test func `hospice first stands above everything else, once`() {
    let lines = card(
      ("number.clinic", "1"), ("number.hospice", "2"), ("hospice-first", "yes"), ("comfort-kit", "in the fridge"),
      ("person", "A. Person"))
    #expect(lines[1] == "hospice comes first: 2" && lines[2] == "comfort kit: in the fridge")
    #expect(lines.filter { $0.hasPrefix("hospice") }.count == 1)
    #expect(card(("number.clinic", "1"), ("number.hospice", "2")).contains("hospice: 2"))
  }

  @Test func `numbers stand in the family's order, and the crisis line on its own page`() {
    let plan = [
      ("number.clinic", "1"), ("number.emergency", "2"), ("number.crisis", "3"), ("number-order", "emergency"),
    ]
    let lines = card(plan[0], plan[1], plan[2], plan[3])
    let numbers = lines.filter { $0.contains(": 1") || $0.contains(": 2") || $0.contains(": 3") }
    #expect(numbers == ["emergency: 2", "clinic: 1"])
    var samples = Samples()
    let tooMuch = EmergencyCard.tooMuch(Plan(entries: plan.map { samples.setting($0.0, $0.1) })).map(\.line)
    #expect(tooMuch[1...3] == ["emergency: 2", "clinic: 1", "crisis line: 3"])
    #expect(EmergencyCard.tooMuch(Plan()).map(\.line)[1] == "No number is typed yet. Call your emergency number.")
  }

  @Test func `the emergency number comes first until the family has an order of its own`() {
    let numbers = [("number.clinic", "1"), ("number.hospice", "3"), ("number.emergency", "2")]
    let lines = card(numbers[0], numbers[1], numbers[2]).filter { ["1", "2", "3"].contains($0.suffix(1)) }
    #expect(lines == ["emergency: 2", "clinic: 1", "hospice: 3"])
    let ordered = card(numbers[0], numbers[1], numbers[2], ("number-order", "hospice,clinic"))
    #expect(
      ordered.filter { ["1", "2", "3"].contains($0.suffix(1)) } == ["hospice: 3", "clinic: 1", "emergency: 2"])
  }

  @Test func `the breathing line names a machine only where one is in use`() {
    let number = ("number.clinic", "1")
    let line =
      "Breathing support first: the person's own machine, sitting up. Tell them: oxygen alone, without the machine, can "
      + "make CO2 rise. In comfort care, follow the comfort plan."
    #expect(!card(number).contains { $0.contains("machine") })
    #expect(card(number, ("equipment.mask", "in-use")).contains(line))
    #expect(card(number, ("equipment.tracheostomy", "in-use")).contains(line))
    #expect(!card(number, ("equipment.overlay", "in-use")).contains(line))
  }

  @Test func `standing lines can be reworded and taken off`() {
    let number = ("number.clinic", "1")
    let breathing = EmergencyCard.breathing(hasMachine: false)
    #expect(card(number).contains(breathing) && card(number).contains(EmergencyCard.understands))
    let reworded = card(number, ("card.breathing", "Sit her up."), ("card.understands", "none"))
    #expect(reworded.contains("Sit her up.") && !reworded.contains(breathing))
    #expect(!reworded.contains(EmergencyCard.understands) && !reworded.contains("none"))
  }

  @Test func `the machine's settings carry the day they were typed`() {
    #expect(card(("card.machine", "see sheet")).contains("machine: see sheet (as of Sun 22 Nov 2026)"))
    #expect(card(("card.mask-off", "cannot")).contains("mask: cannot take the mask off alone"))
  }

  @Test func `no text typed can bring control characters to a terminal`() {
    var samples = Samples()
    let keys = PlanKey.allCases.filter { $0.member == nil }.map(\.rawValue)
    let plan = Plan(entries: keys.map { samples.setting($0, "a\u{1B}[2J\nb") })
    let blocks = EmergencyCard(plan).blocks + EmergencyCard.nights(plan) + EmergencyCard.agreed(plan)
    for block in blocks { #expect(block.line.forDisplay == block.line, "\(block)") }
  }

  @Test func `changed is when it was typed, also where what was typed counts from a day to come`() {
    var samples = Samples()
    let made = samples.said(.plan(key: "card.wishes"), [.to: .text("NO CPR")], over: [], at: "21:50", isDated: true)
    let ahead = Instant(milliseconds: made.at.milliseconds + 32 * 86_400_000, offsetMinutes: 60)
    let entry = Entry(
      id: made.id, stamp: Stamp(milliseconds: made.at.milliseconds, counter: 0, writer: "a"), at: ahead, over: [],
      dated: ahead, body: made.body)
    let card = EmergencyCard(Plan(entries: [entry], asOf: samples.moment("22:00"))).blocks.map(\.line)
    #expect(card.contains { $0.contains("changed Sun 22 Nov 2026") }, "\(card)")
    #expect(card.contains { $0.hasPrefix("from Thu 24 Dec:") }, "\(card)")
  }
}

@Suite struct `Where the lines of the card come from` {
  private static let family = "Typed by the family"
  private static let standard = "Standard, not typed by the family:"
  private static let lists = "From the household's own lists:"

  private func lines(_ settings: [(String, String)], isWhole: Bool = true) -> [String] {
    var samples = Samples()
    return EmergencyCard(Plan(entries: settings.map { samples.setting($0.0, $0.1) }), isWhole: isWhole).blocks
      .map(\.line)
  }

  /// The lines below each kind of heading.
  private func sorted(_ settings: [(String, String)]) -> [String: [String]] {
    var (below, heading) = ([String: [String]](), "")
    for line in lines(settings) {
      let begun = [Self.family, Self.standard, Self.lists].first { line.hasPrefix($0) }
      if let begun { heading = begun } else { below[heading, default: []].append(line) }
    }
    return below
  }

  private static let own = [
    ("person", "Ann"), ("card.address", "12 Mill Lane"), ("card.birth", "1951-05-03"), ("card.yes", "looks up"),
    ("card.allergies", "penicillin, as she says"), ("card.oxygen", "the figure of May"),
    ("card.swallowing", "nothing by mouth"), ("number.clinic", "1"),
  ]
  private static let listed = [
    ("equipment.mask", "in-use"), ("equipment.feeding-tube", "in-use"), ("medicine.Baclofen", "Baclofen 10 mg"),
    ("medicine-when.Baclofen", "evening"), ("medicine.Riluzole", "Riluzole"),
  ]
  private static let reworded = [
    ("card.diagnosis", "PLS"), ("card.breathing", "Sit her up."), ("card.understands", "Hears all."),
    ("card.wishes", "as on the form"), ("card.airway", "by the throat"), ("card.equipment", "a hoist"),
    ("card.medicines", "see the folder"),
  ]

  @Test func `each stands below a heading that says so, and below no other`() {
    let below = sorted(Self.own + Self.listed)
    #expect(
      below[Self.family] == [
        "clinic: 1", "name: Ann", "address: 12 Mill Lane", "born: 3 May 1951", "yes = looks up",
        "allergies: penicillin, as she says", "usual oxygen: the figure of May", "swallowing: nothing by mouth",
      ])
    #expect(
      below[Self.standard] == [
        "diagnosis: ALS (motor neurone disease)", EmergencyCard.breathing(hasMachine: true), EmergencyCard.understands,
        "wishes: Nothing is written here about this. That means neither yes nor no. Ask the family.",
      ])
    #expect(
      below[Self.lists] == [
        "airway: Mask and breathing machine", "equipment: Mask and breathing machine · Feeding tube",
        "medicine: Baclofen, 10 mg, evening", "medicine: Riluzole",
      ])
    #expect(below.count == 3)
  }

  @Test func `what the family worded itself is typed, and nothing standard or listed is left`() {
    let below = sorted(Self.own + Self.listed + Self.reworded)
    #expect(Set(below.keys) == [Self.family])
    for line in [
      "diagnosis: PLS", "Sit her up.", "Hears all.", "wishes: as on the form", "airway: by the throat",
      "equipment: a hoist", "medicines: see the folder",
    ] { #expect(below[Self.family]?.contains(line) == true, "\(line)") }
    #expect(lines(Self.own + Self.listed + Self.reworded).count { $0.hasPrefix(Self.family) } == 1)
  }

  @Test func `airway, equipment and medicines can be taken off, and blank none is made up`() {
    let off = ["airway", "equipment", "medicines"].map { ("card.\($0)", "none") }
    #expect(sorted(Self.own + Self.listed + off)[Self.lists] == nil)
    #expect(!lines(Self.own + Self.listed + off).contains { $0.hasSuffix("none") })
    #expect(sorted(Self.own)[Self.lists] == nil)
    for word in ["airway", "allerg", "oxygen:", "swallow", "born", "address", "medicine", "equipment"] {
      #expect(!lines([("number.clinic", "1")]).contains { $0.contains(word) }, "\(word)")
    }
    #expect(
      sorted([("number.clinic", "1"), ("equipment.tracheostomy", "in-use")])[Self.lists]?.first
        == "airway: Tracheostomy (windpipe tube)")
    #expect(
      sorted([("number.clinic", "1"), ("equipment.hoist", "in-use")])[Self.lists] == ["equipment: Hoist or lift"])
  }

  @Test func `with nothing typed for it, the lists of the plan stand there with the standard lines`() {
    let card = lines([("person", "Ann"), ("equipment.mask", "in-use")])
    #expect(card.prefix(3) == ["name: Ann", "Nothing else typed yet. Call your emergency number.", Self.standard])
    #expect(
      card.contains(EmergencyCard.breathing(hasMachine: true)) && card.last == "equipment: Mask and breathing machine")
    #expect(!card.contains { $0.hasPrefix(Self.family) })
    #expect(lines([("equipment.mask", "in-use")]).first == EmergencyCard.empty)
    #expect(!lines([("equipment.mask", "in-use")], isWhole: false).joined().contains("yped yet"))
  }

  @Test func `a long place of the signed paper stands below, so that the numbers do not`() {
    let place = "in the hall cupboard, second drawer from above, blue folder"
    let card = lines([("number.clinic", "1"), ("card.paper", place), ("card.wishes", "as on the form")])
    #expect(card[0].hasSuffix("The signed paper rules; where it is stands below.") && card[1] == "clinic: 1")
    #expect(card.suffix(2) == ["signed paper: \(place)", "wishes: as on the form"])
  }

  @Test func `words of one's own that lie ahead stand with the family's, and the standard line until then`() {
    var samples = Samples()
    for (key, label) in [("card.breathing", "breathing line:"), ("card.airway", "airway:")] {
      let made = samples.said(.plan(key: key), [.to: .text("Sit her up.")], over: [], at: "21:50", isDated: true)
      let ahead = Instant(milliseconds: made.at.milliseconds + 32 * 86_400_000, offsetMinutes: 60)
      let entry = Entry(
        id: made.id, stamp: Stamp(milliseconds: made.at.milliseconds, counter: 0, writer: "a"), at: ahead, over: [],
        dated: ahead, body: made.body)
      let plan = Plan(entries: [entry, samples.setting("equipment.mask", "in-use")], asOf: samples.moment("22:00"))
      let card = EmergencyCard(plan).blocks.map(\.line)
      #expect(card.contains("\(label) as on every card until then"), "\(card)")
      #expect(card.contains("from Thu 24 Dec: Sit her up."), "\(card)")
      #expect(card.contains(EmergencyCard.breathing(hasMachine: true)))
      #expect(card.contains("airway: Mask and breathing machine"))
    }
  }

  @Test func `a date of birth that is none stands as it came`() {
    #expect(lines([("card.birth", "spring 1951")]).contains("born: spring 1951"))
  }
}
