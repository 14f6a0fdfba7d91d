import NightModel
import NightStore
import TestSupport
import Testing
import Text

/// The figures once more, by other hands: a script that knows the formulas and nothing of this program.
@Suite(.waits) struct `Reckoning` {
  private let folder = TemporaryFolder()
  private let last = CivilDate(daysSince1970: 20_778)

  @Test(arguments: [60, 400])
  func `figures reckoned from the exported tables in another language agree, night by night`(count: Int) throws {
    let first = last.adding(days: 1 - count)
    let program = Program(in: folder.path)
    func run(_ arguments: String..., at time: String = "2026-11-22T15:00") throws -> String {
      let outcome = try Spawn.run(
        Program.path, arguments + ["--store", program.store, "--at", time],
        environment: program.environment)
      try #require(outcome.exitCode == 0, "\(outcome.errors)")
      return outcome.output
    }
    _ = try run("demo", "--nights", "\(count)")
    // Before its first mask: one on for days that nobody confirmed, and one that somebody did.
    for (on, off, isSure) in [(1, 4, false), (8, 10, true)] {
      _ = try run("log", "mask-on", "--by", "AA", at: "\(first.adding(days: on))T20:00")
      let saved = try run("log", "mask-off", "--by", "AA", at: "\(first.adding(days: off))T09:00")
      let id = saved.split { $0 == " " || $0 == "\n" }.last.map(String.init) ?? ""
      if isSure { _ = try run("edit", id, "as-is=yes") }
    }
    // And two nights of it on which one more was put on and never noted as off: they count in no median.
    for night in [3, 9] { _ = try run("log", "mask-on", "--by", "AA", at: "\(last.adding(days: -night))T13:00") }
    _ = try run("export", "--format", "csv", "--output", folder.path + "/tables")
    let nights = try run("nights", "--from", "\(first)", "--to", "\(last)", "--format", "json")
    Spawn.write(nights, to: folder.path + "/nights.json")
    Spawn.write(try trends(program, since: first).description, to: folder.path + "/trends.json")
    let report = try run("report", "--from", "\(first)", "--to", "\(last)", "--format", "text")
    Spawn.write(report, to: folder.path + "/report.txt")

    let outcome = try Spawn.run(
      "python3",
      [
        Checkout.root + "/Tests/EndToEndTests/Reckoning/reckon.py", folder.path + "/tables/entries.csv",
        folder.path + "/nights.json", folder.path + "/trends.json", folder.path + "/report.txt",
        Checkout.root + "/Resources/Care", program.zone,
      ])
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    // A figure that was never there would agree with anything.
    var compared: [String: Int] = [:]
    for line in outcome.output.split(separator: "\n") {
      let parts = line.split(separator: ":")
      if line.hasPrefix("compared "), let count = Int(parts[1].trimmingSpaces()) {
        compared[String(parts[0].dropFirst(9))] = count
      }
    }
    for figure in ["tib", "tst", "se", "seDiary", "turns", "longestTurnGap", "wakings", "symptoms", "checklist done"] {
      #expect(compared[figure] ?? 0 > 40, "\(figure): \(compared)")
    }
    #expect(compared["maskUnconfirmed"] == 3, "\(compared)")
    #expect(compared["mask"] ?? 0 > 25 && compared["carer slept"] ?? 0 > 30, "\(compared)")
    if try Checkout.files(below: "Resources/Care").contains("Resources/Care/rules.json") {
      #expect(compared["signs"] ?? 0 > 40 && compared["nights with signs"] ?? 0 > 10, "\(compared)")
    }
    // And what the page for the clinic says of them.
    for row in [
      "Mask on", "Slept (TST)", "Sleep efficiency (SE)", "Turns", "Times woken (NAW)", "Rested, 1 to 5",
      "Longest between turns", "nights",
    ] {
      #expect(compared["page \(row)"] == 1, "\(row): \(compared)")
    }
    #expect(compared["page symptoms"] ?? 0 > 3 && compared["page signs"] ?? 0 > 3, "\(compared)")
    #expect(compared["page writers"] == 1 && compared["page medicines"] == 1, "\(compared)")
    #expect(compared["page events"] ?? 0 > 5, "\(compared)")
    #expect(compared["median slept"] == 1 && compared["median carer-slept"] == 1, "\(compared)")
  }

  /// What the trends say of the nights: how many, twice the median, the lowest, the highest, by measure.
  private func trends(_ program: Program, since first: CivilDate) throws -> JSON {
    let store = try Store(
      places: StorePaths(store: program.store, stateRoot: nil), files: RealFileSystem(), world: .sample())
    let plan = Plan(entries: store.plan().entries)
    let now = NightRule.noon.start(of: last.adding(days: 1), offsetMinutes: 60).adding(minutes: 180)
    let figures = PlanHistory(store.plan().entries).figures(
      of: store.run(of: first...last), plan: plan, catalogue: .standard, asOf: now)
    return .object(
      Trends(figures.counted(since: WrittenSince(figures)), nights: first...last, withCarer: true).rows.map { row in
        let summary = row.summary
        let numbers = [summary.count, summary.twiceMedian, summary.lowest, summary.highest]
        return JSON.Member(row.measure.id, .array(numbers.map { .integer($0) }))
      })
  }
}
