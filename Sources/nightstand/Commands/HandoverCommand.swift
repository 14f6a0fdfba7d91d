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
      It counts from when whoever is on, or --by, last left duty; else from when the others took over, as far back as \
      somebody was on without a break of more than an hour; else from the beginning of the night, and says which. 60 \
      columns wide, to be printed: nightstand handover | lp
      """)

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    session.reader.readTonight()
    let record = session.record
    let page = record.handoverPage(by: session.named ?? record.writer)
    print(HandoverText.text(page, night: record.tonight, plan: record.plan, catalogue: record.catalogue))
  }
}
