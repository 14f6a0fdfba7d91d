internal import NightModel
internal import Text

/// When to call: the family's own numbers, what was found in the record, and the three levels of warning signs, to be
/// read. The list itself looks at nothing that was written.
extension App {
  func signsScene() -> Scene {
    var scene = Scene("signs", "When to call")
    scene.facts = [.init("", SignWords.head)] + foundFacts
    var items = waysToHelp + foundItems
    // After what was found another heading says that the rest stands there for everybody.
    items += [
      SceneItem(
        "team", "Who is who in the team", heading: foundItems.isEmpty ? nil : "To be read", .open(.team)),
      SceneItem("report", "Report for the clinic", .open(.report)),
    ]
    for level in catalogue.levels {
      for (index, sign) in catalogue.signs(of: level.id).enumerated() {
        items.append(
          SceneItem(
            sign.id, sign.label, detail: sign.what, heading: index == 0 ? level.label : nil, .open(.sign(sign.id))))
      }
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  func signScene(_ id: String) -> Scene {
    guard let sign = catalogue.sign(id) else { return Scene("sign", id) }
    var scene = Scene("sign", sign.label)
    scene.facts = [.init("", sign.what)]
    if let level = catalogue.levels.first(where: { $0.id == sign.level }) {
      scene.facts.append(.init("\(level.label):", level.what))
    }
    scene.facts += sources(sign.sources, sign.certainty)
    scene.list = SceneList(waysToHelp + [.back])
    return scene
  }

  /// Whom to call, and what to do until they come.
  private var waysToHelp: [SceneItem] {
    [
      SceneItem("card", "Your numbers: emergency card", .open(.card)),
      SceneItem("waiting", "While waiting, and what to say", .open(.whileWaiting)),
    ]
  }

  func whileWaitingScene() -> Scene {
    reading(
      "while-waiting", "While waiting, and what to say",
      [("While you wait", catalogue.whileWaiting), ("Tell who comes", catalogue.tellResponders)])
  }

  func teamScene() -> Scene {
    reading(
      "team", "Who is who in the team",
      [
        ("The team", catalogue.team.map(\.statement)),
        ("Numbers worth having", catalogue.contacts.map(\.statement)),
      ])
  }

  /// How insurers go about equipment, to be read: of what is in use or on its way, or of all while nothing was said.
  func insuranceScene() -> Scene {
    let kinds = catalogue.equipment.filter { kind in
      record.plan.equipment.isEmpty || EquipmentStanding(kind.id, in: record.plan).isKnown
    }
    return reading(
      "insurance", "The way through the insurer",
      [("In general", catalogue.insurance)] + kinds.map { ($0.label, $0.insurer) })
  }

  /// Statements to be read, in groups; those to confirm are marked, and the sources stand at the foot.
  private func reading(_ name: String, _ title: String, _ groups: [(heading: String, statements: [Statement])]) -> Scene
  {
    var scene = Scene(name, title)
    scene.isReading = true
    var blocks: [TextBlock] = []
    for (heading, statements) in groups where !statements.isEmpty {
      if !blocks.isEmpty { blocks.append(.blank) }
      blocks += [.heading(heading)] + statements.map { .point($0.marked) }
    }
    let all = groups.flatMap(\.statements)
    let keys = all.flatMap(\.sources).eachOnce.filter { $0 != "TEAM" }
    blocks += TextBlock.foot(
      isMarked: all.contains(where: \.isToConfirm),
      sources: keys.compactMap { catalogue.source($0).map { .point($0.words) } })
    scene.facts = blocks.facts
    return scene
  }
}
