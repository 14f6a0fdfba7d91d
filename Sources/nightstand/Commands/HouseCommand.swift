import ArgumentParser
import Bedside
import NightModel
import NightReports

/// `nightstand house`: this house at night, to be read or printed.
struct HouseCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "house",
    abstract: "Show this house at night: one page made from the plan, for whoever takes a night.",
    discussion: """
      Breathing, mask and what is never done come first; then yes and no, turns, medicines with the last time written, \
      equipment, power with tested run times, numbers, and the family's own lines. What nobody wrote under 'nightstand plan' is left out, or says so. \
      60 columns wide, to be printed: nightstand house | lp
      """)

  /// How the page is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    session.reader.readTonight()
    let last = session.record.lastNight
    let figures = session.reader.figures(of: last...last).first
    let page = session.record.housePage(lastNight: figures)
    switch format {
    case .text: print(HouseText.text(page))
    case .json: print(HouseJSON.text(page))
    }
  }
}
