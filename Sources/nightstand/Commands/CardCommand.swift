import ArgumentParser
import NightReports

/// `nightstand card`: the emergency card as text.
struct CardCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: "Show the emergency card and the pages that go with it, 60 columns wide, to be printed.",
    discussion: "It holds what was typed under 'nightstand plan', and says so where something was left blank.")

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    print(CardText.text(session.plan))
  }
}
