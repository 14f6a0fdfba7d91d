internal import NightModel
internal import Text

/// The plan and the settings: what stands, page by page. What is picked or typed is saved at once.
extension App {
  func planScene() -> Scene {
    var scene = Scene("plan", "Plan and settings")
    let undecided = record.plan.undecided.count
    let versions = SceneItem("versions", "Two versions: choose", state: "\(undecided)", .open(.versions))
    scene.list = SceneList(
      (undecided == 0 ? [] : [versions])
        + PlanKey.Page.allCases.map { page in
          SceneItem(page.rawValue, page.label, state: state(of: page), .open(.planPage(page)))
        } + [.back])
    return scene
  }

  /// What stands on a page, in a few words.
  private func state(of page: PlanKey.Page) -> String {
    let plan = record.plan
    func names(_ family: String) -> String { plan.values(below: family).map(\.name.forDisplay).joined(separator: ", ") }
    switch page {
    case .person: return plan.person?.forDisplay ?? "blank"
    case .people: return names("people")
    case .equipment: return plan.equipment.isEmpty ? "not said yet" : "\(plan.equipment.count) in use"
    case .routine:
      let own = plan.values(below: "own").count
      return own == 0 ? "" : "\(own) of your own"
    case .turning: return plan.value("turn-interval").flatMap { PlanKey.find("turn-interval")?.words($0) } ?? "blank"
    case .medicines: return names("medicine")
    case .numbers: return names("number")
    case .card: return EmergencyCard(plan).isEmpty ? "nothing typed yet" : ""
    case .nights: return EmergencyCard.nights(plan).isEmpty ? "nothing typed yet" : ""
    case .report:
      let questions = plan.values(below: "question").count
      return questions == 0 ? "" : "\(questions) question\(questions == 1 ? "" : "s") for the team"
    case .settings: return ""
    case .record: return plan.isClosed ? "closed" : ""
    }
  }

  func planPageScene(_ page: PlanKey.Page) -> Scene {
    var scene = Scene("plan-\(page.rawValue)", page.label)
    switch page {
    case .people:
      scene.facts = [.init("", "Initials show beside every entry; they are chosen under Who writes.")]
      scene.list = SceneList(members(.people, "people") + [adding("people", "Add somebody: initials"), .back])
    case .medicines:
      scene.facts = [.init("", "As the label says, word for word. Nothing here is reckoned with or advised.")]
      scene.list = SceneList(members(.medicines, "medicine") + [adding("medicine", "Add a medicine: name"), .back])
    case .equipment: equipmentPage(&scene)
    case .routine: routinePage(&scene)
    case .record: recordPage(&scene)
    case .report: reportPage(&scene)
    default:
      scene.facts = remarks(on: page)
      var items = PlanKey.all.filter { $0.page == page && $0.isAsked }.flatMap { known -> [SceneItem] in
        guard case .who(let words)? = known.member else {
          return [settingItem(known.name, known, label: known.label)]
        }
        let others = record.plan.values(below: known.name).map(\.name).filter { !words.contains($0) }
        return (words + others).map { who in
          settingItem("\(known.name).\(who)", known, label: who.hyphensAsSpaces.capitalizedFirst.forDisplay)
        } + [adding(known.name, "Another number: whose")]
      }
      if page == .card { items.insert(SceneItem("card", "Look at the card", .open(.card)), at: 0) }
      if page == .settings { items.append(SceneItem("welcome", "Ask the first questions again", .open(.welcome(0)))) }
      if page == .nights { items.insert(SceneItem("read", "Read it as a page", .open(.howWeDoNights)), at: 0) }
      scene.list = SceneList(items + [.back])
    }
    return scene
  }

  private func remarks(on page: PlanKey.Page) -> [Fact] {
    switch page {
    case .turning: [.init("", "Set with your clinic. Nightstand never sounds for a turn; set a real alarm for that.")]
    case .numbers: [.init("", "Your own order, and hospice above all if you say so.")]
    case .card: [.init("", "What is left blank is left out, and blank wishes are said to be blank.")]
    default: []
    }
  }

