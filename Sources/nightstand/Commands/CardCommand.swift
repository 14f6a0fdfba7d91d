import ArgumentParser
import Bedside
import NightModel
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
      let plan: PartitionReading
      let keeper: CardKeeper
      let isNone: Bool
      do {
        let session = try Session(common)
        isNone = session.tellIfNoRecord()
        (plan, keeper) = (session.store.plan(), CardKeeper(session.store, now: session.moment))
      } catch {
        guard let card = CardKeeper.lastKept(try Machine.places(common.store)), let failure = Failure(error) else {
          throw error
        }
        Failure.note(failure.sentence)
        return print(CardKeeper.asLastKept(card))
      }
      let before = keeper.keep(plan) { Failure.note($0.commandSentence) }
      if plan.entries.isEmpty, let before {
        Failure.note("nothing of the plan can be read")
        return print(CardKeeper.asLastKept(before))
      }
      print(keeper.text(plan))
      if let before { print("\n\(Store.headOfCardBefore)\n\n\(before)", terminator: "") }
      try common.end(isWithoutRecord: isNone)
    }
  }
}

extension CardKeeper {
  /// The card as last kept on this machine for a record, which need not be there; nil if none was.
  static func lastKept(_ places: StorePaths) -> String? { Store.keptCard(for: places, files: RealFileSystem()) }

  /// The card as last kept, which says so itself: what is printed goes without what was said beside it.
  static func asLastKept(_ card: String) -> String { "\(card)\nThe card as last kept on this machine." }
}
