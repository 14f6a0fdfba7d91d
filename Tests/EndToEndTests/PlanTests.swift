import Glibc
import TestSupport
import Testing

/// The plan fitted to one person, by keys in a real terminal and in lines, with the built program.
@Suite(.waits) struct `A plan fitted to one person` {
  private let folder = TemporaryFolder()

  /// A person with a mask and no feeding tube.
  private func fitted(_ name: String) throws -> Program {
    let program = Program(in: folder.path + "/" + name)
    try program.run("plan", "equipment", "mask", "--at", "2026-11-22T12:00")
    try program.run("plan", "number.clinic", "555 0100", "--at", "2026-11-22T12:00")
    return program
  }

  /// What the plan comes to, and what was ticked.
  private func outcome(_ program: Program) throws -> [String] {
    let plan = try program.run("plan").output.split(separator: "\n\n")[0].split(separator: "\n")
      .filter { !$0.hasPrefix("welcome") && !$0.hasPrefix("starter-routine") }.joined(separator: "\n")
    let night = try program.run("show", "2026-11-22").output.split(separator: "\n").map(String.init)
    // The ids at the ends of lines differ from run to run.
    return [plan] + night.map { $0.split(separator: "·").dropLast().joined(separator: "·") }
  }

  /// Presses keys with a rest between them: the same key again at once is not counted.
  private func pressApart(_ keys: String..., person: Person) throws {
    for key in keys {
      usleep(200_000)
      try person.press(key)
    }
  }

  @Test func `by keys and in lines, and both come to the same`() throws {
    let keys = try fitted("keys")
    try Person.sits(at: keys) { person in
      try person.choose("Bedtime")
      var list = try person.walk()
      #expect(
        list.contains("Mask snug but not too tight") && !list.contains("Tube flushed, clamped and secured"))
      try person.press("Esc")
      try person.choose("Plan")
      try person.choose("Equipment")
      try person.choose("Feeding tube")
      try person.choose("In use")
      try pressApart("Esc", "Esc", person: person)
      try person.choose("What is part of the routine")
      try person.choose("Comfort and stretching")
      try person.choose("Add an item of your own")
      try person.type("Her songs")
      try pressApart("Enter", "Esc", "Esc", person: person)
      try person.choose("Turning")
      try person.choose("Minutes between turns")
      try person.choose("180 min")
      try pressApart("Esc", "Esc", person: person)
      try person.choose("Bedtime")
      list = try person.walk()
      #expect(list.contains("Tube flushed, clamped and secured") && list.contains("Her songs"))
      try person.choose("Her songs")
      #expect(try person.terminal.screen.contains("Saved 02:15 Her songs: done."))
      try person.press("u")
      #expect(try person.terminal.screen.contains("Taken back: 02:15 Her songs: done."))
      try person.press("Esc", "l")
      #expect(try person.terminal.screen.contains("planned 05:15"))
      try person.press("e")
      #expect(try person.terminal.screen.contains("clinic: 555 0100"))
      #expect(person.strayed.isEmpty, "\(person.strayed)")
    }

