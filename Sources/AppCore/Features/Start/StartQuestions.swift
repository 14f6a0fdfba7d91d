internal import NightModel
internal import Text

/// The first questions, in order; each can be passed over and changed later. The last two are only to be read.
enum StartQuestion: Int, CaseIterable {
  case person, initials, equipment, input, number, medicines
  /// The keys that the first night needs.
  case keys
  /// What Nightstand is not.
  case limits

  /// How many are asked.
  static let asked = keys.rawValue

  var title: String {
    switch self {
    case .person: "Welcome to Nightstand"
    case .initials: "Your initials"
    case .equipment: "Which equipment is used?"
    case .input: "How will you press?"
    case .number: "One number to call at night"
    case .medicines: "Medicines, as on the label"
    case .keys: "The ten keys"
    case .limits: "What Nightstand is not"
    }
  }

  var words: [String] {
    switch self {
    case .person:
      [
        "A record of the nights, kept on this machine alone. Six things are asked; each can be passed over.",
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
    case .medicines:
      ["Tonight shows when each was last written. Type one name after the other; what the label says can come later."]
    case .keys:
      [
        "On Tonight one press writes one thing down, with the time of the press. What more there is to say can wait.",
        "To try them on a made-up person's nights, leave and start: nightstand demo",
      ]
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
  var isList: Bool {
    switch self {
    case .equipment, .medicines, .keys, .limits: true
    case .person, .initials, .input, .number: false
    }
  }

  /// The question of a step, from 0; the last one from there on.
  init(step: Int) { self = StartQuestion(rawValue: step) ?? .limits }

  func isAnswered(_ c: Context) -> Bool {
    switch self {
    case .person: c.plan.person != nil
    case .initials: c.by != nil
    case .equipment: !c.plan.equipment.isEmpty
    case .input: c.plan.value(.input) != nil
    case .number: c.plan.value(.number, "on-call") != nil
    case .medicines: !c.plan.medicines.isEmpty
    case .keys: c.plan.wasWelcomed
    case .limits: false
    }
  }

  /// What is to be read besides: each key with what it does, as far as this house has the equipment for it.
  func keys(_ c: Context) -> [Fact] {
    guard self == .keys else { return [] }
    let keys: [(String, String, Log?)] = [
      ("Enter", "mark this moment; what it was is said at dawn", nil), ("t", "turned", .event(.turn)),
      ("s", "suction", .event(.suction)), ("m", "mask on; o: off", .event(.maskOn)),
      ("h", "hard to breathe", .symptom("hard-to-breathe")), ("p", "pain", .symptom("pain")),
      ("w", "awake; z: looks asleep again", .event(.woke)), ("x", "medicine", nil),
      ("u", "takes the last thing back", nil),
      ("e", "emergency card", nil), ("a", "adjusted: blanket, arm, pillow", nil),
      ("n", "a note on the last entry", nil),
    ]
    // The last two take the place of what the house has no equipment for.
    return keys.filter { $0.2.map { c.offers($0.subject) } ?? true }.prefix(10).map { Fact("\($0.0):", $0.1) }
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
    case .medicines:
      // First, so that its digit stays while the list grows.
      return [SceneItem("add", "Type a medicine's name", .type(.start(.medicine)))]
        + plan.medicines.map {
          SceneItem("medicine-\($0.name)", $0.name.forDisplay, .open(.planMember(.medicines, $0.name)))
        }
    case .keys, .limits: return []
    }
  }
}

extension StartFeature {
  func question(_ step: Int, _ c: Context) -> Scene {
    let question = StartQuestion(step: step)
    var scene = Scene("welcome-\(step + 1)", question.title)
    scene.facts = question.words.map { .init("", $0) } + question.keys(c)
    let last = StartQuestion.allCases.count - 1
    let isAsked = step < StartQuestion.asked
    if isAsked {
      scene.title += "\(question.title.hasSuffix("?") ? "" : ",") \(step + 1) of \(StartQuestion.asked)"
    }
    let next =
      step >= last
      ? SceneItem("begin", "Begin", .feature(.start(.end)))
      : SceneItem("next", isAsked && !question.isAnswered(c) ? "Skip this" : "Next", .open(.welcome(step + 1)))
    let answers = question.answers(c)
    if case .act(.type(let purpose))? = answers.first?.intent { scene.answersByTyping = purpose }
    // Where there are many answers the way on stands below them, so that it is always in sight.
    if question == .equipment, !c.surface.isSpoken {
      (scene.list, scene.ways) = (SceneList(answers + [.back]), [next])
      return scene
    }
    var items = answers + [next]
    if step == 0 {
      items.append(SceneItem("skip-all", "Skip all questions", .open(.welcome(StartQuestion.keys.rawValue))))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }
}
