internal import NightModel
internal import Text

/// One setting: how it stands, what can be picked for it, and its versions where it has two.
extension PlanFeature {
  /// One setting as a line: what it is called and what stands there.
  func settingItem(_ key: String, _ known: PlanKey, label: String, _ c: Context) -> SceneItem {
    let contact = known.name == "number" ? c.catalogue.contacts.first { key == "number.\($0.id)" } : nil
    let isTyped = picks(key, known, c).isEmpty && c.plan.standing(key)?.isOpen != true
    return SceneItem(
      key, contact?.label ?? label, state: stateWords(key, known, c),
      detail: contact?.what ?? known.help.capitalizedFirst + ".",
      isTyped ? .type(.setting(key)) : .open(.planChoice(key)))
  }

  /// How a setting stands, both versions and what lies ahead, in a line.
  func stateWords(_ key: String, _ known: PlanKey, _ c: Context) -> String {
    let versions = c.plan.versions(key)
    if !versions.isEmpty {
      return "two versions: \(versions.map { stands($0.details.text(.to), known, c) }.joined(separator: " / "))"
    }
    return ([stands(c.plan.value(key), known, c)] + ahead(key, known, c).map(\.line)).joined(separator: "; ")
  }

  /// How a setting stands, in words.
  private func stands(_ value: String?, _ known: PlanKey, _ c: Context) -> String {
    guard let value else { return known.wordsForBlank }
    let step = known.rule == .step ? c.catalogue.step(value) : nil
    return step?.label.lowercased() ?? known.words(value)
  }

  /// What was set for a day to come.
  private func ahead(_ key: String, _ known: PlanKey, _ c: Context) -> [Fact] {
    c.plan.standing(key)?.factsAhead { stands($0, known, c) } ?? []
  }

  /// What can be picked for a setting without typing.
  private func picks(_ key: String, _ known: PlanKey, _ c: Context) -> [(label: String, value: String)] {
    known.picks(key, standing: c.plan.value(key), today: c.now.date, catalogue: c.catalogue)
  }

  func setting(_ key: String, _ c: Context) -> Scene {
    guard let known = PlanKey.find(key) else { return Scene("plan-choice", key.forDisplay) }
    var scene = Scene("plan-choice", known.title(key, c.catalogue))
    scene.facts = versionFacts(key, known, c) + [.init("", known.help.capitalizedFirst + ".")]
    var items = c.plan.versions(key).enumerated().map { index, version in
      SceneItem(
        "version-\(index + 1)", stands(version.details.text(.to), known, c), state: version.authorWords(c.clock),
        .set(key, version.details.text(.to) ?? ""))
    }
    items += picks(key, known, c).map { label, picked in
      let step = known.rule == .step ? c.catalogue.step(picked) : nil
      return SceneItem("value-\(picked)", label, detail: step?.what ?? "", .set(key, picked))
    }
    if known.isTyped { items.append(SceneItem("typed", "Type it", .type(.setting(key)))) }
    if c.plan.value(key) != nil || c.plan.standing(key)?.isOpen == true {
      items.append(SceneItem("blank", "Leave it blank", .set(key, "")))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// How a setting stands, on its own page: its value, or both versions with who and when; and what lies ahead.
  private func versionFacts(_ key: String, _ known: PlanKey, _ c: Context) -> [Fact] {
    let versions = c.plan.versions(key)
    let ahead = ahead(key, known, c)
    guard !versions.isEmpty else { return [Fact("now:", stands(c.plan.value(key), known, c))] + ahead }
    return [Fact("", "Two versions; the first is used until you choose.")]
      + versions.map { Fact("\($0.authorWords(c.clock)):", stands($0.details.text(.to), known, c)) } + ahead
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
      guard case .plan(let key) = subject, let known = PlanKey.find(key) else {
        let item = if case .environment(let item) = subject { item } else { "" }
        return SceneItem(item, c.catalogue.label(ofItem: item).forDisplay, .open(.checkItem(item)))
      }
      return SceneItem(
        key, known.title(key, c.catalogue), state: stateWords(key, known, c), .open(.planChoice(key)))
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
