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
    case .text(let entry): textScene(entry)
    case .tonight, .checklist, .checkItem, .symptoms, .pastNights, .night, .entry, .completing, .toComplete,
      .takenBack, .morning, .carerNight, .question, .doubt, .figures, .trends, .marks, .signs, .handover, .plan,
      .start, .report, .guide, .reading, .card, .help, .glance, .undoing, .leaving:
      screen.scene(context) ?? Scene("", "")
    case .paper(let night): paperScene(night)
    }
  }
}
