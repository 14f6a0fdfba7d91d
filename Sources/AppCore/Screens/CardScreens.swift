internal import NightModel
internal import Text

/// The emergency card and the pages one key away from it, in the family's words.
extension App {
  func cardScene() -> Scene {
    var scene = Scene("card", "Emergency card")
    var blocks = EmergencyCard(record.plan, isWhole: record.isPlanWhole).blocks
    if let kept = record.keptCard {
      let isGone = record.plan.timeline.all.isEmpty
      let head = record.isMissing ? "The record is not there. The card" : "The plan could not be read. The card"
      blocks = isGone ? [] : blocks + [.blank]
      blocks.append(.heading(isGone ? "\(head) as last kept" : "The card before part of the plan was lost"))
      blocks += kept.split(separator: "\n").map { .paragraph(String($0)) }
    }
    scene.facts = blocks.facts
    scene.isReading = true
    var items = [
      SceneItem("too-much", "If tonight is too much", letter: "t", .open(.tooMuch)),
      SceneItem("nights", "How we do nights", letter: "h", .open(.howWeDoNights)),
      SceneItem("change", "Change what it says", letter: "c", .open(.planPage(.card))),
      SceneItem("numbers", "Change the numbers", letter: "n", .open(.planPage(.numbers))),
    ]
    if !EmergencyCard.agreed(record.plan).isEmpty {
      items.append(SceneItem("agreed", "What we agreed", letter: "w", .open(.agreed)))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  func tooMuchScene() -> Scene {
    var scene = Scene("too-much", "If tonight is too much, for either of you")
    scene.facts = EmergencyCard.tooMuch(record.plan, isWhole: record.isPlanWhole).facts
    scene.isReading = true
    return scene
  }

  func agreedScene() -> Scene {
    var scene = Scene("agreed", EmergencyCard.agreedTitle(record.plan))
    scene.shortTitle = "What we agreed"
    scene.facts = EmergencyCard.agreed(record.plan).facts
    scene.isReading = true
    return scene
  }

  func howWeDoNightsScene() -> Scene {
    var scene = Scene("how-we-do-nights", "How we do nights")
    scene.facts = EmergencyCard.nights(record.plan).facts
    scene.isReading = true
    if scene.facts.isEmpty { scene.facts = [.init("", "Nothing typed yet; add it under Plan and settings.")] }
    return scene
  }
}
