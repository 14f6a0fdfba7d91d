import ArgumentParser
import Bedside
import NightModel
import NightReports
import NightStore
import Text

/// `nightstand export`: the whole record in one file, or as tables.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole record out: json loses nothing and can be imported, csv is for spreadsheets.",
    discussion: """
      json holds every entry, correction and retraction of the plan and all nights; equal records give equal bytes. \
      Without --output it goes to standard output. csv makes a folder with nights.csv, a row a night (none for \
      stretches of more than \(NightsCSV.longestGap) nights in which nothing is written), and entries.csv, a row for every \
      entry that stands; a typed text that a spreadsheet might take for a formula has an apostrophe before it. What is \
      exported is readable by whoever gets it, and purge does not reach it.
      """)

  /// How the record is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, csv
  }

  @Option(help: "json or csv.")
  var format: Format = .json

  @Option(help: ArgumentHelp("The file to write, or for csv the folder.", valueName: "path"))
  var output: String?

  @Flag(help: "Replace what is there.")
  var force = false

  @Flag(help: "Print the JSON Schema of the json form, and nothing else.")
  var schema = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if schema, output != nil || force { throw ValidationError("--schema prints to standard output and stands alone.") }
    if force, output == nil { throw ValidationError("--force goes with --output.") }
    if output?.isEmpty == true { throw ValidationError("--output names no file.") }
    if format == .csv, output == nil, !schema { throw ValidationError("csv needs --output and the name of a folder.") }
  }

  func run() throws {
    try Failure.handled {
      if schema { print(ExportSchema.text, terminator: "") } else { try write(Session(common)) }
    }
  }

  private func write(_ session: Session) throws {
    guard session.store.identity != nil else {
      throw Failure(
        "there is no record in \(session.store.places.store), so nothing was exported; check the folder's name",
        exitCode: 1)
    }
    let files = ExportFiles(files: RealFileSystem(), replaces: force)
    var loss = Loss()
    switch format {
    case .json: try writeJSON(session, files, &loss)
    case .csv: try writeTables(session, files, &loss)
    }
    if let failure = loss.failure { throw failure }
  }

  /// How many nights are read at once.
  private static let batch = 60

  /// The plan and every night, some at a time.
  private static func batches(_ store: Store) -> [[Partition]] {
    let nights = store.recordedNights().map { Partition.night($0) }
    return [[.plan]] + stride(from: 0, to: nights.count, by: batch).map { Array(nights[$0...].prefix(batch)) }
  }

  private func writeJSON(_ session: Session, _ files: ExportFiles, _ loss: inout Loss) throws {
    var document = ExportJSON()
    var parts: [[UInt8]] = []
    var nights = 0
    for batch in Self.batches(session.store) {
      for holding in session.store.holdings(batch) {
        loss.add(holding)
        if holding.reading.partition != .plan { nights += 1 }
        parts.append(document.entries(holding.records, in: holding.reading.partition))
      }
    }
    loss.add(session.tellFindings())
    parts.insert(Array((loss.isNone ? ExportJSON.head : ExportJSON.headOfPart).utf8), at: 0)
    parts.append(Array(document.foot.utf8))
    guard let output else {
      for part in parts { print(String(decoding: part, as: UTF8.self), terminator: "") }
      return
    }
    try files.write(parts, to: output)
    print(
      "exported: \(NightWords.entries(document.count)) of the plan and \(NightWords.nights(nights)), to \(output.forDisplay)"
    )
  }

  private func writeTables(_ session: Session, _ files: ExportFiles, _ loss: inout Loss) throws {
    var rows = [Array(EntriesCSV.head.utf8)]
    var count = 0
    for batch in Self.batches(session.store) {
      for holding in session.store.holdings(batch) {
        loss.add(holding)
        let timeline = Timeline(holding.reading.entries)
        count += timeline.items.count
        rows.append(Array(EntriesCSV.rows(timeline, of: holding.reading.partition).utf8))
      }
    }
    let figures = NightsCSV.spans(of: session.store.recordedNights()).flatMap { session.reader.figures(of: $0) }
    let nights = Array((EntriesCSV.byteOrderMark + NightsCSV.text(figures, unread: session.notes.unreadNights)).utf8)
    loss.add(session.tellFindings())
    let tables = [("nights.csv", [nights]), ("entries.csv", rows)]
    // One that lies there from before would be about other tables.
    let mark = loss.mark.map { [(Self.markName, [Array($0.utf8)])] } ?? []
    try files.writeFolder(tables + mark, without: mark.isEmpty ? [Self.markName] : [], to: output ?? "")
    print(
      "exported: \(NightWords.entries(count)) that stand, and \(NightWords.nights(figures.count)), to nights.csv and entries.csv "
        + "in \((output ?? "").forDisplay)")
  }

  /// The file beside tables that lack something.
  private static let markName = "incomplete.txt"

  /// What of the record could not be taken along.
  private struct Loss {
    private var places = 0
    private var lines = 0
    private var findings: [RecordFinding] = []

    mutating func add(_ holding: Store.Holding) {
      places += holding.reading.findings.count
      lines += holding.left
    }

    /// Takes in what is wrong with the record as a whole, which was told.
    mutating func add(_ others: [RecordFinding]) { findings += others }

    /// True if all was taken along.
    var isNone: Bool { places + lines + findings.count == 0 }

    /// What was not, in words that begin a sentence.
    private var words: String {
      var parts: [String] = []
      if places > 0 {
        parts.append(
          "\(places == 1 ? "1 place of the record is" : "\(places) places of the record are") damaged or could not be read"
        )
      }
      if lines > 0 { parts.append("\(lines) lines of a newer version have no id") }
      if !findings.isEmpty { parts.append("part of the record is out of reach") }
      return parts.joined(separator: ", and ")
    }

    /// What stands beside tables, for whoever gets them; nil if nothing was lost.
    var mark: String? {
      guard !isNone else { return nil }
      return
        (["These tables are not the whole record: \(words)."] + findings.map { "\($0.commandWords.capitalizedFirst)." })
        .joined(separator: "\n") + "\n"
    }

    /// What to say of it at the end; nil if nothing was lost.
    var failure: Failure? {
      guard !isNone else { return nil }
      return Failure(
        "\(words), so what stands there is not in the export, which says that it is not whole; all else is; "
          + "'nightstand verify' lists what is wrong", exitCode: 65)
    }
  }
}
