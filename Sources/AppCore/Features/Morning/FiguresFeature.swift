public import NightModel
internal import Text

/// The sleep figures of a night, each with its formula on demand. No norms and no bands.
public struct FiguresFeature: PagedFeature {
  /// The night.
  let date: CivilDate
  var pages: [Page] = []

  /// The figures of a night.
  init(_ date: CivilDate) { self.date = date }

  /// A page above the figures.
  public enum Page: Hashable, Sendable {
    /// One of them, explained.
    case figure(DiaryFigure)
  }

  /// What a person can want of the figures.
  public enum Intent: Hashable, Sendable {
    /// Explains one.
    case explain(DiaryFigure)
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .explain = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .explain(let figure): pages = [.figure(figure)]
    }
    return []
  }

  func needs(_ c: Context) -> Needs { Needs(nights: c.morningNights(date), figures: date) }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: figures(c)
    case .figure(let figure): explained(figure, c)
    }
  }

  private func figures(_ c: Context) -> Scene {
    var scene = Scene("figures", "Figures, \(NightWords.night(date))")
    scene.shortTitle = "Figures, \(NightWords.short(date))"
    let diary = c.answers(date, .diary)?.details
    if let figures = c.record.rows[date] {
      if let mask = figures.mask { scene.facts.append(Fact("mask:", "\(NightWords.duration(mask)) (as written)")) }
      scene.facts += figures.unconfirmedFacts
      if figures.maskIsOpen == true { scene.facts.append(Fact("mask:", "put on, and not noted as taken off")) }
    }
    if let elsewhere = diary?.number(.elsewhere) {
      let place = diary?.text(.place).map { " (\($0.forDisplay))" } ?? ""
      scene.facts.append(
        Fact("slept elsewhere:", "\(NightWords.duration(elsewhere))\(place), beside TST and not in it"))
    }
    scene.facts.append(Fact("", "Made from the morning diary: estimates, and nothing was measured."))
    let items = DiaryFigure.allCases.map { figure in
      let formula = figure.formula(of: diary, clock: c.clock)
      return SceneItem(
        figure.rawValue, figure.label, state: formula.value ?? formula.needsWords ?? "not to be had from these answers",
        .feature(.figures(.explain(figure))))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func explained(_ figure: DiaryFigure, _ c: Context) -> Scene {
    var scene = Scene("figure", figure.label)
    scene.isReading = true
    let formula = figure.formula(of: c.answers(date, .diary)?.details, clock: c.clock)
    scene.facts = [Fact("this night:", formula.value ?? "blank"), Fact("formula:", formula.formula)]
    if let numbers = formula.numbers { scene.facts.append(Fact("in numbers:", numbers)) }
    if let needs = formula.needsWords { scene.facts.append(Fact("", needs.capitalizedFirst)) }
    scene.facts.append(Fact("source:", figure.source))
    return scene
  }
}
