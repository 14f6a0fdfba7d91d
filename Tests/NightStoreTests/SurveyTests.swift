import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// What lies beside the record's files, and what is missing among them.
@Suite struct `Other files and missing ones` {
  private let record = ClosedRecord()
  private var disk: MemoryDisk { record.disk }
  private var files: ClosedFolders { record.files }
  private let night = Samples().night

  init() throws {
    try open().perform([.turn("left")], zone: nil)
  }

  private func open() throws -> Store { try record.open() }

  private func look(_ store: Store) -> SurveyFindings { store.lookForFindings { true }.findings }

  private var own: String {
    get throws { "/store/nights/2026/\(night).\(try #require(try open().writerIfKnown)).jsonl" }
  }

  private func put(_ bytes: [UInt8], at path: String) throws { try record.put(bytes, at: path) }

  /// The night's file with an entry more, as another machine would have written it under the same name.
  private func longer() throws -> [UInt8] {
    let path = try own
    let before = try #require(disk.bytes(at: path))
    try open().perform([.turn("right")], zone: nil)
    let after = try #require(disk.bytes(at: path))
    disk.setBytes(before, at: path)
    // It never was longer here.
    try open().state?.marks.forget { _ in true }
    return after
  }

  private static let names = [
    "2026-11-22.k7f3q2xm.sync-conflict-20261123-021500-ABCDEFG.jsonl",
    "2026-11-22.k7f3q2xm (conflicted copy 2026-11-23 021500).jsonl",
    "2026-11-22.k7f3q2xm (Ann's conflicted copy 2026-11-23).jsonl",
    "2026-11-22.k7f3q2xm_conflict-20261123-021500.jsonl", "2026-11-22.k7f3q2xm (conflicted copy)",
    "2026-11-22.k7f3q2xm-KITCHEN.jsonl", "2026-11-22.k7f3q2xm 2.jsonl", "2026-11-22.k7f3q2xm (1).jsonl",
    "2026-11-22.k7f3q2xm.jsonl~", "2026-11-22.k7f3q2xm.jsonl.orig", "2026-11-22.k7f3q2xm.jsonl.bak",
    "2026-11-22.K7F3Q2XM.JSONL", "#2026-11-22.k7f3q2xm.jsonl#", "copy of a night.jsonl", "x/2026-11-22.k7f3q2xm.jsonl",
    "x/y/2026-11-22.k7f3q2xm.jsonl", "../2025/2026-11-22.k7f3q2xm.jsonl", "../2026-11-22.k7f3q2xm.jsonl",
    "../../nights 2/2026/2026-11-22.k7f3q2xm.jsonl", "../../plan/2026-11-22.k7f3q2xm.jsonl",
    "../../2026-11-22.k7f3q2xm.jsonl",
  ]

  @Test(arguments: names)
  func `a file under another name is told as long as it holds an entry more`(name: String) throws {
    let longer = try longer()
    var path = "/store/nights/2026/" + name
    while let range = path.firstRange(of: "/../") {
      let above = String(path[..<range.lowerBound]).parentFolder
      path = above + "/" + path[range.upperBound...]
    }
    try put(longer, at: path)
    let store = try open()
    let found = look(store)
    #expect(found.others.map(\.path) == [String(path.dropFirst(7))], "\(path)")
    #expect(found.others.map(\.holding) == [.entries(1)] && found.others[0].night == night)
    #expect(found.whole.record.map(\.kind) == [.otherFiles] && found.whole.nights[night]?.count == 1)
    #expect(try open().verify().findings.map(\.words) == [found.others[0].words])
    // Nothing of it is folded.
    #expect(store.nights([night])[0].entries.count == 1)
    // Once the record has it, there is nothing to tell, in the same run and in another.
    disk.setBytes(longer, at: try own)
    #expect(try look(store).others.isEmpty && look(open()).others.isEmpty)
    let verification = try open().verify()
    #expect(verification.isSound && verification.otherFiles.count == 1)
  }

  @Test func `lines that say nothing of their night are held against all nights`() throws {
    let longer = try longer()
    let line = try #require(longer.dropLast().split(separator: UInt8(ascii: "\n")).last)
    try put(Array(line) + [UInt8(ascii: "\n")], at: "/store/nights/2026/saved.jsonl")
    let found = look(try open()).others
    #expect(found.map(\.holding) == [.entries(1)] && found[0].night == nil)
    disk.setBytes(longer, at: try own)
    #expect(try look(open()).others.isEmpty)
  }

