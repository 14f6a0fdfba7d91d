internal import NightModel
internal import Text

/// The sleep figures of a night, each with its formula on demand. No norms and no bands.
extension App {
  func figuresScene(_ date: CivilDate) -> Scene {
    var scene = Scene("figures", "Figures, \(NightWords.night(date))")
    scene.shortTitle = "Figures, \(NightWords.short(date))"
    let diary = answers(date, .diary)?.details
    if let figures = record.rows[date] {
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
      let formula = figure.formula(of: diary, clock: clock)
      return SceneItem(
        figure.rawValue, figure.label, state: formula.value ?? formula.needsWords ?? "not to be had from these answers",
        .open(.figure(date, figure)))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  func figureScene(_ date: CivilDate, _ figure: DiaryFigure) -> Scene {
    var scene = Scene("figure", figure.label)
    scene.isReading = true
    let formula = figure.formula(of: answers(date, .diary)?.details, clock: clock)
    scene.facts = [Fact("this night:", formula.value ?? "blank"), Fact("formula:", formula.formula)]
    if let numbers = formula.numbers { scene.facts.append(Fact("in numbers:", numbers)) }
    if let needs = formula.needsWords { scene.facts.append(Fact("", needs.capitalizedFirst)) }
    scene.facts.append(Fact("source:", figure.source))
    return scene
  }
}
