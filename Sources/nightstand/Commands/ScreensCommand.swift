import ArgumentParser
import Bedside
import NightStore

/// `nightstand` alone: the full screen, or lines where there is no terminal that can show it.
struct ScreensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screens", abstract: "The screens; this is what 'nightstand' alone does.",
    discussion: """
      Without a terminal that can place text, with --plain or with ACCESSIBLE=1, the same program speaks in lines, for \
      screen readers and pipes.
      """)

  @OptionGroup var screens: ScreenOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try Failure.handled {
      do {
        try MainActor.assumeIsolated {
          let session = try Session(common, goesOnWithoutRecord: true)
          let isClosed = session.store.unreadable != nil || session.store.missing?.reason != nil
          if isClosed, let card = CardKeeper.lastKept(session.store.places) { Self.show(card) }
          try Screens(screens).show(session)
        }
      } catch let error as StoreError {
        // No screen without a record; the card is worth most just then.
        if let card = CardKeeper.lastKept(try Machine.places(common.store)) { Self.show(card) }
        throw error
      }
    }
  }
}

extension ScreensCommand {
  private static func show(_ card: String) { Machine.say("\(CardKeeper.asLastKept(card))\n") }
}

/// How the screens are shown.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Speak in lines: numbered lists, no escape codes, at most 72 columns.")
  var plain = false

  @Option(help: "How you press in this run, whatever the plan says: keys, arrows, digits, two-switches, one-switch.")
  var input: String?

  @Option(help: ArgumentHelp("Write where the focus is into a file, a line a frame.", visibility: .hidden))
  var focusLog: String?
}