  @Test func `what systems and engines keep for themselves is told by nobody`() throws {
    let longer = try longer()
    for name in [
      "._2026-11-22.k7f3q2xm.jsonl", ".syncthing.2026-11-22.k7f3q2xm.jsonl.tmp", "~syncthing~2026-11-22.jsonl.tmp",
      ".stversions/2026-11-22.k7f3q2xm~20261123-021500.jsonl", ".stfolder/x.jsonl", "notes.txt",
    ] {
      try put(longer, at: "/store/nights/2026/" + name)
      try put(longer, at: "/store/" + name)
    }
    let found = look(try open())
    #expect(found.others.isEmpty && found.unlisted.isEmpty && found.strangers == ["nights/2026/notes.txt"])
    #expect(try open().verify().isSound)
  }

  @Test func `a file that could not be looked at, or was not yet, is told`() throws {
    try put(try longer(), at: "/store/nights/2026/x/2026-11-22.k7f3q2xm.jsonl")
    let store = try open()
    var holding: [OtherFile.Holding] = []
    while true {
      let (findings, isComplete) = store.lookForFindings { false }
      if let first = findings.others.first { holding.append(first.holding) }
      if isComplete { break }
    }
    #expect(holding.first == .unknown && holding.last == .entries(1))
    files.unreadable = ["/store/nights/2026/x"]
    #expect(look(try open()).others.map(\.holding) == [.unread(SystemError(code: EACCES))])
  }

  @Test func `a second pass over a record that did not change reads no file and lists no folder`() throws {
    try put(try longer(), at: "/store/nights/2026/2026-11-22.k7f3q2xm 2.jsonl")
    for day in 1...20 { try open().perform([.turn(night: "2026-10-\(day < 10 ? "0" : "")\(day)")], zone: nil) }
    let store = try open()
    let first = look(store)
    files.listed = 0
    files.opened = []
    let second = look(store)
    #expect(second.whole == first.whole && files.listed == 0)
    #expect(
      files.opened.allSatisfy {
        $0.hasSuffix("/marks") || $0.hasSuffix("/lost") || $0.hasSuffix("/erasing")
          || $0.hasSuffix("/writers.json")
      })
  }

  @Test func `reading the plan and the nights of the first screen opens their files and nothing of what this is about`()
    throws
  {
    try put(try longer(), at: "/store/nights/2026/2026-11-22.k7f3q2xm 2.jsonl")
    files.opened = []
    let store = try open()
    _ = store.plan()
    _ = store.nights([night.adding(days: -1), night])
    let names = files.opened.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    #expect(names.filter { $0.hasSuffix("jsonl") }.count == 1)
    #expect(
      Set(names.filter { !$0.hasSuffix("jsonl") }).isSubset(of: ["store.json", "record.json", "erasing"]), "\(names)")
  }

  @Test func `many files are told in one sentence, and each on its night`() throws {
    let longer = try longer()
    for name in ["a.jsonl.bak", "b.jsonl.bak", "c.jsonl.bak"] { try put(longer, at: "/store/nights/2026/" + name) }
    let whole = look(try open()).whole
    #expect(whole.record.count == 1 && whole.record[0].words.contains("3 files are not read"))
    #expect(whole.nights[night]?.count == 3)
  }

  // MARK: Gone and shorter

  @Test func `a file that this machine wrote and that is gone is told until it is back, or purged`() throws {
    let path = try own
    let bytes = try #require(disk.bytes(at: path))
    try open().perform([.turn(night: "2026-11-23")], zone: nil)
    try disk.remove(path)
    let found = look(try open())
    #expect(found.missing.map(\.loss) == [.gone(lines: 2)])
    #expect(found.whole.record.map(\.kind) == [.gone] && found.whole.nights[night]?.count == 1)
    try put(bytes, at: path)
    #expect(look(try open()).missing.isEmpty)
    try disk.remove(path)
    #expect(try open().toPurge(.night(night)).isMissed)
    try open().purge(.night(night))
    #expect(look(try open()).missing.isEmpty)
    #expect(try !open().toPurge(.night(night)).isMissed)
  }

  @Test func `a whole folder that is gone is told, and one that cannot be listed is not called gone`() throws {
    files.closed = ["/store/nights/2026"]
    #expect(try look(open()).missing.isEmpty && look(open()).unlisted.count == 1)
    files.closed = ["/store/nights"]
    #expect(try look(open()).missing.isEmpty && look(open()).unlisted.count == 1)
    files.closed = []
    try disk.remove(try own)
    try disk.removeFolder("/store/nights/2026")
    #expect(look(try open()).missing.count == 1)
  }

  @Test func `a night that was purged is not missed`() throws {
    try open().perform([.turn(night: "2026-11-23")], zone: nil)
    try open().purge(.night(night))
    #expect(look(try open()).whole == WholeFindings())
  }

  @Test func `a file put back from an older copy is told by every run that reads it, and no row is kept of it`() throws
  {
    let date = night.adding(days: -40)
    try open().perform([.turn("left", night: "\(date)")], zone: nil)
    let path = "/store/nights/2026/\(date).\(try #require(try open().writerIfKnown)).jsonl"
    let older = try #require(disk.bytes(at: path))
    try open().perform([.turn("right", night: "\(date)")], zone: nil)
    disk.setBytes(older, at: path)
    // Also by one that has read nothing of it.
    #expect(look(try open()).missing.map(\.loss) == [.end(lines: 1)])
    for _ in 1...2 {
      let store = try open()
      while !store.prepareRows(while: { false }).isComplete {}
      let missing = look(store).missing
      #expect(missing.map(\.loss) == [.end(lines: 1)])
    }
    // What was given up to another file stays told.
    try open().perform([.turn("back", night: "\(date)")], zone: nil)
    #expect(look(try open()).missing.map(\.loss) == [.end(lines: 1)])
  }

  @Test func `entries saved since a file was read do not make it short`() throws {
    let store = try open()
    _ = store.nights([night])
    try open().perform([.turn("right")], zone: nil)
    #expect(look(store).missing.isEmpty)
  }

  @Test func `what another copy of the record wrote is not missed here`() throws {
    try record.copy("/store", to: "/copy/store")
    let places = StorePaths(store: "/copy/store", stateRoot: "/state")
    let copy = try Store(places: places, files: disk, world: .sample(seed: 5))
    try copy.perform([.turn("back"), .turn(night: "2026-11-23")], zone: nil)
    #expect(try look(open()).missing.isEmpty && look(copy).missing.isEmpty)
  }

  @Test func `a record that is not there is not missed file by file`() throws {
    let store = try open()
    for path in disk.allFiles(below: "/store") { try disk.remove(path) }
    for folder in ["/store/nights/2026", "/store/nights", "/store"] { try disk.removeFolder(folder) }
    #expect(look(store).whole == WholeFindings())
  }
}

