internal import NightModel
internal import Text

/// The emergency card and the pages one key away from it, in the family's words.
public enum CardFeature: Feature {
  /// The card itself.
  case card
  /// If tonight is too much, for either of you.
  case tooMuch
  /// What was agreed for when the person is dying or has died.
  case agreed
  /// How we do nights.
  case nights

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    needs.mayRest = self == .nights
    return needs
  }

  func scene(_ c: Context) -> Scene {
    var scene =
      switch self {
      case .card: card(c)
      case .tooMuch: tooMuch(c)
      case .agreed: agreed(c)
      case .nights: nights(c)
      }
    scene.isReading = true
    return scene
  }

  private func card(_ c: Context) -> Scene {
    var scene = Scene("card", "Emergency card")
    var blocks = EmergencyCard(c.plan, isWhole: c.record.isPlanWhole).blocks
    if let kept = c.record.keptCard {
      let isGone = c.plan.timeline.all.isEmpty
      let head = c.record.isMissing ? "The record is not there. The card" : "The plan could not be read. The card"
      blocks = isGone ? [] : blocks + [.blank]
      blocks.append(.heading(isGone ? "\(head) as last kept" : "The card before part of the plan was lost"))
      blocks += kept.split(separator: "\n").map { .paragraph(String($0)) }
    }
    scene.facts = blocks.facts
    var items = [
      SceneItem("too-much", "If tonight is too much", letter: "t", .open(.tooMuch)),
      SceneItem("nights", "How we do nights", letter: "h", .open(.howWeDoNights)),
      SceneItem("change", "Change what it says", letter: "c", .open(.planPage(.card))),
      SceneItem("numbers", "Change the numbers", letter: "n", .open(.planPage(.numbers))),
    ]
    if !EmergencyCard.agreed(c.plan).isEmpty {
      items.append(SceneItem("agreed", "What we agreed", letter: "w", .open(.agreed)))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func tooMuch(_ c: Context) -> Scene {
    var scene = Scene("too-much", "If tonight is too much, for either of you")
    scene.facts = EmergencyCard.tooMuch(c.plan, isWhole: c.record.isPlanWhole).facts
    return scene
  }

  private func agreed(_ c: Context) -> Scene {
    var scene = Scene("agreed", EmergencyCard.agreedTitle(c.plan))
    scene.shortTitle = "What we agreed"
    scene.facts = EmergencyCard.agreed(c.plan).facts
    return scene
  }

  private func nights(_ c: Context) -> Scene {
    var scene = Scene("how-we-do-nights", "How we do nights")
    scene.facts = EmergencyCard.nights(c.plan).facts
    if scene.facts.isEmpty { scene.facts = [.init("", "Nothing typed yet; add it under Plan and settings.")] }
    return scene
  }
}