  /// One setting as a line: what it is called and what stands there.
  func settingItem(_ key: String, _ known: PlanKey, label: String) -> SceneItem {
    let contact = known.name == "number" ? catalogue.contacts.first { key == "number.\($0.id)" } : nil
    let isTyped = picks(key, known).isEmpty && record.plan.standing(key)?.isOpen != true
    return SceneItem(
      key, contact?.label ?? label, state: stateWords(key, known),
      detail: contact?.what ?? known.help.capitalizedFirst + ".",
      isTyped ? .type(.setting(key)) : .open(.planChoice(key)))
  }

  /// How a setting stands, both versions and what lies ahead, in a line.
  func stateWords(_ key: String, _ known: PlanKey) -> String {
    let versions = record.plan.versions(key)
    if !versions.isEmpty {
      return "two versions: \(versions.map { stands($0.details.text(.to), known) }.joined(separator: " / "))"
    }
    let ahead = record.plan.standing(key)?.factsAhead { stands($0, known) } ?? []
    return ([stands(record.plan.value(key), known)] + ahead.map(\.line)).joined(separator: "; ")
  }

  /// How a setting stands, in words.
  func stands(_ value: String?, _ known: PlanKey) -> String {
    guard let value else { return known.wordsForBlank }
    let step = known.rule == .step ? catalogue.step(value) : nil
    return step?.label.lowercased() ?? known.words(value)
  }

  /// What can be picked for a setting without typing.
  private func picks(_ key: String, _ known: PlanKey) -> [(label: String, value: String)] {
    known.picks(key, standing: record.plan.value(key), today: now.date, catalogue: catalogue)
  }

  private func members(_ page: PlanKey.Page, _ family: String) -> [SceneItem] {
    record.plan.values(below: family).map { name, value in
      let key = "\(family).\(name)"
      let isNameAlone = value == name && record.plan.versions(key).isEmpty
      return SceneItem(
        "member-\(name)", name.forDisplay,
        state: isNameAlone ? "" : PlanKey.find(key).map { stateWords(key, $0) } ?? "",
        .open(.planMember(page, name)))
    }
  }

  private func adding(_ family: String, _ label: String) -> SceneItem {
    SceneItem("add", label, .type(.member(family)))
  }

  private func equipmentPage(_ scene: inout Scene) {
    let waiting = record.plan.waiting(catalogue)
    scene.facts = waiting.map { .init("\(catalogue.label(ofEquipment: $0.id)):", $0.on) }
    scene.list = SceneList(
      catalogue.equipment.map { kind in
        let standing = EquipmentStanding(kind.id, in: record.plan)
        return SceneItem(
          kind.id, kind.label, state: standing.words(catalogue), .open(.planMember(.equipment, kind.id)))
      } + [SceneItem("insurance", "The way through the insurer", .open(.insurance)), .back])
  }

