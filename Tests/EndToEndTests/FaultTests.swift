import NightModel
import NightStore
import TestSupport
import Testing

/// The built program under real faults: killed, refused, and out of room, at every call it makes.
@Suite(.waits) struct `Real faults` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private func ids() throws -> String { try program.run("show", "2026-11-22", "--all", "--format", "json").output }
  private let log = SaveCalls.command

  private func isInRecord(_ id: String) throws -> Bool {
    let entries = try program.record().nights([Samples().night]).flatMap(\.entries)
    return Timeline(entries).items.contains { "\($0.id)" == id }
  }

  @Test(arguments: SaveCalls.names)
  func `killed at any system call of a save, it verifies, and what was acknowledged is there`(name: String) throws {
    let calls = try #require(SaveCalls.all, "no call of a save was traced; apt-get install strace")
    func killed(at call: Int) throws -> Spawn.Outcome {
      try program.run(
        under: ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=\(name):signal=KILL:when=\(call)"],
        SaveCalls.command)
    }
    for call in calls.first[name] ?? [] {
      try Spawn.run("rm", ["-rf", program.store, folder.path + "/state"])
      let outcome = try killed(at: call)
      #expect(outcome.exitCode == 128 + 9 || SaveCalls.isOfMemory(name), "not killed at \(name) \(call)")
      let verify = try program.run("verify")
      #expect(verify.exitCode == 0, "killed at \(name) \(call): \(verify.output)")
      guard !outcome.output.isEmpty else { continue }
      #expect(try ids().contains(outcome.lastWord), "killed at \(name) \(call)")
    }
    var acknowledged = [try program.run(SaveCalls.command).lastWord]
    for call in calls.later[name] ?? [] {
      let outcome = try killed(at: call)
      if !outcome.output.isEmpty { acknowledged.append(outcome.lastWord) }
    }
    let verify = try program.run("verify")
    #expect(verify.exitCode == 0, "killed at \(name): \(verify.output)")
    let shown = try ids()
    #expect(acknowledged.allSatisfy { !$0.isEmpty && shown.contains($0) }, "killed at \(name)")
  }

  @Test func `the calls at which it is killed lie around the write and the sync`() throws {
    let calls = try #require(SaveCalls.all, "no call of a save was traced; apt-get install strace")
    for round in [calls.first, calls.later] {
      for name in ["openat", "write", "fdatasync", "flock", "exit_group"] {
        #expect(round[name]?.isEmpty == false, "\(name): \(round)")
      }
    }
    #expect(calls.first["fsync"]?.isEmpty == false)
  }

  /// The file system calls the program makes, by name, as strace names them.
  private static let fileCalls = [
    "openat", "write", "pwrite64", "fdatasync", "fsync", "mkdir", "link", "rename", "flock", "fstat", "newfstatat",
    "pread64", "unlink",
  ]

  @Test(arguments: ["ENOSPC", "EIO", "EROFS", "EACCES"])
  func `refused at any file call, once or from then on, it says no false saved and loses nothing`(error: String) throws
  {
    let first = try program.run("log", "suction", "--at", "2026-11-22T22:00").lastWord
    try program.keepCopy()
    var refused = 0
    for call in Self.fileCalls {
      for sticky in ["", "+"] {
        // All begin with the same record: a night of hundreds of entries takes a while to read.
        try program.restoreCopy()
        var acknowledged = [first]
        // The loader's own calls come first; past them lie ours.
        for number in 1...12 {
          let outcome = try program.run(
            under: [
              "strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=\(call):error=\(error):when=\(number)\(sticky)",
            ] + Self.only(below: folder.path, program), log)
          #expect(outcome.exitCode < 128, "\(call) \(number)\(sticky): \(outcome)")
          if outcome.exitCode != 0 {
            refused += 1
            #expect(!outcome.errors.isEmpty, "\(call) \(number)\(sticky)")
          } else if !outcome.output.isEmpty {
            acknowledged.append(outcome.lastWord)
            #expect(try isInRecord(outcome.lastWord), "\(call) \(number)\(sticky): \(outcome)")
          }
        }
        let shown = try ids()
        #expect(acknowledged.allSatisfy { !$0.isEmpty && shown.contains($0) }, "\(call)\(sticky)")
      }
    }
    #expect(refused > 10)
    #expect(try program.run("log", "suction", "--at", "2026-11-22T23:30").exitCode == 0)
  }

  /// Only calls on the record and the state count, or the loader would fail before the program begins.
  private static func only(below folder: String, _ program: Program) -> [String] {
    let state = (try? Spawn.run("find", [folder + "/state", folder + "/store"]).output) ?? ""
    return state.split(separator: "\n").flatMap { ["-P", String($0)] }
  }

  @Test func `on a disk filled to the brim it says NOT SAVED in words, and keeps every acknowledged entry`() throws {
    let script = """
      set -e
      mount -t tmpfs -o size=64k tmpfs "$1/disk"
      export HOME="$1/disk" XDG_STATE_HOME="$1/disk/state"
      i=0
      while [ $i -lt 400 ]; do
        i=$((i+1))
        "$2" --store "$1/disk/store" log note "$(printf 'x%.0s' $(seq 1800))" --at 2026-11-22T23:10 \
          >>"$1/saved" 2>"$1/said" || break
      done
      cat "$1/said"
      echo "---"
      "$2" --store "$1/disk/store" show 2026-11-22 --format json >"$1/shown" || true
      "$2" --store "$1/disk/store" verify
      """
    try Spawn.run("mkdir", [folder.path + "/disk"])
    let outcome = try Spawn.run(
      "unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", folder.path, Program.path])
    #expect(outcome.output.contains("NOT SAVED: "), "\(outcome)")
    #expect(outcome.output.contains("because the disk is full"), "\(outcome)")
    #expect(outcome.output.contains("All is sound."), "\(outcome)")
    let saved = Spawn.read(folder.path + "/saved").split(separator: "\n").compactMap { $0.split(separator: " ").last }
    let shown = Spawn.read(folder.path + "/shown")
    #expect(saved.count > 5)
    for id in saved { #expect(shown.contains(id)) }
  }

  @Test func `two programs at once lose nothing`() throws {
    let script =
      #"i=0; while [ $i -lt $3 ]; do i=$((i+1)); "$1" --store "$2" log turn "$4" --at 2026-11-22T23:10 || exit 1; done"#
    let count = min(1000, max(100, Property.cases / 10))
    let runs = try ["left", "right"].map { side in
      try Spawn.start(
        "sh", ["-c", script, "sh", Program.path, program.store, "\(count)", side], environment: program.environment)
    }
    let outcomes = try runs.map { try Spawn.wait(for: $0) }
    #expect(outcomes.allSatisfy { $0.exitCode == 0 }, "\(outcomes)")
    let shown = try ids()
    let saved = outcomes.flatMap { $0.output.split(separator: "\n") }.compactMap { $0.split(separator: " ").last }
    #expect(Set(saved).count == 2 * count)
    for id in saved { #expect(shown.contains(id)) }
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `what stands so already is not said to stand while the disk does not confirm it`() throws {
    let id = try program.run("log", "turn", "left", "--at", "2026-11-22T23:10").lastWord
    let edit = ["edit", id, "side=left", "--at", "2026-11-22T23:30"]
    let refused = try program.run(
      under: ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO"], edit)
    #expect(refused.exitCode == 74 && refused.errors.contains("would not confirm it"), "\(refused)")
    #expect(try program.run(edit).exitCode == 0)
  }

  @Test func `a disk that cannot put names on the disk is told of once, and what is written is saved`() throws {
    for isFirst in [true, false] {
      let outcome = try program.run(
        under: ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EINVAL"], log)
      #expect(outcome.exitCode == 0 && outcome.output.hasPrefix("saved "), "\(outcome)")
      #expect(outcome.errors.contains("a power cut") == isFirst, "\(outcome.errors)")
    }
  }

  @Test func `nothing is said to be saved before it is on the disk`() throws {
    let trace = folder.path + "/trace"
    for _ in 1...2 {
      try program.run(under: ["strace", "-f", "-qq", "-y", "-o", trace, "-e", "trace=write,fdatasync,fsync"], log)
      let calls = Spawn.read(trace).split(separator: "\n").map(String.init)
      let line = try #require(calls.firstIndex { $0.contains("write(") && $0.contains(".jsonl>") })
      let synced = try #require(
        calls.firstIndex { $0.contains("fdatasync(") && $0.contains(".jsonl>") && $0.hasSuffix("= 0") })
      let told = try #require(calls.firstIndex { $0.contains("write(1<") })
      #expect(line < synced && synced < told)
    }
    try Spawn.run("rm", ["-rf", program.store, folder.path + "/state"])
    try program.run(under: ["strace", "-f", "-qq", "-y", "-o", trace, "-e", "trace=write,fsync"], log)
    let calls = Spawn.read(trace).split(separator: "\n").map(String.init)
    let told = try #require(calls.firstIndex { $0.contains("write(1<") })
    for folder in ["/store/nights/2026>", "/store/nights>", "/store>"] {
      let synced = try #require(calls.lastIndex { $0.contains("fsync(") && $0.contains(folder) }, "\(folder)")
      #expect(synced < told)
    }
  }
}
