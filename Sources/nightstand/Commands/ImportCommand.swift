import ArgumentParser
import Bedside
import NightModel
import NightReports
import NightStore
import Text

/// `nightstand import`: takes in what another record exported.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in what 'nightstand export' wrote, into an empty record or one that is in use.",
    discussion: """
      FILE is an export in json; - reads standard input, and then --yes is needed. What will happen is said first. \
      Entries keep their ids, so what is here already is passed over, and a second import changes nothing. Nothing that is \
      here is removed; corrections that come along apply. undo takes a whole import back.
      """)

  /// The word that has to be typed.
  private static let word = "yes"
  /// How many remarks are listed one by one.
  private static let mostListed = 20
  /// The most bytes an export can have: some hundred years of nights.
  private static let mostBytes = 256 << 20

  @Argument(help: "The file, or - for standard input.")
  var file: String

  @Flag(help: "Import without asking.")
  var yes = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Failure.handled {
      // Before anything is opened: a file that is none leaves everything as it is.
      let export = try ImportJSON(
        Machine.read(file, most: Self.mostBytes, orElse: "nothing was imported; name an export"))
      let session = try Session(common)
      try session.mustBeOpen()
      try confirmAndImport(export, in: session)
    }
  }

  private func confirmAndImport(_ export: ImportJSON, in session: Session) throws {
    let preview = try Preview(export, in: session)
    let isPiped = file == "-"
    if yes, preview.fresh > 0, let people = preview.people {
      throw Failure(
        "the file is kept for \(people.theirs) and the record for \(people.ours), so nothing was imported; leave out --yes "
          + "to be asked, or name a record of its own with --store", exitCode: 64)
    }
    if yes { tellRemarks(preview, export) } else { Machine.say(words(preview, export, in: session)) }
    guard preview.fresh > 0 else {
      // An interrupted import may have left it without the disk's word for it; here means for good.
      let again = try session.store.importRecords(preview.known) { export.records(in: $0) }
      print(
        again == 0
          ? "imported: nothing, because \(preview.whyNothing(export))"
          : "imported: nothing new, but \(NightWords.entries(again)) once more, because the disk would not confirm what was "
            + "here; 'nightstand undo' takes them back")
      return try finish(export)
    }
    if !yes {
      guard !isPiped else {
        throw Failure(
          "nobody can be asked while standard input is the file, so nothing was imported; give --yes", exitCode: 64)
      }
      try confirm()
    }
    let partitions = Set(preview.partitions).union(preview.known).sorted()
    let taken = try session.store.importRecords(
      partitions, { export.records(in: $0) }, progress: { Progress.show($0, of: $1) })
    let plan = session.store.plan()
    CardKeeper(session.store, now: session.moment).keep(plan) { Failure.note($0.commandSentence) }
    let nights = preview.partitions.count { $0 != .plan }
    print(
      "imported: \(NightWords.entries(taken)), in \(NightWords.nights(nights))"
        + (preview.partitions.contains(.plan) ? " and the plan" : "") + "; 'nightstand undo' takes them back")
    for finding in Plan(entries: plan.entries, asOf: session.moment).findings(session.catalogue) {
      Failure.note(finding.commandWords)
    }
    try finish(export)
  }

  /// Ends with what was not taken, if anything was not.
  private func finish(_ export: ImportJSON) throws {
    guard export.isCut || export.leftOutCount > 0 || export.isShort || !export.isWhole else { return }
    let missing =
      if export.isCut || export.isShort {
        "the file is cut or lacks entries"
      } else if export.leftOutCount > 0 {
        "some lines could not be read"
      } else {
        "the export was made of a record that could not be read whole"
      }
    throw Failure("\(missing), so not all that was exported is here; all that could be read is", exitCode: 65)
  }

  private func confirm() throws {
    Machine.say("\nTo import it, type \(Self.word) and press Enter; anything else leaves all as it is: ")
    guard Machine.readLine() == Self.word else {
      Machine.say("\n")
      throw Failure(
        "the word \(Self.word) was not typed, so nothing was imported; the record is as it was", exitCode: 1)
    }
  }

  // MARK: Words

  private func words(_ preview: Preview, _ export: ImportJSON, in session: Session) -> String {
    let from = file == "-" ? "standard input" : file.forDisplay
    var lines = ["In \(from): \(NightWords.entries(export.count))\(preview.span)"]
    lines += preview.kinds.map { "  \($0.count) \($0.name)" }
    if let people = preview.people {
      lines.append("TWO PEOPLE: the file is kept for \(people.theirs), the record for \(people.ours).")
      lines.append("Imported, the nights of both are one record, and the file's settings change the emergency card.")
    }
    lines.append("In the record already: \(preview.here)")
    lines.append("To be imported: \(preview.fresh), into \(session.store.places.store.forDisplay)")
    lines += remarks(preview, export)
    lines.append("Nothing that is in the record is removed. 'nightstand undo' takes the whole import back.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func tellRemarks(_ preview: Preview, _ export: ImportJSON) {
    for remark in remarks(preview, export) { Machine.tell(remark + "\n") }
  }

  private func remarks(_ preview: Preview, _ export: ImportJSON) -> [String] {
    var lines: [String] = []
    if export.isCut {
      lines.append("The end of the file is missing: it was cut, and what stood there cannot be imported.")
    } else if export.isShort, let claimed = export.claimed {
      lines.append("The file says it has \(NightWords.entries(claimed)) and has fewer.")
    }
    if !export.isWhole {
      lines.append("The file says that part of the record could not be read when it was made.")
    }
    if export.leftOutCount > 0 {
      lines.append("Not understood and left out: \(export.leftOutCount)")
      lines += Self.listed(export.leftOut.map { "line \($0.line): \($0.words)" }, of: export.leftOutCount)
    }
    if !preview.other.isEmpty {
      lines.append("Left out, because the record says otherwise under the same id: \(preview.other.count)")
      lines += Self.listed(preview.other.map { "line \($0)" }, of: preview.other.count)
    }
    if !preview.tooLong.isEmpty {
      lines.append("Left out, because they are longer than any entry: \(preview.tooLong.count)")
      lines += Self.listed(preview.tooLong.map { "line \($0)" }, of: preview.tooLong.count)
    }
    if !export.newer.isEmpty {
      lines.append("Not understood and kept, as from a newer version: \(export.newer.count)")
      lines += Self.listed(export.newer.map { "line \($0)" }, of: export.newer.count)
    }
    return lines
  }

  private static func listed(_ lines: [String], of count: Int) -> [String] {
    lines.prefix(mostListed).map { "  \($0)" }
      + (count > mostListed ? ["  and \(count - mostListed) more"] : [])
  }
}

