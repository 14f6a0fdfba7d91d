internal import NightModel
internal import Text

/// How the items of a checklist stand. What stands of tonight's lists is folded anew, so this is made once a page.
struct ListAnswers {
  /// How each item was last answered tonight.
  let tonights: [String: Item]
  /// How each item stands. Tonight's look at the environment has the note and the date; an item that was not looked at
  /// stands as the plan has it.
  let answers: [String: Item]
  private let list: ChecklistGroup.List
  private let standings: [Subject: Standing]
  private let clock: ClockStyle

  init(_ list: ChecklistGroup.List, _ c: Context) {
    let isEnvironment = list == .environment
    (self.list, clock) = (list, c.clock)
    tonights = isEnvironment ? c.night.looks : c.night.checks
    // What moved here from bedtime stands as it was answered there tonight, until it is looked at here.
    let moved = c.night.checks.filter { isEnvironment && c.catalogue.list(of: $0.key) == .environment }
    answers = isEnvironment ? moved.merging(c.plan.environment) { $1 }.merging(tonights) { $1 } : tonights
    standings = isEnvironment ? c.plan.standings : c.night.answers
  }

  /// The answers of an item that two gave without knowing of each other, what counts first; empty where there is one.
  func versions(of id: String) -> [Item] {
    standings[list == .environment ? .environment(item: id) : .check(item: id)]?.versions ?? []
  }

  /// How an item stands, in words; empty where nothing was answered.
  func words(of id: String) -> String {
    let versions = versions(of: id)
    guard versions.isEmpty else { return "two versions: \(versions.map(words).joined(separator: " / "))" }
    return answers[id].map(words) ?? ""
  }

  /// How an item stands, as it is drawn.
  func mark(of id: String) -> StateMark {
    guard versions(of: id).isEmpty else { return StateMark(sign: .unsure, words: words(of: id)) }
    guard let answer = answers[id], let state = answer.details.text(.state) else { return StateMark(sign: .open) }
    let note = answer.details.text(.note) == nil ? [] : ["note"]
    let time = list == .environment ? NightWords.day(answer.at.date) : clock.words(answer.at)
    guard let known = ItemState(rawValue: state) else {
      return StateMark(sign: .unsure, words: state.forDisplay, time: time)
    }
    let words = (known.mark.saysAll ? [] : [known.words]) + note
    return StateMark(sign: known.mark.sign, words: words.joined(separator: ", "), time: time)
  }

  /// An answer in words.
  func words(_ answer: Item) -> String { answer.answerWords(clock, isStanding: list == .environment) }
}

extension ItemState {
  /// Its sign, and whether that says all of it.
  fileprivate var mark: (sign: StateMark.Sign, saysAll: Bool) {
    switch self {
    case .done, .inPlace: (.done, true)
    case .notNeeded, .notWanted: (.notNeeded, false)
    case .couldNot: (.couldNot, false)
    case .toDo: (.open, false)
    case .unsure: (.unsure, false)
    }
  }
}

extension Item {
  /// An answer to an item of a checklist in words: `done, 22:10 MK`. `isStanding` is true for what stands until it
  /// changes, and is told with its day.
  func answerWords(_ clock: ClockStyle, isStanding: Bool) -> String {
    let state = details.text(.state).flatMap(ItemState.init)?.words ?? "looked at"
    let by = by.map { " \($0.forDisplay)" } ?? ""
    let when = isStanding ? NightWords.day(at.date) : clock.words(at)
    let note = details.text(.note) == nil ? "" : ", note"
    return "\(state), \(when)\(by)\(note)"
  }
}
