import AppCore
import Bedside
import CellUI
import Ncurses
import NightModel
import NightStore
import Text

/// Shows the screens of a session, full or in lines.
@MainActor struct Screens {
  private let options: ScreenOptions

  /// Screens as asked for.
  init(_ options: ScreenOptions) {
    self.options = options
  }

  /// Shows them until they are left.
  /// - Throws: `Failure` if something that was typed could be saved nowhere; it is printed first.
  func show(_ session: Session) throws {
    var world = World(
      over: session.store, clock: session.clock, at: session.isDated ? session.moment : nil, home: Machine.home,
      version: Machine.version)
    if let path = options.focusLog { world.reportFocus = try FocusLog(path: path).write }
    let app = App(
      now: session.moment, zone: session.zone, realTime: session.isDated ? session.realTime.milliseconds : nil,
      by: session.named, folder: session.store.places.store,
      // A script is not asked.
      welcomes: Machine.inputIsTerminal && session.isForTheFirstTime, isDated: session.isDated,
      duty: session.dutyBefore,
      // A script is not asked: what it writes is kept aside, and that is told. Nor is anybody where none can be begun.
      missing: (Machine.inputIsTerminal && session.store.missing?.reason == nil ? session.store.missing : nil).map {
        "\($0.words.capitalizedFirst); \($0.advice)"
      }, wayToPress: try wayToPress())
    let left = run(app, in: world, of: session.store.places)
    let lost = left.unsaved.flatMap { $0 }
    if !lost.isEmpty { throw Unsaved.failure(lost) }
    let waiting = session.store.waiting()
    if waiting.isEmpty, left.isUnconfirmed {
      throw Failure(
        "what was written last stands in the record without the disk's word for it, so a power cut may take it; look for "
          + "it again afterwards", exitCode: 74)
    }
    guard !waiting.isEmpty else { return }
    let words = waiting.map(\.finding.words).joined(separator: "; ")
    // What an earlier run kept aside is told, and is no failure of this one.
    guard left.isUnconfirmed || session.store.waits(for: left.keptHere) else { return Failure.note(words) }
    throw Failure(words, exitCode: 74)
  }

  /// How one presses in this run; nil where the plan says it.
  private func wayToPress() throws -> WayToPress? {
    guard let typed = options.input else { return nil }
    if let way = WayToPress(rawValue: typed) { return way }
    throw Refusal.unknown("way to press", typed, among: WayToPress.allCases.map(\.rawValue), help: "nightstand --help")
  }

  private func run(_ app: App, in world: World, of places: StorePaths) -> App {
    guard TerminalChoice.choose(isPlain: options.plain) == .screens else { return runLines(app, in: world, of: places) }
    do {
      let watch = FolderWatch(places)
      let terminal = try NcursesTerminal.open(theme: .amber, watched: watch.descriptor)
      defer { terminal.close() }
      var world = world
      world.watch = watch.look
      return AppCore.run(app, on: terminal, in: world)
    } catch {
      if case .unknownTerminal(let name) = error {
        Failure.note("the terminal \"\(name.forDisplay)\" is not known here, so Nightstand speaks in lines")
      }
      return runLines(app, in: world, of: places)
    }
  }

  private func runLines(_ app: App, in world: World, of places: StorePaths) -> App {
    let (input, watch) = (LineInput(), FolderWatch(places))
    var world = world
    // Where nothing tells of changes, each look reads anew.
    world.watch = watch.descriptor < 0 ? { _ in true } : watch.look
    var lines = LineMode(
      app, in: world, read: input.next, hasInput: input.isReady,
      awaitNews: { input.awaits(orReadable: watch.descriptor, after: $0) }, write: Machine.say)
    return lines.run()
  }
}
