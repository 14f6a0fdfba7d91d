internal import CNcurses
public import CellUI
internal import Glibc

/// The one real terminal: frames are painted through ncurses, keys are read byte by byte.
///
/// While it is open, WINCH, TERM, HUP, INT, QUIT, TSTP and CONT are blocked and read as events, broken pipes are ignored,
/// and what is written to standard error waits until the terminal is given back; so do not start other programs
/// meanwhile. `close()`, a crash and `exit()` all give the terminal back.
public final class NcursesTerminal: Terminal {
  /// True if it shows nothing but ASCII.
  public let isASCII: Bool
  /// True once a signal has asked the program to end.
  private var isEnding = false

  /// Made for the first frame: what has no colour must not even say that it has none.
  private var paints: Paints?
  private var theme: Theme
  private let environment: [String: String]
  private let signals: Int32
  /// What is looked at besides the terminal; below 0 for nothing.
  private var watched: Int32
  /// When what changed there is told of, in nanoseconds of the monotonic clock; nil while nothing has.
  private var stirsAt: Int64?
  private var reader: KeyReader
  private var shown: Frame?
  private var showsCursor: Bool?
  private var isOpen = true
  private var mayHaveNewSize = false
  private var hasAskedForGround = false

  /// Opens the terminal on standard input and output. `environment` are those of `TerminalChoice.variables` that are
  /// set. `watched` is a descriptor whose news are told as `filesChanged`, to be read by whoever is told; below 0 for none.
  /// Throws why the program should speak in lines; then nothing was written and nothing changed.
  public static func open(
    theme: Theme, environment: [String: String] = TerminalChoice.environment(), watched: Int32 = -1
  ) throws(LineModeReason) -> NcursesTerminal {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let name = environment["TERM"] ?? ""
    let isASCII = Alphabet.choose(environment)
    guard !name.isEmpty, name != "dumb", cn_knows_terminal() else { throw .unknownTerminal(name) }
    cn_prepare_rescue()
    cn_prepare_leaving()
    let signals = cn_watch_signals()
    guard cn_start() else {
      cn_end_rescue()
      cn_forget_signals(signals)
      throw .unknownTerminal(name)
    }
    cn_drop_handlers()
    return NcursesTerminal(theme: theme, environment: environment, isASCII: isASCII, signals: signals, watched: watched)
  }

  private init(theme: Theme, environment: [String: String], isASCII: Bool, signals: Int32, watched: Int32) {
    self.isASCII = isASCII
    self.signals = signals
    self.watched = watched
    reader = KeyReader(isRemote: environment["SSH_CONNECTION"] != nil)
    self.theme = theme
    self.environment = environment
    cn_take()
  }

  /// True where only ASCII shows, and on the Linux console, whose font has letters but few of the lines and blocks.
  public var drawsInASCII: Bool { isASCII || Self.isConsole(environment) }

  private static func isConsole(_ environment: [String: String]) -> Bool {
    environment["TERM"]?.hasPrefix("linux") == true
  }

  private static func paints(_ theme: Theme, _ environment: [String: String]) -> Paints {
    Paints(
      theme: theme, wantsColor: environment["NO_COLOR"] ?? "" == "",
      isConsole: isConsole(environment))
  }

  /// Paints what is shown from now on in a theme's colours.
  public func wear(_ theme: Theme) {
    guard isOpen, theme != self.theme else { return }
    self.theme = theme
    paints = nil
    shown = nil
  }

  /// Asks to be told of the pointer's buttons, or not any more, also when the terminal is taken again after a stop.
  public func listenToPointer(_ isOn: Bool) {
    if isOpen { cn_listen_to_pointer(isOn) }
  }

  /// How large it is now.
  public var size: Size { Size(rows: Int(cn_rows()), columns: Int(cn_columns())) }

  /// True while the last frame is still being sent. Only a serial line is that slow.
  public var isBehind: Bool { isOpen && cn_bytes_on_the_way() > 0 }

  /// Shows a whole frame; only what changed since the last one is sent, and a move of the cursor last.
  public func show(_ frame: Frame) {
    guard isOpen, frame != shown else { return }
    let screen = size
    let isNew = shown?.size != frame.size
    let paints = self.paints ?? Self.paints(theme, environment)
    self.paints = paints
    if isNew { cn_erase() }
    for row in 0..<min(frame.size.rows, screen.rows) where isNew || shown?.row(row) != frame.row(row) {
      put(frame.row(row), row: row, screen: screen, paints)
    }
    if frame.showsCursor != showsCursor {
      // A terminal that cannot hide it answers ERR: there it shows the focus.
      curs_set(frame.showsCursor ? 1 : 0)
      showsCursor = frame.showsCursor
    }
    cn_show(
      Int32(min(frame.cursor.row, screen.rows - 1)), Int32(min(frame.cursor.column, screen.columns - 1)))
    shown = frame
    if paints.leavesGround { askForGround() }
  }

