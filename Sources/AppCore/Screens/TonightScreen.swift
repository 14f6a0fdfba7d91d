internal import NightModel
internal import Text

/// Tonight, the start screen: what was last written, one key for everything, and what was written so far.
extension App {
  func tonightScene(_ question: Question?) -> Scene {
    var scene = Scene("tonight", NightWords.night(tonight).capitalizedFirst)
    scene.shortTitle = NightWords.short(tonight)
    let board = board
    scene.facts = board.facts(now: now, clock: clock)
    if record.plan.isClosed {
      scene.facts.insert(.init("", "This record is closed. Everything stays to be read and printed."), at: 0)
      scene.list = SceneList(otherScreens + [cardItem, leaveItem])
    } else if let question {
      scene.name = "question"
      scene.facts.insert(question.kind.fact, at: 0)
      scene.list = SceneList(questionItems(question), numbering: .own)
    } else {
      scene.list = SceneList(tonightItems, numbering: .own)
    }
    scene.list.columnBreak =
      record.plan.isClosed ? nil : question == nil ? scene.list.items.firstIndex { $0.digit == nil } : 6
    scene.facts += clockFacts
    scene.counted = Scene.Counted(board.medicineFacts(now: now, clock: clock), in: scene.facts) { hidden, all in
      hidden == all ? "\(hidden == 1 ? "a medicine" : "\(hidden) medicines"): x" : "and \(hidden) more: x"
    }
    scene.factRows = 3
    scene.mostFactRows = 5
    let items = night.items
    scene.log =
      items.isEmpty
      ? Scene.Lines(
        record.plan.isClosed
          ? [] : [record.isWhole(tonight) ? "Nothing written yet tonight." : "Tonight could not be read."])
      : Scene.Lines(count: items.count) { entryLine(items[items.count - 1 - $0]) }
    return scene
  }

  /// What was last written.
  var board: Board {
    Board(
      tonight: night, previous: record.night(tonight.adding(days: -1)), earlier: record.earlierMarks, plan: record.plan,
      bounds: record.bounds, now: now, known: record.knownDoses, clock: record.machineClock)
  }

  private var tonightItems: [SceneItem] {
    var items = [
      SceneItem("moment", "Mark this moment", digit: 1, .log(.event(.moment)))
    ]
    if !night.timeline.all.isEmpty { items.append(SceneItem("undo", "Undo", digit: 2, .undo)) }
    items += [
      SceneItem("turn", "Turned, or let sleep", digit: 3, .open(.menu(.turn))),
      SceneItem("adjusted", "Adjusted", digit: 4, .log(.event(.adjust))),
    ]
    let others: [(id: String, label: String, digit: Int, menu: LogMenu)] = [
      ("secretions", "Suction, cough assist", 5, .secretions), ("mask", "Mask", 6, .mask),
      ("breathing", "Breathing", 7, .breathing), ("hurts", "Hurts", 8, .hurts), ("more", "More", 9, .more),
    ]
    for (id, label, digit, menu) in others where !menuItems(menu).isEmpty {
      items.append(SceneItem(id, label, digit: digit, .open(.menu(menu))))
    }
    return items + otherScreens + [cardItem, leaveItem]
  }

  var cardItem: SceneItem { context.cardItem }

  private var leaveItem: SceneItem { SceneItem("quit", "Back (leave Nightstand)", digit: 0, .back) }

  /// The ways to the other screens, from Tonight and from More.
  var otherScreens: [SceneItem] {
    var items: [SceneItem] = []
    if !record.plan.isClosed {
      items = [
        SceneItem(
          "bedtime", "Bedtime checklist", state: context.routine(.bedtime).progress, .open(.checklist(.bedtime))),
        SceneItem(
          "getting-up", "Getting up", state: context.routine(.gettingUp).progress, .open(.checklist(.gettingUp))),
        SceneItem("environment", "Sleep environment", .open(.checklist(.environment))),
        morningItem,
        SceneItem("symptoms", "All symptoms", .open(.symptoms)),
      ]
    }
    items += [
      SceneItem("past-nights", "Past nights", .open(.pastNights)),
      SceneItem("entries", "Tonight's entries", state: "\(night.items.count)", .open(.night(tonight))),
    ]
    items += [
      SceneItem("handover", "Handover", state: by ?? "", .open(.handover)),
      SceneItem("plan", "Plan and settings", .open(.plan)),
      SceneItem("signs", "When to call", state: signLine, .open(.signs)), SceneItem("guide", "Guide", .open(.guide)),
    ]
    return items + [SceneItem("help", "Help: what the keys do", .open(.help))]
  }

  /// What Tonight says beside the way to the signs: how many were found, and nothing where none was or it is not wanted.
  /// It stands in a line that is there anyway, so that nothing moves under a finger when the nights have been read.
  private var signLine: String {
    // While nights are read anew what was found before stands, or the line would come and go with every key.
    guard case .tonight = screen, tellsSigns, let open = record.lastSignFindings?.open(record.plan, on: now.date),
      !open.isEmpty
    else { return "" }
    return SignWords.noted(open.count)
  }

  private func questionItems(_ question: Question) -> [SceneItem] {
    func items(_ field: Field, _ words: [(label: String, value: String, letter: Character?)]) -> [SceneItem] {
      words.enumerated().map { index, word in
        SceneItem(
          word.value, word.label, digit: index + 1, letter: word.letter,
          .feature(.tonight(.answer(question, [field: .text(word.value)]))))
      }
    }
    let answers: [SceneItem] =
      switch question.kind {
      case .grade:
        (1...10).map { grade in
          let words = grade == 1 ? "1, hardly any" : grade == 10 ? "10, worst imaginable" : "\(grade)"
          return SceneItem(
            "grade-\(grade)", words, digit: grade < 10 ? grade : nil,
            .feature(.tonight(.answer(question, [.value: .number(grade)]))))
        }
      case .side:
        items(
          .side, [("Left", "left", "l"), ("Right", "right", "r"), ("Back", "back", "b"), ("Other", "other", nil)])
      case .secretion:
        items(
          .what,
          [("Clear", "clear", nil), ("Thick", "thick", nil), ("Coloured", "coloured", nil), ("Blood", "blood", nil)])
      case .maskFix:
        items(
          .what,
          [
            ("Nudged", "nudged", nil), ("Strap set", "strap", nil), ("Other mask", "other mask", nil),
            ("A break", "break", nil),
          ])
      }
    // First, so that one key too many leaves it blank.
    return [SceneItem("leave-open", "Leave it blank", digit: 0, .feature(.tonight(.leaveBlank)))] + answers
  }

  func entryLine(_ item: Item) -> String { context.line(of: item) }
}
