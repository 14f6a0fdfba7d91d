import Glibc
import NightModel
import NightStore
import TestSupport
import Testing

@testable import nightstand

/// Two screens on one record at once: on one machine (one state folder), or on two that share a folder.
@Suite(.waits) struct `Two bedsides` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  /// Two people in front of the same record. The clock stands still, so nothing but the news itself can show anything.
  private func sit(
    onOneMachine: Bool, otherUnder wrapper: [String] = [],
    _ body: (_ one: Person, _ other: Person) throws -> Void
  ) throws {
    let elsewhere = onOneMachine ? [:] : ["XDG_STATE_HOME": folder.path + "/elsewhere"]
    try Person.sits(at: program, ["--by", "MK"]) { one in
      try Person.sits(at: program, environment: elsewhere, under: wrapper, ["--by", "AB"]) { other in
        try body(one, other)
      }
    }
  }

  private func see(_ words: String..., by person: Person) throws {
    try person.terminal.wait(for: "\(words) within two seconds", deadlineSeconds: 2) { screen in
      words.allSatisfy(screen.contains)
    }
  }

  @Test(arguments: [true, false])
  func `what one writes the other sees within two seconds, from the first entry on`(onOneMachine: Bool) throws {
    try sit(onOneMachine: onOneMachine) { one, other in
      try one.press("l")
      try see("turned 02:15 left", "turned left", "MK", by: other)
      try other.press("m")
      try see("mask on 02:15", "mask on", "AB", by: one)
      try program.run("log", "cramp", "6", "--at", "2026-11-23T02:14", "--by", "ZZ")
      for person in [one, other] { try see("Cramp 6", "ZZ", by: person) }
      try other.press("k", "u")
      try other.terminal.wait(for: "it to be taken back") { !$0.contains("02:15  let sleep") }
      try one.terminal.wait(for: "the same") { !$0.contains("02:15  let sleep") }
    }
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `two take over at once: both stand, every screen and command signs alike, also after days`() throws {
    for initials in ["MK", "JD"] { try program.run("plan", "people.\(initials)", initials, "--at", "2026-11-20T12:00") }
    try program.run("log", "woke", "--at", "2026-11-23T02:00")
    // Neither hears of the other before both have taken over.
    let deaf = ["strace", "-qq", "-o", "/dev/null", "-e", "inject=inotify_init1:error=EMFILE"]
    try Person.sits(at: program, []) { one in
      try Person.sits(at: program, under: deaf, []) { other in
        for person in [one, other] { try person.choose("Handover") }
        try one.choose("Take over: JD")
        try see("Saved", by: one)
        try other.choose("Take over: MK")
        for person in [one, other] {
          try person.choose("Since you left")
          try see("MK since 02:15", by: person)
        }
      }
    }
    for time in ["2026-11-23T02:20", "2026-11-27T02:20"] { try program.run("log", "drink", "--at", time) }
    try program.run("log", "toilet", "--at", "2026-11-27T02:21", "--by", "ZZ")
    func by(_ night: String) throws -> [String] {
      try program.run("show", night, "--format", "json").output.split(separator: "\"by\":").dropFirst()
        .map { String($0.prefix { $0 != "," }) }
    }
    #expect(try by("2026-11-22") == ["null", "\"JD\"", "\"MK\"", "\"MK\""])
    #expect(try by("2026-11-26") == ["\"MK\"", "\"ZZ\""])
    try program.run("undo", "--yes", "--at", "2026-11-27T02:22")
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `a text being typed stays as it is while the other writes`() throws {
    try sit(onOneMachine: true) { one, other in
      try one.press("n")
      try one.type("half a no")
      let before = try one.terminal.cursor
      try other.press("l", "d")
      try see("drink", "AB", by: other)
      #expect(try one.terminal.screen.contains("half a no") && one.terminal.cursor == before)
      try one.type("te")
      try one.press("Enter")
      for person in [one, other] { try see("half a note", "drink", "AB", "turned left", "AB", by: person) }
    }
  }

  @Test(arguments: [true, false])
  func `both change one entry apart: both versions are shown to both, and neither is lost`(onOneMachine: Bool) throws {
    try program.run("log", "turn", "left", "--at", "2026-11-23T02:10")
    // Where the system has no watch to give, the other does not hear of the first one's answer before giving its own.
    let deaf = ["strace", "-qq", "-o", "/dev/null", "-e", "inject=inotify_init1:error=EMFILE"]
    try sit(onOneMachine: onOneMachine, otherUnder: deaf) { one, other in
      for person in [one, other] {
        try person.choose("Tonight's entries")
        try person.choose("02:10  turned left")
        try person.choose("Which side")
      }
      try one.choose("Right")
      try see("Saved", by: one)
      try other.choose("Back")
      try see("Saved", by: other)
      for person in [one, other] {
        try person.goHome()
        try see("Mark moment", "two versions", by: person)
      }
    }
    let night = try program.run("show", "2026-11-22", "--format", "json").output
    #expect(night.contains(#"["right","back"]"#) || night.contains(#"["back","right"]"#), "\(night)")
  }

  @Test func `stopped and resumed, a screen shows what others wrote meanwhile`() throws {
    try sit(onOneMachine: true) { one, other in
      try one.press("m")
      try one.terminal.send("Ctrl-Z")
      try one.terminal.wait(for: "the program to stop") { $0.contains("stopped") }
      try other.press("l")
      try program.run("log", "cramp", "6", "--at", "2026-11-23T02:14", "--by", "ZZ")
      try one.terminal.resume()
      try see("turned left", "AB", "Cramp 6", "ZZ", "mask on", "MK", by: one)
      try one.press("k")
      try see("let sleep", "MK", by: other)
    }
  }

  @Test func `another one erasing all leaves the screen at rest, and the next entry begins anew`() throws {
    try sit(onOneMachine: true) { one, other in
      try one.press("l")
      try see("turned left", "MK", by: other)
      try program.run("purge", "--all", "--yes")
      for person in [one, other] {
        try person.terminal.wait(for: "an empty night") { !$0.contains("turned left ·") }
        let process = try person.terminal.processID
        try person.terminal.wait(for: "it to rest") { _ in
          (0..<50).allSatisfy { _ in
            usleep(1000)
            return Spawn.read("/proc/\(process)/stat").contains(") S ")
          }
        }
      }
      try one.terminal.send("m")
      try see("mask on", "MK", by: one)
      try see("mask on", "MK", by: other)
    }
    #expect(try program.run("verify").exitCode == 0)
  }
}

/// What the folders of a record tell.
@Suite(.waits) struct `The watch on the folders` {
  private let folder = TemporaryFolder()
  private let night = Partition.night(CivilDate(daysSince1970: 20_779))
  private var store: String { folder.path + "/store" }

  @Test func `news is told once, whatever comes, goes and comes again`() {
    let watch = FolderWatch(StorePaths(store: store, stateRoot: nil))
    let year = store + "/nights/2026"
    let file = year + "/2026-11-22.aaaaaaaa.jsonl"
    func look() -> Bool { watch.look(at: [.plan, night]) }
    func expectNews(_ what: Comment, _ change: () -> Void) {
      change()
      #expect(look(), what)
      #expect(!look(), what)
    }
    expectNews("the folder above") {}
    for path in [store, store + "/plan", store + "/nights", year] { expectNews("\(path)") { mkdir(path, 0o700) } }
    expectNews("a file") { Spawn.write("a", to: file) }
    expectNews("more of it") { Spawn.write("ab", to: file) }
    expectNews("many at once") {
      for number in 0..<3000 { Spawn.write("a", to: "\(year)/2026-11-22.\(100_000_00 + number).jsonl") }
    }
    Spawn.write("a", to: year + "/.syncthing.tmp")
    #expect(!look(), "what is no entry")
    expectNews("one renamed") { rename(file, file + ".old") }
    expectNews("all gone") { Machine.removeTree(store) }
    expectNews("all there again") {
      for path in [store, store + "/plan", store + "/nights", year] { mkdir(path, 0o700) }
    }
    expectNews("a file in it") { Spawn.write("a", to: file) }
    #expect(watch.look(at: [.plan]) == false)
    Spawn.write("abc", to: file)
    #expect(!watch.look(at: [.plan]), "what is not asked about")
  }

  @Test func `what came before a folder was looked at counts as news`() {
    let watch = FolderWatch(StorePaths(store: store, stateRoot: nil))
    #expect(watch.look(at: [night]))
    for path in [store, store + "/nights", store + "/nights/2026"] { mkdir(path, 0o700) }
    Spawn.write("a", to: store + "/nights/2026/2026-11-22.aaaaaaaa.jsonl")
    #expect(watch.look(at: [night]))
  }
}
