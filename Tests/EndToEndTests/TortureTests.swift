import Glibc
import NightModel
import TestSupport
import Testing
import Text

/// A night at a real terminal whose power keeps failing.
@Suite(.waits) struct `A night of kills` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private static let actions: [[String]] = [
    ["l"], ["r"], ["b"], ["k"], ["a"], ["w"], ["z"], ["m"], ["o"], ["d"], ["v"], ["c"], ["t", "l"], ["s", "2"],
    ["g", "6"], ["p", "0"], ["j", "1", "0"], ["h", "9"], ["-"], ["="], ["u"], ["u"], ["y"], ["n", "x", "Enter"],
  ]

  /// What Tonight lists, each entry a line: a tall screen shows them all.
  private func log(_ screen: String) -> [String] {
    screen.split(separator: "\n").filter { line in
      let bytes = Array(line.utf8.prefix(8))
      return bytes.count == 8 && bytes[0] == 32 && bytes[3] == UInt8(ascii: ":") && bytes[6] == 32 && bytes[7] == 32
      // Who wrote it stands only where that changes from line to line.
    }.map { $0.split(separator: " ").filter { $0 != "MK" }.joined(separator: " ") }.sorted()
  }

  /// What the record holds, by another program.
  private func times() throws -> [String] {
    let json = try program.run("show", "2026-11-22", "--format", "json")
    let night = try #require(JSON(Array(json.output.utf8)[...]), "\(json.output) \(json.errors)")
    return (night["items"]?.elements ?? []).compactMap { $0["at"]?.text }.map { String($0.dropFirst(11).prefix(5)) }
      .sorted()
  }

  @Test func `of 200 actions, killed at 20 random moments, all is there that was called saved`() throws {
    let seed = getenv("NIGHTSTAND_SEED").flatMap { UInt64(String(cString: $0)) } ?? UInt64.random(in: 1...999_999)
    print("a night of kills, NIGHTSTAND_SEED=\(seed)")
    var chance = Chance(seed: seed)
    var kills: Set<Int> = []
    while kills.count < 20 { kills.insert(chance.number(in: 1...199)) }
    var done = 0
    var known: [String] = []
    // True if a key was pressed and its answer not seen.
    var isOpen = false
    while done < 200 {
      try Person.sits(at: program, columns: 90, rows: 250, ["--by", "MK"]) { person in
        let shown = log(try person.terminal.screen)
        if isOpen {
          let change = Set(shown).symmetricDifference(known).count
          #expect(change <= 2 && abs(shown.count - known.count) <= 1, "seed \(seed), action \(done)")
        } else {
          #expect(shown == known, "seed \(seed), action \(done)")
        }
        #expect(try times() == shown.map { String($0.prefix(5)) }.sorted(), "seed \(seed), action \(done)")
        while done < 200 {
          let keys = chance.one(of: Self.actions)
          done += 1
          guard kills.contains(done) else {
            for key in keys { try person.press(key) }
            continue
          }
          known = log(try person.terminal.screen)
          let process = try person.terminal.processID
          isOpen = chance.oneIn(2)
          if isOpen {
            try person.terminal.send(keys[0])
            // Somewhere between the key and its answer.
            let moment = monotonicMicroseconds() + Int64(chance.number(in: 0...9000))
            while monotonicMicroseconds() < moment {}
          } else {
            for key in keys { try person.press(key) }
            known = log(try person.terminal.screen)
          }
          kill(process, SIGKILL)
          try person.terminal.waitForExit()
          return
        }
        known = log(try person.terminal.screen)
      }
    }
    #expect(try times() == known.map { String($0.prefix(5)) }.sorted() && known.count > 80, "seed \(seed)")
    #expect(try program.run("verify").exitCode == 0)
  }

  private func monotonicMicroseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}
