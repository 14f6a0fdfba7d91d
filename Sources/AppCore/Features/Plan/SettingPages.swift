internal import NightModel
internal import Text

/// One setting: how it stands, what can be picked for it, and its versions where it has two.
extension PlanFeature {
  /// One setting as a line: what it is called and what stands there.
  func settingItem(_ setting: Setting, label: String, _ c: Context) -> SceneItem {
    let contact = setting.key == .number ? c.catalogue.contacts.first { $0.id == setting.member } : nil
    let isTyped = picks(setting, c).isEmpty && c.plan.standing(setting)?.isOpen != true
    return SceneItem(
      setting.description, contact?.label ?? label, state: stateWords(setting, c),
      detail: contact?.what ?? setting.kind.help.capitalizedFirst + ".",
      isTyped ? .type(.plan(.setting(setting))) : .open(.planChoice(setting)))
  }

  /// How a setting stands, both versions and what lies ahead, in a line.
  func stateWords(_ setting: Setting, _ c: Context) -> String {
    let versions = c.plan.versions(setting)
    if !versions.isEmpty {
      return "two versions: \(versions.map { stands($0.details.text(.to), setting.kind, c) }.joined(separator: " / "))"
    }
    return ([stands(c.plan.value(setting), setting.kind, c)] + ahead(setting, c).map(\.line)).joined(separator: "; ")
  }

  /// How a setting stands, in words.
  private func stands(_ value: String?, _ key: PlanKey, _ c: Context) -> String {
    guard let value else { return key.wordsForBlank }
    let step = key.rule == .step ? c.catalogue.step(value) : nil
    return step?.label.lowercased() ?? key.words(value)
  }

  /// What was set for a day to come.
  private func ahead(_ setting: Setting, _ c: Context) -> [Fact] {
    c.plan.standing(setting)?.factsAhead { stands($0, setting.kind, c) } ?? []
  }

  /// What can be picked for a setting without typing.
  private func picks(_ setting: Setting, _ c: Context) -> [(label: String, value: String)] {
    setting.kind.picks(standing: c.plan.value(setting), today: c.now.date, catalogue: c.catalogue)
  }

  func setting(_ setting: Setting, _ c: Context) -> Scene {
    let key = setting.kind
    var scene = Scene("plan-choice", setting.title(c.catalogue))
    scene.facts = versionFacts(setting, c)
    // A field says it below what is typed.
    if proposes(c) == nil || !c.types { scene.facts.append(.init("", key.help.capitalizedFirst + ".")) }
    var items = c.plan.versions(setting).enumerated().map { index, version in
      SceneItem(
        "version-\(index + 1)", stands(version.details.text(.to), key, c), state: version.authorWords(c.clock),
        .set(setting, version.details.text(.to) ?? ""))
    }
    items += picks(setting, c).map { label, picked in
      let step = key.rule == .step ? c.catalogue.step(picked) : nil
      return SceneItem("value-\(picked)", label, detail: step?.what ?? "", .set(setting, picked))
    }
    if key.isTyped { items.append(SceneItem(SceneItem.typedID, "Type it", .type(.plan(.setting(setting))))) }
    if c.plan.value(setting) != nil || c.plan.standing(setting)?.isOpen == true {
      items.append(SceneItem("blank", "Leave it blank", .set(setting, "")))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// How a setting stands, on its own page: its value, or both versions with who and when; and what lies ahead.
  private func versionFacts(_ setting: Setting, _ c: Context) -> [Fact] {
    let versions = c.plan.versions(setting)
    let ahead = ahead(setting, c)
    guard !versions.isEmpty else { return [Fact("now:", stands(c.plan.value(setting), setting.kind, c))] + ahead }
    return [Fact("", "Two versions; the first is used until you choose.")]
      + versions.map { Fact("\($0.authorWords(c.clock)):", stands($0.details.text(.to), setting.kind, c)) } + ahead
  }

  /// What has two versions, one by one; after an import all at once.
  func versions(_ c: Context) -> Scene {
    var scene = Scene("versions", "Two versions")
    let undecided = c.plan.undecided
    scene.facts = [
      .init(
        "",
        undecided.isEmpty
          ? "Everything has one version." : "Two people set these without knowing of each other. Both are kept.")
    ]
    var items = undecided.map { subject, standing -> SceneItem in
      guard let setting = subject.setting else {
        let item = if case .environment(let item) = subject { item } else { "" }
        return SceneItem(item, c.catalogue.label(ofItem: item).forDisplay, .open(.checkItem(item)))
      }
      return SceneItem(
        setting.description, setting.title(c.catalogue), state: stateWords(setting, c), .open(.planChoice(setting)))
    }
    let came = undecided.count { $0.standing.isImportedAndOwn }
    if came > 1 {
      items += [(true, "all-came", "All as they came with the import"), (false, "all-here", "All as they were here")]
        .map { imported, id, label in
          SceneItem(id, label, state: "\(came)", .feature(.plan(.chooseVersions(imported: imported))))
        }
    }
    scene.list = SceneList(items + [.back])
    return scene
  }
}
