import ArgumentParser
import Bedside
import NightModel
import NightStore
import Text

/// How a command opens the record, and what it says of it.
extension Session {
  /// Opens the record for a command, as its options ask. `goesOnWithoutRecord` is true for what can be done where the
  /// record that was here is missing. Throws `Refusal`, `StoreError` or `Failure`.
  init(_ options: CommonOptions, goesOnWithoutRecord: Bool = false) throws {
    let clock = Machine.clock()
    let by = try options.by.map { initials in try TextRule.initials(initials) }
    let store = try Store(
      places: Machine.places(options.store), files: RealFileSystem(), world: Machine.storeWorld())
    if options.new { try Self.beginNew(store) }
    try self.init(
      store, clock: clock, at: options.at, by: by, goesOnWithoutRecord: goesOnWithoutRecord,
      findingWords: \.commandWords, tell: Failure.note)
  }

  /// Begins a new record where one is missing; there is nothing to be done where none ever was.
  private static func beginNew(_ store: Store) throws(Failure) {
    guard store.missing != nil || store.identity == nil else {
      throw Failure(
        "\(store.places.store.forDisplay) holds a record, so none was begun and nothing was saved; leave out --new to write "
          + "into it, or name another folder with --store", exitCode: 64)
    }
    store.beginNew()
  }

  /// Refuses what would write into a record that the family has closed.
  func mustBeOpen() throws(Refusal) {
    if plan.isClosed {
      throw .refused("this record is closed, so nothing was saved; open it again with 'nightstand plan closed \"\"'")
    }
  }

  /// What is said of entries that were written just now: the word for those in the record while nothing waits beside it.
  var writtenWord: String { store.waiting().isEmpty ? "saved" : "in the record" }

  /// Makes sure that what is told as standing already is on the disk: an interrupted run may have left it without.
  /// - Throws: `Failure` if the disk would not confirm it.
  func confirmOnDisk(_ partitions: [Partition]) throws(Failure) {
    guard store.confirmOnDisk(partitions) else {
      throw Failure(
        "it stands so already, but the disk would not confirm it, so a power cut may take it; see to the disk, and give "
          + "the same command again", exitCode: 74)
    }
  }

  /// Begins a new record with the starter routine, as the first questions do: an action of its own, so that undo takes
  /// back what was asked for first. What fails here fails for what is to be saved too, and is told of that.
  private func beginRoutine(before drafts: [Draft]) {
    let setting = Setting(.starterRoutine)
    let isNew = store.identity == nil && !store.holdsNights && isPlanRead && plan.timeline.all.isEmpty
    let isSet = drafts.contains { draft in
      if case .record(let subject, _) = draft.body { subject == setting.subject } else { false }
    }
    guard isNew, !isSet else { return }
    let begun = min(moment, realTime)
    let draft = PlanRequest.draft(setting, value: "yes", plan: plan, at: begun, by: by)
    _ = try? store.perform([draft], zone: zone.name)
  }

  /// Writes drafts as one action. What was refused before anything could be kept is at least printed.
  @discardableResult
  func save(_ drafts: [Draft]) throws(StoreError) -> [Entry] {
    beginRoutine(before: drafts)
    do {
      return try write(drafts)
    } catch {
      if error.unsaved == nil { Unsaved.tell(drafts) }
      throw error
    }
  }
}

extension CommonOptions {
  /// Ends a command with 1 where a folder was named and holds no record: it is mistyped, or not there yet, and a script
  /// must see that.
  func end(isWithoutRecord: Bool) throws(ExitCode) {
    if isWithoutRecord, store != nil { throw ExitCode(1) }
  }
}

extension ExitCode {
  /// How a command ends that was asked for something and has nothing to show, as it said: with 1, so that a script sees
  /// it; with 65 where what could not be read may hold it.
  static func nothingToShow(isWhole: Bool) -> ExitCode { ExitCode(isWhole ? 1 : 65) }
}

/// A command that shows the record or hands it out: whatever is wrong with the record is said beside it.
protocol ReadingCommand: SessionCommand {}

extension ReadingCommand {
  func run() throws {
    try Failure.handled {
      let session = try Session(common)
      defer { session.tellFindings() }
      let isNone = session.tellIfNoRecord()
      try run(in: session)
      try common.end(isWithoutRecord: isNone)
    }
  }
}
