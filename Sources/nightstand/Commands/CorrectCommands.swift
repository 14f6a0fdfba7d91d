import ArgumentParser
import Bedside
import NightModel
import NightStore
import Text

/// `nightstand edit`: corrects an entry of any age.
struct EditCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Correct an entry of any age; what it said before is kept.",
    discussion: """
      ID is the entry's id or its last digits, as 'show' lists them. FIELD is at, by, or one of the entry's own: side, \
      minutes, value, what, place, helped, woke, source, note, state, or the name of a diary option. Nothing after = \
      makes a field blank.
      """)

  @Argument(help: "The entry.")
  var id: String

  @Argument(help: ArgumentHelp("What to change.", valueName: "field=value"))
  var changes: [String] = []

  @OptionGroup var common: CommonOptions

  var typed: [String] { [Unsaved.command] }

  func run(in session: Session) throws {
    let found = try session.entry(id)
    guard !found.item.isRetracted else { throw session.isGone(found) }
    let pairs = try changes.map { change in
      guard let mark = change.firstIndex(of: "=") else {
        throw Failure(
          "\"\(change.forDisplay)\" is not FIELD=VALUE, so nothing was changed; write for example side=right",
          exitCode: 64)
      }
      return (name: String(change[..<mark]), value: String(change[change.index(after: mark)...]))
    }
    let (drafts, remarks) = try EditRequest.drafts(
      pairs, of: found.item, in: found.partition, timeline: found.timeline, times: session.times,
      now: session.moment, by: session.by)
    for remark in remarks { Failure.note(remark) }
    guard !drafts.isEmpty else {
      try session.confirmOnDisk([found.partition])
      return print("unchanged: \(session.words(found.item, in: found.partition)) says so already, \(found.item.id)")
    }
    let saved = try session.save(drafts)
    let moved = saved.first { $0.movedFrom != nil }
    let anew = moved ?? saved.first { $0.over != nil }
    let timeline = Timeline(anew.map { [$0] } ?? session.store.read([found.partition])[0].entries)
    if let item = timeline.item(anew?.id ?? found.item.id) {
      let partition = moved.map { _ in Partition.night(session.plan.nightRule.night(of: item.at)) } ?? found.partition
      var words = session.words(item, in: partition)
      if moved != nil, partition != found.partition, case .night(let night) = partition {
        let time = session.plan.clock.words(item.at)
        words = "\(time) \(item.words(session.catalogue)), moved to the \(NightWords.night(night))"
      }
      print("changed: \(words), \(item.id)")
    }
  }
}

/// `nightstand retract`: takes an entry of any age back.
struct RetractCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take back an entry of any age; it stays in the file, and undo brings it back.",
    discussion: "ID is the entry's id or its last digits, as 'show' lists them.")

  @Argument(help: "The entry.")
  var id: String

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let found = try session.entry(id)
    guard !found.item.isRetracted else {
      try session.confirmOnDisk([found.partition])
      throw Failure("that entry was taken back before; nothing was changed", exitCode: 1)
    }
    try session.save([
      Draft(
        partition: found.partition, at: session.moment, by: session.by,
        body: found.timeline.retraction(of: found.item))
    ])
    print("taken back: \(found.item.sentence(in: found.partition, session))")
  }
}

/// `nightstand undo`: takes back the newest action.
struct UndoCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last thing done on this machine, and say what it was.",
    discussion: "What somebody else did, by the initials, is only taken back with --yes.")

  @Flag(help: "Take it back also if somebody else did it.")
  var yes = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    if !yes, let next = session.store.nextUndo(), let author = next.author, let by = session.by, author != by {
      let what = next.items.first.map { session.words($0.item, in: $0.partition) } ?? "something"
      let more = next.items.count > 1 ? " and \(next.items.count - 1) more" : ""
      throw Failure(
        "the last thing done was done by \(author.forDisplay) and not by \(by.forDisplay): \(what)\(more); nothing was "
          + "changed; 'nightstand undo --yes' takes it back all the same", exitCode: 1)
    }
    let step = try session.store.undo(at: session.moment, by: session.by, zone: session.zone.name)
    try session.tell(step, "undone", otherwise: "there is nothing to take back; nothing was changed")
  }
}

