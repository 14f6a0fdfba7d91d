internal import NightModel
internal import Text

/// The first questions: six at most, each of which can be passed over and changed later.
struct StartQuestion {
  let title: String
  let words: [String]
  /// True if several things can be chosen before one goes on.
  var isList = false

  /// All questions, in order.
  static let all = [
    Self(
      title: "Welcome to Nightstand",
      words: [
        "A record of the nights, kept on this machine alone. Six short questions; each can be passed over.",
        "Who is it kept for?",
      ]),
    Self(title: "Your initials", words: ["They stand beside what you write, so that others know whom to ask."]),
    Self(
      title: "Which equipment is used?",
      words: ["Only what is used shows in the lists. Choose each one that is."], isList: true),
    Self(
      title: "How will you press?",
      words: [
        "Every way works at any time. With two switches, one sends Tab and the other Space.",
        "Never give Nightstand the switch you call with.",
      ]),
    Self(title: "One number to call at night", words: ["It goes on the emergency card, which e or F2 shows anywhere."]),
    Self(
      title: "What Nightstand is not",
      words: [
        "It keeps a record. It does not diagnose, treat, monitor or alarm, and it contacts nobody.",
        "It never sounds for a planned turn; set a real alarm for that.",
        "It cannot replace the machine's own alarms, or a person within earshot.",
        "In an emergency follow your plan, or call your emergency number.",
        "Its lists come from named sources and may not fit you; your team's instructions win.",
      ], isList: true),
  ]
}

extension StartFeature {
  func question(_ step: Int, _ c: Context) -> Scene {
    let questions = StartQuestion.all
    let question = Self.asked(step)
    var scene = Scene("welcome-\(step + 1)", question.title)
    scene.facts = question.words.map { .init("", $0) }
    let isLast = step >= questions.count - 1
    let next =
      isLast
      ? SceneItem("begin", "Begin", .feature(.start(.end)))
      : SceneItem(
        "next", Self.isAnswered(step, c) ? "Next" : "Skip this", state: "\(step + 1) of \(questions.count)",
        .open(.welcome(step + 1)))
    // Where several can be chosen the way on comes first, so that it is always in sight.
    var items = question.isList ? [next] + answers(step, c) : answers(step, c) + [next]
    if case .act(.type(let purpose))? = items.first?.intent { scene.answersByTyping = purpose }
    if step == 0 { items.append(SceneItem("skip-all", "Skip all questions", .open(.welcome(questions.count - 1)))) }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// The question of a step, from 0; the last one from there on.
  static func asked(_ step: Int) -> StartQuestion { StartQuestion.all[min(step, StartQuestion.all.count - 1)] }

  /// True if a question was answered; the last one is only to be read, each time.
  static func isAnswered(_ step: Int, _ c: Context) -> Bool {
    switch step {
    case 0: c.plan.person != nil
    case 1: c.by != nil
    case 2: !c.plan.equipment.isEmpty
    case 3: c.plan.value("input") != nil
    case 4: c.plan.value("number.on-call") != nil
    default: false
    }
  }

  private func answers(_ step: Int, _ c: Context) -> [SceneItem] {
    let plan = c.plan
    switch step {
    case 0:
      return [
        SceneItem("person", "Type the person's name", state: plan.person?.forDisplay ?? "", .type(.setting("person")))
      ]
    case 1: return [SceneItem("initials", "Type your initials", state: c.by ?? "", .type(.start(.initials)))]
    case 2:
      return c.catalogue.equipment.map { kind in
        let isInUse = plan.equipment.contains(kind.id)
        return SceneItem(
          kind.id, kind.label, state: isInUse ? "in use" : "", .set("equipment.\(kind.id)", isInUse ? "" : "in-use"))
      }
    case 3:
      return (PlanKey.find("input")?.picks("input", standing: nil, today: c.now.date, catalogue: c.catalogue) ?? []).map
      {
        label, value in
        SceneItem(
          "input-\(value)", label, state: plan.value("input") == value ? "chosen" : "",
          .feature(.start(.answer("input", value))))
      }
    case 4:
      return [
        SceneItem(
          "number", "Type the number", state: plan.value("number.on-call")?.forDisplay ?? "",
          .type(.setting("number.on-call")))
      ]
    default: return []
    }
  }
}
