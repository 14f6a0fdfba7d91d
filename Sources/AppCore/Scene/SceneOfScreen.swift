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
    case .trends, .leaving, .glance, .undoing, .help, .tonight, .doubt, .question, .figures, .carerNight, .morning,
      .takenBack, .toComplete, .completing,
      .entry,
      .handover, .report, .marks:
      screen.scene(context) ?? Scene("", "")
    case .guide: guideScene()
    case .guidePage(let id): guidePageScene(id)
    case .guideFound(let words): guideFoundScene(words)
    case .plan: planScene()
    case .planPage(let page): planPageScene(page)
    case .planMember(let page, let name): planMemberScene(page, name)
    case .versions: versionsScene()
    case .planChoice(let key): planChoiceScene(key)
    case .routineGroup(let group): routineGroupScene(group)
    case .routineItem(let item): routineItemScene(item)
    case .awayNights: awayNightsScene()
    case .closing: closingScene()
    case .recordMissing(let words): recordMissingScene(words)
    case .welcome(let step): welcomeScene(step)
    case .card: cardScene()
    case .signs: signsScene()
    case .sign(let id): signScene(id)
    case .foundSign(let id): foundSignScene(id)
    case .whileWaiting: whileWaitingScene()
    case .team: teamScene()
    case .insurance: insuranceScene()
    case .tooMuch: tooMuchScene()
    case .agreed: agreedScene()
    case .howWeDoNights: howWeDoNightsScene()
    case .paper(let night): paperScene(night)
    }
  }
}