/// `nightstand redo`: brings back what undo took.
struct RedoCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Bring back what undo took, as long as nothing new was written since.")

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let step = try session.store.redo(at: session.moment, by: session.by, zone: session.zone.name)
    try session.tell(step, "redone", otherwise: "there is nothing to bring back; nothing was changed")
  }
}

extension Session {
  /// Says what an undo or redo was about, and keeps the card, which it may have changed.
  /// - Throws: `Failure` if there was nothing.
  fileprivate func tell(_ step: Store.Step?, _ done: String, otherwise nothing: String) throws {
    if let trouble = store.stateTrouble { notes.tell(trouble) }
    guard let step else { throw Failure(nothing, exitCode: 1) }
    let reading = store.plan()
    CardKeeper(store, now: moment).keep(reading) { notes.tellAgain($0.commandSentence) }
    let plan = Plan(entries: reading.entries, asOf: moment)
    if step.isMany {
      for count in step.counts { print("\(done), \(count)") }
      return
    }
    for (item, partition, effect) in step.items {
      let words = words(item, in: partition)
      switch effect {
      case .takenBack:
        print("\(done), taken back: \(words)\(plan.stays(without: item).map { "; \($0)" } ?? "")")
      case .broughtBack: print("\(done), stands again: \(words)")
      case .changedBack: print("\(done), says again: \(words)")
      }
    }
  }

  /// An entry with its time, and with its day where it is not tonight's.
  fileprivate func words(_ item: Item, in partition: Partition) -> String {
    item.words(in: partition, plan: plan, now: moment, catalogue)
  }

  /// Why an entry that was taken back cannot be corrected: with the id it has now if it was moved or written anew.
  fileprivate func isGone(_ found: Store.Found) -> Failure {
    guard let now = store.successor(of: found.item.id) else {
      return Failure("that entry was taken back, so nothing was changed; write it down anew", exitCode: 1)
    }
    guard case .night(let night) = now.partition, now.partition != found.partition else {
      return Failure(
        "that entry was written anew, so nothing was changed; give the id it has now: \(now.item.id)", exitCode: 1)
    }
    return Failure(
      "that entry was moved to the \(NightWords.night(night)), so nothing was changed; give its id there: "
        + "\(now.item.id)", exitCode: 1)
  }

  /// The one entry that an id or its last digits name.
  fileprivate func entry(_ text: String) throws -> Store.Found {
    let shown = text.forDisplay
    guard text.count >= 8 else {
      throw Failure(
        "\"\(shown)\" is too short for an id; nothing was changed; give the 8 digits that 'show' lists", exitCode: 64)
    }
    var isWhole = true
    let found = store.find(id: text) { reading in
      notes.tell(reading)
      isWhole = isWhole && reading.isWhole
    }
    guard let first = found.first else {
      guard isWhole, tellFindings().isEmpty else {
        throw Failure(
          "no entry that could be read has the id \"\(shown)\"; nothing was changed; see to what could not be read, and "
            + "give the same command again", exitCode: 65)
      }
      throw Failure(
        "no entry has the id \"\(shown)\"; nothing was changed; 'nightstand show NIGHT' lists the ids", exitCode: 1)
    }
    guard found.count == 1 else {
      throw Failure(
        "\(found.count) entries have ids ending in \"\(shown)\"; nothing was changed; give more of its digits",
        exitCode: 1)
    }
    return first
  }
}

extension Item {
  /// The item with its time and night, as a sentence names it.
  fileprivate func sentence(in partition: Partition, _ session: Session) -> String {
    let words = words(session.catalogue)
    guard case .night(let date) = partition else { return words }
    return "\(session.plan.clock.words(at)) \(words), \(NightWords.night(date))"
  }
}
