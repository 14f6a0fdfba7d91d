import NightModel
import NightReports
import TestSupport
import Testing

/// Nights of another age, which come by import, by a clock or by a slip.
@Suite(.waits) struct `Nights of another age` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  @Test(arguments: ["1066-10-14", "0001-01-01", "9999-12-31", "2345-06-07"])
  func `what came by import can be shown and erased, and makes no table of a million rows`(night: String) throws {
    let id = try program.run("log", "turn", "left", "--at", "2026-11-22T23:10").lastWord
    let export = folder.path + "/export.json"
    try program.run("export", "--output", export)
    let other = Program(in: folder.path + "/other")
    try Spawn.run("mkdir", [other.folder])
    try other.run("log", "suction", "--at", "2026-11-22T22:10")
    let moved = Spawn.read(export).replacing("\"in\":\"2026-11-22\"", with: "\"in\":\"\(night)\"")
    try Spawn.run("tee", [export], input: moved)
    let taken = try other.run("import", export, "--yes")
    #expect(taken.exitCode == 0, "\(taken)")
    let shown = try other.run("show", night, "--format", "json")
    #expect(shown.exitCode == 0 && shown.output.contains(id), "\(shown)")
    let tables = try other.run("export", "--format", "csv", "--output", folder.path + "/tables")
    #expect(tables.exitCode == 0, "\(tables)")
    #expect(Spawn.read(folder.path + "/tables/nights.csv").split(separator: "\r\n").count == 3)
    // What goes through every night of the record has no thousand years to go through.
    for words in [["signs"], ["report", "--last", "7"], ["nights", "--format", "json"]] {
      let said = try other.run(under: ["timeout", "20"], words)
      #expect(said.exitCode == 0, "\(words) \(said)")
    }
    let erased = try other.run("purge", night, "--yes")
    #expect(erased.exitCode == 0, "\(erased)")
    #expect(try other.run("show", night).exitCode == 64)
    #expect(try other.run("show", "1999-01-01").exitCode == 0 && other.run("show", "0226-01-01").exitCode == 64)
  }

  @Test func `a year without entries has its rows, a longer stretch has none`() throws {
    func night(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
    let recorded = try ["2024-01-01", "2025-01-02", "2026-06-01"].map(night)
    let spans = NightsCSV.spans(of: recorded)
    #expect(spans == [try night("2024-01-01")...night("2025-01-02"), try night("2026-06-01")...night("2026-06-01")])
    #expect(NightsCSV.spans(of: []).isEmpty)
  }
}
