internal import NightModel

/// The scene of each screen.
extension App {
  /// The screen shown now, described once for every way of showing it.
  public func scene() -> Scene {
    var scene = sceneOfScreen
    (scene.focus, scene.reading) = (place.focus, place.reading)
    scene.head = .init(person: personName, writer: by ?? "", clock: clock.words(now))
    (scene.status, scene.notice) = (statusWords, notice)
    scene.hints = hints(scene)
    return scene
  }

  private var sceneOfScreen: Scene {
    switch screen {
    case .tonight(let question): tonightScene(question)
    case .menu(let menu): menuScene(menu)
    case .medicines: medicinesScene()
    case .checklist(let list): checklistScene(list)
    case .checkItem(let id): checkItemScene(id)
    case .hiddenItems(let list): hiddenItemsScene(list)
    case .symptoms: symptomsScene()
    case .undoing(let preview): undoingScene(preview)
    case .text(let entry): textScene(entry)
    case .pastNights: pastNightsScene()
    case .searching: searchingScene()
    case .found(let query): foundScene(query)
    case .years: yearsScene()
    case .months(let year): monthsScene(year)
    case .night(let date): nightScene(date)
    case .morning(let date): morningScene(date)
    case .carerNight(let date): carerNightScene(date)
    case .figures(let date): figuresScene(date)
    case .figure(let date, let figure): figureScene(date, figure)
    case .pageChoice(let question): pageChoiceScene(question)
    case .pageDoubt(let doubt): pageDoubtScene(doubt)
    case .whoSays: whoSaysScene()
    case .trends, .takenBack, .toComplete, .completing, .entry, .handover, .report, .marks, .plan, .start, .guide,
      .reading,
      .card, .signs:
      screen.scene(context) ?? Scene("", "")
    case .glance: glanceScene()
    case .paper(let night): paperScene(night)
    case .help: helpScene()
    case .leaving: leavingScene()
    }
  }
}
