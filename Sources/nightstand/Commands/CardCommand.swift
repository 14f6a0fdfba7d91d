import ArgumentParser
import NightReports
import NightStore

/// `nightstand card`: the emergency card as text, also when the record cannot be read.
struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: "Show the emergency card and the pages that go with it, 60 columns wide, to be printed.",
    discussion: """
      It holds what was typed under 'nightstand plan', and says so where something was left blank. If the record cannot \
      be read, the card is shown as this machine last kept it.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Failure.handled {
      do {
        let session = try Session(common)
        if session.planIsWhole { return print(CardText.text(session.plan)) }
      } catch {
        guard let card = CardKeeper.lastKept(common), let failure = Failure(error) else { throw error }
        Failure.note("\(failure.sentence); this is the card as last kept on this machine")
        return print(card, terminator: "")
      }
      guard let card = CardKeeper.lastKept(common) else { return print(CardText.text(try Session(common).plan)) }
      Failure.note("this is the card as last kept on this machine, before the damage")
      print(card, terminator: "")
    }
  }
}
