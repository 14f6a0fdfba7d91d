internal import CellUI
internal import NightModel

/// The answers of the program: what each action changes, and what the world has to do for it.
extension App {
  /// Answers an action: changes the program, and says what the world has to do. The only place where either happens.
  public mutating func update(_ action: Action) -> [Effect] {
    switch action {
    case .start: return [.load([.plan])]
    case .press(let key, let uptime): return press(key, uptime: uptime)
    case .clock(let moment): return setClock(moment)
    case .tick: return [.load([.plan] + shownNights.sorted().map { .night($0) })]
    case .showing(let lines):
      self.lines = max(1, lines)
      return missing()
    case .ended: return leave()
    case .loaded(let loaded): return take(loaded)
    case .foundNights(let dates):
      record.oldest = dates.first ?? tonight
      return missing()
    case .saved(let entries, let partitions, let origin): return saved(entries, partitions, origin)
    case .notSaved(let outcome): return notSaved(outcome)
    case .stepped(let command, let words): return stepped(command, words)
    default: return act(action)
    }
  }

  /// Answers what a person wants done.
  mutating func act(_ action: Action) -> [Effect] {
    switch action {
    case .log(let log): return [write(log)]
    case .medicine(let name): return [write(Log(.event(.medicine), [.what: .text(name)]))]
    case .check(let item, let state): return check(item, state)
    case .amend(let target, let changes): return amend(target, changes)
    case .answer(let question, let values): return answer(question, values)
    case .leaveOpen:
      closeQuestion()
      return []
    case .retract(let target): return retract(target)
    case .shift(let minutes):
      guard let lastEntry else { return say("Nothing was written yet that could be moved.") }
      return shift(lastEntry, minutes)
    case .shiftEntry(let target, let minutes): return shift(target, minutes)
    case .note: return beginNote()
    case .open(let screen): return open(screen)
    case .turnTo(let date):
      place = Place(.night(date), focus: place.focus)
      return missing()
    case .type(let purpose): return beginTyping(purpose)
    case .resumeTyping:
      setTyping(true)
      return []
    case .finishText: return finishText()
    case .writeAs(let initials):
      by = initials
      status = .sentence("From now on \(initials) writes.")
      places = backAtTonight()
      return []
    case .command(let command):
      if screen == .help { _ = goBack() }
      return perform(command)
    case .back: return goBack()
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .quit: return leave()
    default: return []
    }
  }

  private mutating func setClock(_ moment: Instant) -> [Effect] {
    let before = tonight
    now = moment
    record.foldPlan(now: moment)
    return tonight == before ? [] : [.load(shownNights.sorted().map { .night($0) })]
  }

  private mutating func take(_ loaded: [Loaded]) -> [Effect] {
    record.take(loaded, now: now)
    if loaded.contains(where: { $0.partition == .plan }), record.nights[tonight] == nil {
      return [.load([.night(tonight.adding(days: -1)), .night(tonight)])]
    }
    if screen == .pastNights {
      record.makeRows(of: rowsInSight, offsetMinutes: now.offsetMinutes)
      record.keepNights(shownNights)
    }
    if case .night(let date) = screen { record.makeRows(of: [date], offsetMinutes: now.offsetMinutes) }
    return []
  }

  /// What the screen shows and was not read yet.
  mutating func missing() -> [Effect] {
    switch screen {
    case .pastNights:
      guard record.oldest != nil else { return [.findNights] }
      let wanted = rowsInSight.filter { record.rows[$0] == nil }
      return load(Set(wanted.flatMap { date in (-1...1).map { date.adding(days: $0) } }))
    case .night(let date):
      let wanted = (-1...1).map { date.adding(days: $0) }.filter { record.nights[$0] == nil }
      if wanted.isEmpty { record.makeRows(of: [date], offsetMinutes: now.offsetMinutes) }
      return load(Set(wanted))
    default: return []
    }
  }

  private func load(_ dates: Set<CivilDate>) -> [Effect] {
    dates.isEmpty ? [] : [.load(dates.sorted().map { .night($0) })]
  }

  /// Says something in the status line, and nothing else.
  mutating func say(_ sentence: String) -> [Effect] {
    status = .sentence(sentence)
    return []
  }

  // MARK: Going from screen to screen

  /// Goes to a screen.
  mutating func open(_ screen: Screen) -> [Effect] {
    closeQuestion()
    // The same screen twice on the stack would make Back a riddle.
    if let known = places.firstIndex(where: { $0.screen == screen }) {
      places.removeSubrange((known + 1)...)
    } else {
      // A medicine is never chosen by a key too many.
      places.append(Place(screen, focus: screen == .medicines ? SceneItem.back.id : nil))
    }
    record.keepNights(shownNights)
    return missing()
  }

  /// Goes back one screen; from Tonight, asks whether to leave.
  mutating func goBack() -> [Effect] {
    if case .text(let entry) = screen { keepDraft(entry) }
    if question != nil {
      closeQuestion()
      return []
    }
    guard places.count > 1 else { return asksBeforeLeaving ? open(.leaving) : leave() }
    places.removeLast()
    record.keepNights(shownNights)
    return missing()
  }

  /// Goes back to Tonight.
  func backAtTonight() -> [Place] { Array(places.prefix(1)) }

  /// Leaves what was asked blank.
  mutating func closeQuestion() {
    guard question != nil else { return }
    place = Place(.tonight(question: nil), focus: nil)
  }

  /// Leaves the program. Notes that were begun are saved with it: typed text is never lost.
  private mutating func leave() -> [Effect] {
    if case .text(let entry) = screen { keepDraft(entry) }
    var effects: [Effect] = []
    for (purpose, field) in begun where !field.text.isEmpty {
      switch purpose {
      case .note: effects.append(.save([draft(.record(.note, Details([.note: .text(field.text)])))], .retry))
      case .field(let target, .note):
        guard let item = record.item(target) else { continue }
        effects.append(.save([amendment(of: item, target, [.note: .text(field.text)])], .retry))
      default: break
      }
    }
    if !unsaved.isEmpty { effects.append(.save(unsaved, .retry)) }
    begun = [:]
    unsaved = []
    return effects + [.quit]
  }
}
