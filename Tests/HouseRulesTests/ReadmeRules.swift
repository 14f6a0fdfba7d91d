import Glibc
import TestSupport
import Testing

/// The README is the first ten minutes; what comes after lies in articles beside the code.
@Suite struct `The README and its articles` {
  private let readme = Checkout.text("README.md").split(separator: "\n", omittingEmptySubsequences: false)
    .map(String.init)

  /// The articles by their paths from the root, and the README.
  private static func pages() throws -> [String] {
    try ["Sources", "Tests"].flatMap { try Checkout.files(below: $0, ending: ".md") }
      .filter { $0.split(separator: "/").dropLast().last?.hasSuffix(".docc") == true } + ["README.md"]
  }

  @Test func `the README has at most 180 lines without the drawings made by tests`() {
    var isDrawing = false
    let written = readme.filter { line in
      if line.hasSuffix(", made by a test -->") { isDrawing = true }
      defer { if line.hasPrefix("<!-- end of ") { isDrawing = false } }
      return !isDrawing
    }
    #expect(written.count <= 180)
    #expect(!isDrawing)
  }

  @Test func `links lead to what is there, and the README links to every article`() throws {
    var linked: Set<String> = []
    for page in try Self.pages() {
      let folder = page.split(separator: "/").dropLast().joined(separator: "/")
      for link in Self.parts(of: Checkout.text(page), between: "](", and: ")") where !link.contains("://") {
        let path = folder.isEmpty ? link : "\(folder)/\(link)"
        #expect(Self.exists(path), "\(page): \(link)")
        if page == "README.md" { linked.insert(path) }
      }
    }
    let articles = Set(try Self.pages()).subtracting(["README.md"])
    #expect(articles.isSubset(of: linked), "\(articles.subtracting(linked))")
    #expect(articles.count >= 8)
  }

  @Test func `every file and folder that a page names is there`() throws {
    for page in try Self.pages() {
      for name in Self.parts(of: Checkout.text(page), between: "`", and: "`") {
        guard name.contains("/"), name.allSatisfy({ $0.isLetter || $0.isNumber || "/.".contains($0) }) else { continue }
        guard name.first?.isUppercase == true || name.hasPrefix("nightstand/") else { continue }
        #expect(Self.exists(name) || Self.exists("Sources/\(name)"), "\(page): \(name)")
      }
    }
  }

  @Test func `the commands that CI runs stand there, with one list of packages`() throws {
    let install = "    apt-get update && apt-get install -y "
    let commands = readme.filter { $0.hasPrefix(install) }.map { $0.dropFirst(install.count) }
    #expect(commands.count == 2)
    let lists = commands.compactMap { $0.split(separator: "&", maxSplits: 1).first }
    #expect(Set(lists).count == 1)
    #expect(commands.first?.hasSuffix(" && swift run nightstand") == true)
    #expect(commands.last?.hasSuffix(" && swift test") == true)
    #expect(readme.contains { $0.hasPrefix("    swift build -c release --static-swift-stdlib ") })
  }

  @Test func `its five rows of speed are those of the last measurement`() throws {
    let article = Checkout.text("Tests/Benchmarks/Sources/benchmarks/benchmarks.docc/Benchmarks.md")
    let rows = readme.drop { $0 != "## Speed" }.filter { $0.hasPrefix("|") }.dropFirst(2)
    #expect(rows.count == 5)
    let measured = Set(article.split(separator: "\n").map(String.init))
    for row in rows { #expect(measured.contains(row), "\(row)") }
  }

  private static func exists(_ path: String) -> Bool { access("\(Checkout.root)/\(path)", F_OK) == 0 }

  /// What stands between two marks on one line.
  private static func parts(of text: String, between begin: String, and end: Character) -> [String] {
    text.split(separator: "\n").flatMap { line in
      var found: [String] = []
      var rest = line[...]
      while let start = rest.firstRange(of: begin), let stop = rest[start.upperBound...].firstIndex(of: end) {
        found.append(String(rest[start.upperBound..<stop]))
        rest = rest[stop...].dropFirst()
      }
      return found
    }
  }
}
