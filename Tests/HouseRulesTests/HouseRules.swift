import TestSupport
import Testing

@Suite struct `House rules` {
  /// What each target may import of ours, and of others. The arrows of the house point one way.
  private static let allowed: [String: Set<String>] = [
    "CareLibrary": [],
    "Text": [],
    "NightModel": ["CareLibrary", "Text"],
    "NightStore": ["NightModel", "Text", "Glibc"],
    "NightReports": ["NightModel", "Text"],
    "CellUI": ["Text"],
    "AppCore": ["CellUI", "NightModel", "Text"],
    "Bedside": ["AppCore", "NightModel", "NightReports", "NightStore", "Text"],
    "Ncurses": ["CellUI", "CNcurses", "Glibc"],
    "nightstand": [
      "Text", "NightModel", "NightStore", "NightReports", "AppCore", "Bedside", "CellUI", "Ncurses", "ArgumentParser",
      "Glibc",
    ],
  ]

  private func sources() throws -> [(path: String, target: String, lines: [String])] {
    try Checkout.files(below: "Sources", ending: ".swift").map { path in
      let lines = Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return (path, String(path.split(separator: "/")[1]), lines)
    }
  }

  @Test func `imports point one way`() throws {
    for (path, target, lines) in try sources() {
      let allowed = try #require(Self.allowed[target], "\(path): a target the house does not know")
      for line in lines {
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(of: "import"), index <= 1, words.count == index + 2 else { continue }
        #expect(allowed.contains(words[index + 1]), "\(path): \(line)")
      }
    }
  }

  @Test func `nothing banned stands in the sources`() throws {
    let banned = [
      "@unchecked Sendable", "nonisolated(unsafe)", "@preconcurrency", "try!", "as!", "TODO", "FIXME", "XXX",
      "fatalError(", "preconditionFailure(", "import Foundation",
    ]
    for (path, target, lines) in try sources() {
      for (number, line) in lines.enumerated() {
        for word in banned { #expect(!line.contains(word), "\(path):\(number + 1): \(word)") }
        if target != "nightstand" { #expect(!line.contains("print("), "\(path):\(number + 1): print") }
      }
    }
  }

  @Test func `no switch over an enum of ours has a case for whatever else there is`() throws {
    // A new screen, intent or command is then found by the compiler wherever it has to be answered. Numbers, letters
    // and words cannot all be named; the program's own core switches over none of these.
    for (path, target, lines) in try sources() {
      for (number, line) in lines.enumerated() {
        guard Self.isCatchAll(line) else { continue }
        let namesCases = Self.cases(beside: number, in: lines).contains(where: Self.namesCase)
        #expect(target != "AppCore" && !namesCases, "\(path):\(number + 1): \(line)")
      }
    }
  }

  private static func isCatchAll(_ line: String) -> Bool {
    ["default:", "case _:", "case (_, _):"].contains { line.trimmingPrefix(while: \.isWhitespace).hasPrefix($0) }
  }

  /// The cases of a switch above one of its lines.
  private static func cases(beside number: Int, in lines: [String]) -> [Substring] {
    let indent = lines[number].prefix(while: \.isWhitespace)
    let above = lines[..<number].reversed().filter { $0.prefix(while: \.isWhitespace) == indent }
    return above.prefix { $0.dropFirst(indent.count).hasPrefix("case ") }.map { $0.dropFirst(indent.count) }
  }

  /// True if a pattern names a case of an enum. Those of an optional say only whether there is something.
  private static func namesCase(_ pattern: Substring) -> Bool {
    guard let name = pattern.prefixMatch(of: /case (?:let )?(?:\((?:_, )?)?\.(\w+)/)?.1 else { return false }
    return !["some", "none"].contains(name)
  }

  @Test func `what a command says goes out in one place`() throws {
    let ways = ["STDOUT_FILENO", "STDERR_FILENO", "stdout", "stderr", "Swift.print", "debugPrint", "dump(", "puts("]
    for (path, target, lines) in try sources() where target == "nightstand" && !path.hasSuffix("/Output.swift") {
      for (number, line) in lines.enumerated() {
        for way in ways { #expect(!line.contains(way), "\(path):\(number + 1): \(way)") }
        #expect(!line.contains("main(arguments)") && !line.contains("exit(withError"), "\(path):\(number + 1)")
      }
    }
  }

  @Test func `every file is one idea, said in its first line, in at most 400 lines`() throws {
    for (path, _, lines) in try sources() {
      let doc = lines.first { !$0.isEmpty && !$0.hasPrefix("import") && !$0.contains(" import ") }
      #expect(doc?.hasPrefix("///") == true || doc?.hasPrefix("@main") == true, "\(path)")
      #expect(lines.count <= 400, "\(path) has \(lines.count) lines")
    }
    for path in try Checkout.files(below: "Tests", ending: ".swift") {
      #expect(Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false).count <= 400, "\(path)")
    }
  }

  @Test func `the formatter has nothing to say`() throws {
    let outcome = try Spawn.run(
      "swift",
      ["format", "lint", "--strict", "-r", "Package.swift", "Sources", "Tests"].map { word in
        word == "swift" || word.hasPrefix("-") || ["format", "lint"].contains(word) ? word : Checkout.root + "/" + word
      })
    #expect(outcome.exitCode == 0, "\(outcome.errors.prefix(2000))")
  }

  @Test func `the top level shows what the card allows and nothing else`() throws {
    let names = try Spawn.run("ls", [Checkout.root]).output.split(separator: "\n").map(String.init)
    #expect(
      Set(names).subtracting(["Package.resolved"]) == ["Package.swift", "README.md", "Resources", "Sources", "Tests"])
  }

  @Test func `every file of the care catalogue is compiled in, by name`() throws {
    let index = Checkout.text("Sources/CareLibrary/CareLibrary.c")
    let embedded = Set(
      index.split(separator: "\n").filter { $0.hasPrefix("#embed") }.map { String($0.dropFirst(14).dropLast()) })
    #expect(embedded == Set(try Checkout.files(below: "Resources")))
  }

  @Test func `no file tells of the machine it was written on`() throws {
    for folder in ["Sources", "Resources", "Tests", ".ci"] {
      for path in try Checkout.files(below: folder) where !path.hasSuffix("HouseRules.swift") {
        let text = Checkout.text(path)
        for place in ["/work/", "/root/", "/opt/"] { #expect(!text.contains(place), "\(path): \(place)") }
      }
    }
  }

  @Test func `what a person reads is worded in Words`() throws {
    for (path, target, lines) in try sources() where target == "NightModel" && !path.contains("/Words/") {
      let found = lines.filter { !$0.contains("//") }.flatMap(Self.sentences(in:))
      #expect(found.isEmpty, "\(path): \(found)")
    }
  }

  /// The literals on a line that read as a sentence: four words or more, what is filled in aside.
  private static func sentences(in line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
      .filter { literal in
        literal.split(separator: " ").count { word in
          word.count > 1 && word.allSatisfy { $0.isLetter || ",;.:'".contains($0) }
        } >= 4
      }
  }
}
