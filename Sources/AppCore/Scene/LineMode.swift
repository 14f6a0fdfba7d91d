internal import CellUI
internal import NightModel
internal import Text

/// The same program in lines: a numbered list, one question a line, no escape codes, at most 72 columns. For screen
/// readers, for pipes, and for terminals that cannot place text.
public struct LineMode {
  /// The widest line.
  public static let columns = 72
  /// How many lines of a long list are told at once.
  static let page = 20
  /// News from elsewhere is told no oftener, in milliseconds: what comes meanwhile is told together.
  private static let newsGap: Int64 = 5000

  var driver: Driver
  private let read: () -> String?
  private let hasInput: () -> Bool
  private let awaitNews: (Int64) -> Bool
  let write: (String) -> Void
  /// The screens that were told already.
  var told: Set<String> = []
  /// True once it was told that words mean something where a text is asked for.
  var hasToldWords = false
  /// When news from elsewhere may be told again, in milliseconds of uptime.
  private var newsAt: Int64 = 0
  private var presses: Int64 = 0

  /// The program in lines. `read` is the next line somebody typed, without its end; nil when there is no more.
  /// `hasInput` is true if there is something to read, so that what may be asked next is worked out only until then.
  /// `awaitNews` waits for something to read, or, once so many milliseconds have passed, for the record's files to
  /// change, and is true if they did. `write` is told what to put out, line ends included; the prompt has none.
  public init(
    _ app: App, in world: World, read: @escaping () -> String?, hasInput: @escaping () -> Bool = { true },
    awaitNews: @escaping (_ pause: Int64) -> Bool = { _ in false }, write: @escaping (String) -> Void
  ) {
    driver = Driver(app, in: world)
    self.hasInput = hasInput
    self.awaitNews = awaitNews
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
      // A number means the line that was told with it, whatever comes from elsewhere before it is typed.
      let asked = app.scene()
      while driver.hasWork, !hasInput() { driver.work() }
      awaitLine()
      guard let line = read() else {
        write("\n")
        driver.perform(.ended)
        break
      }
      for news in lookElsewhere() { say(news) }
      driver.perform(.chosen(.act(.say(""))))
      let before = app
      answer(line, asked)
      if app.isAskingForRecord { driver.perform(.minute) }
      if app.isOver { break }
      // What was asked for is waited for; what else there is to tell, only a moment.
      while app.isAwaited { driver.work() }
      work(upTo: Self.patience)
      if !app.statusWords.isEmpty { say(app.statusWords) }
      if let notice = app.notice { say(notice) }
      if line.isEmpty { tellScene(again: true) } else if app.places != before.places { tellNext(after: asked) }
    }
    if let notice = app.notice { say(notice) }
    return app
  }

  var app: App { driver.app }

  private var prompt: String {
    let scene = app.scene()
    return scene.field.map { "\($0.label): " } ?? "Choose: "
  }

  // MARK: Elsewhere

  /// Waits until there is a line to read, and tells meanwhile what others write.
  private mutating func awaitLine() {
    while !hasInput(), awaitNews(max(0, newsAt - driver.uptime)) {
      let news = lookElsewhere()
      guard !news.isEmpty else { continue }
      write("\n")
      for line in news { say(line) }
      write(prompt)
    }
  }

  /// Looks whether another bedside, or a command, has written something, and reads it.
  /// - Returns: what, in a line; none if there is nothing.
  private mutating func lookElsewhere() -> [String] {
    driver.setClock()
    let before = app.recentItems
    driver.answer(.filesChanged)
    let after = app.recentItems
    let (known, standing) = (Set(before.map(\.id)), Set(after.map(\.id)))
    let news =
      Set(after).subtracting(before).sorted { $0.entry.stamp < $1.entry.stamp }.map { item in
        (known.contains(item.id) ? "changed: " : "") + words(item)
      }
      + before.filter { !standing.contains($0.id) }.map { "taken back: \(words($0))" }
    guard !news.isEmpty else { return [] }
    newsAt = driver.uptime + Self.newsGap
    let more = news.count > Self.mostNews ? ["and \(news.count - Self.mostNews) more"] : []
    return ["From elsewhere: \((news.prefix(Self.mostNews) + more).joined(separator: "; "))"]
  }

  private func words(_ item: Item) -> String { "\(app.clock.words(item.at)) \(app.context.words(of: item))" }

  /// How many entries from elsewhere are told in a line.
  private static let mostNews = 3

  // MARK: Answering

  private mutating func answer(_ line: String, _ scene: Scene) {
    driver.setClock()
    if case .text = app.screen { return finish(line) }
    let word = line.lowercased().filter { $0 != " " }
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

  /// A whole line is what was typed, but for the few words that mean something everywhere; an empty one goes back and
  /// keeps nothing.
  private mutating func finish(_ line: String) {
    if app.scene().lineHint != nil { return answerQuestion(line) }
    if mean(line) { return }
    let line = Self.text(line)
    // What fits is saved rather than thrown away with the rest.
    let left = line.count - (app.scene().field?.text.limit ?? line.count)
    if left > 0 { say("\(left) characters did not fit and are left out.") }
    driver.perform(line.isEmpty ? .chosen(.act(.back)) : .typed(line))
  }

  /// In the questions of a page an empty line takes what stands there, so that a whole diary is a line each.
  private mutating func answerQuestion(_ line: String) {
    if line.allSatisfy({ $0 == " " }) {
      driver.perform(.chosen(.act(.finishText)))
    } else if !mean(line) {
      driver.perform(.typed(line.lowercased() == Self.blank ? "" : Self.text(line)))
    }
  }

  /// Leaves a question of a page blank.
  private static let blank = "blank"

  /// Does what a line means that is one of the few words that mean something wherever a text is asked for.
  /// - Returns: false for any other line, which is the text.
  private mutating func mean(_ line: String) -> Bool {
    let word = line.lowercased()
    if word == "?" {
      tellHelp()
    } else if let act = Self.words[word] {
      driver.perform(.chosen(.act(act)))
    } else {
      return false
    }
    return true
  }

  /// What a line types: a space before one of those words makes it a text, and is none of it.
  private static func text(_ line: String) -> String {
    let rest = line.drop { $0 == " " }.lowercased()
    let isWord = rest == "?" || rest == blank || words[rest] != nil
    return isWord ? String(line.drop { $0 == " " }) : line
  }

  private func tellHelp() {
    say("")
    say("A number chooses a line, and 0 or \"back\" goes back. An empty line tells again what stands.")
    say("Where a text is asked for, these words still work, but for \"more\"; a space before one of them types it.")
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
  func number(of index: Int, in list: SceneList) -> Int {
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
    guard let index, index < list.count else {
      // With a line of one's own a ten needs no second page.
      if number == 10, let more = list.items.first(where: { $0.id == GradeItems.moreID }) {
        driver.perform(.chosen(more.intent))
        if let ten = app.scene().list.items.first(where: { $0.id == GradeItems.tenID }) {
          driver.perform(.chosen(ten.intent))
          return
        }
      }
      return say("There is no \(number) here.")
    }
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
}
