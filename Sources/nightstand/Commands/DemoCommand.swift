import ArgumentParser
import Bedside
import NightModel
import NightStore

/// `nightstand demo`: the screens on the nights of a made-up person; with `--store DIR`, only writes them there.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the nights of a made-up person, or write them into an empty folder.",
    discussion: """
      Without --store the screens open on a record that is thrown away afterwards. \
      The history is a function of --nights, --seed, the last night (the one before --at) and the time zone, down to \
      the byte.
      """)

  @Option(help: "How many nights, 1 to 20000.")
  var nights = 60

  @Option(help: "Another seed, another history.")
  var seed: UInt64 = 1

  @OptionGroup var screens: ScreenOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...20_000).contains(nights) else { throw ValidationError("--nights takes 1 to 20000.") }
    guard common.store?.isEmpty != true else { throw ValidationError("--store names no folder.") }
  }

  func run() throws {
    try Failure.handled {
      // Never a folder from the environment: made-up nights must not get into the record somebody keeps.
      if let folder = common.store {
        if let trouble = LocalZone.look().trouble { Failure.note(trouble.words) }
        let last = try write(to: folder)
        print(
          "\(nights) nights of \(DemoHistory.person) written to \(folder), the last one the \(NightWords.night(last)).")
        print("Look at them: nightstand --store '\(folder)'")
      } else {
        try showAndThrowAway()
      }
    }
  }

  private func showAndThrowAway() throws {
    guard let folder = Machine.makeTemporaryFolder() else {
      throw Failure("no temporary folder could be made, so there is nothing to show; set TMPDIR", exitCode: 73)
    }
    defer { Machine.removeTree(folder) }
    let store = folder + "/store"
    _ = try write(to: store)
    var common = common
    common.store = store
    try MainActor.assumeIsolated { [common] in
      try Screens(screens).show(Session(common))
    }
  }

  /// Writes the nights.
  /// - Returns: the last one.
  private func write(to folder: String) throws -> CivilDate {
    let zone = LocalZone.current()
    let now = zone.instant(milliseconds: Machine.now())
    let moment =
      try common.at.map { try TimeReader(zone: zone, rule: .noon, now: now).latest($0).settled().moment } ?? now
    let last = NightRule.noon.night(of: moment).adding(days: -1)
    let first = last.adding(days: 1 - nights)
    let history = DemoHistory(seed: seed, last: last, zone: zone)
    let store = try BulkStoreWriter(
      folder: folder, identity: history.identity, writer: DemoHistory.writer, program: Machine.version,
      files: RealFileSystem())
    guard let store else {
      throw Failure(
        "\(folder) is not empty, so nothing was written; name a folder that is empty or does not exist yet",
        exitCode: 73)
    }
    try store.write(.plan, history.plan(from: first))
    for offset in 0..<nights {
      let night = first.adding(days: offset)
      let entries = history.entries(of: night)
      // A night that nobody wrote about has no file.
      if !entries.isEmpty { try store.write(.night(night), entries) }
    }
    return last
  }
}
