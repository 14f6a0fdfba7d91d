internal import NightModel
internal import Text

/// The first questions, in order; each can be passed over and changed later.
enum StartQuestion: Int, CaseIterable {
  case person, initials, equipment, input, number
  /// What Nightstand is not: only to be read, each time.
  case limits

  var title: String {
    switch self {
    case .person: "Welcome to Nightstand"
    case .initials: "Your initials"
    case .equipment: "Which equipment is used?"
    case .input: "How will you press?"
    case .number: "One number to call at night"
    case .limits: "What Nightstand is not"
    }
  }

  var words: [String] {
    switch self {
    case .person:
      [
        "A record of the nights, kept on this machine alone. Six short questions; each can be passed over.",
        "Who is it kept for?",
      ]
    case .initials: ["They stand beside what you write, so that others know whom to ask."]
    case .equipment: ["Only what is used shows in the lists. Choose each one that is."]
    case .input:
      [
        "Every way works at any time. With two switches, one sends Tab and the other Space.",
        "Never give Nightstand the switch you call with.",
      ]
    case .number: ["It goes on the emergency card, which e or F2 shows anywhere."]
    case .limits:
      [
        "It keeps a record. It does not diagnose, treat, monitor or alarm, and it contacts nobody.",
        "It never sounds for a planned turn; set a real alarm for that.",
        "It cannot replace the machine's own alarms, or a person within earshot.",
        "In an emergency follow your plan, or call your emergency number.",
        "Its lists come from named sources and may not fit you; your team's instructions win.",
      ]
    }
  }

  /// True if several things can be chosen, or much is to be read, before one goes on.
  var isList: Bool { self == .equipment || self == .limits }

  /// The question of a step, from 0; the last one from there on.
  init(step: Int) { self = StartQuestion(rawValue: step) ?? .limits }

  func isAnswered(_ c: Context) -> Bool {
    switch self {
    case .person: c.plan.person != nil
    case .initials: c.by != nil
    case .equipment: !c.plan.equipment.isEmpty
    case .input: c.plan.value(.input) != nil
    case .number: c.plan.value(.number, "on-call") != nil
    case .limits: false
    }
  }

  /// What can be chosen for an answer.
  func answers(_ c: Context) -> [SceneItem] {
    let plan = c.plan
    switch self {
    case .person:
      return [
        SceneItem("person", "Type the person's name", state: plan.person?.forDisplay ?? "", .type(.setting(.person)))
      ]
    case .initials: return [SceneItem("initials", "Type your initials", state: c.by ?? "", .type(.start(.initials)))]
    case .equipment:
      return c.catalogue.equipment.map { kind in
        let isInUse = plan.equipment.contains(kind.id)
        return SceneItem(
          kind.id, kind.label, state: isInUse ? "in use" : "",
          .set(Setting(.equipment, kind.id), isInUse ? "" : "in-use"))
      }
    case .input:
      return PlanKey.input.picks(standing: nil, today: c.now.date, catalogue: c.catalogue).map { label, value in
        SceneItem(
          "input-\(value)", label, state: plan.value(.input) == value ? "chosen" : "",
          .feature(.start(.answer(Setting(.input), value))))
      }
    case .number:
      return [
        SceneItem(
          "number", "Type the number", state: plan.value(.number, "on-call")?.forDisplay ?? "",
          .type(.setting(.number, "on-call")))
      ]
    case .limits: return []
    }
  }
}

extension StartFeature {
  func question(_ step: Int, _ c: Context) -> Scene {
    let question = StartQuestion(step: step)
    var scene = Scene("welcome-\(step + 1)", question.title)
    scene.facts = question.words.map { .init("", $0) }
    let last = StartQuestion.allCases.count - 1
    let next =
      step >= last
      ? SceneItem("begin", "Begin", .feature(.start(.end)))
      : SceneItem(
        "next", question.isAnswered(c) ? "Next" : "Skip this", state: "\(step + 1) of \(last + 1)",
        .open(.welcome(step + 1)))
    // Where several can be chosen the way on comes first, so that it is always in sight.
    var items = question.isList ? [next] + question.answers(c) : question.answers(c) + [next]
    if case .act(.type(let purpose))? = items.first?.intent { scene.answersByTyping = purpose }
    if step == 0 { items.append(SceneItem("skip-all", "Skip all questions", .open(.welcome(last)))) }
    scene.list = SceneList(items + [.back])
    return scene
  }
}
