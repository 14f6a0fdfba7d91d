internal import NightModel
internal import Text

/// Pages that are only read: the team, the way through the insurer, what to do until help comes or while the power is out.
public enum ReadingFeature: Feature {
  /// Who is who in the team, and whom to have a number of.
  case team
  /// How insurers go about equipment.
  case insurance
  /// What to do while waiting for help, and what to tell those who come.
  case whileWaiting
  /// What to do while the power is out, and once it is back.
  case powerOut

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    needs.mayRest = self != .whileWaiting && self != .powerOut
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch self {
    case .team:
      page(
        "team", "Who is who in the team",
        [
          ("The team", c.catalogue.team.map(\.statement)),
          ("Numbers worth having", c.catalogue.contacts.map(\.statement)),
        ], c)
    case .insurance:
      page(
        "insurance", "The way through the insurer",
        [("In general", c.catalogue.insurance)] + knownEquipment(c).map { ($0.label, $0.insurer) }, c)
    case .whileWaiting:
      page(
        "while-waiting", "While waiting, and what to say",
        [("While you wait", c.catalogue.whileWaiting), ("Tell who comes", c.catalogue.tellResponders)], c)
    case .powerOut: powerOut(c)
    }
  }

  private func powerOut(_ c: Context) -> Scene {
    var scene = Scene("power-out", PowerPage.title)
    scene.isReading = true
    scene.facts = PowerPage(c.plan, c.catalogue, isWhole: c.record.isPlanWhole).blocks.facts
    var items = [c.cardItem]
    if !c.plan.isClosed {
      items += [
        SceneItem("steps", "Change our steps", .open(.planPage(.nights))),
        SceneItem("run-times", "Change a run time", .open(.planPage(.equipment))),
      ]
    }
    scene.list = SceneList(items + [.back]).inTwoColumns
    return scene
  }

  /// The equipment that is in use or on its way; all of it while nothing was said.
  private func knownEquipment(_ c: Context) -> [Equipment] {
    c.catalogue.equipment.filter { c.plan.equipment.isEmpty || EquipmentStanding($0.id, in: c.plan).isKnown }
  }

  /// Statements in groups; those to confirm are marked, and the sources stand at the foot.
  private func page(
    _ name: String, _ title: String, _ groups: [(heading: String, statements: [Statement])], _ c: Context
  ) -> Scene {
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
      sources: keys.compactMap { c.catalogue.source($0).map { .point($0.words) } })
    scene.facts = blocks.facts
    return scene
  }
}
