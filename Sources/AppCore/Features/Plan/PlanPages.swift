internal import CellUI
internal import NightModel
internal import Text

/// The pages of the plan, who or what stands on them, and closing the record.
extension PlanFeature {
  func page(_ page: PlanKey.Page, _ c: Context) -> Scene {
    var scene = Scene("plan-\(page.rawValue)", page.label)
    switch page {
    case .people:
      scene.facts = [.init("", "Initials show beside every entry. Who takes over under Handover writes.")]
      scene.list = SceneList(members(.people, .people, c) + [adding(.people, "Add somebody: initials"), .back])
    case .medicines:
      scene.facts = [.init("", "As the label says, word for word. Nothing here is reckoned with or advised.")]
      scene.list = SceneList(members(.medicines, .medicine, c) + [adding(.medicine, "Add a medicine: name"), .back])
    case .equipment: equipmentPage(&scene, c)
    case .routine: routinePage(&scene, c)
    case .record: recordPage(&scene, c)
    case .report: reportPage(&scene, c)
    case .person, .turning, .numbers, .card, .nights, .settings, .switches: settingsPage(page, &scene, c)
    }
    return scene
  }

  /// A page that is its settings, one below the other.
  private func settingsPage(_ page: PlanKey.Page, _ scene: inout Scene, _ c: Context) {
    var items = PlanKey.allCases.filter { $0.page == page && $0.isAsked }.flatMap { key -> [SceneItem] in
      guard case .who(let words)? = key.member else {
        return [settingItem(Setting(key), label: key.label, c)]
      }
      let others = c.plan.values(of: key).map(\.name).filter { !words.contains($0) }
      return (words + others).map { who in
        settingItem(Setting(key, who), label: who.hyphensAsSpaces.capitalizedFirst.forDisplay, c)
      } + [adding(.number, "Another number: whose")]
    }
    switch page {
    case .turning:
      scene.facts = [
        .init("", "Set with your clinic. Nightstand never sounds for a turn; set a real alarm for that.")
      ]
    case .numbers: scene.facts = [.init("", "Your own order, and hospice above all if you say so.")]
    case .card:
      scene.facts = [.init("", "What is left blank is left out, and blank wishes are said to be blank.")]
      items.insert(SceneItem("card", "Look at the card", .open(.card)), at: 0)
    case .settings: items.append(SceneItem("welcome", "Ask the first questions again", .open(.welcome(0))))
    case .nights:
      items.insert(SceneItem("read", "Read it as a page", .open(.howWeDoNights)), at: 0)
      items.insert(SceneItem("power", PowerPage.lead, .open(.powerOut)), at: 1)
    case .switches: items = switchItems(c) + items
    case .person, .people, .equipment, .routine, .medicines, .report, .record: break
    }
    scene.list = SceneList(items + [.back])
  }

  /// How one presses, and the pages about switches.
  private func switchItems(_ c: Context) -> [SceneItem] {
    let hasTwo = c.ways.wayToPress == .twoSwitches
    let way = c.ways.scanWay ?? (hasTwo ? .step : .auto)
    func bind(_ which: SwitchPage.Switch, _ label: String) -> SceneItem {
      let keys = c.switchKeys.sent(by: which, in: way).map(\.name).joined(separator: ", ")
      return SceneItem("bind-\(which)", label, state: keys, .open(.switches(.bind(which))))
    }
    let isTimed = way == .autoWithBack
    let binding =
      hasTwo
      ? [
        bind(.first, isTimed ? "The switch that chooses" : "The switch that moves"),
        bind(.second, isTimed ? "The switch that leads out" : "The switch that chooses"),
      ] : [bind(.first, "Press your switch now")]
    return [settingItem(Setting(.input), label: PlanKey.input.label, c)] + binding + [
      SceneItem("calibrate", "Find the time that fits", .open(.switches(.calibrate))),
      SceneItem("try", "Try the switch", .open(.switches(.test))),
    ]
      + (c.by.map { [SceneItem("personal", "For \($0.forDisplay) alone", .open(.planMember(.switches, $0)))] } ?? [])
  }

  private func members(_ page: PlanKey.Page, _ family: PlanKey, _ c: Context) -> [SceneItem] {
    c.plan.values(of: family).map { name, value in
      let setting = Setting(family, name)
      let isNameAlone = value == name && c.plan.versions(setting).isEmpty
      return SceneItem(
        "member-\(name)", name.forDisplay, state: isNameAlone ? "" : stateWords(setting, c),
        .open(.planMember(page, name)))
    }
  }

  private func adding(_ family: PlanFamily, _ label: String) -> SceneItem {
    SceneItem("add", label, .type(.member(family)))
  }

  private func equipmentPage(_ scene: inout Scene, _ c: Context) {
    let waiting = c.plan.waiting(c.catalogue)
    scene.facts = waiting.map { .init("\(c.catalogue.label(ofEquipment: $0.id)):", $0.on) }
    scene.list = SceneList(
      c.catalogue.equipment.map { kind in
        let standing = EquipmentStanding(kind.id, in: c.plan)
        return SceneItem(
          kind.id, kind.label, state: standing.words(c.catalogue), .open(.planMember(.equipment, kind.id)))
      } + [SceneItem("insurance", "The way through the insurer", .open(.insurance)), .back])
  }

