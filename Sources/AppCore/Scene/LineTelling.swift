internal import CellUI
internal import NightModel
internal import Text

/// What line mode tells: a screen whole, or no more than what comes next.
extension LineMode {
  /// Tells what is asked or shown next. What was just saved has been said; after it stands only the question that follows,
  /// or the line that a list has gone on to: what was told of them before is not told again.
  mutating func tellNext(after asked: Scene) {
    let scene = app.scene()
    guard let tonight = scene.tonight, asked.tonight != nil || !app.statusWords.isEmpty else {
      guard !app.statusWords.isEmpty, isSame(scene, asked) else { return tellScene() }
      let (focus, list) = (scene.focusIndex, scene.list)
      if scene.field == nil, focus < list.count, list[focus].id != asked.focus { say("Next: \(line(focus, list))") }
      return
    }
    guard let question = tonight.question else { return }
    // What was said last has named the entry.
    let words = app.statusWords.isEmpty ? question : scene.facts.first?.label ?? question
    let all = scene.list.items.indices
    // Leaving it is heard last.
    let answers = [false, true].flatMap { isLeaving in
      all.filter { (number(of: $0, in: scene.list) == 0) == isLeaving }
    }
    say("\(words) \(inOneLine(answers, scene.list)).")
  }

  /// True for the same page, on which nothing but the state of its lines has changed. The title of a list that is worked
  /// through counts what was done.
  private func isSame(_ scene: Scene, _ asked: Scene) -> Bool {
    guard scene.name == asked.name, scene.list.count == asked.list.count else { return false }
    if scene.list.hasMarks { return true }
    return scene.title == asked.title && scene.facts == asked.facts && scene.field?.label == asked.field?.label
  }

  mutating func tellScene(again: Bool = false) {
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
      say(scene.lineHint ?? "Type it and press Enter; an empty line goes back.")
      guard !hasToldWords else { return }
      hasToldWords = true
      return say("The words back, card, undo, redo, quit and ? work here too; put a space before one to type it.")
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
    let grades = isLong ? [] : (first..<last).filter { GradeItems.isGrade(list[$0].id) }
    for index in first..<last {
      let item = list[index]
      if grades.contains(index) {
        if index == grades.first { say("  \(inOneLine(grades, list))") }
        continue
      }
      if let heading = item.heading { say("\(heading):") }
      // Each item's own page tells why; told with all of a long list, nobody would hear the end of it.
      let detail = item.detail.isEmpty || list.count > 20 ? "" : " (\(item.detail))"
      say("  \(line(index, list))\(detail)")
    }
    if isLong {
      let more = last < list.count ? "goes on" : "begins again"
      say("\(first + 1) to \(last) of \(list.count); \"more\" \(more), 0 goes back.")
    }
  }

  /// A line of a list: its number, what it is called and how it stands.
  private func line(_ index: Int, _ list: SceneList) -> String {
    let item = list[index]
    let state = item.intent == .act(.undo) ? app.undoState : item.state
    return "\(number(of: index, in: list)) \(item.label)" + (state.isEmpty ? "" : ": \(state)")
  }

  /// Some lines of a list in one, such as `1 hardly any, 2 to 8, 9 nine, ten or none`. Grades that are nothing but their
  /// numbers are told by the first and the last of them.
  private func inOneLine(_ indices: [Int], _ list: SceneList) -> String {
    var told: [String] = []
    var run: (first: Int, last: Int)?
    func endRun() {
      if let run { told.append(run.first == run.last ? "\(run.first)" : "\(run.first) to \(run.last)") }
      run = nil
    }
    for index in indices {
      let (item, number) = (list[index], number(of: index, in: list))
      if GradeItems.isPlain(item.id, number: number) {
        run = (run?.first ?? number, number)
      } else {
        endRun()
        told.append("\(number) \(item.label)")
      }
    }
    endRun()
    return told.joined(separator: ", ")
  }

  func say(_ text: String) {
    for line in TextWidth.wrapped(text.forDisplay, columns: Self.columns) { write(line + "\n") }
  }
}
