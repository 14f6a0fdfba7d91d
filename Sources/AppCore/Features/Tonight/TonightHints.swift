internal import CellUI
internal import NightModel

/// Tonight's keys in the bottom row, ranked by what is missed most at night.
extension TonightFeature {
  /// With nothing asked. In a closed record nothing is written.
  func hints(_ c: Context) -> [Scene.Hint] { hints(back: "leave", isClosed: c.plan.isClosed) }

  /// While something is asked, to be left as it is by 0. The ways out that its list lacks can be walked to.
  func hintsOfQuestion(_ c: Context) -> [Scene.Hint] {
    let isOneOrTen = if case .oneOrTen? = pages.last { true } else { false }
    return hints(
      back: isAskingWhoWrites || isOfferingSteps ? "not now" : isOneOrTen ? "one" : "blank", walked: c.cardItem)
  }

  /// While it is asked what typed letters were, where 0 is one of them.
  var hintsOfTyped: [Scene.Hint] { hints(back: nil) }

  /// `card` is the line of the card where that and undo can be walked to.
  private func hints(back: String?, isClosed: Bool = false, walked card: SceneItem? = nil) -> [Scene.Hint] {
    func hint(_ command: Command, _ words: String, rank: Int, way: SceneItem? = nil) -> Scene.Hint? {
      let keys = (Keys.everywhere.bindings + Keys.tonight.bindings).first { $0.command == command }?.keys ?? []
      return keys.first.map { Scene.Hint(key: $0.name, words: words, rank: rank, way: way) }
    }
    let writing =
      isClosed ? [] : [hint(.earlier, "earlier", rank: 5), hint(.note, "note", rank: 6), hint(.line, "write", rank: 4)]
    return
      ([hint(.help, "help", rank: 2), hint(.undo, "undo", rank: 1, way: card == nil ? nil : .undo)] + writing
      + [hint(.card, "card", rank: 0, way: card), back.flatMap { hint(.back, $0, rank: 3) }]).compactMap(\.self)
  }
}