  /// One person, piece of equipment or medicine: its settings, and how to take it off.
  func planMemberScene(_ page: PlanKey.Page, _ name: String) -> Scene {
    let title = page == .equipment ? catalogue.label(ofEquipment: name) : name.forDisplay
    var scene = Scene("plan-member-\(page.rawValue)", title)
    let families = PlanKey.all.filter { $0.page == page && $0.member != nil }
    var items: [SceneItem] = []
    if page == .equipment {
      let standing = EquipmentStanding(name, in: record.plan)
      if let kind = catalogue.equipment(name) { scene.facts.append(.init("", kind.what)) }
      scene.facts += standing.facts(on: now.date, catalogue)
      items.append(
        SceneItem(
          "in-use", "In use", state: standing.isInUse ? "yes" : "no",
          detail: "What needs it shows in the checklists and menus only while it is in use.",
          record.plan.versions("equipment.\(name)").isEmpty
            ? .set("equipment.\(name)", standing.isInUse ? "" : "in-use") : .open(.planChoice("equipment.\(name)"))))
    }
    items += families.filter { $0.name != "equipment" }.map { known in
      settingItem("\(known.name).\(name)", known, label: page == .people ? "Name" : known.label)
    }
    if page != .equipment {
      items.append(SceneItem("remove", "Take it off the list", .feature(.plan(.removeMember(page, name)))))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  func planChoiceScene(_ key: String) -> Scene {
    guard let known = PlanKey.find(key) else { return Scene("plan-choice", key.forDisplay) }
    var scene = Scene("plan-choice", known.title(key, catalogue))
    let value = record.plan.value(key)
    let versions = record.plan.versions(key)
    scene.facts = versionFacts(key, known) + [.init("", known.help.capitalizedFirst + ".")]
    var items = versions.enumerated().map { index, version in
      SceneItem(
        "version-\(index + 1)", stands(version.details.text(.to), known), state: version.authorWords(clock),
        .set(key, version.details.text(.to) ?? ""))
    }
    items += picks(key, known).map { label, picked in
      let step = known.rule == .step ? catalogue.step(picked) : nil
      return SceneItem("value-\(picked)", label, detail: step?.what ?? "", .set(key, picked))
    }
    if known.isTyped { items.append(SceneItem("typed", "Type it", .type(.setting(key)))) }
    if value != nil || record.plan.standing(key)?.isOpen == true {
      items.append(SceneItem("blank", "Leave it blank", .set(key, "")))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func recordPage(_ scene: inout Scene) {
    let plan = record.plan
    if let folder {
      scene.facts = [
        .init("it lies in", folder.forDisplay),
        .init("", "Copying that folder copies all of it; nothing leaves this machine by itself."),
        .init("", "To erase a night or all of it for good: 'nightstand purge', at the shell."),
      ]
    }
    scene.facts += recordFindings.map { .init("", "\($0.words).") }
    if plan.isClosed, let closed = plan.standing("closed")?.since {
      scene.facts.append(.init("", "Closed on \(NightWords.fullDay(closed.date)). Everything stays readable."))
    }
    let close =
      plan.isClosed
      ? SceneItem("reopen", "Open this record again", .set("closed", ""))
      : SceneItem("close", "Close this record", .open(.closing))
    let tonightIsAway = plan.away(on: tonight)
    var items = [
      close,
      tonightIsAway == nil
        ? SceneItem("away", "Away tonight (hospital, respite)", .open(.planChoice("away.\(tonight)")))
        : SceneItem("home", "At home tonight after all", state: tonightIsAway ?? "", .set("away.\(tonight)", "")),
      SceneItem("away-other", "Another night away", .open(.awayNights)),
    ]
    items += plan.values(below: "away").reversed().map { night, place in
      SceneItem("away-\(night)", night, state: place.forDisplay, .open(.planChoice("away.\(night)")))
    }
    if !plan.isClosed { items.append(SceneItem("marks", "Mark a change, for the trends", .open(.marks(.thirty)))) }
    scene.list = SceneList(items + [.back])
  }

  /// Which night was spent away: the last fourteen by picking, any other by its date.
  func awayNightsScene() -> Scene {
    var scene = Scene("away-nights", "Which night?")
    scene.list = SceneList(
      historyNights.map { night in
        SceneItem(
          "away-\(night)", NightWords.short(night), state: record.plan.away(on: night)?.forDisplay ?? "",
          .open(.planChoice("away.\(night)")))
      } + [SceneItem("typed", "Type its date", .type(.member("away"))), .back])
    return scene
  }

  func recordMissingScene(_ words: String) -> Scene {
    var scene = Scene("record-missing", "The record is not there")
    scene.facts = [
      .init("", "\(words)."),
      .init("", "What is written now can be kept aside on this machine. It goes into that record once it is back."),
    ]
    scene.list = SceneList([
      SceneItem("keep-aside", "Keep entries aside", .back),
      SceneItem("begin-new", "Begin a new record here", .feature(.start(.beginNew))),
      SceneItem("leave", "Leave Nightstand", .leave), .back,
    ])
    return scene
  }

  func closingScene() -> Scene {
    var scene = Scene("closing", "Close this record?")
    scene.facts = [
      .init("", "No reason is asked. Afterwards nothing is asked, planned or marked here any more."),
      .init("", "Everything stays to be read and printed, and it can be opened again at any time."),
    ]
    scene.list = SceneList([
      SceneItem("stay", "Leave it open", .back), SceneItem("close", "Close this record", .set("closed", "yes")), .back,
    ])
    return scene
  }
}
