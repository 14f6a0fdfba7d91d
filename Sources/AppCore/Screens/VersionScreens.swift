internal import NightModel
internal import Text

/// Settings that have two versions, and what was set for a day to come.
extension App {
  /// What has two versions, one by one; after an import all at once.
  func versionsScene() -> Scene {
    var scene = Scene("versions", "Two versions")
    let undecided = record.plan.undecided
    scene.facts = [
      .init(
        "",
        undecided.isEmpty
          ? "Everything has one version." : "Two people set these without knowing of each other. Both are kept.")
    ]
    var items = undecided.map { subject, standing -> SceneItem in
      guard case .plan(let key) = subject, let known = PlanKey.find(key) else {
        let item = if case .environment(let item) = subject { item } else { "" }
        return SceneItem(item, catalogue.label(ofItem: item).forDisplay, .open(.checkItem(item)))
      }
      return SceneItem(key, known.title(key, catalogue), state: stateWords(key, known), .open(.planChoice(key)))
    }
    let came = undecided.count { $0.standing.isImportedAndOwn }
    if came > 1 {
      items += [
        SceneItem(
          "all-came", "All as they came with the import", state: "\(came)",
          .feature(.plan(.chooseVersions(imported: true)))),
        SceneItem(
          "all-here", "All as they were here", state: "\(came)", .feature(.plan(.chooseVersions(imported: false)))),
      ]
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// How a setting stands, on its own page: its value, or both versions with who and when; and what lies ahead.
  func versionFacts(_ key: String, _ known: PlanKey) -> [Fact] {
    let versions = record.plan.versions(key)
    let ahead = record.plan.standing(key)?.factsAhead { stands($0, known) } ?? []
    guard !versions.isEmpty else { return [Fact("now:", stands(record.plan.value(key), known))] + ahead }
    return [Fact("", "Two versions; the first is used until you choose.")]
      + versions.map { Fact("\($0.authorWords(clock)):", stands($0.details.text(.to), known)) } + ahead
  }
}