/// What an import would do.
private struct Preview {
  /// Where something would be taken in.
  private(set) var partitions: [Partition] = []
  /// Where some of it is already.
  private(set) var known: [Partition] = []
  /// How many entries would be taken in.
  private(set) var fresh = 0
  /// How many are here already.
  private(set) var here = 0
  /// The lines of entries that the record has other words for.
  private(set) var other: [Int] = []
  /// The lines of entries that no line of the journal has room for.
  private(set) var tooLong: [Int] = []
  /// Whose the record and the file are, if they are two people's.
  private(set) var people: (ours: String, theirs: String)?
  private var counts: [RecordKind: Int] = [:]
  private var nights: [CivilDate] = []
  private var holdsPlan = false

  /// - Throws: `Failure` if what is here already cannot be told.
  init(_ export: ImportJSON, in session: Session) throws(Failure) {
    let theirs = Plan(entries: export.records(in: .plan).compactMap(\.entry)).person
    if let ours = session.plan.person, let theirs, ours.lowercased() != theirs.lowercased() {
      people = (ours.forDisplay, theirs.forDisplay)
    }
    for partition in export.partitions {
      let holding = session.store.holdings([partition])[0]
      if let unread = holding.reading.failure {
        throw Failure(
          "\(unread.path.forDisplay) could not be read because \(unread.reason.words), so what is here already cannot be "
            + "told and nothing was imported; see to it, and give the same command again", exitCode: 65)
      }
      session.notes.tell(holding.reading)
      let known = Dictionary(uniqueKeysWithValues: holding.records.map { ($0.id, $0) })
      var isWanted = false
      let before = here
      for (record, line) in export.lines(in: partition) {
        counts[record.kind, default: 0] += 1
        if let standing = known[record.id] {
          if standing.saysTheSame(as: record) { here += 1 } else { other.append(line) }
        } else if Store.fits(record) {
          fresh += 1
          isWanted = true
        } else {
          tooLong.append(line)
        }
      }
      if isWanted { partitions.append(partition) }
      if here > before { self.known.append(partition) }
      if case .night(let date) = partition { nights.append(date) } else { holdsPlan = true }
    }
  }

