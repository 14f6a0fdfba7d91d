import NightModel
import TestSupport
import Testing

/// The record's disk is full, this machine's own is not: what cannot go into the record is kept aside and said to be so.
@Suite(.waits) struct `Kept aside on a full disk` {
  private let folder = TemporaryFolder()

  /// What the program says to a script in front of a full record; `n` is the program, wherever it lies.
  private func outcome(_ script: String) throws -> Spawn.Outcome {
    let begin = """
      mount -t tmpfs -o size=64k tmpfs "$1/disk"
      export HOME="$1/home" TZ=Europe/Berlin
      place=$1 program=$2
      n() { "$program" --store "$place/disk/store" --at 2026-11-22T23:38 "$@"; }
      n log turn right >/dev/null
      dd if=/dev/zero of="$1/disk/fill" bs=1k count=100 2>/dev/null
      i=0
      while n log note "$(printf 'x%.0s' $(seq 400))" >/dev/null 2>&1; do i=$((i+1)); done
      while n log turn back >/dev/null 2>&1; do i=$((i+1)); done
      while n plan turn-interval $((60 + i % 2)) >/dev/null 2>&1; do i=$((i+1)); done

      """
    try Spawn.run("mkdir", ["-p", folder.path + "/disk", folder.path + "/home"])
    return try Spawn.run(
      "unshare",
      ["--user", "--map-root-user", "--mount", "bash", "-c", begin + script, "bash", folder.path, Program.path])
  }

  @Test func `no command calls saved what is kept aside, and each ends with 74`() throws {
    let outcome = try outcome(
      """
      n log turn left; echo "exit $?"
      n check heels-free done; echo "exit $?"
      printf '2310 suction\\n2320 turn left\\n' | n log --from -; echo "exit $?"
      n diary 2026-11-21 --sol 30; echo "exit $?"
      n plan turn-interval 120; echo "exit $?"
      rm "$1/disk/fill"
      n log suction; echo "exit $?"
      n verify; echo "exit $?"
      """)
    let said = outcome.output.split(separator: "\n").map(String.init)
    let (first, rest) = (said.prefix(5), said.dropFirst(5))
    #expect(Set(first) == ["exit 74"], "\(outcome)")
    #expect(outcome.errors.split(separator: "KEPT ASIDE, not in the record yet: ").count >= 5, "\(outcome)")
    #expect(!outcome.errors.contains("NOT SAVED") && !outcome.errors.contains("next save"), "\(outcome)")
    #expect(outcome.errors.contains("what was kept aside is in the record now"), "\(outcome)")
    #expect(rest.first?.hasPrefix("saved 23:38 suction") == true && rest.contains("All is sound."), "\(outcome)")
  }

  @Test func `in lines the word saved stands nowhere, leaving says what waits, and the next start says it too`() throws
  {
    let outcome = try outcome(
      """
      printf 'l\\ng\\n6\\n0\\n1\\nquit\\n' | n --plain >"$1/one" 2>"$1/oneErrors"; echo "exit $?"
      printf '\\nquit\\n' | n --plain >"$1/two" 2>"$1/twoErrors"; echo "exit $?"
      n tonight >/dev/null
      """)
    func read(_ name: String) -> String {
      Spawn.read(folder.path + "/" + name).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    }
    #expect(outcome.output == "exit 74\nexit 0\n", "\(outcome)")
    let one = read("one")
    #expect(one.contains("Kept aside, not in the record yet: 23:38 turned left."), "\(one)")
    #expect(!one.contains("Saved") && !one.contains("saved"), "\(one)")
    #expect(one.contains("Leave Nightstand?") && one.contains("are kept aside on this machine, not in the record yet"))
    #expect(read("oneErrors").contains("are kept aside on this machine"))
    #expect(read("two").contains("are kept aside on this machine") && !read("two").contains("saved is on the disk"))
    #expect(outcome.errors.contains("are kept aside on this machine"), "tonight tells it: \(outcome)")
  }
}
