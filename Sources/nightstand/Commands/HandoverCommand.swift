import ArgumentParser
import Bedside
import NightModel
import NightReports

/// `nightstand handover`: the page for whoever comes on duty, as plain text.
struct HandoverCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Show what happened since you left duty, what is open, and what was written for whoever comes.",
    discussion: """
      It counts from when --by last left duty; else from the last handover; else from the beginning of the night, and \
      says which. 60 columns wide, to be printed: nightstand handover | lp
      """)

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let date = session.tonight
    let nights = session.nights([date.adding(days: -1), date])
    let page = HandoverPage(
      tonight: nights[1], previous: nights[0], earlier: session.marks(before: nights), plan: session.plan,
      bounds: session.bounds, catalogue: session.catalogue, now: session.moment, by: session.by,
      known: session.knownDoses(tonight: nights[1], previous: nights[0]), clock: session.machineClock,
      isWhole: session.notes.isWhole(nights.map(\.date)))
    print(HandoverText.text(page, night: date, plan: session.plan, catalogue: session.catalogue))
  }
}