  /// The counts by kind, in a fixed order.
  var kinds: [(name: String, count: Int)] {
    counts.map { ($0.key.words($0.value), $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// What they span, in words that go on after their number.
  var span: String {
    let plan = holdsPlan ? "the plan" : ""
    guard let first = nights.first, let last = nights.last else { return plan.isEmpty ? "" : ", of \(plan)" }
    let text =
      first == last
      ? "1 night, the \(NightWords.night(first))"
      : "\(nights.count) nights, from the \(NightWords.night(first)) to the \(NightWords.night(last))"
    return ", of \(plan)\(plan.isEmpty ? "" : " and ")\(text)"
  }

  /// Why nothing is to be done.
  func whyNothing(_ export: ImportJSON) -> String {
    export.count == 0
      ? "the file holds no entry that can be read"
      : "all that can be taken is here already, and what was taken back here stays so"
  }
}

extension ImportJSON {
  /// True if the file says that it has more entries than it has.
  fileprivate var isShort: Bool { claimed.map { $0 > count + leftOutCount } ?? false }
}

/// What kind of line a file holds, for counting them.
private enum RecordKind: Hashable {
  case newer, correction, retraction, event, symptom, check, environment, diary, carer, note, handover, setting

  /// What so many of them are called.
  func words(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .newer: "from a newer version"
    case .correction: isOne ? "correction" : "corrections"
    case .retraction: "taken back"
    case .event: isOne ? "event" : "events"
    case .symptom: isOne ? "symptom" : "symptoms"
    case .check: isOne ? "checklist answer" : "checklist answers"
    case .environment: isOne ? "look at the sleep environment" : "looks at the sleep environment"
    case .diary: isOne ? "morning diary" : "morning diaries"
    case .carer: isOne ? "caregiver's night" : "caregiver's nights"
    case .note: isOne ? "note" : "notes"
    case .handover: isOne ? "handover" : "handovers"
    case .setting: isOne ? "setting" : "settings"
    }
  }
}

extension Record {
  /// What kind it is counted as.
  fileprivate var kind: RecordKind {
    switch entry?.body {
    case nil: .newer
    case .amend: .correction
    case .retract: .retraction
    case .record(let subject, _):
      switch subject {
      case .event: .event
      case .symptom: .symptom
      case .check: .check
      case .environment: .environment
      case .diary: .diary
      case .carer: .carer
      case .note: .note
      case .handover: .handover
      case .plan: .setting
      }
    }
  }
}

/// Tells on a terminal how far a long job is.
enum Progress {
  /// Shows a percentage in one place, and takes it away at the end.
  static func show(_ done: Int, of all: Int) {
    guard all > 100, done % 50 == 0 || done == all else { return }
    Machine.showProgress(done == all ? nil : "\(done * 100 / all) %")
  }
}
