public import NightModel
internal import Text

/// The plan and the settings: what stands, page by page. What is picked or typed is saved at once.
public enum PlanFeature: Feature {
  /// Its pages, and how they stand.
  case contents
  /// One of its pages.
  case page(PlanKey.Page)
  /// One person, piece of equipment or medicine of a page.
  case member(PlanKey.Page, String)
  /// The values one setting can take.
  case setting(Setting)
  /// What has two versions, to choose one of each.
  case versions
  /// The items of a group, and whether they are part of the routine.
  case routineGroup(String)
  /// One item: whether it is part of the routine, and its place.
  case routineItem(String)
  /// Which night was spent away.
  case awayNights
  /// Whether to close the record.
  case closing

  /// What a person can want of the plan.
  public enum Intent: Hashable, Sendable {
    /// Chooses of everything that has two versions since an import the one that came, or the one that was here.
    case chooseVersions(imported: Bool)
    /// Moves an item up or down within its group.
    case moveItem(String, by: Int)
    /// Takes somebody or something off a page of the plan, with all that was said of it.
    case removeMember(PlanKey.Page, String)
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .chooseVersions(let imported): chooseVersions(imported: imported, c)
    case .moveItem(let item, let steps): moveItem(item, by: steps, c)
    case .removeMember(let page, let name): removeMember(page, name, c)
    }
  }

  var isChoice: Bool {
    switch self {
    case .setting, .closing: true
    case .contents, .page, .member, .versions, .routineGroup, .routineItem, .awayNights: false
    }
  }

  func firstFocus(_ c: Context) -> String? {
    guard case .setting(let setting) = self else { return nil }
    if !c.plan.versions(setting).isEmpty { return "version-1" }
    return (c.plan.value(setting) ?? setting.kind.standard).map { "value-\($0)" }
  }

  func proposes(_ c: Context) -> FieldKey? {
    // Which of two versions stands is chosen, never typed by a slip.
    guard case .setting(let setting) = self, setting.kind.isTyped, c.plan.versions(setting).isEmpty else { return nil }
    return .plan(.setting(setting))
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    needs.mayRest = self != .closing
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch self {
    case .contents: contents(c)
    case .page(let page): self.page(page, c)
    case .member(let page, let name): member(page, name, c)
    case .setting(let setting): self.setting(setting, c)
    case .versions: versions(c)
    case .routineGroup(let group): routineGroup(group, c)
    case .routineItem(let item): routineItem(item, c)
    case .awayNights: awayNights(c)
    case .closing: closing()
    }
  }

  private func contents(_ c: Context) -> Scene {
    var scene = Scene("plan", "Plan and settings")
    let undecided = c.plan.undecided.count
    let versions = SceneItem("versions", "Two versions: choose", state: "\(undecided)", .open(.versions))
    scene.list = SceneList(
      (undecided == 0 ? [] : [versions])
        + PlanKey.Page.allCases.map { page in
          SceneItem(page.rawValue, page.label, state: state(of: page, c), .open(.planPage(page)))
        } + [.back])
    return scene
  }

  /// What stands on a page, in a few words.
  private func state(of page: PlanKey.Page, _ c: Context) -> String {
    let plan = c.plan
    func names(_ family: PlanKey) -> String { plan.values(of: family).map(\.name.forDisplay).joined(separator: ", ") }
    switch page {
    case .person: return plan.person?.forDisplay ?? "blank"
    case .people: return names(.people)
    case .equipment: return plan.equipment.isEmpty ? "not said yet" : "\(plan.equipment.count) in use"
    case .routine:
      let own = plan.values(of: .own).count
      return own == 0 ? "" : "\(own) of your own"
    case .turning: return plan.value(.turnInterval).map { PlanKey.turnInterval.words($0) } ?? "blank"
    case .medicines: return names(.medicine)
    case .numbers: return names(.number)
    case .card: return EmergencyCard(plan).isEmpty ? "nothing typed yet" : ""
    case .nights: return EmergencyCard.nights(plan).isEmpty ? "nothing typed yet" : ""
    case .report:
      let questions = plan.values(of: .question).count
      return questions == 0 ? "" : "\(questions) question\(questions == 1 ? "" : "s") for the team"
    case .settings: return ""
    case .switches: return PlanKey.input.words(c.ways.wayToPress.rawValue)
    case .record: return plan.isClosed ? "closed" : ""
    }
  }

  // MARK: What is done

  /// Chooses one version of everything that has two since an import: as it came, or as it was here. What two people set
  /// here without knowing of each other is asked one by one.
  private func chooseVersions(imported: Bool, _ c: Context) -> [Act] {
    let drafts = c.plan.undecided.filter(\.standing.isImportedAndOwn).compactMap { subject, standing -> Draft? in
      let chosen = standing.versions.first { ($0.entry.importedBy != nil) == imported }
      guard let chosen else { return nil }
      let field: NightModel.Field
      switch subject {
      case .plan: field = .to
      case .environment: field = .state
      case .event, .symptom, .check, .diary, .carer, .note, .handover: return nil
      }
      let details = chosen.details.text(field).map { Details([field: .text($0)]) } ?? Details()
      return c.plan.timeline.draft(subject, details, in: .plan, at: c.now, by: c.by, isDated: c.isDated)
    }
    return drafts.isEmpty ? [.say("There is nothing left to choose.")] : [.save(drafts, .setting(nil))]
  }

  /// Moves an item up or down: within its group, or in the evening that a starter routine is.
  private func moveItem(_ id: String, by steps: Int, _ c: Context) -> [Act] {
    guard let group = c.catalogue.item(id)?.group else { return [] }
    let isEvening = c.plan.hasStarterRoutine && c.catalogue.list(of: id) == .bedtime
    let items = isEvening ? c.catalogue.items(of: .bedtime) : c.catalogue.items.filter { $0.group == group }
    var ids = items.map(\.id)
    guard let index = ids.firstIndex(of: id) else { return [] }
    // In the evening it passes the next line that shows, or many presses would seem to do nothing.
    let others = isEvening ? items.filter(c.plan.includes).map(\.id) : ids
    let passed =
      steps < 0 ? ids[..<index].last(where: others.contains) : ids[(index + 1)...].first(where: others.contains)
    guard let passed, let place = ids.firstIndex(of: passed) else {
      return [.say(steps < 0 ? "It is the first already." : "It is the last already.")]
    }
    ids.remove(at: index)
    ids.insert(id, at: place)
    let list = isEvening ? ChecklistGroup.List.bedtime.rawValue : group
    return [.set(Setting(.order, list), ids.joined(separator: ","))]
  }

  /// Takes somebody or something off a page of the plan, with all that was said of it, as one action.
  private func removeMember(_ page: PlanKey.Page, _ name: String, _ c: Context) -> [Act] {
    let said = PlanKey.families(on: page).map { Setting($0, name) }.filter { c.plan.value($0) != nil }
    return [.back] + (said.isEmpty ? [] : [.save(said.map { c.draft(of: $0, nil) }, .setting(nil))])
  }
}