  /// One person, piece of equipment or medicine: its settings, and how to take it off.
  func member(_ page: PlanKey.Page, _ name: String, _ c: Context) -> Scene {
    if page == .switches { return personal(name, c) }
    let title = page == .equipment ? c.catalogue.label(ofEquipment: name) : name.forDisplay
    var scene = Scene("plan-member-\(page.rawValue)", title)
    var items: [SceneItem] = []
    if page == .equipment {
      let (standing, inUse) = (EquipmentStanding(name, in: c.plan), Setting(.equipment, name))
      if let kind = c.catalogue.equipment(name) { scene.facts.append(.init("", kind.what)) }
      scene.facts += standing.facts(on: c.now.date, c.catalogue)
      items.append(
        SceneItem(
          "in-use", "In use", state: standing.isInUse ? "yes" : "no",
          detail: "What needs it shows in the checklists and menus only while it is in use.",
          c.plan.versions(inUse).isEmpty
            ? .set(inUse, standing.isInUse ? "" : "in-use") : .open(.planChoice(inUse))))
    }
    let isPowered = c.catalogue.equipment(name)?.isPowered != false
    let families = PlanKey.families(on: page).filter { key in
      key != .equipment && (isPowered || ![.equipmentRunTime, .equipmentTested].contains(key))
    }
    items += families.map { key in
      settingItem(Setting(key, name), label: page == .people ? "Name" : key.label, c)
    }
    if page != .equipment {
      items.append(SceneItem("remove", "Take it off the list", .feature(.plan(.removeMember(page, name)))))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// How one who writes presses, scans and sees, where that is other than for everybody.
  private func personal(_ writer: String, _ c: Context) -> Scene {
    var scene = Scene("plan-personal", "For \(writer.forDisplay) alone")
    scene.facts = [.init("", "What is left blank is as for everybody. It holds while \(writer.forDisplay) writes.")]
    let items = PlanKey.personalKeys.map { settingItem(Setting($0, for: writer), label: $0.label, c) }
    scene.list = SceneList(items + [.back])
    return scene
  }

  // MARK: Signs and report

  /// The questions for the team, and a few choices.
  private func reportPage(_ scene: inout Scene, _ c: Context) {
    scene.facts = [.init("", "Questions stand in the report for the clinic, in your words.")]
    let questions = c.plan.values(of: .question)
    var items = questions.map { name, value in
      SceneItem("question-\(name)", value.forDisplay, .type(.setting(.question, name)))
    }
    // The first number that is free.
    let next = (1...questions.count + 1).first { number in !questions.contains { $0.name == "\(number)" } } ?? 1
    items.append(SceneItem("add", "Add a question for the team", .type(.setting(.question, "\(next)"))))
    items += PlanKey.allCases.filter { $0.page == .report && $0.isAsked && $0.member == nil }.map {
      settingItem(Setting($0), label: $0.label, c)
    }
    scene.list = SceneList(items + [.back])
  }

  // MARK: The record

  private func recordPage(_ scene: inout Scene, _ c: Context) {
    let plan = c.plan
    if let folder = c.folder {
      scene.facts = [
        .init("the record lies in", folder.forDisplay),
        .init("", "Copying that folder copies all of it; nothing leaves this machine by itself."),
        .init("", "To erase a night or all of it for good: 'nightstand purge', at the shell."),
      ]
    }
    scene.facts += c.record.allFindings().map { .init("", "\($0.words).") }
    if plan.isClosed, let closed = plan.standing(Setting(.closed))?.since {
      scene.facts.append(.init("", "Closed on \(NightWords.fullDay(closed.date)). Everything stays readable."))
    }
    let close =
      plan.isClosed
      ? SceneItem("reopen", "Open this record again", .set(Setting(.closed), ""))
      : SceneItem("close", "Close this record", .open(.closing))
    let tonightIsAway = plan.away(on: c.tonight)
    var items = [
      close,
      tonightIsAway == nil
        ? SceneItem("away", "Away tonight (hospital, respite)", .open(.planChoice(Setting(.away, "\(c.tonight)"))))
        : SceneItem(
          "home", "At home tonight after all", state: tonightIsAway ?? "", .set(Setting(.away, "\(c.tonight)"), "")),
      SceneItem("away-other", "Another night away", .open(.awayNights)),
    ]
    items += plan.values(of: .away).reversed().map { night, place in
      SceneItem("away-\(night)", night, state: place.forDisplay, .open(.planChoice(Setting(.away, night))))
    }
    if !plan.isClosed { items.append(SceneItem("marks", "Mark a change, for the trends", .open(.marks(.thirty)))) }
    scene.list = SceneList(items + [.back])
  }

  /// Which night was spent away: the last fourteen by picking, any other by its date.
  func awayNights(_ c: Context) -> Scene {
    var scene = Scene("away-nights", "Which night?")
    scene.list = SceneList(
      c.lastFortnight.map { night in
        SceneItem(
          "away-\(night)", NightWords.short(night), state: c.plan.away(on: night)?.forDisplay ?? "",
          .open(.planChoice(Setting(.away, "\(night)"))))
      } + [SceneItem("typed", "Type its date", .type(.member(.away))), .back])
    return scene
  }

  func closing() -> Scene {
    var scene = Scene("closing", "Close this record?")
    scene.facts = [
      .init("", "No reason is asked. Afterwards nothing is asked, planned or marked here any more."),
      .init("", "Everything stays to be read and printed, and it can be opened again at any time."),
    ]
    scene.list = SceneList([
      SceneItem("stay", "Leave it open", .back), SceneItem("close", "Close this record", .set(Setting(.closed), "yes")),
      .back,
    ])
    return scene
  }
}
