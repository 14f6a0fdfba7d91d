internal import NightModel
internal import Text

/// The page of the plan about signs and the report: the questions for the team, and a few choices.
extension App {
  func reportPage(_ scene: inout Scene) {
    let plan = record.plan
    scene.facts = [.init("", "Questions stand in the report for the clinic, in your words.")]
    var items = plan.values(below: "question").map { name, value in
      SceneItem("question-\(name)", value.forDisplay, .type(.setting("question.\(name)")))
    }
    items.append(SceneItem("add", "Add a question for the team", .type(.setting(nextQuestion))))
    items += PlanKey.all.filter { $0.page == .report && $0.isAsked && $0.member == nil }.map {
      settingItem($0.name, $0, label: $0.label)
    }
    items += plan.values(below: "aside").map { sign, value in
      SceneItem(
        "aside-\(sign)", "Put aside: \(catalogue.sign(sign)?.label ?? sign.forDisplay)",
        state: SignAside(value)?.words ?? "", .open(.planChoice("aside.\(sign)")))
    }
    scene.list = SceneList(items + [.back])
  }

  /// The key of the next question: the first number that is free.
  var nextQuestion: String {
    let taken = Set(record.plan.values(below: "question").map(\.name))
    let number = (1...taken.count + 1).first { !taken.contains("\($0)") } ?? 1
    return "question.\(number)"
  }
}
