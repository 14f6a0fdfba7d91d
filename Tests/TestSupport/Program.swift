import Glibc
import NightStore

/// The built program, run as a person or a script would.
package struct Program: Sendable {
  /// The folder everything happens in: `store`, `state` and a home.
  package let folder: String
  /// The zone the program runs in.
  package var zone: String

  /// The program in a folder of its own, in a zone.
  package init(in folder: String, zone: String = "Europe/Berlin") {
    self.folder = folder
    self.zone = zone
  }

  /// Where the binary lies: beside the test that runs.
  package static var path: String {
    let test = CommandLine.arguments[0]
    let beside = test.lastIndex(of: "/").map { String(test[...$0]) } ?? "./"
    for candidate in [beside + "nightstand", Checkout.root + "/.build/debug/nightstand"]
    where access(candidate, X_OK) == 0 { return candidate }
    return "nightstand"
  }

  /// The record's folder.
  package var store: String { folder + "/store" }

  /// The environment the program gets.
  package var environment: [String: String] {
    ["HOME": folder + "/home", "XDG_STATE_HOME": folder + "/state", "TZ": zone]
  }

  /// Runs `nightstand --store STORE` with arguments.
  @discardableResult
  package func run(_ arguments: String...) throws -> Spawn.Outcome { try run(arguments) }

  /// Runs `nightstand --store STORE` with arguments.
  @discardableResult
  package func run(_ arguments: [String]) throws -> Spawn.Outcome {
    try Spawn.run(Self.path, ["--store", store] + arguments, environment: environment)
  }

  /// Runs it under another program, such as `strace`.
  @discardableResult
  package func run(under wrapper: [String], _ arguments: [String]) throws -> Spawn.Outcome {
    let all = Array(wrapper.dropFirst()) + [Self.path, "--store", store] + arguments
    return try Spawn.run(wrapper[0], all, environment: environment)
  }

  /// Makes the record one whose first questions were asked.
  package func passFirstQuestions() throws { try run("plan", "welcome", "done") }

  /// The record, read in this process: what the program's own `show` reads, for tests that look after every step.
  package func record() throws -> Store {
    try Store(
      places: StorePaths(store: store, stateRoot: folder + "/state"), files: RealFileSystem(), world: .sample())
  }

  /// Keeps a copy of the record, and of what this machine keeps of it, beside them.
  package func keepCopy() throws {
    try Spawn.run("mkdir", ["-p", folder + "/copy"])
    try Spawn.run("cp", ["-a", store, folder + "/state", "-t", folder + "/copy"])
  }

  /// Puts what was copied back in the place of what is there.
  package func restoreCopy() throws {
    try Spawn.run("rm", ["-rf", store, folder + "/state"])
    try Spawn.run("cp", ["-a", folder + "/copy/store", folder + "/copy/state", "-t", folder])
  }

  /// Every journal file of the record.
  package func journalFiles() throws -> [String] {
    try Spawn.run("find", [store, "-name", "*.jsonl"]).output.split(separator: "\n").map(String.init).sorted()
  }
}

extension Spawn.Outcome {
  /// The last word of the output: where `log` puts the entry's id.
  package var lastWord: String { output.split { $0 == " " || $0 == "\n" }.last.map(String.init) ?? "" }
}
