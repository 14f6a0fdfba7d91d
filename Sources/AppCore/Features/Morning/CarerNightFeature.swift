internal import NightModel
internal import Text

/// The caregiver's own night.
public struct CarerNightFeature: Feature {
  /// The night.
  let date: CivilDate

  /// The caregiver's page of a night.
  init(_ date: CivilDate) { self.date = date }

  /// What a person can want of it.
  public enum Intent: Hashable, Sendable {
    /// Goes through it question by question.
    case walk
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .walk: c.walking(date, .carer)
    }
  }

  func needs(_ c: Context) -> Needs { Needs(nights: c.morningNights(date), figures: date) }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("carer-night", "Caregiver's own night, \(NightWords.night(date))")
    scene.shortTitle = "Caregiver, \(NightWords.short(date))"
    scene.facts = c.versionFacts(date, .carer)
    if !c.plan.showsCarerFigures {
      scene.facts.insert(
        .init("", "It is shown here and nowhere else, unless you turn that on in the settings."), at: 0)
    }
    let walk = SceneItem(
      "fill-in", "Fill in, question by question", state: c.progress(date, .carer), .feature(.carerNight(.walk)))
    scene.list = SceneList(
      (c.plan.isClosed ? [] : [walk]) + c.answerItems(date, .carer) + c.entryItems(date, .carer) + [.back])
    return scene
  }
}
