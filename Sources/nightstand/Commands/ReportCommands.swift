import ArgumentParser
import Bedside
import NightModel
import NightReports
import NightStore
import Text

/// `nightstand signs`: what the rules found in the record, and the list of signs to call for.
struct SignsCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "signs",
    abstract: "When to call: your numbers, the signs found in the record with their nights, and the list.",
    discussion: """
      The rules count nights that were looked at, and hold numbers against the person's own usual; the thresholds are \
      our own. They look at nothing but what was written, and never work out an emergency. That no rule applied does not \
      mean that all is well. Once the team knows of a sign: nightstand plan told.RULE today. It comes back when it grows.
      """)

  @Flag(help: "Also the whole list and the rules, to be read.")
  var all = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let signs = session.reader.signs
    print(
      SignsText.text(
        signs, plan: session.plan, catalogue: session.catalogue, asOf: session.reader.view.tonight, withList: all,
        isWhole: session.notes.unreadNights.isEmpty))
  }
}

/// `nightstand report`: the page for the clinic.
struct ReportCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make the page for the clinic: text to be printed, or one HTML file.",
    discussion: """
      Two sheets at the most, or one with --brief, A4 or Letter. The text is at most 80 columns and 60 rows a sheet: \
      nightstand report | lp. The HTML file holds everything it needs and fetches nothing. --last counts calendar nights.

      Sections for --without: \(ReportRequest.Section.allCases.map(\.rawValue).joined(separator: ", ")).
      """)

  /// How the page is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html

    /// The same as reports know it.
    var ofReport: ReportFormat { self == .text ? .text : .html }
  }

  @Option(help: ArgumentHelp("The first night.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last night.", valueName: "date"))
  var to: String?

  @Option(help: "How many nights (30 unless --from is given).")
  var last: Int?

  @Option(help: "text or html.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Writes it there instead of to the screen.", valueName: "file"))
  var output: String?

  @Flag(help: "Replaces a file that is there already.")
  var force = false

  @Option(
    name: .long, parsing: .upToNextOption, help: ArgumentHelp("Sections to leave out.", valueName: "section"))
  var without: [String] = []

  @Flag(help: "One sheet, to be read in two minutes.")
  var brief = false

  @Flag(help: "Leaves out the person's name and who wrote.")
  var noNames = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if last != nil, from != nil { throw ValidationError("Give either --last, or --from.") }
    if let last, !(1...ReportRequest.mostNights).contains(last) {
      throw ValidationError("--last takes 1 to \(ReportRequest.mostNights) nights.")
    }
  }

  func run(in session: Session) throws {
    let sections = try without.flatMap { $0.split(separator: ",") }.map { word in
      guard let section = ReportRequest.Section(rawValue: String(word)) else {
        throw Refusal.unknown(
          "section", String(word), among: ReportRequest.Section.allCases.map(\.rawValue),
          help: "nightstand report --help", outcome: "nothing was made")
      }
      return section
    }
    let (start, end) = try session.span(
      from: from, to: to, last: last ?? ReportRequest.usualNights, newest: session.reader.newestNight)
    let request = ReportRequest(from: start, to: end, without: Set(sections), withNames: !noNames, isBrief: brief)
    let page = format.ofReport.text(try session.reader.facts(request, version: Machine.version))
    guard let output else { return print(page, terminator: "") }
    try ExportFiles(files: RealFileSystem(), replaces: force)
      .write([Array(page.utf8)], to: TypedPath.resolved(output, home: Machine.home))
    print("written: \(output.forDisplay), \(NightWords.nights(request.nightCount)) from \(start) to \(end)")
  }
}
