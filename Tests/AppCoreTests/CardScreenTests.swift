import NightModel
import TestSupport
import Testing
import Text

@testable import AppCore

/// The emergency card of a full house on the screen.
@Suite struct `The emergency card on the screen` {
  private static let numbers = ["emergency: 555 0112", "clinic: 555 0100", "on call: 555 0101"]
  private static let house = [
    ("number.clinic", "555 0100"), ("number.on-call", "555 0101"), ("number.emergency", "555 0112"),
    ("person", "MADE-UP PERSON"), ("card.birth", "1951-05-03"), ("card.address", "12 Mill Lane, ground floor"),
    ("card.paper", "hall cupboard, blue folder"), ("card.allergies", "none that we know of"),
    ("card.oxygen", "as the clinic wrote it on 3 May"), ("card.swallowing", "nothing by mouth, all by tube"),
    ("card.yes", "looks up"), ("card.no", "shuts both eyes"), ("card.mask-off", "cannot"),
    ("equipment.mask", "in-use"), ("equipment.feeding-tube", "in-use"), ("medicine.Baclofen", "10 mg"),
    ("medicine-when.Baclofen", "evening"), ("card.wishes", "as on the form"),
  ]

  private func robot(_ columns: Int, _ rows: Int, _ settings: [(String, String)]) -> Robot {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: settings.map { samples.setting($0.0, $0.1) }), columns: columns, rows: rows)
    robot.press("e")
    return robot
  }

  private func row(of words: String, _ robot: Robot) -> Int? {
    robot.screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(words) }
  }

  /// Every row that shows while the card is read to its end.
  private func read(_ robot: Robot) -> [String] {
    var rows: [String] = []
    for _ in 0..<60 {
      rows += robot.screen.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      guard robot.screen.contains("more line") else { break }
      if robot.focus != "Read on" { robot.choose("Read on") } else { robot.press("Enter") }
    }
    return rows
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `looks so, and the numbers stand in the first eight rows`(columns: Int, rows: Int) {
    let robot = robot(columns, rows, Self.house)
    expectScreen(robot.layout.frame, "card-full-\(columns)x\(rows)")
    let found = Self.numbers.map { row(of: $0, robot) }
    #expect(found.allSatisfy { $0.map { $0 < 8 } == true }, "\(found) \(robot.screen)")
    #expect(found.compactMap(\.self) == found.compactMap(\.self).sorted(), "the emergency number comes first")
  }

  /// The longest that can be typed, and longer, as a record from elsewhere may have it.
  @Test(arguments: [(80, 24), (40, 12)], [200, 4000])
  func
    `whatever else is typed, however long, wide or from right to left, the numbers stay there and nothing is left out`(
      screen: (columns: Int, rows: Int), length: Int
    )
  {
    func long(_ word: String) -> String { String(String(repeating: word, count: length).prefix(length - 1)) + "§" }
    let words = ["a long word ", "漢字と仮名 ", "שם ארוך מאוד ", "unbroken"]
    var settings = Self.house.filter { $0.0.hasPrefix("number.") }
    settings += PlanKey.allCases.filter { $0.page == .card && ![.cardAgreed, .cardMedicines].contains($0) }
      .enumerated().map { ($0.element.rawValue, long(words[$0.offset % words.count])) }
    settings += [("person", long("漢字 "))]
    settings += (1...40).map { ("medicine.\(["שם", "漢字", "Medicine"][$0 % 3]) \($0)", "label of \($0)") }
    let robot = robot(screen.columns, screen.rows, settings)
    let found = Self.numbers.map { row(of: $0, robot) }
    #expect(found.allSatisfy { $0.map { $0 < 8 } == true }, "\(found) \(robot.screen)")
    for row in robot.screen.split(separator: "\n") { #expect(TextWidth.columns(of: String(row)) <= screen.columns) }
    let facts = Set(robot.scene.facts.map(\.line))
    for medicine in 1...40 { #expect(facts.contains { $0.hasSuffix("label of \(medicine)") }, "\(medicine)") }
    #expect(facts.count { $0.contains("§") } > 15)
  }

  @Test func `forty medicines are read to the last`() {
    let robot = robot(80, 24, Self.house + (1...40).map { ("medicine.שם \($0)", "label of \($0)") })
    let rows = read(robot).joined(separator: " ")
    for medicine in 1...40 { #expect(rows.contains("label of \(medicine)"), "\(medicine)") }
  }

  @Test func `the new lines are typed on its page of the plan like the others`() {
    let robot = robot(80, 24, [])
    for (label, typed, shown) in [
      ("Date of birth", "3 May 1951", "born: 3 May 1951"), ("Address", "12 Mill Lane", "address: 12 Mill Lane"),
      ("Allergies", "penicillin", "allergies: penicillin"),
      ("Usual oxygen figure", "as in May", "usual oxygen: as in May"),
      ("Swallowing and feeding tube", "soft food", "swallowing: soft food"),
    ] {
      robot.goHome()
      for choice in ["Plan", "What the emergency card says", label] { robot.choose(choice) }
      robot.type(typed)
      robot.press("Enter")
      robot.press("e")
      #expect(robot.scene.facts.contains { $0.line == shown }, "\(robot.screen)")
      #expect(robot.record.keptCard?.contains(shown) == true)
    }
    robot.goHome()
    for choice in ["Plan", "What the emergency card says", "Airway"] { robot.choose(choice) }
    robot.type("by the throat")
    robot.press("Enter")
    robot.press("e")
    #expect(robot.scene.facts.contains { $0.line == "airway: by the throat" }, "\(robot.screen)")
  }
}
