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
