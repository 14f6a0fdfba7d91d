import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Copies of the record and of its files that lie in its folder.
@Suite struct `Copies in the record's folder` {
  private let record = ClosedRecord()
  private let night = Samples().night
  private var path: String {
    get throws { "/store/nights/2026/\(night).\(try #require(try record.open().writerIfKnown)).jsonl" }
  }

  init() throws {
    try record.open().perform([.turn("left")], zone: nil)
    try record.open().perform([setting("person", "Ann"), .turn(night: "2025-11-20")], zone: nil)
  }

  private func setting(_ key: String, _ value: String) -> Draft {
    Draft(
      partition: .plan, at: Samples().moment("12:00"), body: .record(.plan(key: key), Details([.to: .text(value)])))
  }

  private func look(_ store: Store) -> SurveyFindings { store.lookForFindings { true }.findings }

  /// Takes back what the last run wrote, past everything the store does.
  private func cut(_ path: String, to bytes: [UInt8]) throws {
    record.disk.setBytes(bytes, at: path)
    try record.open().state?.marks.forget { _ in true }
  }

  @Test(arguments: ["backup", "backups/of Sunday/store", "nights old"])
  func `a copy of the whole record is told only where it holds an entry that is nowhere else`(name: String) throws {
    let before = try #require(record.disk.bytes(at: try path))
    try record.copy("/store", to: "/store/" + name)
    let isOwn = name.hasPrefix("nights")
    // Also once the record has gone on.
    for side in ["right", "back"] {
      let found = look(try record.open())
      #expect(found.whole == WholeFindings() && found.strangers.isEmpty == !isOwn, "\(found.strangers)")
      let verification = try record.open().verify()
      #expect(verification.isSound && verification.files == 3 && verification.otherFiles.isEmpty == !isOwn)
      try record.open().perform([.turn(side)], zone: nil)
    }
    try record.copy("/store/nights", to: "/store/\(name) 2/nights")
    try cut(try path, to: before)
    let found = look(try record.open())
    #expect(found.others.count == 1)
    let other = try #require(found.others.first)
    #expect(other.holding == .entries(2) && other.night == night)
    let words = try record.open().verify().findings.map(\.words)
    #expect(words.count == 1 && words[0].contains("is not read because of its place and holds 2 entries"), "\(words)")
  }

  @Test func `another record in its folder is none of its own`() throws {
    try record.copy("/store", to: "/store/other")
    let text = #"{"store":"0193a4b5-c6d7-7e8f-9012-3456789abcde","format":1}"#
    record.disk.setBytes(Array(text.utf8), at: "/store/other/store.json")
    try cut(try path, to: [])
    #expect(look(try record.open()).others.isEmpty)
  }

  @Test(arguments: ["2026-11-22.k7f3q2xm (1).jsonl", "conflict"])
  func `a copy is told as long as it has a line of which nothing can be read`(name: String) throws {
    let own = try #require(record.disk.bytes(at: try path))
    let copy = "/store/nights/2026/" + name
    for (bytes, lines) in [(Array("x\ny\n".utf8), 2), (own + Array("{\"id\":\"".utf8), 1)] {
      try record.put(bytes, at: copy)
      let found = look(try record.open())
      #expect(found.others.map(\.holding) == [.damaged(lines)] && found.whole.record.map(\.kind) == [.otherFiles])
      #expect(try record.open().verify().findings.map(\.words) == found.others.map(\.words) && found.others.count == 1)
      try record.disk.remove(copy)
    }
    try record.put(own, at: copy)
    #expect(look(try record.open()).others.isEmpty)
  }

  @Test func `a copy in the plan's folder that did not change is not read again, nor one of which nothing can be read`()
    throws
  {
    let plan = try #require(record.disk.allFiles(below: "/store/plan").first)
    let before = try #require(record.disk.bytes(at: plan))
    try record.open().perform([setting("person", "Bea")], zone: nil)
    try record.put(try #require(record.disk.bytes(at: plan)), at: "/store/plan/k7f3q2xm 2.jsonl")
    try record.put(Array("x\n".utf8), at: "/store/plan/k7f3q2xm.sync-conflict-20261123-021500.jsonl")
    try cut(plan, to: before)
    let store = try record.open()
    let first = look(store)
    #expect(first.others.map(\.holding) == [.entries(1), .damaged(1)])
    record.files.opened = []
    #expect(look(store).whole == first.whole)
    #expect(record.files.opened.filter { $0.hasSuffix("jsonl") }.isEmpty, "\(record.files.opened)")
    // What it is compared with may change.
    record.disk.setBytes(try #require(record.disk.bytes(at: "/store/plan/k7f3q2xm 2.jsonl")), at: plan)
    #expect(look(store).others.map(\.holding) == [.damaged(1)])
  }

  @Test func `what another copy wrote while it shared this machine's state is not missed, and all else is`() throws {
    let state = try #require(try record.open().state)
    func mark(_ writer: String, _ date: CivilDate) {
      let position = LineFormat.Position(number: 2, previous: 1)
      state.marks.set(.init(partition: .night(date), writer: writer, position: position))
    }
    // As earlier versions left it: two folders' writers, and marks of both.
    state.keep(writer: "copywriter", storeInode: 9999)
    mark("copywriter", night.adding(days: 1))
    #expect(try look(record.open()).missing.isEmpty && record.open().verify().isSound)
    // One that was written under for a run alone is nobody's but this record's.
    mark("borrowed", night.adding(days: 2))
    #expect(look(try record.open()).missing.map(\.path) == ["nights/2026/\(night.adding(days: 2)).borrowed.jsonl"])
    #expect(try record.open().verify().findings.count == 1)
    // A record that was moved has files of those who wrote before.
    try record.put([], at: "/store/plan/copywriter.jsonl")
    #expect(look(try record.open()).missing.count == 2)
    #expect(try record.open().verify().findings.count == 2)
  }
}
