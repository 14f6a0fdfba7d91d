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
    case .undoing(let preview): undoingScene(preview)
    case .text(let entry): textScene(entry)
    case .morning(let date): morningScene(date)
    case .carerNight(let date): carerNightScene(date)
    case .figures(let date): figuresScene(date)
    case .figure(let date, let figure): figureScene(date, figure)
    case .pageChoice(let question): pageChoiceScene(question)
    case .pageDoubt(let doubt): pageDoubtScene(doubt)
    case .whoSays: whoSaysScene()
    case .checklist, .checkItem, .symptoms, .pastNights, .night: screen.scene(context) ?? Scene("", "")
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
