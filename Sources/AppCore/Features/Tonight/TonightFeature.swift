public import NightModel
internal import Text

/// Tonight, the start screen: what was last written, one key for everything, and what was written so far.
public struct TonightFeature: PagedFeature {
  var pages: [Page] = []

  /// A page above Tonight.
  public enum Page: Hashable, Sendable {
    /// A short list of things to write down.
    case menu(LogMenu.ID)
    /// Which medicine.
    case medicines
    /// What is asked about the entry that was just saved.
    case question(Question)
    /// The grades beyond eight, and that there was none.
    case highGrades(Question)
    /// Whether a grade of one, and a 0 after it, was a ten.
    case oneOrTen(EntryAddress)
    /// What was typed as if Tonight were a text.
    case typed(TypedLetters)
    /// Who writes, after what nobody signed; whoever it is takes over and signs that.
    case writers([EntryAddress])
  }

  /// What a person can want of Tonight.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Answers the question that is open.
    case answer([NightModel.Field: FieldValue])
    /// Leaves it open for the morning.
    case leaveBlank
    /// Asks what was asked before, because its answer was taken back; not where anything else is shown.
    case askAgain(Question)
    /// Takes what was typed so far for a note.
    case typedNote
    /// Looks for what was typed.
    case typedSearch
    /// Does what the keys do that were typed.
    case typedKeys
    /// What was typed goes on.
    case gather(TypedLetters)
    /// Says who writes, by their initials.
    case write(String)
  }

  /// The entry that is asked about; nil where nothing is asked.
  var asked: EntryAddress? { pages.last.flatMap(Self.asked) }

  private static func asked(_ page: Page) -> EntryAddress? {
    switch page {
    case .question(let question), .highGrades(let question): question.target
    case .oneOrTen(let target): target
    case .writers(let targets): targets.first
    case .menu, .medicines, .typed: nil
    }
  }

  /// The page that asks something; nil where nothing is asked.
  var question: Page? { asked == nil && typed == nil ? nil : pages.last }

  /// True while it is asked who writes.
  var isAskingWhoWrites: Bool { if case .writers? = pages.last { true } else { false } }

  /// True while the steps for a power cut are offered: nothing about the entry is left open then.
  var isOfferingSteps: Bool {
    if case .question(let question)? = pages.last { question.kind == .power } else { false }
  }

  /// What was typed as if Tonight were a text; nil where that is not asked.
  var typed: TypedLetters? { if case .typed(let letters)? = pages.last { letters } else { nil } }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page):
      if Self.asked(page) == nil { cover() }
      pages.append(page)
      return []
    case .answer(let values):
      guard let asked else { return [] }
      // On the page that asks it is not asked again.
      let isLast = if case .oneOrTen? = pages.last { true } else { false }
      let mayBeTen = values[.value] == .number(1) && !isLast
      closeQuestions()
      return (mayBeTen ? [Act.offerTen(asked)] : []) + [.amend(asked, values.mapValues { $0 })]
    case .askAgain(let question):
      if pages.isEmpty { pages = [.question(question)] }
      return []
    case .leaveBlank:
      guard let asked, let first = pages.first else { return [] }
      closeQuestions()
      return [.tell(asked, tail: Self.blankWords(first))]
    case .gather(let letters):
      if typed != nil { pages[pages.count - 1] = .typed(letters) }
      return []
    case .typedNote:
      return typed.map { [.goBackTo($0.before), .typeAnew(.tonight(.note), c.note(with: $0))] } ?? []
    case .typedSearch:
      return typed.map { [.goBackTo($0.before), .open(.pastNights), .typeAnew(.pastNights(.search), $0.text)] } ?? []
    case .typedKeys:
      guard let typed else { return [] }
      pages.removeLast()
      return [.press(typed.typed.dropFirst(typed.acted).flatMap(\.keys))]
    case .write(let initials):
      guard case .writers(let targets)? = pages.last else { return [] }
      closeQuestions()
      return c.unlessClosed { [.save(c.takingOver(initials) + c.signing(targets, by: initials), .handover)] }
    }
  }

  mutating func closePage(_ c: Context) -> [Act] {
    switch pages.removeLast() {
    case .question(let question): return [.tell(question.target, tail: Self.blankWords(.question(question)))]
    case .writers(let targets): return targets.first.map { [.tell($0, tail: Self.blankWords(.writers(targets)))] } ?? []
    case .menu, .medicines, .highGrades, .oneOrTen: return []
    case .typed(let letters):
      // Nothing that was typed is lost.
      return [
        .begin(.tonight(.note), c.note(with: letters)),
        .say("What was typed is kept, not saved yet: More, Note on the night."),
      ]
    }
  }

  mutating func cover() {
    if asked != nil { closeQuestions() }
  }

  private mutating func closeQuestions() { pages.removeAll { Self.asked($0) != nil } }

  /// What is said where a question is left open. That none can be said is not seen on the first page.
  private static func blankWords(_ page: Page) -> String {
    switch page {
    case .question(let question) where question.kind == .grade: "Left blank. Asked and none is 9, then 2."
    case .question(let question) where question.kind == .power: ""
    case .writers: "By nobody so far."
    case .oneOrTen: "Left at one."
    case .question, .menu, .medicines, .highGrades, .typed: "Left blank."
    }
  }

  /// What was written from Tonight or its lists is asked about there. Its keys go on writing meanwhile: a second `t` is a
  /// second turn, which is asked about next, and the first keeps its side blank.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    guard case .log(let log) = saved.origin, let target = saved.entries.first else { return [] }
    pages = log.question(c.catalogue).map { [.question(Question(target: target, kind: $0))] } ?? []
    return []
  }

  /// A medicine is never chosen by a key too many. Who types 1 and 0 and then Enter means ten.
  func firstFocus(_ c: Context) -> String? {
    switch pages.last {
    case .medicines: SceneItem.back.id
    case .oneOrTen: GradeItems.tenID
    case nil, .question, .highGrades, .writers, .typed, .menu: nil
    }
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    // It stays about its entry, however many nights go by.
    needs.nights = Set([asked?.night].compactMap(\.self))
    needs.waits = false
    switch pages.last {
    case nil, .question, .highGrades, .oneOrTen, .writers, .typed:
      needs.undoPreview = pages.isEmpty && (c.focus == "undo" || c.surface.isSpoken)
      needs.computed = [.doses, .earlierEdges] + (c.tellsSigns ? [.wholeRecord] : [])
      needs.mayRest = typed == nil
    case .medicines: needs.computed = [.doses]
    case .menu: break
    }
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: tonight(c)
    case .question, .highGrades, .oneOrTen, .writers, .typed: question(c)
    case .menu(let menu): menuScene(menu, c)
    case .medicines: medicines(c)
    }
  }

  func opening(_ page: Page) -> AppCore.Intent { .feature(.tonight(.open(page))) }
}