/// What a step of looking over a record costs, however much is wrong with it.
@Suite struct `Looking over a large record` {
  private let disk = MemoryDisk()
  private let night = Samples().night

  private func open() throws -> Store {
    try Store(places: .sample(below: ""), files: disk, world: .sample(seed: UInt64(disk.calls)))
  }

  /// How long something takes this thread, in nanoseconds of its own.
  private func cost(_ work: () throws -> Void) rethrows -> Int {
    func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    let before = now()
    try work()
    return now() - before
  }

  @Test func `a step of comparing marks costs the same whether few files are gone so far or thousands`() throws {
    try open().perform([.turn("left")], zone: nil)
    let store = try open()
    let state = try #require(store.state)
    for days in 1...3652 {
      state.marks.set(
        HighWaterMark(
          partition: .night(night.adding(days: -days)), writer: "aaaaaaaa", position: .init(number: 3, previous: 7)))
    }
    let check = HighWaterMarkCheck(
      store, folders: ["/store": RecordSurvey.Folder(), "/store/nights": RecordSurvey.Folder()])
    var costs: [Int] = []
    while !check.isComplete { costs.append(cost { check.step() }) }
    #expect(check.missing.count >= 3652 && costs.count > 28)
    let quarter = costs.count / 4
    let (first, last) = (costs.prefix(quarter).reduce(0, +), costs.suffix(quarter).reduce(0, +))
    #expect(last < 4 * first, "\(costs)")
    var findings = SurveyFindings()
    findings.add(missing: check.missing)
    findings.tell()
    #expect(findings.whole.record.count == 1 && findings.whole.nights.count >= 3652)
    #expect(cost { for _ in 0..<100 { _ = findings.whole } } < first, "it is put into words once")
  }

  @Test func `a conflict copy of one night costs the same beside ten nights and beside twenty thousand`() throws {
    try open().perform([.turn("left")], zone: nil)
    let own = try #require(disk.allFiles(below: "/store/nights").first)
    let copy = own + ".orig"
    try disk.with(copy, .appendNew) { file throws(SystemError) in
      _ = try disk.write(file, disk.bytes(at: own) ?? [])
    }
    let store = try open()
    func look(nights: Int) throws -> Int {
      var folders: [String: RecordSurvey.Folder] = [:]
      folders["/store/nights/2026"] = RecordSurvey.Folder(journals: [
        own.split(separator: "/").last.map(String.init) ?? ""
      ])
      for days in 400..<400 + nights {
        let date = night.adding(days: -days)
        folders["/store/nights/\("\(date)".prefix(4))", default: .init()].journals?.append("\(date).aaaaaaaa.jsonl")
      }
      let look = OtherFileCheck(copy, store: store, folders: folders, known: nil)
      let cost = cost { while !look.step() {} }
      #expect(look.outcome.holding == .known && look.outcome.night == night)
      return cost
    }
    let few = try (0..<5).map { _ in try look(nights: 10) }.min() ?? 0
    let many = try (0..<5).map { _ in try look(nights: 20_000) }.min() ?? 0
    #expect(many < 5 * few, "\(few) and \(many)")
  }
}
