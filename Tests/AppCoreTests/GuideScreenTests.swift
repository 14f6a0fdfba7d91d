import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The guide on the screen` {
  private let robot = Robot(by: "MK")

  private func open(_ label: String) { Checklists.open(label, robot) }

  private func openPage() {
    open("Guide")
    open("Cramps and stiffness")
    #expect(robot.scene.name == "guide-page")
  }

  /// The rows of the text on the screen: those between the title and the list, without the empty row above the list.
  private var shown: [String] {
    let rows = robot.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let list = rows.firstIndex { $0.hasPrefix(" 1 ") } ?? rows.count
    let end = rows[list - 1].allSatisfy { $0 == " " } ? list - 1 : list
    return rows[1..<end].map { $0.split(separator: " ").joined(separator: " ") }
  }

  /// Reads the page from where it stands to its end, by one way of going on.
  private func read(_ goOn: () -> Void) -> String {
    var text: [String] = []
    for _ in 0..<40 {
      let rows = shown
      text += rows.filter { !$0.hasSuffix("more lines") }
      guard rows.contains(where: { $0.hasSuffix("more lines") }) else { break }
      goOn()
    }
    return text.joined(separator: " ")
  }

  private func expectWhole(_ text: String, _ way: String) {
    let page = Guide.standard.page("cramps-and-stiffness")
    for sentence in page?.sentences ?? [] { #expect(text.contains(sentence.marked), "\(way): \(sentence.text)") }
    #expect(text.contains("* to confirm with your team") && text.contains("CAR16: "), "\(way)")
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40), (60, 15)])
  func `the whole page can be read with Enter, Space, a digit or the page keys`(columns: Int, rows: Int) {
    robot.size = Size(rows: rows, columns: columns)
    openPage()
    for key in ["Enter", "Space", "1", "PageDown"] {
      expectWhole(read { robot.press(key) }, "\(key) at \(columns)x\(rows)")
      for _ in 0..<40 { robot.press("PageUp") }
      #expect(shown.first == "Twitches", "\(key)")
    }
  }

  @Test func `at the end the same line leads back to the top`() {
    openPage()
    #expect(robot.focus == "Read on")
    for _ in 0..<20 where robot.focus == "Read on" { robot.press("Enter") }
    #expect(robot.focus == "Back to the top" && !robot.screen.contains("more lines"))
    robot.press("Enter")
    #expect(robot.focus == "Read on" && shown.first == "Twitches")
  }

  @Test func `a text that fits is not scrolled`() {
    robot.size = Size(rows: 120, columns: 100)
    openPage()
    robot.press("PageDown")
    robot.press("Enter")
    #expect(shown.first == "Twitches" && robot.screen.contains("That is the whole page."))
  }

  @Test func `what is scrolled past stays within the text when the screen grows`() {
    robot.size = Size(rows: 12, columns: 40)
    openPage()
    for _ in 0..<40 { robot.press("PageDown") }
    robot.size = Size(rows: 40, columns: 120)
    #expect(shown.last?.isEmpty == false && shown.count > 25)
    robot.size = Size(rows: 120, columns: 120)
    #expect(shown.first == "Twitches")
  }

  @Test func `lists keep four lines and the text has the rest`() {
    openPage()
    #expect(robot.layout.focus.position.row == 16)
    for label in ["Read on", "Next guide page", "Guide page before", "Search the guide"] {
      #expect(robot.screen.contains(label))
    }
    robot.size = Size(rows: 12, columns: 40)
    #expect(shown.count >= 4)
  }

  @Test func `next and previous take the page's place, and Back leads to the contents`() {
    openPage()
    open("Next guide page")
    #expect(robot.screen.contains("Guide 7: Restless legs"))
    #expect(robot.focus == "Next guide page")
    robot.press("Enter")
    #expect(robot.screen.contains("Guide 8: "))
    robot.press("Esc")
    #expect(robot.scene.name == "guide" && robot.focus == "Cramps and stiffness")
  }

  @Test func `a page leads to where it is used, and writes nothing`() {
    openPage()
    open("Calf and foot stretched")
    #expect(robot.scene.name == "check-item" && robot.screen.contains("why:"))
    robot.press("Esc")
    open("Cramp")
    #expect(robot.scene.name == "symptoms" && robot.focus == "Cramp")
    #expect(robot.items.isEmpty)
  }

  @Test func `a page leads to nothing that needs equipment which is not there`() {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: [samples.setting("equipment.suction", "in-use")]))
    Checklists.open("Guide", robot)
    Checklists.open("Breathing and the mask", robot)
    let labels = robot.scene.list.items.map(\.label)
    #expect(labels.contains("Suction charged, clean, in reach") && labels.contains("Stuck mucus"))
    #expect(!labels.contains("Mask snug but not too tight") && !labels.contains("Mask trouble"))
  }

  @Test func `an item of a checklist leads to its page, and Back leads to the item`() {
    open("Bedtime")
    for _ in 0..<80 where robot.focus != "Calf and foot stretched" { robot.press("Down") }
    robot.press("Right")
    open("Guide: Cramps and stiffness")
    #expect(robot.screen.contains("Guide 6: Cramps and stiffness"))
    robot.press("Esc")
    #expect(robot.scene.name == "check-item" && robot.screen.contains("Calf and foot stretched"))
  }

  @Test func `what was searched for is found, and opens where it stands`() {
    openPage()
    robot.press("/")
    robot.type("range of motion")
    robot.press("Enter")
    #expect(robot.screen.contains("In the guide: range of motion"))
    robot.press("Enter")
    #expect(robot.scene.name == "guide-page" && shown.first == "Stretching")
    robot.press("Esc")
    #expect(robot.scene.name == "guide-found")
    open("Search the guide")
    robot.type("zebra")
    robot.press("Enter")
    #expect(robot.screen.contains("Nothing was found."))
    robot.press("Esc")
    #expect(robot.scene.name == "guide")
  }

  @Test func `who does not type finds the words most looked for in a list, each with something found`() {
    open("Guide")
    let words = robot.scene.list.items.filter { $0.id.hasPrefix("word-") }
    #expect(words.count >= 8)
    for word in words {
      let there = robot.copy()
      Checklists.open(word.label, there)
      #expect(there.scene.name == "guide-found" && there.scene.list.count > 2, "\(word.label)")
    }
  }

  @Test func `line mode tells the whole page`() {
    var told = ""
    let robot = Robot()
    var lines = (robot.lineWay(to: "Guide") + ["6"]).makeIterator()
    var mode = LineMode(robot.app, in: robot.world, read: { lines.next() }, write: { told += $0 })
    _ = mode.run()
    let text = told.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    expectWhole(text, "line mode")
  }
}
