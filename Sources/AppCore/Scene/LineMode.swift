internal import CellUI
internal import NightModel
internal import Text

/// The same program in lines: a numbered list, one question a line, no escape codes, at most 72 columns. For screen
/// readers, for pipes, and for terminals that cannot place text.
public struct LineMode {
  /// The widest line.
  public static let columns = 72
  /// How many lines of a long list are told at once.
  private static let page = 20

  private var driver: Driver
  private let read: () -> String?
  private let hasInput: () -> Bool
  private let write: (String) -> Void
  private var told: Set<String> = []
  private var presses: Int64 = 0

  /// The program in lines. `read` is the next line somebody typed, without its end; nil when there is no more.
  /// `hasInput` is true if there is something to read, so that what may be asked next is worked out only until then.
  /// `write` is told what to put out, line ends included; the prompt has none.
  public init(
    _ app: App, in world: World, read: @escaping () -> String?, hasInput: @escaping () -> Bool = { true },
    write: @escaping (String) -> Void
  ) {
    driver = Driver(app, in: world)
    self.hasInput = hasInput
    self.read = read
    self.write = write
  }

  /// Runs until it is left or there are no more lines.
  /// - Returns: the program as it was left.
  public mutating func run() -> App {
    driver.show(on: Self.surface)
    // What a moment finds is told with it; what takes longer is looked for at the prompt.
    work(upTo: Self.patience)
    tellScene()
    while !app.isOver {
      write(prompt)
      while driver.hasWork, !hasInput() { driver.work() }
      guard let line = read() else {
        write("\n")
        driver.perform(.ended)
        break
      }
      driver.perform(.chosen(.act(.say(""))))
      let before = app
      answer(line)
      if app.isAskingForRecord { driver.perform(.minute) }
      if app.isOver { break }
      // What was asked for is waited for; what else there is to tell, only a moment.
      while app.isAwaited { driver.work() }
      work(upTo: Self.patience)
      if !app.statusWords.isEmpty { say(app.statusWords) }
      if let notice = app.notice { say(notice) }
      if line.isEmpty || app.places != before.places { tellScene(again: line.isEmpty) }
    }
    if let notice = app.notice { say(notice) }
    return app
  }

  private var app: App { driver.app }

  private var prompt: String {
    let scene = app.scene()
    return scene.field.map { "\($0.label): " } ?? "Choose: "
  }

  private mutating func answer(_ line: String) {
    driver.setClock()
    if case .text = app.screen { return finish(line) }
    let word = line.lowercased().filter { $0 != " " }
    let scene = app.scene()
    let proposes = app.screen.proposes(app.context)
    if word.isEmpty {
      driver.perform(.minute)
    } else if let number = Int(word), proposes == nil || word.count < 3 && number <= scene.list.count {
      choose(number, scene)
    } else if let act = Self.words[word] {
      driver.perform(.chosen(.act(act)))
    } else if ["?", "help"].contains(word) {
      tellHelp()
    } else if word == "more" {
      goOn(scene)
    } else if let key = Key(word), word.count == 1 {
      press(key)
    } else if let proposes {
      // Beside proposals what is no number of theirs is typed, as a time of three digits or more is.
      driver.perform(.chosen(.act(.type(proposes))))
      driver.perform(.typed(line))
    } else if scene.isAboutTypedLine {
      driver.perform(.chosen(.act(.back)))
      finish(line)
    } else if scene.tonight != nil, line.contains(" ") {
      writeDown(line)
    } else {
      say("\"\(line.forDisplay)\" is no number and no word known here; ? lists what is.")
    }
  }

  /// What scenes are told on.
  public static let surface = Surface(rows: page, isSpoken: true)

  private static let words: [String: Act] = [
    "back": .back, "undo": .undo, "redo": .redo, "card": .open(.card), "quit": .leave,
  ]

  /// A whole line is what was typed; an empty one goes back and keeps nothing.
  private mutating func finish(_ line: String) {
    if app.scene().lineHint != nil { return answerQuestion(line) }
    // What fits is saved rather than thrown away with the rest.
    let left = line.count - (app.scene().field?.text.limit ?? line.count)
    if left > 0 { say("\(left) characters did not fit and are left out.") }
    driver.perform(line.isEmpty ? .chosen(.act(.back)) : .typed(line))
  }

  /// In the questions of a page an empty line takes what stands there, so that a whole diary is a line each.
  private mutating func answerQuestion(_ line: String) {
    let word = line.lowercased().filter { $0 != " " }
    if word.isEmpty {
      driver.perform(.chosen(.act(.finishText)))
    } else if let act = Self.words[word] {
      driver.perform(.chosen(.act(act)))
    } else if word == "?" {
      tellHelp()
    } else {
      driver.perform(.typed(word == "blank" ? "" : line))
    }
  }

  private func tellHelp() {
    say("")
    say("A number chooses a line, and 0 or \"back\" goes back. An empty line tells again what stands.")
    say(
      "\"undo\" takes back the last thing done, \"redo\" brings it back, \"more\" goes on in a long list, \"card\" shows "
        + "the emergency card, \"quit\" leaves. After a grade of 1, 0 asks whether it was ten.")
    let here = app.scene().shortcuts
    if !here.isEmpty { say("Here also: " + here.map { "\($0.letter): \($0.words)" }.joined(separator: "; ") + ".") }
    say("On Tonight a line of words is written down, such as: 0155 hard to breathe 7.")
    if app.lettersAreOff {
      say("Letters are off.")
    } else {
      say("A letter writes at once:")
      for binding in Keys.tonight.bindings { say("  \(binding.keyNames): \(binding.help)") }
    }
    say("A record-keeping aid: it does not diagnose, treat, monitor or alarm, and it contacts nobody.")
  }

