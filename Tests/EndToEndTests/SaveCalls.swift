import TestSupport

/// The system calls that a save makes, each by its name and its number among the calls of that name: strace counts per
/// name, so a number alone misses most of them.
struct SaveCalls {
  /// The save.
  static let command = ["log", "turn", "--side", "left", "--at", "2026-11-22T23:10"]
  /// The calls of the first save of a record and of a later one; nil if they could not be traced.
  static let all = try? SaveCalls()
  /// The names of all calls. One name where nothing could be traced, so that the test of it fails and says why.
  static let names = all.map { Set($0.first.keys).union($0.later.keys).sorted() } ?? ["write"]

  /// The numbers of the calls of the first save, by name.
  let first: [String: [Int]]
  /// The numbers of the calls of a later save, by name.
  let later: [String: [Int]]

  private init() throws {
    let folder = TemporaryFolder()
    let program = Program(in: folder.path)
    func trace() throws -> [String: [Int]] {
      let file = folder.path + "/trace"
      try program.run(under: ["strace", "-f", "-qq", "-o", file], Self.command)
      return Self.own(Spawn.read(file).split(separator: "\n").map(String.init), store: program.store)
    }
    first = try trace()
    later = try trace()
  }

  /// The calls from the first one on the record; the loader's come before it.
  private static func own(_ lines: [String], store: String) -> [String: [Int]] {
    var counts: [String: Int] = [:]
    var own: [String: [Int]] = [:]
    var hasBegun = false
    for line in lines {
      let call = line.drop { $0 != " " }.drop { $0 == " " }
      let name = String(call.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      guard call.dropFirst(name.count).first == "(" else { continue }
      counts[name, default: 0] += 1
      hasBegun = hasBegun || name != "execve" && call.contains(store)
      if hasBegun { own[name, default: []].append(counts[name, default: 0]) }
    }
    return own
  }

  /// True for calls by which memory is had: how many there are may differ from run to run.
  static func isOfMemory(_ name: String) -> Bool {
    ["brk", "mmap", "munmap", "mremap", "madvise", "mprotect"].contains(name)
  }
}
