internal import CellUI
internal import NightModel

/// Going from screen to screen, and leaving.
extension App {
  /// Goes to a feature; where it is on the stack already, back to its first page.
  mutating func open(_ route: Route) -> [Effect] {
    if !route.isOnlyRead { place.screen.cover() }
    if case .text(let entry) = screen { keepDraft(entry) }
    leaveLevels { $0.route.map(route.takesThePlace) ?? false }
    if let known = places.firstIndex(where: { $0.route == route }) {
      leaveLevels(from: known + 1)
      while place.depth > 1 { _ = place.screen.closePage(context) }
    } else {
      var level = Place(kept[route] ?? Screen(route, context), route: route)
      level.focus = level.screen.firstFocus(context(of: level))
      if level.screen.needs(context(of: level)).looksAnew {
        record.forgetRows()
        record.extent = nil
      }
      places.append(level)
    }
    record.keepNights(shownNights)
    return []
  }

  /// Shows what the keys do on the screen shown; from the help itself, the same help.
  mutating func openHelp() -> [Effect] {
    let known = places.compactMap(\.route).first { if case .help = $0 { true } else { false } }
    if let known { return open(known) }
    let letters = scene().shortcuts.map { "\($0.letter): \($0.words)" }
    return open(
      .help(HelpOrigin(letters: letters, isTonight: isHome, isTyping: isTyping)))
  }

  /// Lets the feature on top do what a person wants, and then what that asks for; while a text is typed, the feature
  /// that it was opened from. `change` is what it does.
  mutating func change(_ change: (inout Screen, Context) -> [Act]) -> [Effect] {
    let index = if case .text = screen { max(0, places.count - 2) } else { places.count - 1 }
    let depth = places[index].depth
    let acts = change(&places[index].screen, context(at: index))
    if places[index].depth > depth { places[index].focus = places[index].screen.firstFocus(context(at: index)) }
    return acts.flatMap { act($0) }
  }

  /// Goes back one screen; from Tonight, asks whether to leave.
  mutating func goBack() -> [Effect] {
    if place.depth > 1 {
      let acts = place.screen.closePage(context)
      let effects = acts.flatMap { act($0) }
      record.keepNights(shownNights)
      return effects
    }
    guard places.count > 1 else { return open(.leaving) }
    let isOnProposals = if case .text(let entry) = screen { entry.isOnProposals } else { false }
    let acts = screen.goingBack(context)
    leaveLevel()
    if isOnProposals { return goBack() }
    passOver()
    return acts.flatMap { act($0) }
  }

  /// Leaves the level one has come back to if nothing is left to do there: what was completed on the way needs no more
  /// asking.
  mutating func passOver() {
    if screen.isOver(context) { leaveLevel() }
    record.keepNights(shownNights)
  }

  /// Leaves the level on top.
  mutating func leaveLevel() { leaveLevels(from: places.count - 1) }

  /// Leaves the level at an index, and all above it.
  mutating func leaveLevels(from index: Int) {
    places.dropFirst(index).forEach { keep($0) }
    places = Array(places.prefix(index))
  }

  /// Leaves the levels of which that holds, wherever they lie.
  mutating func leaveLevels(where isLeft: (Place) -> Bool) {
    places.filter(isLeft).forEach { keep($0) }
    places.removeAll(where: isLeft)
  }

  /// Keeps what stays of a level that goes: a text that was begun, and what its feature keeps for the session. Every level
  /// goes by here, but for a text that is done with.
  private mutating func keep(_ level: Place) {
    if case .text(let entry) = level.screen { keepDraft(entry) }
    if let route = level.route { kept[route] = level.screen.left ?? kept[route] }
  }

  /// True on Tonight itself, with nothing asked.
  var isHome: Bool { places.count == 1 && place.depth == 1 }

  /// Whoever comes back to Tonight finds the newest entries, and the focus where a press marks the moment: where it was
  /// left, it would open in the dark what was done already.
  mutating func comeHome() {
    place.focus = nil
    place.readNewest()
  }

  /// Goes back to Tonight and its first page.
  mutating func goHome() {
    leaveLevels(from: 1)
    while place.depth > 1 { _ = place.screen.closePage(context) }
  }

  /// Takes the last action back; one that could not be saved goes first, because it came last.
  mutating func undo() -> [Effect] {
    guard let last = unsaved.popLast() else { return [.undo] }
    noteTakenBack(by: .putBack(last, failure))
    if unsaved.isEmpty { failure = nil }
    return say("Taken back before it was saved: \(last.map { $0.words(catalogue) }.joined(separator: "; ")).")
  }

  /// Puts back what could not be saved and was taken back before it was.
  mutating func putBack(_ drafts: [Draft], _ reason: NotSaved?) -> [Effect] {
    unsaved.append(drafts)
    failure = failure ?? reason
    noteTakenBack(by: .undo)
    return []
  }

  /// Leaves the program. Notes that were begun are saved with it: typed text is never lost.
  mutating func leave() -> [Effect] {
    for place in places {
      if case .text(let entry) = place.screen { keepDraft(entry) }
    }
    if let letters = places.first?.screen.feature(TonightFeature.self)?.typed {
      begin(.tonight(.note), context.note(with: letters))
    }
    var effects: [Effect] = unsaved.map { .save($0, .retry) }
    unsaved = []
    // A record in which nothing was written stays so.
    if !record.plan.timeline.all.isEmpty {
      effects += places.indices.flatMap { places[$0].screen.goingBack(context(at: $0)) }.flatMap { act($0) }
    }
    for entry in begun.values.sorted(by: { $0.began < $1.began }) where !entry.field.text.isEmpty {
      switch unfinished(entry.purpose) {
      case .note: effects.append(.save([draft(ofNote: entry)], .retry))
      case .labelled(let label):
        let note = FieldValue.text("not finished, \(label): \(entry.field.text)")
        effects.append(.save([context.draft(.record(.note, Details([.note: note])))], .retry))
      case .dropped: break
      }
    }
    begun = [:]
    for note in unread.flatMap(\.notes) {
      effects.append(.save([context.draft(.record(.note, Details([.note: .text(note)])))], .retry))
    }
    return effects + [.quit]
  }

  /// What was typed into features and lies in no record yet, by night.
  var unread: [UnreadLines] {
    let shown = Set(places.compactMap(\.route))
    let left = kept.filter { !shown.contains($0.key) }.values
    return (places.map(\.screen) + left).compactMap(\.unread).sorted { $0.night < $1.night }
  }

  /// What becomes of a text that was begun when the program ends.
  func unfinished(_ key: FieldKey) -> TextForm.Unfinished {
    // Asked of Tonight, because leaving asks this of every text.
    key.form(context(at: 0)).unfinished
  }

  /// A note that was begun: on its entry, or, if that was taken back or is not at hand, on its night.
  func draft(ofNote entry: TextEntry) -> Draft {
    let note = FieldValue.text(entry.field.text)
    if case .note(let target?) = unfinished(entry.purpose), let item = record.standing(target) {
      return context.amendment(of: item, target, [.note: note])
    }
    let night = nights(of: entry.purpose).first ?? record.plan.nightRule.night(of: entry.began)
    return Draft(partition: .night(night), at: entry.began, by: by, body: .record(.note, Details([.note: note])))
  }
}
