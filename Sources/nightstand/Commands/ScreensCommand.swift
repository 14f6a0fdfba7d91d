import AppCore
import ArgumentParser
import CellUI
import Ncurses
import NightModel
import NightStore

/// `nightstand` alone: the full screen, or lines where there is no terminal that can show it.
struct ScreensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screens", abstract: "The screens; this is what 'nightstand' alone does.",
    discussion: """
      Without a terminal that can place text, with --plain or with ACCESSIBLE=1, the same program speaks in lines, for \
      screen readers and pipes.
      """)

  @Flag(help: "Speak in lines: numbered lists, no escape codes, at most 72 columns.")
  var plain = false

  @Option(help: ArgumentHelp("Write where the focus is into a file, a line a frame.", visibility: .hidden))
  var focusLog: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Failure.handled { try MainActor.assumeIsolated { try show() } }
  }

  @MainActor
  private func show() throws {
    let session = try Session(common)
    var world = World.real(session, isFrozen: common.at != nil)
    if let focusLog { world.account = try FocusLog(path: focusLog).write }
    let app = App(now: session.moment, by: session.by)
    let left = runScreens(app, in: world)
    if !left.unsaved.isEmpty { throw Unsaved.failure(left) }
  }

  @MainActor
  private func runScreens(_ app: App, in world: World) -> App {
    guard TerminalChoice.choose(isPlain: plain) == .screens else { return runLines(app, in: world) }
    do {
      let terminal = try NcursesTerminal.open(theme: .amber)
      defer { terminal.close() }
      return AppCore.run(app, on: terminal, in: world)
    } catch {
      Failure.note(error.sentence)
      return runLines(app, in: world)
    }
  }

  @MainActor
  private func runLines(_ app: App, in world: World) -> App {
    var lines = LineMode(app, in: world, read: Machine.readLine, write: Machine.say)
    return lines.run()
  }
}

extension LineModeReason {
  /// Why there are no screens.
  fileprivate var sentence: String {
    switch self {
    case .unknownTerminal(let name):
      "the terminal \"\(name.forDisplay)\" is not known here, so Nightstand speaks in lines"
    case .asked, .accessible, .noTerminal: "Nightstand speaks in lines"
    }
  }
}
