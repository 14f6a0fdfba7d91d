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
  }

  /// What a person can want of Tonight.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Answers the question that is open.
    case answer([NightModel.Field: FieldValue])
    /// Leaves it open for the morning.
    case leaveBlank
  }

  /// The question that is open; nil for none.
  private var question: Question? { if case .question(let question)? = pages.last { question } else { nil } }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page):
      cover()
      pages.append(page)
      return []
    case .answer(let values):
      guard let question else { return [] }
      pages.removeLast()
      let ten = values[.value] == .number(1) ? [Act.offerTen(question.target)] : []
      return ten + [.amend(question.target, values.mapValues { $0 })]
    case .leaveBlank: return question == nil ? [] : closePage(c)
    }
  }

  mutating func closePage(_ c: Context) -> [Act] {
    let closed = pages.removeLast()
    if case .question(let question) = closed { return [.tell(question.target, tail: "Left blank.")] }
    return []
  }

  mutating func cover() {
    if question != nil { pages.removeLast() }
  }

  /// What was written from Tonight or its lists is asked about there. Its keys go on writing meanwhile: a second `t` is a
  /// second turn, which is asked about next, and the first keeps its side blank.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    guard case .log(let log) = saved.origin, let target = saved.entries.first else { return [] }
    pages = log.question(c.catalogue).map { [.question(Question(target: target, kind: $0))] } ?? []
    return []
  }

  /// A medicine is never chosen by a key too many.
  func firstFocus(_ c: Context) -> String? { pages.last == .medicines ? SceneItem.back.id : nil }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    // It stays about its entry, however many nights go by.
    needs.nights = Set([question?.target.night].compactMap(\.self))
    needs.waits = false
    switch pages.last {
    case nil, .question:
      needs.undoPreview = pages.isEmpty && c.focus == "undo"
      needs.computed = [.doses, .earlierEdges] + (c.tellsSigns ? [.signs] : [])
      needs.mayRest = question == nil
    case .medicines: needs.computed = [.doses]
    case .menu: break
    }
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: tonight(c, nil)
    case .question(let question): tonight(c, question)
    case .menu(let menu): menuScene(menu, c)
    case .medicines: medicines(c)
    }
  }

  func opening(_ page: Page) -> AppCore.Intent { .feature(.tonight(.open(page))) }

  private func tonight(_ c: Context, _ question: Question?) -> Scene {
    var scene = Scene("tonight", NightWords.night(c.tonight).capitalizedFirst)
    scene.shortTitle = NightWords.short(c.tonight)
    scene.keys = Keys.tonight
    let board = c.board
    scene.facts = board.facts(now: c.now, clock: c.clock)
    if c.plan.isClosed {
      scene.facts.insert(.init("", "This record is closed. Everything stays to be read and printed."), at: 0)
      scene.list = SceneList(otherScreens(c) + [c.cardItem, leaveItem])
    } else if let question {
      scene.name = "question"
      scene.facts.insert(fact(question.kind, c), at: 0)
      scene.list = SceneList(answers(question, c), numbering: .own)
    } else {
      scene.list = SceneList(items(c), numbering: .own)
    }
    scene.list.columnBreak =
      c.plan.isClosed ? nil : question == nil ? scene.list.items.firstIndex { $0.digit == nil } : 6
    scene.facts += c.clockFacts
    scene.counted = Scene.Counted(board.medicineFacts(now: c.now, clock: c.clock), in: scene.facts) { hidden, all in
      hidden == all ? "\(hidden == 1 ? "a medicine" : "\(hidden) medicines"): x" : "and \(hidden) more: x"
    }
    scene.factRows = 3
    scene.mostFactRows = 5
    let (written, isWhole) = (c.night.items, c.record.isWhole(c.tonight))
    let nothing = c.plan.isClosed ? [] : [isWhole ? "Nothing written yet tonight." : "Tonight could not be read."]
    scene.log =
      written.isEmpty
      ? Scene.Lines(nothing) : Scene.Lines(count: written.count) { c.line(of: written[written.count - 1 - $0]) }
    return scene
  }

  private func items(_ c: Context) -> [SceneItem] {
    var items = [SceneItem("moment", "Mark this moment", digit: 1, .log(.event(.moment)))]
    if !c.night.timeline.all.isEmpty { items.append(SceneItem("undo", "Undo", digit: 2, .undo)) }
    let adjusted = SceneItem("adjusted", "Adjusted", digit: 4, .log(.event(.adjust)))
    for menu in c.catalogue.menus where !menuItems(menu.id, c).isEmpty {
      let digit = menu.id == .turn ? 3 : 4 + (LogMenu.ID.allCases.firstIndex(of: menu.id) ?? 0)
      items.append(SceneItem(menu.id.rawValue, menu.label, digit: digit, opening(.menu(menu.id))))
      if menu.id == .turn { items.append(adjusted) }
    }
    return items + otherScreens(c) + [c.cardItem, leaveItem]
  }

  private var leaveItem: SceneItem { SceneItem("quit", "Back (leave Nightstand)", digit: 0, .back) }

  /// The ways to the other screens, from Tonight and from More.
  func otherScreens(_ c: Context) -> [SceneItem] {
    func progress(_ list: ChecklistGroup.List) -> String { Routine(list, c.plan, c.night, c.catalogue).progress }
    var items: [SceneItem] = []
    if !c.plan.isClosed {
      items = [
        SceneItem("bedtime", "Bedtime checklist", state: progress(.bedtime), .open(.checklist(.bedtime))),
        SceneItem("getting-up", "Getting up", state: progress(.gettingUp), .open(.checklist(.gettingUp))),
        SceneItem("environment", "Sleep environment", .open(.checklist(.environment))),
        SceneItem(
          "morning", "Morning", state: c.progress(c.nightJustSlept, .diary), .open(.morning(c.nightJustSlept))),
        SceneItem("symptoms", "All symptoms", .open(.symptoms)),
      ]
    }
    return items + [
      SceneItem("past-nights", "Past nights", .open(.pastNights)),
      SceneItem("entries", "Tonight's entries", state: "\(c.night.items.count)", .open(.night(c.tonight))),
      SceneItem("handover", "Handover", state: c.by ?? "", .open(.handover)),
      SceneItem("plan", "Plan and settings", .open(.plan)),
      SceneItem("signs", "When to call", state: signLine(c), .open(.signs)),
      SceneItem("guide", "Guide", .open(.guide)), SceneItem("help", "Help: what the keys do", .command(.help)),
    ]
  }

  /// What Tonight says beside the way to the signs: how many were found, and nothing where none was or it is not wanted.
  /// It stands in a line that is there anyway, so that nothing moves under a finger when the nights have been read.
  private func signLine(_ c: Context) -> String {
    switch pages.last {
    case .menu, .medicines: return ""
    case nil, .question: break
    }
    // While nights are read anew what was found before stands, or the line would come and go with every key.
    guard c.tellsSigns, let open = c.record.lastSignFindings?.open(c.plan, on: c.now.date), !open.isEmpty else {
      return ""
    }
    return SignWords.noted(open.count)
  }

  private func answers(_ question: Question, _ c: Context) -> [SceneItem] {
    func items(_ field: NightModel.Field, of subject: Subject, letter: (String) -> Character?) -> [SceneItem] {
      field.choices(for: subject, c.catalogue).enumerated().map { index, choice in
        SceneItem(
          choice.value.words, choice.label, digit: index + 1, letter: letter(choice.value.words),
          .feature(.tonight(.answer([field: choice.value]))))
      }
    }
    let answers: [SceneItem] =
      switch question.kind {
      case .grade:
        (1...10).map { grade in
          let words = grade == 1 ? "1, hardly any" : grade == 10 ? "10, worst imaginable" : "\(grade)"
          return SceneItem(
            "grade-\(grade)", words, digit: grade < 10 ? grade : nil,
            .feature(.tonight(.answer([.value: .number(grade)]))))
        }
      case .side: items(.side, of: .event(.turn)) { Log.turn($0).letter(in: .turn) }
      case .what(let kind): items(.what, of: .event(kind)) { _ in nil }
      }
    // First, so that one key too many leaves it blank.
    return [SceneItem("leave-open", "Leave it blank", digit: 0, .feature(.tonight(.leaveBlank)))] + answers
  }

  /// What is asked, and how to answer.
  private func fact(_ kind: Question.Kind, _ c: Context) -> Fact {
    switch kind {
    case .grade: Fact("How bad?", "1-9; 1 then 0 is ten; 0 leaves it blank")
    case .side: Fact("To which side?", "0 leaves it blank")
    case .what(let kind): Fact(c.catalogue.facts(of: kind)?.question?.words ?? "", "0 leaves it blank")
    }
  }
}
