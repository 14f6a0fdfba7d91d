internal import NightModel
internal import Text

/// When to call: the family's own numbers, what was found in the record, and the three levels of warning signs, to be
/// read. The list itself looks at nothing that was written.
public enum SignsFeature: Feature {
  /// All of them, and what was found.
  case list
  /// One warning sign.
  case sign(String)
  /// What one rule found in the record, with everything behind it.
  case found(String)

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    switch self {
    case .list, .found:
      needs.computed = [.wholeRecord]
    case .sign: break
    }
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch self {
    case .list: list(c)
    case .sign(let id): sign(id, c)
    case .found(let rule): foundSign(rule, c)
    }
  }

  private func list(_ c: Context) -> Scene {
    var scene = Scene("signs", "When to call")
    scene.facts = [.init("", SignWords.head)] + foundFacts(c)
    let found = foundItems(c)
    var items = waysToHelp + found
    // After what was found another heading says that the rest stands there for everybody.
    items += [
      SceneItem("team", "Who is who in the team", heading: found.isEmpty ? nil : "To be read", .open(.team)),
      SceneItem("report", "Report for the clinic", .open(.report)),
    ]
    for level in c.catalogue.levels {
      for (index, sign) in c.catalogue.signs(of: level.id).enumerated() {
        items.append(
          SceneItem(
            sign.id, sign.label, detail: sign.what, heading: index == 0 ? level.label : nil, .open(.sign(sign.id))))
      }
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func sign(_ id: String, _ c: Context) -> Scene {
    guard let sign = c.catalogue.sign(id) else { return Scene("sign", id) }
    var scene = Scene("sign", sign.label)
    scene.facts = [.init("", sign.what)] + levelFacts(sign.level, c) + c.sources(sign.sources, sign.certainty)
    scene.list = SceneList(waysToHelp + [.back])
    return scene
  }

  /// How soon to call.
  func levelFacts(_ level: Sign.Level, _ c: Context) -> [Fact] {
    c.catalogue.levels.filter { $0.id == level }.map { Fact("\($0.label):", $0.what) }
  }

  /// Whom to call, and what to do until they come.
  private var waysToHelp: [SceneItem] {
    [
      SceneItem("card", "Your numbers: emergency card", .open(.card)),
      SceneItem("waiting", "While waiting, and what to say", .open(.whileWaiting)),
    ]
  }
}
