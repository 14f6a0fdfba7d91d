internal import NightModel
internal import Text

/// The changes that are marked for the trends, and how to mark one.
public struct MarksFeature: PagedFeature {
  /// How many nights are looked at for changes that the plan tells of.
  let span: TrendSpan
  var pages: [Page] = []

  /// A page above the list of changes.
  public enum Page: Hashable, Sendable {
    /// In which night something changed.
    case nights
  }

  /// What a person can want of the changes.
  public enum Intent: Hashable, Sendable {
    /// Asks in which of the last nights it was.
    case pickNight
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .pickNight = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .pickNight: pages = [.nights]
    }
    return []
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    needs.extent = true
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: changes(c)
    case .nights: nights(c)
    }
  }

  private func changes(_ c: Context) -> Scene {
    var scene = Scene("marks", "Mark a change")
    scene.facts = [
      .init("", "A new mask, another mattress: what changed, and the first night with it."),
      .init("", "Equipment and medicines that came or went in the plan are found without a mark."),
    ]
    let items = [
      SceneItem("last-nights", "In one of the last 14 nights", .feature(.marks(.pickNight))),
      SceneItem("typed", "Type the date of its night", .type(.member(.mark))),
    ]
    let typed = c.record.plan.values(of: .mark).reversed().enumerated().map { index, mark in
      SceneItem(
        "mark-\(mark.name)", CivilDate(mark.name).map(NightWords.fullDay) ?? mark.name.forDisplay,
        state: mark.value.forDisplay,
        heading: index == 0 ? "Marked" : nil, .open(.planChoice(Setting(.mark, mark.name))))
    }
    let last = c.record.lastTrendNight
    let looked = span.nights(to: last, oldest: c.record.oldest ?? last)
    let found = ChangeMark.among(looked, c).filter { !$0.isTyped }.reversed().enumerated().map { index, mark in
      SceneItem(
        "found-\(mark.night)-\(index)", NightWords.fullDay(mark.night), state: mark.words,
        heading: index == 0 ? "Found in the plan, in the nights looked at" : nil, .open(.night(mark.night)))
    }
    scene.list = SceneList(items + typed + found + [.back])
    return scene
  }

  /// In which night something changed: the last fourteen by picking.
  private func nights(_ c: Context) -> Scene {
    var scene = Scene("mark-nights", "The first night with it")
    scene.list = SceneList(
      c.lastFortnight.map { night in
        SceneItem(
          "mark-\(night)", NightWords.short(night), state: c.record.plan.value(.mark, "\(night)")?.forDisplay ?? "",
          .open(.planChoice(Setting(.mark, "\(night)"))))
      } + [.back])
    return scene
  }
}
