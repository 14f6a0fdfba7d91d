/// The scene of each screen.
extension App {
  /// The screen shown now, described once for every way of showing it.
  public func scene() -> Scene { readable(sceneOfScreen) }

  private var sceneOfScreen: Scene {
    switch screen {
    case .tonight(let question): tonightScene(question)
    case .menu(let menu): menuScene(menu)
    case .medicines: medicinesScene()
    case .checklist(let list): checklistScene(list)
    case .checkItem(let id): checkItemScene(id)
    case .hiddenItems(let list): hiddenItemsScene(list)
    case .symptoms: symptomsScene()
    case .entry(let target): entryScene(target)
    case .time(let target): timeScene(target)
    case .choice(let target, let field): choiceScene(target, field)
    case .text(let entry): textScene(entry)
    case .pastNights: pastNightsScene()
    case .searching: searchingScene()
    case .found(let query): foundScene(query)
    case .years: yearsScene()
    case .months(let year): monthsScene(year)
    case .night(let date): nightScene(date)
    case .people: peopleScene()
    case .guide: guideScene()
    case .guidePage(let id): guidePageScene(id)
    case .guideFound(let words): guideFoundScene(words)
    case .plan: planScene()
    case .planPage(let page): planPageScene(page)
    case .planMember(let page, let name): planMemberScene(page, name)
    case .planChoice(let key): planChoiceScene(key)
    case .routineGroup(let group): routineGroupScene(group)
    case .routineItem(let item): routineItemScene(item)
    case .awayNights: awayNightsScene()
    case .closing: closingScene()
    case .welcome(let step): welcomeScene(step)
    case .card: cardScene()
    case .signs: signsScene()
    case .sign(let id): signScene(id)
    case .whileWaiting: whileWaitingScene()
    case .team: teamScene()
    case .insurance: insuranceScene()
    case .tooMuch: tooMuchScene()
    case .agreed: agreedScene()
    case .howWeDoNights: howWeDoNightsScene()
    case .help: helpScene()
    case .leaving: leavingScene()
    }
  }
}
