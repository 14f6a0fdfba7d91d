import NightModel
import TestSupport
import Testing
import Text

@Suite(.waits) struct `Commands` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private func json(_ arguments: String...) throws -> JSON {
    let outcome = try Spawn.run(
      Program.path, ["--store", program.store] + arguments, environment: program.environment)
    return try #require(JSON(Array(outcome.output.utf8)[...]), "\(outcome.output)\(outcome.errors)")
  }

  @Test func `a whole night can be logged from a shell and read back`() throws {
    let at = { (time: String) in ["--at", time] }
    for line in [
      ["log", "mask-on"] + at("2026-11-22T22:50"), ["log", "turn", "--side", "left"] + at("2026-11-22T23:10"),
      ["log", "cramp", "6", "--place", "left calf", "--minutes", "10", "--note", "é 日本"] + at("2026-11-23T02:15"),
      ["log", "turn", "right"] + at("2026-11-23T02:20"), ["log", "let-sleep"] + at("2026-11-23T05:00"),
      ["check", "call-tested", "done", "--by", "MK"] + at("2026-11-22T22:00"),
      ["check", "overlay-in-place", "in-place"] + at("2026-11-22T22:00"),
      ["log", "mask-off"] + at("2026-11-23T06:30"),
      ["carer", "2026-11-22", "--slept", "290", "--up", "4", "--worn-out", "6", "--relief", "yes"],
    ] {
      let outcome = try Spawn.run(
        Program.path, ["--store", program.store] + line, environment: program.environment)
      #expect(outcome.exitCode == 0 && EntryID(outcome.lastWord) != nil, "\(outcome)")
    }
    let night = try json("show", "2026-11-22", "--format", "json")
    #expect(night["entries"]?.integer == 9)
    #expect(night["mask"]?.integer == 460 && night["maskOpen"] == .bool(false))
    #expect(night["turns"]?.integer == 2 && night["longestTurnGap"]?.integer == 190)
    #expect(night["symptoms"]?.description == #"[{"id":"cramp","count":1,"max":6}]"#)
    #expect(night["carer"]?["longestStretch"] == .null && night["carer"]?["relief"] == .bool(true))
    #expect(night["checklist"]?["done"]?.integer == 1)
    let cramp = try #require(night["items"]?.elements?.first { $0["kind"]?.text == "cramp" })
    #expect(cramp["at"]?.text == "2026-11-23T02:15:00.000+01:00")
    #expect(cramp["note"]?.text == "é 日本" && cramp["edited"] == .bool(false))
    #expect(try program.run("verify").exitCode == 0)
    let text = try program.run("show", "2026-11-22").output
    #expect(text.hasPrefix("Night of Sun 22 to Mon 23 Nov 2026\n"))
    #expect(text.contains("Cramp 6, 10 min, left calf, é 日本"))
  }

  @Test func `what may be a danger points to the card, its id still last, and help tells which symptoms have a grade`()
    throws
  {
    for kind in ["choked", "fall", "woke-gasping", "confused", "hard-to-wake", "feed-trouble", "power-out"] {
      let outcome = try program.run("log", kind)
      #expect(outcome.output.contains("emergency card: nightstand card, "), "\(outcome)")
      #expect(outcome.exitCode == 0 && EntryID(outcome.lastWord) != nil)
    }
    for kind in ["turn", "cramp", "pause"] { #expect(try !program.run("log", kind).output.contains("emergency card")) }
    let refused = try program.run("log", "choked", "3")
    #expect(refused.exitCode == 64 && refused.errors.contains("choked has no grade"), "\(refused)")
    #expect(try program.run("log", "breathless-flat", "6", "--what", "sat up").output.contains("lying flat 6, sat up"))
    let help = try program.run("log", "--help").output.split { $0.isWhitespace }.joined(separator: " ")
    for words in [
      "with a grade: hard-to-breathe, breathless-flat,", "how often: pause, choked,",
      "own: woke-gasping, neck-breathing,",
      "pillows, sat up or chair",
    ] {
      #expect(help.contains(words), "\(help)")
    }
    #expect(!help.contains("pause-or-snore"))
    #expect(try program.run("export", "--format", "json").output.contains("breathless-flat"))
    #expect(try program.run("search", "symptom:breathless-flat").output.contains("Breathless lying flat"))
  }

  @Test func `how often it was goes from log and paper into every count and every export, and can be corrected`() throws
  {
    let at = ["--at", "2026-11-23T02:00"]
    let logged = try program.run(["log", "choked", "--times", "3"] + at)
    #expect(logged.output.contains("02:00 Choked, 3 times,"), "\(logged)")
    let id = logged.lastWord
    Spawn.write("0300 choked twice\n", to: folder.path + "/paper.txt")
    let paper = try program.run(
      "log", "--from", folder.path + "/paper.txt", "--night", "2026-11-22", "--at", "2026-11-23T08:00")
    #expect(paper.exitCode == 0, "\(paper)")
    func count() throws -> Int? {
      try json("show", "2026-11-22", "--format", "json")["symptoms"]?.elements?.first?["count"]?.integer
    }
    #expect(try count() == 5)
    let items = try json("show", "2026-11-22", "--format", "json")["items"]?.elements ?? []
    #expect(items.map { $0["times"]?.integer } == [3, 2])
    #expect(try program.run("edit", id, "times=4").exitCode == 0 && count() == 6)
    for (command, line) in [
      (["show", "2026-11-22"], /02:00 +Choked, 4 times/),
      (["search", "4 times"], /2026-11-23 +02:00 +Choked, 4 times/),
      (["report", "--last", "1"], /Choked +1 of 1 +22 Nov +6/), (["handover"], /Choked 6×/),
      (["nights", "--format", "csv", "--last", "1"], /2026-11-22,.*,choked:6:,/),
    ] {
      let output = try program.run(command + ["--at", "2026-11-23T08:00"]).output
      #expect(output.split(whereSeparator: \.isNewline).contains { $0.starts(with: line) }, "\(command): \(output)")
    }
    for wrong in [["log", "choked", "0", "--times", "3"], ["edit", id, "value=0"]] {
      let refused = try program.run(wrong + at)
      #expect(refused.exitCode == 64 && refused.errors.contains("asked, none, and that cannot have been"), "\(refused)")
    }
    #expect(try program.run("export", "--format", "csv", "--output", folder.path + "/tables").exitCode == 0)
    let head = Spawn.read(folder.path + "/tables/entries.csv").split(separator: "\r\n").first ?? ""
    #expect(head.contains(",minutes,times,side,"), "\(head)")
    #expect(try program.run("export", "--format", "json").output.contains(#""times":3"#))
    #expect(try program.run("log", "cramp", "--times", "3").exitCode == 64)
  }

  @Test func `asked and none, three nights long, calls nobody and is told as such everywhere`() throws {
    for day in 19...22 {
      let evening = "2026-11-\(day)T23:10"
      #expect(try program.run("log", "hard-to-breathe", "0", "--at", evening).output.contains("asked, none"))
    }
    func run(_ arguments: String...) throws -> String {
      let all = ["--store", program.store, "--at", "2026-11-23T08:00"] + arguments
      return try Spawn.run(Program.path, all, environment: program.environment).output
    }
    let signs = try run("signs")
    #expect(signs.contains("Looked at 4 of the last 14 nights"), "\(signs)")
    #expect(!signs.contains("hard-to-breathe") && !signs.contains("breathless"), "\(signs)")
    let night = try json("show", "2026-11-22", "--format", "json")
    #expect(night["symptoms"]?.description == "[]" && night["items"]?.elements?.first?["value"]?.integer == 0)
    for told in try [run("show", "2026-11-22"), run("handover"), run("search", "breathe"), run("report")] {
      #expect(told.lowercased().contains("asked,"), "\(told)")
    }
    #expect(try !run("search", "symptom:hard-to-breathe").contains("23:10"))
    #expect(try run("nights", "--last", "3").contains("none noted"))
  }

  @Test func `the diary gives the figures of the worked example`() throws {
    let outcome = try program.run(
      "diary", "2026-11-22", "--into-bed", "22:30", "--tried", "23:00", "--sol", "40", "--wakings", "3", "--waso", "50",
      "--final-wake", "06:15", "--out-of-bed", "07:00")
    #expect(outcome.exitCode == 0)
    let night = try json("nights", "--from", "2026-11-22", "--to", "2026-11-22", "--format", "json").elements?.first
    let row = try #require(night).description
    #expect(
      row.hasPrefix(
        #"{"night":"2026-11-22","entries":1,"tib":510,"sol":40,"naw":3,"waso":50,"tst":345,"se":67.6,"seDiary":79.3,"#
          + #""mask":null,"maskOpen":false,"turns":null,"longestTurnGap":null,"suctions":null,"wakings":null,"#
          + #""symptoms":null,"checklist":null,"carer":null"#), "\(row)")
  }

  @Test func `the hour that clocks give back is counted`() throws {
    try program.run("diary", "2026-10-24", "--into-bed", "22:30", "--out-of-bed", "07:00")
    #expect(try json("show", "2026-10-24", "--format", "json")["tib"]?.integer == 570)
    try program.run(
      "diary", "2027-03-27", "--into-bed", "22:30", "--out-of-bed", "07:00", "--at", "2027-03-28T08:00")
    #expect(try json("show", "2027-03-27", "--format", "json")["tib"]?.integer == 450)
  }

  @Test func `a diary filled twice is one diary, and the morning's night is the one just slept`() throws {
    try program.run("diary", "--sol", "40", "--at", "2026-11-23T07:30")
    try program.run("diary", "--waso", "50", "--at", "2026-11-23T14:00")
    let night = try json("show", "2026-11-22", "--format", "json")
    #expect(night["entries"]?.integer == 1 && night["sol"]?.integer == 40 && night["waso"]?.integer == 50)
  }

  @Test func `edit, retract, undo and redo reach any entry and say what they did`() throws {
    let id = try program.run("log", "turn", "left", "--at", "2020-02-29T23:10").lastWord
    #expect(
      try program.run("edit", id, "side=right", "note=after the call").output.contains("turned right, after the call"))
    #expect(try json("show", "2020-02-29", "--format", "json")["items"]?.elements?.first?["edited"] == .bool(true))
    #expect(try program.run("retract", String(id.suffix(8))).output.hasPrefix("taken back: 23:10 turned right"))
    #expect(try json("show", "2020-02-29", "--format", "json")["entries"]?.integer == 0)
    #expect(
      try json("show", "2020-02-29", "--all", "--format", "json")["items"]?.elements?.first?["retracted"] == .bool(true)
    )
    #expect(try program.run("undo").output.contains("turned right"))
    #expect(try program.run("undo").exitCode == 0)
    #expect(try json("show", "2020-02-29", "--format", "json")["items"]?.elements?.first?["side"]?.text == "left")
    #expect(
      try program.run("redo").output == "redone, says again: Sat 29 Feb 2020 23:10 turned right, after the call\n")
    #expect(try json("show", "2020-02-29", "--format", "json")["items"]?.elements?.first?["side"]?.text == "right")
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `an entry moved to another night is there and nowhere else, and undo moves it back`() throws {
    let id = try program.run("log", "turn", "left", "--at", "2026-11-22T23:10").lastWord
    let moved = try program.run("edit", id, "at=2026-11-21T23:30")
    #expect(
      moved.output.hasPrefix("changed: 23:30 turned left, moved to the night of Sat 21 to Sun 22 Nov 2026, "),
      "\(moved)")
    #expect(try json("show", "2026-11-22", "--format", "json")["entries"]?.integer == 0)
    #expect(try json("show", "2026-11-21", "--format", "json")["entries"]?.integer == 1)
    let undone = try program.run("--at", "2026-11-23T02:15", "undo").output
    #expect(undone.contains("undone, taken back: Sat 21 Nov 2026 23:30 turned left\n"), "\(undone)")
    #expect(undone.contains("undone, stands again: 23:10 turned left\n"), "\(undone)")
    #expect(try json("show", "2026-11-22", "--format", "json")["entries"]?.integer == 1)
    #expect(try json("show", "2026-11-21", "--format", "json")["entries"]?.integer == 0)
  }

  @Test func `an entry that was moved names the id it has now, and one taken back has none`() throws {
    let id = try program.run("log", "turn", "left", "--at", "2026-11-22T23:10").lastWord
    let moved = try program.run("edit", id, "at=2026-11-21T23:30").lastWord
    let refused = try program.run("edit", id, "side=right")
    #expect(refused.exitCode == 1 && moved != id)
    #expect(
      refused.errors.contains(
        "that entry was moved to the night of Sat 21 to Sun 22 Nov 2026, so nothing was changed; give its id there: "
          + moved), "\(refused)")
    #expect(try program.run("edit", moved, "side=right").exitCode == 0)
    // Moved on, it is named where it is now.
    let again = try program.run("edit", moved, "at=2026-11-20T23:30").lastWord
    #expect(try program.run("edit", id, "side=left").errors.contains(again))
    try program.run("retract", again)
    for old in [id, again] {
      let taken = try program.run("edit", old, "side=right")
      #expect(
        taken.exitCode == 1
          && taken.errors.contains("that entry was taken back, so nothing was changed; write it down anew"), "\(taken)")
    }
  }

  @Test func `the page for whoever takes a night tells of the night before the one that runs`() throws {
    try program.run("log", "turn", "left", "--at", "2026-11-21T23:10")
    for time in ["00:10", "01:10", "02:10"] { try program.run("log", "turn", "left", "--at", "2026-11-23T\(time)") }
    try program.run("diary", "2026-11-22", "--into-bed", "22:00", "--at", "2026-11-23T02:40")
    let house = try program.run("house", "--at", "2026-11-23T02:50").output
    #expect(house.contains("Last night  Sat 21 to Sun 22 Nov: turned 1\n"), "\(house)")
  }

  @Test func `the checklists are told as JSON, the routine or all of them`() throws {
    let now = "2026-11-22T22:10"
    try program.run("check", "heels-free", "done", "--by", "MK", "--at", now)
    let some = try json("check", "--format", "json", "--at", now)["items"]?.elements ?? []
    let all = try json("check", "--format", "json", "--all", "--at", now)["items"]?.elements ?? []
    let heels = some.first { $0["id"]?.text == "heels-free" }
    #expect(heels?["state"]?.text == "done" && heels?["by"]?.text == "MK" && heels?["list"]?.text == "bedtime")
    #expect(some.count < all.count && all.count == Catalogue.standard.items.count)
    #expect(try program.run("check", "heels-free", "--format", "json").exitCode == 64)
    #expect(try program.run("check", "--all").exitCode == 64)
  }

  @Test func `the plan adapts the checklist and plans the next turn`() throws {
    let now = ["--at", "2026-11-23T02:15"]
    func tonight() throws -> String {
      try Spawn.run(Program.path, ["--store", program.store, "tonight"] + now, environment: program.environment).output
    }
    #expect(try tonight().contains("Nothing recorded tonight."))
    // The plan is told as it stood at the time that is asked about.
    for setting in [
      ["person", "A. Person"], ["equipment", "mask,overlay"], ["turn-interval", "180"],
      ["turn-positions", "left,back,right"],
    ] {
      #expect(
        try Spawn.run(
          Program.path, ["--store", program.store, "--at", "2026-11-22T12:00", "plan"] + setting,
          environment: program.environment
        ).exitCode == 0)
    }
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10")
    try program.run("log", "medicine", "as labelled", "--by", "MK", "--at", "2026-11-22T23:00")
    let text = try tonight()
    #expect(text.contains("A. Person · 02:15"))
    #expect(text.contains("turned 23:10 left (3 h 05)") && text.contains("planned 02:10 back"))
    #expect(text.contains("as labelled: last written 23:00 by MK (3 h 15)"))
    // Below the board an entry may be marked "entered later", which hangs on the day the test runs.
    let board = text.split(separator: "\n\n").first ?? ""
    #expect(board.contains("planned") && !board.contains("late") && !board.contains("over"))
    #expect(try program.run("plan", "turn-interval", "--at", "2026-11-23T02:15").output == "180\n")
    #expect(try program.run("plan", "--at", "2026-11-23T02:15").output.contains("equipment.mask"))
    try program.run("undo")
    #expect(try program.run("plan", "--at", "2026-11-23T02:15").output.contains("turn-interval"))
  }

  @Test func `a medicine's last dose stands in tonight and on the handover page, however old`() throws {
    try program.run("--at", "2026-11-18T22:00", "plan", "medicine.Lorazepam", "1 mg")
    try program.run("--at", "2026-11-18T23:00", "--by", "MK", "log", "medicine", "lorazepam")
    for command in ["tonight", "handover"] {
      let told = try program.run("--at", "2026-11-23T02:15", command).output
      #expect(told.contains("Lorazepam: last written Wed 18 Nov 23:00 by MK (99 h 15)"), "\(told)")
    }
  }

  @Test func `a split hour that is changed takes no hour of the afternoon before from a night`() throws {
    for (time, words) in [
      ("11:00", ["log", "mask-on"]), ("13:00", ["log", "mask-off"]), ("14:00", ["plan", "split-hour", "10"]),
      ("20:00", ["log", "mask-on"]),
    ] {
      #expect(try program.run(["--at", "2026-11-22T\(time)"] + words).exitCode == 0)
    }
    for command in ["tonight", "handover"] {
      let told = try program.run("--at", "2026-11-23T02:15", command).output
      #expect(told.contains("mask on 20:00 (as written), before that 1 h 00"), "\(told)")
    }
  }

  @Test func `a new record has the starter routine whichever command it begins with, and undo takes that back last`()
    throws
  {
    for begun in [["log", "turn", "left"], ["check", "heels-free", "done"], ["plan", "person", "A"]] {
      let program = Program(in: folder.path + "/" + begun[1])
      #expect(try program.run(begun).exitCode == 0)
      #expect(try program.run("plan", "starter-routine").output == "yes\n", "\(begun)")
      let open = begun[0] == "check" ? 11 : 12
      #expect(try program.run("check").output.contains("Bedtime checklist: \(open) open"), "\(begun)")
      #expect(try !program.run("undo").output.contains("routine") && program.run("undo").output.contains("routine"))
      // Whoever wants every line keeps it.
      #expect(try program.run("log", "turn").exitCode == 0 && program.run("plan", "starter-routine").exitCode == 1)
    }
    let kept = Program(in: folder.path + "/kept")
    try kept.run("plan", "starter-routine", "yes")
    #expect(try kept.run("undo").exitCode == 0 && kept.run("undo").exitCode == 1, "it is set once")
  }

  @Test func `a setting that is not set, or blank again, is said and ends with 1`() throws {
    #expect(try program.run("plan", "turn-interval", "180").exitCode == 0)
    for key in ["person", "medicine-gap", "number.clinic"] {
      let outcome = try program.run("plan", key)
      #expect(outcome.exitCode == 1 && outcome.output == "not set\n" && outcome.errors.isEmpty, "\(key): \(outcome)")
    }
    #expect(try program.run("plan", "turn-interval").exitCode == 0)
    #expect(try program.run("plan", "turn-interval", "").exitCode == 0)
    #expect(try program.run("plan", "turn-interval").exitCode == 1)
  }

  @Test func `options may stand before or after the command`() throws {
    let before = try Spawn.run(
      Program.path, ["--by", "MK", "--at=2026-11-22T23:10", "--store", program.store, "log", "turn"],
      environment: program.environment)
    #expect(before.exitCode == 0)
    #expect(try json("show", "2026-11-22", "--format", "json")["items"]?.elements?.first?["by"]?.text == "MK")
  }

  @Test func `the list has a row for every calendar night, in table, JSON and CSV`() throws {
    try program.run("log", "turn", "--at", "2026-11-20T23:10")
    try program.run("log", "turn", "--at", "2026-11-22T23:10")
    let rows = try json("nights", "--last", "4", "--format", "json", "--at", "2026-11-23T09:00").elements ?? []
    #expect(rows.compactMap { $0["night"]?.text } == ["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"])
    #expect(rows.map { $0["entries"]?.integer } == [0, 1, 0, 1])
    #expect(rows.map { $0["turns"]?.integer } == [nil, 1, nil, 1])
    let afternoon = try json("nights", "--last", "2", "--format", "json", "--at", "2026-11-23T15:00").elements ?? []
    #expect(afternoon.compactMap { $0["night"]?.text } == ["2026-11-21", "2026-11-22"])
    #expect(
      try program.run("nights", "--from", "2026-11-19", "--to", "2026-11-22").output.contains("2 of 4 nights recorded"))
    let csv = try program.run("nights", "--from", "2026-11-19", "--to", "2026-11-22", "--format", "csv").output
    #expect(csv.split(separator: "\r\n").count == 5)
  }

  @Test func `help lists every kind and item, and unbuilt commands are not there`() throws {
    let help = try program.run("log", "--help").output
    for kind in LogRequest.kinds(.standard) { #expect(help.contains(kind), "\(kind)") }
    let checks = try program.run("check", "--help").output
    for item in Catalogue.standard.items { #expect(checks.contains(item.id), "\(item.id)") }
    #expect(try program.run("search").exitCode == 64)
    #expect(try program.run().output.contains("Mark this moment"))
    #expect(try program.run("tonight").output.contains("nightstand log turn"))
  }

  @Test func `the made-up history is the same bytes for the same seed, sound, and stays out of a filled folder`() throws
  {
    func demo(_ name: String, seed: String = "1") throws -> String {
      let outcome = try Spawn.run(
        Program.path,
        ["demo", "--nights", "30", "--seed", seed, "--store", folder.path + "/" + name, "--at", "2026-11-22T15:00"],
        environment: program.environment)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      return try Spawn.run("tar", ["--sort=name", "--mtime=@0", "-C", folder.path + "/" + name, "-cf", "-", "."]).output
    }
    let one = try demo("one")
    #expect(try demo("two") == one)
    #expect(try demo("three", seed: "2") != one)
    let again = try Spawn.run(
      Program.path, ["demo", "--store", folder.path + "/one"], environment: program.environment)
    #expect(again.exitCode == 73 && again.errors.contains("not empty"))
    let verify = try Spawn.run(
      Program.path, ["verify", "--store", folder.path + "/one"], environment: program.environment)
    #expect(verify.exitCode == 0 && verify.output.contains("checksum: 607, of nights: 29,"))
    let table = try Spawn.run(
      Program.path, ["tonight", "--store", folder.path + "/one"], environment: program.environment)
    #expect(table.output.contains("MADE-UP PERSON"))
  }
}
