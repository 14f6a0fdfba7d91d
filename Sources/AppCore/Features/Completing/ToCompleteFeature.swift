internal import NightModel
internal import Text

/// To complete: the quick entries of a night, each with what it still lacks.
public struct ToCompleteFeature: Feature {
  /// The night.
  let night: CivilDate

  /// What a person can want of them.
  public enum Intent: Hashable, Sendable {
    /// Leaves all of them as they are.
    case acceptAll
  }

  /// Those that can all be left as they are with one word. How long something lasted is confirmed by itself.
  private func acceptable(_ c: Context) -> [EntryAddress] {
    c.record.toComplete(night).filter { !$0.lacks.isLength }.map { EntryAddress(night: night, id: $0.id) }
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .acceptAll: c.unlessClosed { c.accepting(acceptable(c)) }
    }
  }

  func needs(_ c: Context) -> Needs { Needs(nights: [night, night.adding(days: 1)], figures: night) }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("to-complete", "To complete, \(NightWords.night(night))")
    scene.shortTitle = "To complete"
    let open = c.record.toComplete(night)
    guard !open.isEmpty else {
      scene.facts = [.init("", "Nothing is to complete in this night.")]
      return scene
    }
    scene.facts = [.init("", "One key was enough at night. Say more, or leave it as it is; both are fine.")]
    var items = open.map { entry in
      SceneItem(
        "\(entry.id)", "\(c.clock.words(entry.item.at))  \(entry.item.words(c.catalogue))", state: state(entry, c),
        .open(.completing(EntryAddress(night: night, id: entry.id))))
    }
    if acceptable(c).count > 1 {
      items.append(SceneItem("accept-all", "Leave all of it as it is", .feature(.toComplete(.acceptAll))))
    }
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = 44
    return scene
  }

  private func state(_ entry: ToComplete, _ c: Context) -> String {
    switch entry.lacks {
    case .whatItWas: "what was it?"
    case .end: "no end written"
    case .length(let interval): interval.question
    case .field(.side): "to which side?"
    case .field(.value): "how bad?"
    case .field: (c.catalogue.question(about: entry.item.subject)?.words ?? "").lowercasedFirst
    }
  }
}