  /// Asks once which colour the terminal's own ground has, where that shows.
  private func askForGround() {
    guard !hasAskedForGround, TerminalChoice.mayAsk(environment["TERM"] ?? "") else { return }
    hasAskedForGround = true
    reader.awaitGround()
    let question = GroundAnswer.question
    unsafe cn_write(STDOUT_FILENO, question, question.utf8.count)
  }

  /// Waits for the next thing that happens. `milliseconds` is how long at most; nil for ever. Never negative.
  public func next(within milliseconds: Int?) -> TerminalEvent {
    let deadline = milliseconds.map { KeyReader.now() + Int64(min($0, 1_000_000_000)) * 1_000_000 }
    // Also whoever will not wait at all is told of a key that is there.
    var hasLooked = false
    while true {
      if let event = signalled() { return event }
      if let key = reader.next() { return .key(key) }
      if reader.takeLightGround() { return .groundIsLight }
      if reader.hasEnded { return .ended }
      let now = KeyReader.now()
      if let stirsAt, now >= stirsAt {
        self.stirsAt = nil
        return .filesChanged
      }
      if let deadline, now >= deadline, hasLooked { return .timedOut }
      hasLooked = true
      let wakesAt = [deadline, stirsAt].compactMap(\.self).min()
      note(reader.wait(until: wakesAt, orFor: signals, stirsAt == nil ? watched : -1))
    }
  }

  /// What stirs once soon stirs again, so it is told of a little later, and the rest with it; keys go first.
  private func note(_ stirring: KeyReader.Stirring) {
    switch stirring {
    case .none: break
    case .some: stirsAt = KeyReader.now() + Self.stirringWait
    // It would be ready for ever.
    case .broken: watched = -1
    }
  }

  /// How long stirrings are gathered, in nanoseconds.
  private static let stirringWait: Int64 = 100_000_000

  /// Gives the terminal back, stops the program and the rest of its job as Ctrl-Z does, and takes it again when it goes
  /// on. Where nobody could make it go on, nothing stops. The next event is `resized`.
  public func suspend() {
    stop(wholeJob: true)
    mayHaveNewSize = true
  }

  /// Gives the terminal back for good. Asked again, it does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    cn_give_back()
    cn_free()
    cn_end_rescue()
    cn_forget_signals(signals)
  }
}

// MARK: - Painting

extension NcursesTerminal {
  private func put(_ cells: ArraySlice<Cell>, row: Int, screen: Size, _ paints: Paints) {
    for (column, index) in cells.indices.enumerated() where column < screen.columns && !cells[index].isContinuation {
      var cell = cells[index]
      var columns = 1
      if index + 1 < cells.endIndex, cells[index + 1].isContinuation {
        columns = 2
        // Half of it would stand beyond the edge.
        if column + 2 > screen.columns { (cell.character, columns) = (" ", 1) }
      }
      if isASCII, !cell.character.isASCII { cell.character = "?" }
      let look = paints[cell.role]
      let scalars = cell.character.unicodeScalars.map { wchar_t($0.value) }
      unsafe cn_put(
        Int32(row), Int32(column), scalars, Int32(scalars.count), Int32(columns), look.isBold, look.isReversed,
        look.pair)
    }
  }
}

// MARK: - Signals

extension NcursesTerminal {
  private func signalled() -> TerminalEvent? {
    guard isOpen, !isEnding else { return .ended }
    if mayHaveNewSize {
      mayHaveNewSize = false
      return .resized
    }
    switch cn_next_signal(signals) {
    case SIGWINCH: fit()
    case SIGCONT: takeAgain()
    case SIGTSTP: stop(wholeJob: false)
    case SIGTERM, SIGHUP, SIGINT, SIGQUIT:
      isEnding = true
      return .ended
    default: return nil
    }
    return .resized
  }

  private func fit() {
    cn_fit()
    shown = nil
  }

  /// Somebody stopped the program without asking it, and the shell has used the terminal since.
  private func takeAgain() {
    let last = shown
    cn_give_back()
    resume(last)
  }

  private func stop(wholeJob: Bool) {
    guard isOpen else { return }
    let last = shown
    cn_give_back()
    cn_stop(wholeJob)
    resume(last)
  }

  /// Takes the terminal and shows what it showed, at the size it has now.
  private func resume(_ last: Frame?) {
    fit()
    showsCursor = nil
    cn_take()
    if let last { show(last) }
    // Showing has brought the other screen back.
    cn_write_pointer(true)
  }
}
