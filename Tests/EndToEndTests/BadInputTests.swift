import Glibc
import NightModel
import TestSupport
import Testing

/// One clear sentence each, nothing lost.
@Suite(.waits) struct `Bad input` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private func run(_ arguments: [String], environment: [String: String]? = nil) throws -> Spawn.Outcome {
    try Spawn.run(Program.path, arguments, environment: environment ?? program.environment)
  }

  private func expectSentence(_ outcome: Spawn.Outcome, _ exitCode: Int32, _ words: String) {
    #expect(outcome.exitCode == exitCode, "\(outcome)")
    #expect(outcome.errors.contains(words), "\(outcome)")
    #expect(
      outcome.errors.hasPrefix("nightstand: ") && outcome.errors.hasSuffix(".\n") || outcome.errors.hasSuffix("?\n"),
      "\(outcome)")
    #expect(outcome.output.isEmpty, "\(outcome)")
  }

  @Test(
    arguments: [
      (["lgo", "turn"], 64, "did you mean \"log\""), (["log", "sucton"], 64, "did you mean \"suction\""),
      (["check", "heel-free", "done"], 64, "did you mean \"heels-free\""),
      (["check", "heels-free", "in-place"], 64, "it takes done, not-needed, could-not"),
      (["log", "cramp", "11"], 64, "\"11\" is no grade, a whole number from 1, hardly any, to 10, the worst, or 0"),
      (["log", "cramp", "-1"], 64, "\"-1\" is no grade"), (["log", "cramp", "bad"], 64, "\"bad\" is no grade"),
      (["log", "choked", "-1"], 64, "choked has no grade"),
      (["log", "turn", "--minutes", "-5"], 64, "\"-5\" does not fit minutes, a whole number from"),
      (["log", "turn", "-3"], 64, "it takes left, right, back, other"),
      (["carer", "--worn-out", "-1"], 64, "a whole number from 0 to 10"),
      (["log", "turn", "--at", "-5"], 64, "type it as 5 min ago"),
      (["log", "turn", "--at", "25:99"], 64, "is no time"),
      (["log", "turn", "--at", "2026-03-29T02:30"], 1, "did you mean 03:30?"),
      (["log", "note", "bell\u{7}"], 64, "control character (U+0007)"),
      (["log", "turn", "--by", "M K"], 64, "no initials"), (["log", "turn", "--by", "0"], 64, "at least one letter"),
      (["log", "turn", "--by", "7K"], 64, "begin with a digit"),
      (["plan", "people.0", "Ann"], 64, "at least one letter"),
      (["log", "turn", "--at", "12 Nov 2026"], 64, "type it as 12 Nov 20:26"),
      (["show", "someday"], 64, "is no date, so nothing was done; type it as "),
      (["edit", "abc", "side=left"], 64, "too short"),
      (["edit", "abcdef0123", "side=left"], 1, "no entry has the id"),
      (["retract", "abcdef0123"], 1, "no entry has the id"),
      (["undo"], 1, "nothing to take back"), (["redo"], 1, "nothing to bring back"),
      (["log", "medicine", "  "], 64, "a medicine needs its name"),
      (["log", "note", " "], 64, "a note needs its words"),
      (["plan", "turn-interval", "5"], 64, "15 to 720"), (["plan", "prson", "X"], 64, "did you mean \"person\""),
      (["diary", "2026-11-22"], 64, "nothing was given"),
      (["diary", "2026-11-22", "--tried", "23:00", "--final-wake", "18:15"], 1, "did you mean 06:15"),
      (
        ["diary", "2026-11-22", "--into-bed", "22:00", "--waso", "1000", "--out-of-bed", "07:00"], 1, "460 minutes more"
      ),
      (["diary", "2099-12-05", "--into-bed", "22:00"], 1, "is still to come, so nothing was saved; tonight is"),
      (["carer", "2099-12-05", "--slept", "300"], 1, "is still to come"),
      (["nights", "--from", "2026-11-22", "--to", "2026-11-20"], 64, "lies after"),
    ] as [([String], Int32, String)])
  func `is answered in one sentence`(arguments: [String], exitCode: Int32, words: String) throws {
    expectSentence(try run(["--store", program.store] + arguments), exitCode, words)
    #expect(try program.journalFiles().isEmpty)
  }

  @Test func `a note over the limit is refused with both numbers`() throws {
    let note = String(repeating: "é", count: 2001)
    expectSentence(try run(["--store", program.store, "log", "note", note]), 64, "2001 characters and 2000 fit")
    #expect(try run(["--store", program.store, "log", "note", String(note.dropLast())]).exitCode == 0)
  }

  @Test func `a time the clock showed twice is the earlier one, and that is said`() throws {
    let outcome = try program.run("log", "turn", "--at", "2026-10-25T02:30")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("showed 02:30 twice; the earlier one (+02:00) was taken"))
  }

  @Test func `a store that is a file, or cannot be read, is said`() throws {
    Spawn.write("x", to: program.store)
    expectSentence(try run(["--store", program.store, "tonight"]), 65, "a file stands where a folder is needed")
    // What was to be written down is printed whole: it is kept nowhere.
    let outcome = try run(["--store", program.store, "log", "note", "her left heel", "--by", "MK"])
    #expect(outcome.exitCode == 65 && outcome.errors.contains("a file stands where a folder is needed"), "\(outcome)")
    #expect(
      outcome.errors.contains("NOT SAVED: nightstand --store \(program.store) log note 'her left heel' --by MK\n"),
      "\(outcome)")
    let paper = try Spawn.run(
      Program.path, ["--store", program.store, "log", "--from", "-"], environment: program.environment,
      input: "2310 turn left\n0140 suction\n")
    #expect(paper.errors.contains("NOT SAVED: 2310 turn left\nNOT SAVED: 0140 suction\n"), "\(paper)")
    #expect(Spawn.read(program.store) == "x")
  }

  @Test func `no home is said, and a named folder helps`() throws {
    expectSentence(try run(["tonight"], environment: [:]), 73, "HOME is not set")
    #expect(try run(["log", "turn"], environment: [:]).errors.hasPrefix("NOT SAVED: nightstand log turn\n"))
    #expect(try run(["log", "turn", "--store", program.store], environment: [:]).exitCode == 0)
    // Nothing of this machine gets into a record that may be shared.
    #expect(try Spawn.run("ls", ["-A", program.store]).output == "nights\nplan\nstore.json\n")
  }

  @Test func `a folder others can look into is said with what closes it`() throws {
    try program.run("log", "turn")
    chmod(program.store, 0o755)
    let outcome = try program.run("log", "suction")
    #expect(outcome.exitCode == 0 && outcome.errors.contains("chmod 700"))
  }

  @Test func `everything made is the owner's alone`() throws {
    try program.run("log", "turn")
    try program.run("plan", "person", "X")
    let open = try Spawn.run("find", [folder.path, "-mindepth", "1", "-perm", "/077"]).output
    #expect(open.isEmpty, "\(open)")
  }

  @Test func `a link or pipe in place of a night file is passed by and told`() throws {
    let id = try program.run("log", "turn", "--at", "2026-11-22T23:10").lastWord
    let file = try #require(try program.journalFiles().first)
    for replace in [["ln", "-s", "/dev/zero", file], ["mkfifo", file]] {
      try Spawn.run("mv", [file, file + ".aside"])
      try Spawn.run(replace[0], Array(replace.dropFirst()))
      let outcome = try program.run("log", "suction", "--at", "2026-11-22T23:20")
      #expect(outcome.exitCode == 0, "\(outcome)")
      let shown = try program.run("show", "2026-11-22", "--format", "json")
      #expect(shown.output.contains(outcome.lastWord) && shown.errors.contains("damaged or could not be read"))
      #expect(try program.run("verify").exitCode == 65)
      try Spawn.run("rm", [file])
      try Spawn.run("mv", [file + ".aside", file])
    }
    #expect(try program.run("show", "2026-11-22", "--format", "json").output.contains(id))
  }

  @Test func `a flipped bit is named by its line, and the changed value is not shown`() throws {
    for time in ["22:00", "23:00"] { try program.run("log", "cramp", "6", "--at", "2026-11-22T\(time)") }
    let file = try #require(try program.journalFiles().first)
    var bytes = Spawn.readBytes(file)
    let text = String(decoding: bytes, as: UTF8.self)
    let value = try #require(text.firstRange(of: "\"value\":6"))
    bytes[text.utf8.distance(from: text.startIndex, to: value.upperBound) - 1] ^= 1
    Spawn.write(bytes, to: file)
    let verify = try program.run("verify")
    #expect(verify.exitCode == 65 && verify.output.contains(".jsonl:2: changed after it was written"))
    let shown = try program.run("show", "2026-11-22", "--format", "json")
    #expect(shown.exitCode == 0 && shown.output.contains("\"count\":1") && !shown.output.contains("\"value\":7"))
    #expect(shown.errors.contains("1 place in the night 2026-11-22"))
  }

  @Test func `a line of a newer version is kept, counted and not shown`() throws {
    try program.run("log", "turn", "--at", "2026-11-22T23:10")
    let file = try #require(try program.journalFiles().first)
    let script = """
      import sys, zlib
      body = '{"v":2,"id":"01a203d5-5874-7da4-9f72-6e1d6365dcbf","n":2,"p":"%s","k":"dream"' % sys.argv[2]
      open(sys.argv[1], "a").write('%s,"c":"%08x"}\\n' % (body, zlib.crc32(body.encode())))
      """
    let last = Spawn.read(file).split(separator: "\n").last.map { String($0.suffix(10).prefix(8)) } ?? ""
    try Spawn.run("python3", ["-c", script, file, last])
    let verify = try program.run("verify")
    #expect(verify.exitCode == 0 && verify.output.contains("newer version of Nightstand, kept and not shown: 1."))
    #expect(try program.run("show", "2026-11-22").errors.contains("newer version"))
    #expect(try program.run("log", "suction", "--at", "2026-11-22T23:20").exitCode == 0)
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `what cannot be written out is told, with what was saved saved`() throws {
    let script = #""$1" --store "$2" log turn left --at 2026-11-22T23:10 > /dev/full"#
    let outcome = try Spawn.run(
      "sh", ["-c", script, "sh", Program.path, program.store], environment: program.environment)
    #expect(outcome.exitCode == 74 && outcome.errors.contains("whatever it saved is saved"), "\(outcome)")
    #expect(try program.run("show", "2026-11-22").output.contains("turned left"))
  }

  @Test func `a zone a day away does not make entries unreadable`() throws {
    let odd = Program(in: folder.path, zone: "XYZ+24")
    let saved = try odd.run("log", "turn", "left")
    #expect(saved.exitCode == 0)
    #expect(try odd.run("tonight").output.contains("turned left"))
    #expect(try odd.run("verify").output.contains("newer") == false)
  }

  @Test func `a file of a terabyte and a hostile plan stop nothing`() throws {
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10")
    try Spawn.run("truncate", ["-s", "1T", program.store + "/nights/2026/2026-11-22.huge.jsonl"])
    try Spawn.run("mkdir", ["-p", program.store + "/plan"])
    let line =
      #"{"id":"01a203d5-5874-7da4-9f72-6e1d6365dcbf","h":"01a203d55874.0000.hand","at":"2026-11-20T12:00:00+01:00","#
      + #""k":"plan","d":{"key":"turn-interval","to":"9223372036854775807"}}"#
    Spawn.write(line + "\n", to: program.store + "/plan/hand.jsonl")
    let tonight = try program.run("tonight", "--at", "2026-11-23T02:00")
    #expect(tonight.exitCode == 0 && tonight.output.contains("turned left"), "\(tonight)")
    #expect(try program.run("log", "turn", "right", "--at", "2026-11-22T23:20").exitCode == 0)
    #expect(try program.run("verify").exitCode == 65)
  }

  @Test func `a file that vanished, or lost its end, stays missed after the next save`() throws {
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10")
    try program.run("log", "turn", "left", "--at", "2026-11-23T23:10")
    try Spawn.run("rm", [try #require(try program.journalFiles().first)])
    for _ in 1...2 {
      let verify = try program.run("verify")
      #expect(
        verify.exitCode == 65 && verify.output.contains("is gone, with 2 lines that were saved here"), "\(verify)")
      #expect(try program.run("log", "suction", "--at", "2026-11-22T23:30").exitCode == 0)
    }
    let undone = try program.run("undo").output
    #expect(undone.contains("taken back:") && undone.contains("23:30 suction"), "\(undone)")
  }

  @Test func `a clock set back loses nothing and is said`() throws {
    try program.run("log", "turn", "--at", "2026-11-22T23:10")
    let back = try Spawn.run(
      "faketime", ["-f", "-5m", Program.path, "--store", program.store, "log", "suction", "--at", "2026-11-22T23:20"],
      environment: program.environment)
    #expect(back.exitCode == 0 && back.errors.contains("behind an entry already written"), "\(back)")
    #expect(try program.run("verify").exitCode == 0)
    let dead = try Spawn.run(
      "faketime", ["1970-01-02 03:00:00", Program.path, "--store", program.store, "log", "suction"],
      environment: program.environment)
    #expect(dead.exitCode == 0 && dead.errors.contains("the year 1970"), "\(dead)")
  }
}
