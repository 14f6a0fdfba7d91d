import ArgumentParser
import Bedside
import NightModel
import NightStore
import Text

/// `nightstand purge`: erases a night, or everything, for good.
struct PurgeCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Erase a night, or the whole record, for good. No undo brings it back.",
    discussion: """
      Says what will be erased and what it cannot reach, then waits for the word erase. NIGHT is the date of its evening, \
      tonight or last; the plan stays. --all erases the record and what this machine keeps beside it. To take back single \
      entries, so that they can be brought back, use retract.
      """)

  /// The word that has to be typed.
  private static let word = "erase"

  @Argument(help: "The night.")
  var night: String?

  @Flag(help: "The whole record: every night, the plan, and what this machine keeps beside it.")
  var all = false

  @Flag(help: "Erase without asking.")
  var yes = false

  @OptionGroup var common: CommonOptions

  var goesOnWithoutRecord: Bool { all }

  func run(in session: Session) throws {
    let extent = try extent(in: session)
    let found = try session.store.toPurge(extent)
    if found.isMissed {
      try session.store.purge(extent)
      return print("Nothing was left to erase; that night's files are not missed any more.")
    }
    guard !found.isEmpty else { throw Self.nothing(extent, found, in: session) }
    Machine.say(Self.announcement(extent, found, in: session))
    if !yes { try confirm() }
    let isBesideOnly = session.store.missing != nil
    let erased = try session.store.purge(extent)
    print(Self.report(extent, erased, in: session, isBesideOnly: isBesideOnly))
    // What stays was told before; only what came to light since is told now.
    for left in erased.left where !found.left.contains(left) {
      print("Left: \(left.path.forDisplay): \(left.why.forDisplay)")
    }
  }

  private func extent(in session: Session) throws -> PurgeExtent {
    switch (night, all) {
    case (let night?, false): return .night(try session.night(named: night))
    case (nil, true): return .all
    case (.some, true):
      throw Failure(
        "purge takes a night or --all, not both, so nothing was erased; leave one of them out", exitCode: 64)
    case (nil, false):
      throw Failure(
        "purge does not say what to erase, so nothing was erased; name a night, such as 'nightstand purge "
          + "\(session.tonight)', or everything with --all", exitCode: 64)
    }
  }

  /// Waits for the word.
  /// - Throws: `Failure` if anything else comes.
  private func confirm() throws {
    Machine.say("\nTo erase it for good, type \(Self.word) and press Enter; anything else leaves all as it is: ")
    guard Machine.readLine() == Self.word else {
      Machine.say("\n")
      throw Failure(
        "the word \(Self.word) was not typed, so nothing was erased; the record is as it was", exitCode: 1)
    }
  }

  // MARK: Words

  private static func nothing(_ extent: PurgeExtent, _ found: Erasure, in session: Session) -> Failure {
    for left in found.left { Failure.note("\(left.path.forDisplay): \(left.why.forDisplay)") }
    let store = session.store.places.store
    return switch extent {
    case .night(let date):
      Failure(
        "nothing is written for the \(NightWords.night(date)) in \(store), so nothing was erased; 'nightstand nights' "
          + "lists the nights there are", exitCode: 1)
    case .all:
      Failure("there is no record in \(store), so nothing was erased; check the folder's name", exitCode: 1)
    }
  }

  private static func announcement(_ extent: PurgeExtent, _ found: Erasure, in session: Session) -> String {
    var lines = [found.isUnfinished ? "What is left of an interrupted purge will be erased:" : "This will be erased:"]
    switch extent {
    case .night(let date):
      lines.append("  the \(NightWords.night(date)): \(counts(found))")
    case .all:
      if let missing = session.store.missing {
        let waiting = session.store.waiting().reduce(0) { $0 + $1.count }
        lines.append("  what this machine keeps beside a record that is not there: \(counts(found))")
        if waiting > 0 { lines.append("  among it \(plural(waiting, "entry", "entries")) kept nowhere else") }
        lines.append("Not erased: \(missing.words); wherever it is, it stays as it is.")
      } else {
        lines.append("  the whole record, \(nights(found)): \(counts(found))")
      }
    }
    lines += found.folders.map { "  in \($0.forDisplay)" }
    if !found.left.isEmpty {
      lines.append("These stay:")
      lines += found.left.map { "  \($0.path.forDisplay): \($0.why.forDisplay)" }
    }
    if case .night = extent {
      lines.append("The plan stays; notes typed on the sleep environment earlier may also stand in it.")
    }
    lines += [
      "Nightstand cannot reach, and does not erase:",
      "  other devices that share the folder: they still have it, and one that has not heard of it may bring it back",
      "  copies and backups made by hand or by another program, and what a sync engine keeps of old versions",
      "  reports and tables that were printed or exported",
      "  what the disk itself may still hold where the files were, until it is written over",
      "It cannot be undone.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func report(
    _ extent: PurgeExtent, _ erased: Erasure, in session: Session, isBesideOnly: Bool
  ) -> String {
    let files = "\(plural(erased.files, "file")), \(plural(erased.bytes, "byte"))"
    return switch extent {
    case .night(let date): "Erased: the \(NightWords.night(date)), \(files)."
    case .all where isBesideOnly:
      "Erased: what this machine kept beside the record that was in \(session.store.places.store.forDisplay), \(files)."
    case .all: "Erased: the record in \(session.store.places.store.forDisplay), \(nights(erased)), \(files)."
    }
  }

  private static func counts(_ found: Erasure) -> String {
    let entries = found.entries == 1 ? "1 entry" : "\(found.entries) entries"
    let unread =
      found.uncounted == 0 ? "" : ", and what is in \(plural(found.uncounted, "file")) that could not be read,"
    return
      "\(entries) (corrections counted)\(unread) in \(plural(found.files, "file")), \(plural(found.bytes, "byte"))"
  }

  private static func nights(_ erasure: Erasure) -> String {
    guard let first = erasure.nights.first, let last = erasure.nights.last else { return "no nights" }
    guard first != last else { return "1 night, the \(NightWords.night(first))" }
    return "\(erasure.nights.count) nights, from the \(NightWords.night(first)) to the \(NightWords.night(last))"
  }

  private static func plural(_ count: Int, _ word: String, _ words: String? = nil) -> String {
    "\(count) \(count == 1 ? word : words ?? word + "s")"
  }
}
