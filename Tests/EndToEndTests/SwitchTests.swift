import Glibc
import TestSupport
import Testing

/// The built program in a real terminal, driven by one switch that sends F5.
@Suite(.waits) struct `One switch in a real terminal` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  /// Binds F5 and turns scanning on, by a keyboard.
  private func begin(_ person: Person) throws {
    for label in ["Plan", "Switches and scanning", "Press your switch now"] { try person.choose(label) }
    try person.terminal.send("F5")
    try person.terminal.wait(for: "the name of the key") { $0.contains("F5 came.") }
    usleep(750_000)
    try person.terminal.send("F5")
    try person.terminal.wait(for: "the switch") { $0.contains("The switch is now: F5.") }
    try person.press("Esc")
    for label in ["How you press", "One switch"] { try person.choose(label) }
    try person.goHome()
  }

  /// Waits until something is lit, and presses the switch; once for each of the things on the way.
  private func scan(_ labels: String..., by person: Person) throws {
    for label in labels {
      try person.terminal.wait(for: "\(label) to be lit", deadlineSeconds: 40) { _ in
        person.focus.label.hasPrefix(label)
      }
      // As somebody answers: not sooner than a new station can be seen.
      usleep(300_000)
      try person.terminal.send("F5")
      if label != labels.last {
        try person.terminal.wait(for: "what is in it") { _ in !person.focus.label.hasPrefix(label) }
      }
    }
  }

  /// The newest night as it stands, in words.
  private func written() throws -> String { try program.run("show", "2026-11-22").output }

  @Test func `a night is written and taken back by F5 alone`() throws {
    // A busy machine may bring a press a second late.
    for setting in [["scan.step", "2000"], ["equipment", "mask,suction"]] {
      #expect(try program.run(["plan"] + setting).exitCode == 0)
    }
    try Person.sits(at: program, ["--by", "MK"]) { person in
      try begin(person)
      // A switch counts once other keys that choose have rested.
      usleep(800_000)
      try person.terminal.send("F5")
      try scan("Turned left to", "Turned left", by: person)
      try person.terminal.wait(for: "the save") { $0.contains("Saved 02:15 turned left.") }
      try scan("Suction to", "Suction", by: person)
      try person.terminal.wait(for: "the question") { $0.contains("What came?") }
      try scan("Clear", by: person)
      try person.terminal.wait(for: "the answer") {
        $0.contains("suction 02:15 clear") || $0.contains("suction, clear")
      }
      #expect(try written().contains("suction, clear"))
      try scan("Mark moment", by: person)
      try person.terminal.wait(for: "the save") { $0.contains("Saved 02:15 marked") }
      // Undo is the first station after what was written, once the pause after a press is over.
      usleep(1_000_000)
      try scan("Undo", by: person)
      try person.terminal.wait(for: "the undo") { $0.contains("Taken back: 02:15 marked") }
      #expect(person.strayed.isEmpty, "\(person.strayed)")
      try person.terminal.send("Ctrl-C")
      try person.terminal.wait(for: "the question") { $0.contains("Leave Nightstand?") }
      try person.terminal.send("2")
      #expect(try person.terminal.waitForExit() == 0)
    }
    let night = try written()
    #expect(night.contains("turned left") && night.contains("suction, clear") && !night.contains("marked this moment"))
  }

  @Test func `a step writes 400 bytes at most, and rest writes none`() throws {
    for setting in [
      ["scan.step", "1000"], ["scan.loops", "1"], ["input", "one-switch"], ["equipment", "mask,suction"],
    ] {
      #expect(try program.run(["plan"] + setting).exitCode == 0)
    }
    try Person.sits(at: program, ["--by", "MK"]) { person in
      try person.terminal.wait(for: "rest", deadlineSeconds: 40) { $0.contains("Resting") }
      try person.terminal.send("Space")
      var (sizes, last, label): ([Int], Int?, String) = ([], nil, "")
      try person.terminal.wait(for: "a whole loop", deadlineSeconds: 40) { _ in
        let (bytes, now) = (person.terminal.stream.count, person.focus.label)
        if now != label {
          if let last {
            sizes.append(bytes - last)
          }
          (last, label) = (bytes, now)
        } else if let before = last, bytes > before {
          // The rest of the same step.
          if !sizes.isEmpty { sizes[sizes.count - 1] += bytes - before }
          last = bytes
        }
        return sizes.count >= 5
      }
      #expect(sizes.dropFirst().allSatisfy { $0 <= 400 }, "\(sizes)")
      try person.terminal.wait(for: "rest", deadlineSeconds: 40) { $0.contains("Resting") }
      let bytes = person.terminal.stream.count
      usleep(3_000_000)
      #expect(person.terminal.stream.count == bytes)
    }
  }
}
