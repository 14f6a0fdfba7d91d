internal import NightModel
internal import Text

/// What was taken back in a night: each entry can be looked at and brought back.
public struct TakenBackFeature: Feature {
  /// The night.
  let night: CivilDate

  func needs(_ c: Context) -> Needs { Needs(nights: [night, night.adding(days: 1)], figures: night) }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("taken-back", "Taken back, \(NightWords.night(night))")
    scene.shortTitle = "Taken back"
    let timeline = c.record.nights[night]?.timeline
    let items = timeline?.takenBack ?? []
    scene.facts = [
      .init(
        "",
        items.isEmpty ? "Nothing was taken back in this night." : "None of it counts; each can be brought back.")
    ]
    scene.list = SceneList(
      items.map { item in
        let taker = timeline?.takers(of: item).last
        let by = taker?.by.map { " by \($0.forDisplay)" } ?? ""
        return SceneItem(
          "\(item.id)", "\(c.clock.words(item.at))  \(item.words(c.catalogue))",
          state: taker.map { "taken back \(c.clock.words($0.at))\(by)" } ?? "",
          .open(.entry(EntryAddress(night: night, id: item.id))))
      } + [.back])
    scene.list.labelColumns = 44
    return scene
  }
}