    let lines = try fitted("lines")
    let transcript = try Lines(lines).say([
      "Bedtime", "back", "Plan", "Equipment", "Feeding tube", "In use", "back", "back",
      "What is part of the routine", "Comfort and stretching", "Add an item of your own", "= Her songs", "back", "back",
      "Turning", "Minutes between turns", "180 min", "back", "back", "Bedtime", "Her songs", "undo", "back",
      "l",
      "",
      "card",
    ])
    for words in ["Her songs: done", "Taken back: 02:15 Her songs: done.", "planned 05:15", "clinic: 555 0100"] {
      #expect(transcript.contains(words), "\(words)")
    }
    #expect(try outcome(lines) == outcome(keys))
    #expect(try keys.run("card").output.contains("clinic: 555 0100"))
  }

  /// The card as it is shown, as it is kept, and what the plan says of the wishes.
  private func wishes(_ program: Program) throws -> [String] {
    let kept = try Spawn.run("find", [program.folder + "/state", "-name", "card.txt"]).output.split(separator: "\n")
    return [
      try program.run("card").output, try Spawn.run("cat", kept.map(String.init)).output,
      try program.run("plan").output, try program.run("plan", "card.wishes").output,
    ]
  }

  @Test(arguments: [["faketime", "-f", "+2h"], ["faketime", "-f", "+30h"], ["faketime", "-f", "-2h"]])
  func `a wish stands over one that was set before under a wrong clock, and under one over one set before`(
    wrong: [String]
  ) throws {
    for (index, clocks) in [(wrong, ["env"]), (["env"], wrong)].enumerated() {
      let program = Program(in: folder.path + "/clock\(index)")
      try program.run(under: clocks.0, ["plan", "card.wishes", "FULL TREATMENT"])
      try program.run(under: clocks.1, ["plan", "card.wishes", "NO CPR, paper signed"])
      for text in try wishes(program) {
        #expect(text.contains("NO CPR, paper signed") && !text.contains("FULL TREATMENT"), "\(index): \(text)")
      }
    }
  }

  @Test func `two wishes set on two machines are both shown with who and when, until somebody sets one`() throws {
    let here = try fitted("here")
    let there = Program(in: folder.path + "/there")
    try Spawn.run("mkdir", ["-p", there.folder])
    try Spawn.run("cp", ["-a", here.store, there.store])
    try here.run("plan", "card.wishes", "NO CPR, paper signed", "--by", "TR")
    try there.run("plan", "card.wishes", "FULL TREATMENT", "--by", "MK")
    for file in try there.journalFiles() {
      try Spawn.run("cp", ["-n", file, here.store + file.dropFirst(there.store.count)])
    }
    let card = try here.run("card")
    #expect(card.errors.contains("Wishes has two versions"))
    for text in try wishes(here) {
      for words in ["NO CPR, paper signed", "FULL TREATMENT", "TR, "] { #expect(text.contains(words), "\(text)") }
    }
    try here.run("plan", "card.wishes", "NO CPR, paper signed", "--by", "TR")
    for text in try wishes(here) {
      #expect(text.contains("NO CPR, paper signed") && !text.contains("FULL TREATMENT"), "\(text)")
    }
    #expect(try here.run("card").errors.isEmpty)
    try here.run("undo", "--yes")
    #expect(try here.run("card").output.contains("FULL TREATMENT"))
  }

  @Test func `what is set from a day on is told ahead, and setting it again drops it and says so`() throws {
    let program = try fitted("ahead")
    try program.run("plan", "turn-interval", "180")
    try program.run("plan", "turn-interval", "120", "--at", "2199-12-01T12:00")
    #expect(try program.run("plan", "turn-interval").output == "180\nfrom Sun 1 Dec: 120\n")
    #expect(try program.run("plan", "turn-interval", "180").output.hasSuffix("the 120 of Sun 1 Dec is dropped\n"))
    #expect(try program.run("plan", "turn-interval").output == "180\n")
  }

  @Test func `what the card says is set by its keys, printed and kept alike, and goes out and in whole`() throws {
    let program = try fitted("keys-of-the-card")
    let values = [
      ("card.address", "12 Mill Lane"), ("card.airway", "by the throat"), ("card.allergies", "penicillin"),
      ("card.oxygen", "as in May"), ("card.swallowing", "soft food"), ("card.equipment", "a hoist"),
      ("card.medicines", "see the folder"),
    ]
    for (key, value) in values { #expect(try program.run("plan", key, value).exitCode == 0) }
    #expect(try program.run("plan", "card.birth", "3 May 1951").output == "set card.birth: 1951-05-03\n")
    #expect(try program.run("plan", "card.birth", "3 May").exitCode == 64)
    let card = try program.run("card").output
    for value in values.map(\.1) + ["born: 3 May 1951"] { #expect(card.contains(value), "\(card)") }
    #expect(try wishes(program)[1] == card)
    let help = try program.run("plan", "--help").output
    for key in values.map(\.0) + ["card.birth"] { #expect(help.contains("  \(key) "), "\(key)") }
    try program.run("export", "--format", "csv", "--output", folder.path + "/tables")
    #expect(Spawn.read(folder.path + "/tables/entries.csv").contains("card.swallowing"))
    let other = Program(in: folder.path + "/card-taken-in")
    let export = folder.path + "/card.json"
    try program.run("export", "--output", export)
    #expect(try other.run("import", export, "--yes").exitCode == 0)
    #expect(try other.run("card").output == card)
  }

  @Test func `the card is there even when the record cannot be read`() throws {
    let program = try fitted("card")
    let plan = try #require(try program.journalFiles().first { $0.contains("/plan/") })
    try Spawn.run("sed", ["-i", "s/555 0100/555 9999/", plan])
    let shown = try program.run("card")
    #expect(shown.exitCode == 0 && shown.output.contains("clinic: 555 0100"), "\(shown.output)")
    #expect(shown.output.contains("THE CARD BEFORE PART OF THE PLAN WAS LOST"))
    try Person.sits(at: program) { person in
      try person.press("e")
      let screen = try person.terminal.screen
      #expect(screen.contains("clinic: 555 0100") && screen.contains("The card before part of the plan was lost"))
    }
    try Spawn.run("rm", ["-r", program.store])
    try Spawn.run("touch", [program.store])
    for words in [["card"], ["--plain"], []] {
      let outcome = try program.run(under: ["env"], words)
      #expect(outcome.output.contains("clinic: 555 0100"), "\(words) \(outcome.output)")
    }
    let fresh = try fitted("fresh")
    try fresh.run("plan", "number.clinic", "555 0300")
    #expect(try fresh.run("undo").exitCode == 0)
    let kept = try Spawn.run("sh", ["-c", "cat '\(fresh.folder)'/state/nightstand/*/card.txt"]).output
    #expect(kept.contains("clinic: 555 0100"))
    #expect(try Spawn.run("sh", ["-c", "stat -c %a '\(fresh.folder)'/state/nightstand/*/card.txt"]).output == "600\n")
  }

  @Test func `a plan that is cut at the end of a line or gone makes no card that says nothing was typed`() throws {
    let program = Program(in: folder.path + "/cut")
    try program.run("plan", "person", "A. Person")
    try program.run("plan", "card.wishes", "NO CPR")
    let plan = try #require(try program.journalFiles().first { $0.contains("/plan/") })
    func kept() throws -> String {
      try Spawn.run("sh", ["-c", "cat '\(program.folder)'/state/nightstand/*/card.txt"]).output
    }
    for damage in [["sed", "-i", "$d", plan], ["sed", "-i", "2,$d", plan], ["rm", plan]] {
      try Spawn.run(damage[0], Array(damage.dropFirst()))
      for card in [try program.run("card").output, try kept()] {
        #expect(card.contains("NO CPR") && !card.contains("Nothing"), "\(damage): \(card)")
      }
      #expect(try kept().hasPrefix("EMERGENCY CARD") == damage.contains("$d"), "\(damage)")
      #expect(try kept().contains("could not be read"), "\(damage)")
    }
  }

  @Test func `a new record begins with the first questions, and a script is never asked`() throws {
    let program = Program(in: folder.path)
    let piped = try Spawn.run(Program.path, ["--store", program.store], environment: program.environment, input: "")
    #expect(piped.output.contains("Mark this moment"))
    try Person.sits(at: program, asksFirst: true) { person in
      #expect(person.focus.screen == "welcome-1")
      try person.choose("Skip all questions")
      try person.choose("Next")
      #expect(try person.terminal.screen.contains("set a real alarm"))
      try person.choose("Begin")
      #expect(person.focus.screen == "tonight")
    }
    try Person.sits(at: program, asksFirst: true) { person in #expect(person.focus.screen == "tonight") }
  }
}

/// Somebody who speaks with the program in lines, and looks up the number of each thing first.
private struct Lines {
  let program: Program

  init(_ program: Program) { self.program = program }

  /// Says what is meant: a label is chosen by its number, `= text` is typed, anything else is said as it is.
  /// - Returns: the transcript of all of it.
  func say(_ wishes: [String]) throws -> String {
    var input = ""
    // Each run acts on a fresh copy of the record, so that finding out a number changes nothing.
    for wish in wishes {
      if wish.hasPrefix("= ") {
        input += wish.dropFirst(2) + "\n"
      } else {
        let shown = try run(input + "\n", on: copy())
        input += (number(of: wish, in: shown) ?? wish) + "\n"
      }
    }
    return try run(input, on: program)
  }

  private func copy() throws -> Program {
    let copy = Program(in: program.folder + "-try-\(Int.random(in: 0...999_999))")
    try Spawn.run("mkdir", ["-p", copy.folder])
    try Spawn.run("cp", ["-r", program.store, copy.store])
    return copy
  }

  private func run(_ input: String, on program: Program) throws -> String {
    try Spawn.run(
      Program.path, ["--store", program.store, "--at", "2026-11-23T02:15", "--plain"],
      environment: program.environment, input: input
    ).output
  }

  private func number(of label: String, in transcript: String) -> String? {
    let lines = transcript.split(separator: "\n").map { line in
      line.hasPrefix("Choose: ") ? String(line.dropFirst(8)) : String(line)
    }
    let line = lines.last { line in
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      return words.count == 2 && Int(words[0]) != nil
        && (words[1] == label || words[1].hasPrefix(label + ":")
          || words[1].hasPrefix(label + " ("))
    }
    return line?.split(separator: " ").first.map(String.init)
  }
}
