import ArgumentParser
import Bedside
import NightModel
import NightReports
import NightStore

/// `nightstand tonight`: tonight as plain text.
struct TonightCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonight", abstract: "Show tonight: what was last done, and everything written.")

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    session.reader.readTonight()
    let record = session.record
    print(
      TonightText.text(
        record.night(record.tonight), board: record.board, plan: record.plan, now: record.now,
        catalogue: record.catalogue, isWhole: record.isWhole(record.tonight)))
    guard !session.plan.isClosed else { return }
    print(
      """

      To write something down: nightstand log turn left · nightstand log suction · nightstand log cramp 6
      Taken back with: nightstand undo · All commands: nightstand --help
      """)
  }
}

/// `nightstand nights`: the list of nights with their figures.
struct NightsCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "nights",
    abstract: "List nights with their figures.",
    discussion: """
      --last counts calendar nights, the newest being tonight once something is written for it, else the night before. \
      A night nobody wrote is listed as such: not recorded is not zero.
      """)

  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Option(help: ArgumentHelp("The first night.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last night.", valueName: "date"))
  var to: String?

  @Option(help: "How many nights (14 unless --from is given).")
  var last: Int?

  @Option(help: "table, json or csv.")
  var format: Format = .table

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if last != nil, from != nil || to != nil { throw ValidationError("Give either --last, or --from and --to.") }
    if let last, !(1...36_600).contains(last) { throw ValidationError("--last takes 1 to 36600 nights.") }
  }

  func run(in session: Session) throws {
    let newest = newest(session)
    let (start, end) = try session.span(from: from, to: to, last: last ?? 14, newest: newest)
    guard to != nil || start <= session.tonight else {
      throw Failure(
        "\(start) is still to come, so there is nothing to list; tonight is \(session.tonight)", exitCode: 1)
    }
    guard start <= end else {
      throw Failure("--from \(start) lies after --to \(end), so there is nothing to list; swap them", exitCode: 64)
    }
    guard end.daysSince1970 - start.daysSince1970 < 36_600 else {
      throw Failure("from \(start) to \(end) is over a hundred years; name a shorter span", exitCode: 64)
    }
    let nights = session.reader.figures(of: start...end)
    let (unread, tonight) = (session.notes.unreadNights, session.reader.view.tonight)
    switch format {
    case .table:
      print(
        NightsTable.text(
          nights, catalogue: session.catalogue, plan: session.plan, unread: unread, running: tonight))
    case .json: print(FiguresJSON.text(session.reader.withSigns(nights), unread: unread))
    case .csv: print(NightsCSV.text(nights, unread: unread), terminator: "")
    }
  }

  /// A list also has tonight where it could not be read: something was written then.
  private func newest(_ session: Session) -> CivilDate {
    let newest = session.reader.newestNight
    return session.record.isWhole(session.tonight) ? newest : session.tonight
  }
}

/// `nightstand show`: one night.
struct ShowCommand: ReadingCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one night.")

  /// How the night is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The night by the date of its evening, such as 2026-11-22; or tonight, or last.")
  var night: String

  @Option(help: "text or json.")
  var format: Format = .text

  @Flag(help: "Also what was taken back.")
  var all = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let date = try session.night(named: night)
    guard let figures = session.reader.figures(of: date...date).first else { return }
    let night = session.nights([date])[0]
    session.tellFindings(of: date)
    let isWhole = session.notes.isWhole([date])
    switch format {
    case .text:
      print(
        NightText.text(
          night, figures: figures, catalogue: session.catalogue, plan: session.plan, withRetracted: all,
          isWhole: isWhole))
    case .json:
      let signed = session.reader.withSigns([figures])[0]
      print(NightJSON.text(night, figures: signed, withRetracted: all, isWhole: isWhole))
    }
  }
}