  /// The number of an item: its digit on the full screen where it has one of its own, else its place.
  private func number(of index: Int, in list: SceneList) -> Int {
    let item = list[index]
    if list.numbering == .own { return item.digit ?? 10 + (0..<index).count { list[$0].digit == nil } }
    return item.id == SceneItem.back.id ? 0 : index + 1
  }

  private mutating func choose(_ number: Int, _ scene: Scene) {
    let list = scene.list
    let index =
      list.numbering == .inOrder && (1...max(1, list.count)).contains(number)
      ? number - 1 : (0..<min(list.count, 400)).first { self.number(of: $0, in: list) == number }
    // As on the full screen: back, blank, or the ten of a one.
    if number == 0 { return press(.character("0")) }
    guard let index, index < list.count else { return say("There is no \(number) here.") }
    let item = list[index]
    if list.numbering == .inOrder { driver.perform(.chosen(.act(.focus(item.id)))) }
    say("Chose: \(item.label)")
    driver.perform(.chosen(item.intent))
  }

  /// Words typed on Tonight are the one line for anything; once they are saved one is back there.
  private mutating func writeDown(_ line: String) {
    driver.perform(.chosen(.act(.command(.line))))
    guard case .text = app.screen else { return }
    driver.perform(.typed(line))
    if case .text = app.screen, app.unread.isEmpty { driver.perform(.chosen(.act(.home))) }
  }

  /// A letter means what it means on the full screen. Each line is meant, so none counts as a held key.
  private mutating func press(_ key: Key) {
    presses += 10 * KeyRepeatFilter.eventRest
    driver.press(key, uptime: presses)
  }

  /// Works on what the screen tells for so many milliseconds at most.
  private mutating func work(upTo milliseconds: Int64) {
    let began = driver.uptime
    while driver.hasWorkToTell, driver.uptime - began < milliseconds { driver.work() }
  }

  /// How long a telling may wait for what is not at hand and nobody asked for, in milliseconds.
  private static let patience: Int64 = 50

  private mutating func goOn(_ scene: Scene) {
    guard scene.list.count > 0 else { return }
    let next = scene.focusIndex / Self.page * Self.page + Self.page
    driver.perform(.chosen(.act(.focus(scene.list[next < scene.list.count ? next : 0].id))))
  }

  // MARK: Telling

  private mutating func tellScene(again: Bool = false) {
    let scene = app.scene()
    let focus = scene.focusIndex
    let isLong = scene.list.count > 2 * Self.page && !scene.list.hasHeadings
    let page = isLong ? focus / Self.page : 0
    say("")
    say(scene.title + (app.personName.isEmpty ? "" : ", \(app.personName)"))
    let key = "\(scene.name) \(scene.title) \(page)"
    if !again, scene.name == "tonight", told.contains(key) {
      return say("An empty line tells what stands and what can be chosen.")
    }
    told.insert(key)
    say("It is \(app.clock.words(app.now))." + (app.by.map { " \($0) writes." } ?? ""))
    if let notice = app.notice { say(notice) }
    let (facts, drawn) = (scene.facts.map(\.line), scene.figure?.sentences ?? [])
    for line in scene.figureFirst ? drawn + facts : facts + drawn { say(line) }
    if let field = scene.field {
      if !field.help.isEmpty { say(field.help) }
      if !field.text.text.isEmpty { say("So far: \(field.text.text.forDisplay)") }
      return say(scene.lineHint ?? "Type it and press Enter; an empty line goes back.")
    }
    tell(scene.list, isLong: isLong, page: page)
    if !scene.foot.isEmpty { say(scene.foot) }
    if scene.log.count > 0 {
      say("Written\(scene.name == "tonight" ? " tonight" : " here"), newest first:")
      for line in scene.log.lines(0..<(again ? scene.log.count : 10)) { say("  \(line.text)") }
    }
  }

  private func tell(_ list: SceneList, isLong: Bool, page: Int) {
    if let header = list.header { say("\(header.label): \(header.state)") }
    let first = page * Self.page
    let last = isLong ? min(first + Self.page, list.count) : list.count
    for index in first..<last {
      let item = list[index]
      if let heading = item.heading { say("\(heading):") }
      // Each item's own page tells why; told with all of a long list, nobody would hear the end of it.
      let detail = item.detail.isEmpty || list.count > 20 ? "" : " (\(item.detail))"
      let state = item.state.isEmpty ? "" : ": \(item.state)"
      say("  \(number(of: index, in: list)) \(item.label)\(state)\(detail)")
    }
    if isLong {
      let more = last < list.count ? "goes on" : "begins again"
      say("\(first + 1) to \(last) of \(list.count); \"more\" \(more), 0 goes back.")
    }
  }

  private func say(_ text: String) {
    for line in TextWidth.wrapped(text.forDisplay, columns: Self.columns) { write(line + "\n") }
  }
}
