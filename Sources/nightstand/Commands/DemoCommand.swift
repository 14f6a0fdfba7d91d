import ArgumentParser
import NightModel
import NightStore

/// `nightstand demo --store DIR`: writes the nights of a made-up person.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write the nights of a made-up person into an empty folder.",
    discussion: """
      The history is a function of --nights, --seed, the last night (the one before --at) and the time zone, down to \
      the byte.
      """)

  @Option(help: "How many nights, 1 to 20000.")
  var nights = 60

  @Option(help: "Another seed, another history.")
  var seed: UInt64 = 1

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...20_000).contains(nights) else { throw ValidationError("--nights takes 1 to 20000.") }
    // Not from the environment: made-up nights must never get into the record somebody keeps.
    guard let store = common.store, !store.isEmpty else { throw ValidationError("Name an empty folder with --store.") }
  }

  func run() throws {
    try Failure.handled { try write(to: common.store ?? "") }
  }

  private func write(to folder: String) throws {
    let zone = LocalZone.current()
    let now = zone.instant(milliseconds: Machine.now())
    let moment = try common.at.map { try MomentText(zone: zone, rule: .noon).latest($0, now: now).moment } ?? now
    let last = NightRule.noon.night(of: moment).adding(days: -1)
    let first = last.adding(days: 1 - nights)
    let history = DemoHistory(seed: seed, zone: zone)
    let store = try WholeStore(
      folder: folder, identity: history.identity, writer: DemoHistory.writer, program: Machine.version,
      files: RealFileSystem())
    guard let store else {
      throw Failure(
        "\(folder) is not empty, so nothing was written; name a folder that is empty or does not exist yet",
        exitCode: 73)
    }
    try store.write(.plan, history.plan(before: first))
    for offset in 0..<nights {
      let night = first.adding(days: offset)
      try store.write(.night(night), history.entries(of: night))
    }
    print("\(nights) nights of \(DemoHistory.person) written to \(folder), the last one the \(NightWords.night(last)).")
    print("Look at them: nightstand --store '\(folder)' nights")
  }
}
