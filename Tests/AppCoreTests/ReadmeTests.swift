import AppCore
import CellUI
import Glibc
import TestSupport
import Testing

/// The parts of the README and its articles that are made from the program: stale ones fail, and `RECORD=1` writes them
/// anew.
@Suite struct `The README shows what the program does` {
  @Test func `the key tables`() {
    var lines: [String] = []
    for table in [Keys.everywhere, Keys.tonight, Keys.typing] {
      lines += ["**\(table.title)**", "", "| key | does |", "|---|---|"]
      lines += table.bindings.map { "| \($0.keys.map { "`\($0.name)`" }.joined(separator: " ")) | \($0.help) |" } + [""]
    }
    expectPart("keys", lines.joined(separator: "\n"), in: "Sources/AppCore/AppCore.docc/Keys.md")
  }

  @Test(arguments: [
    ("tonight", "tonight-80x24", "README.md"), ("night", "night", "README.md"),
    ("trends", "trends-80x24", "Sources/AppCore/AppCore.docc/Screens.md"),
  ])
  func `the pictures`(name: String, golden: String, page: String) {
    let rows = Spawn.read(Checkout.root + "/Tests/AppCoreTests/Screens/\(golden).txt")
      .split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    expectPart(name, "```\n" + rows.joined(separator: "\n") + "\n```\n", in: page)
  }

  private func expectPart(_ name: String, _ made: String, in page: String) {
    let written = Checkout.text(page)
    let (begin, end) = ("<!-- \(name), made by a test -->\n", "<!-- end of \(name) -->\n")
    guard let start = range(of: begin, in: written), let stop = range(of: end, in: written) else {
      Issue.record("\(page) has no place for \(name)")
      return
    }
    let known = String(written[start.upperBound..<stop.lowerBound])
    guard known != made else { return }
    if getenv("RECORD") != nil {
      let text = String(written[..<start.upperBound]) + made + String(written[stop.lowerBound...])
      Spawn.write(text, to: Checkout.root + "/" + page)
    }
    Issue.record("\(name) in \(page) is stale; RECORD=1 swift test --filter AppCoreTests writes it anew")
  }

  private func range(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) { return start..<text.index(start, offsetBy: part.count) }
      guard let next = text[start...].firstIndex(of: "\n") else { return nil }
      start = text.index(after: next)
    }
    return nil
  }
}

@Suite struct `The key tables` {
  private let tables = [Keys.everywhere, Keys.tonight, Keys.typing]

  @Test func `every key is spelled as a key, and no key stands twice`() {
    for table in tables {
      for binding in table.bindings {
        #expect(!binding.keys.isEmpty && binding.help.count < 60)
        #expect(binding.keys.allSatisfy { Key($0.name) == $0 && $0.smallLetter == $0 }, "\(binding.help)")
        #expect(binding.keys.allSatisfy { table.command(for: $0) == binding.command }, "\(binding.help)")
      }
    }
    let everywhere = Set(Keys.everywhere.bindings.flatMap(\.keys))
    // Between the columns of Tonight they move; everywhere else one goes back and the other opens details.
    #expect(everywhere.intersection(Keys.tonight.bindings.flatMap(\.keys)) == [.left, .right])
  }

  @Test func `nothing needs Shift, Ctrl or Alt, and no letter leaves the program`() {
    for table in tables {
      for binding in table.bindings where binding.keys.allSatisfy({ $0.name.hasPrefix("Ctrl-") }) {
        // What they take out of a text, Backspace and "Empty it" do too.
        let known: [Command] = [.leave, .suspend, .edit]
        #expect(known.contains(binding.command), "only what lists offer too, or the shell's own key")
      }
    }
    for letter in ["i", "q"] {
      let key = Key(letter) ?? .escape
      #expect(Keys.tonight.command(for: key) == nil && Keys.everywhere.command(for: key) == nil)
    }
  }
}
