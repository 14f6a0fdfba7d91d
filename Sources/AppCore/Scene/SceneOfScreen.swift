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
    case .checklist(let list): checklistScene(list)
    case .checkItem(let id): checkItemScene(id)
    case .hiddenItems(let list): hiddenItemsScene(list)
    case .symptoms: symptomsScene()
    case .text(let entry): textScene(entry)
    case .pastNights: pastNightsScene()
    case .searching: searchingScene()
    case .found(let query): foundScene(query)
    case .years: yearsScene()
    case .months(let year): monthsScene(year)
    case .night(let date): nightScene(date)
    case .tonight, .entry, .completing, .toComplete, .takenBack, .morning, .carerNight, .question, .doubt,
      .figures, .trends, .marks, .signs, .handover, .plan, .start, .report, .guide, .reading, .card, .help,
      .glance, .undoing, .leaving:
      screen.scene(context) ?? Scene("", "")
    case .paper(let night): paperScene(night)
    }
  }
}
