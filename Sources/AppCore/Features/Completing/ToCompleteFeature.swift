internal import NightModel
internal import Text

/// To complete: the quick entries of a night, each with what it still lacks.
public struct ToCompleteFeature: PagedFeature {
  /// The night.
  let night: CivilDate
  var pages: [Page] = []

  /// A page above the list.
  public enum Page: Hashable, Sendable {
    /// By whom those are that nobody signed.
    case writers
  }

  /// What a person can want of them.
  public enum Intent: Hashable, Sendable {
    /// Leaves all of them as they are.
    case acceptAll
    /// Asks by whom those are that nobody signed.
    case askWriter
    /// Signs all of them, by somebody's initials.
    case sign(String)
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .askWriter = intent { true } else { false } }

  /// Those that can all be left as they are with one word. How long something lasted is confirmed by itself.
  private func acceptable(_ c: Context) -> [EntryAddress] {
    c.record.toComplete(night).filter { !$0.lacks.isLength }.map { EntryAddress(night: night, id: $0.id) }
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .acceptAll: return c.unlessClosed { c.accepting(acceptable(c)) }
    case .askWriter:
      open(.writers)
      return []
    case .sign(let initials):
      pages = []
      return c.unlessClosed {
        let drafts = c.signing(
          c.record.unsigned(night).map { EntryAddress(night: night, id: $0.id) }, by: initials)
        return drafts.isEmpty ? [] : [.save(drafts, .signed(drafts.count, by: initials))]
      }
    }
  }

  func needs(_ c: Context) -> Needs { Needs(nights: [night, night.adding(days: 1)], figures: night) }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: list(c)
    case .writers: writers(c)
    }
  }

  private func writers(_ c: Context) -> Scene {
    var scene = Scene("unsigned", "By whom?")
    scene.facts = c.record.unsigned(night).map { Fact("\(c.clock.words($0.at)):", $0.words(c.catalogue)) }
    scene.list = SceneList(
      [SceneItem("by-nobody", "Leave them by nobody", .back)]
        + c.writers.map { initials, name in
          SceneItem(
            "by-\(initials)", initials.forDisplay, state: name == initials ? "" : name.forDisplay,
            .feature(.toComplete(.sign(initials))))
        } + [.back])
    return scene
  }

  private func list(_ c: Context) -> Scene {
    var scene = Scene("to-complete", "To complete, \(NightWords.night(night))")
    scene.shortTitle = "To complete"
    let open = c.record.toComplete(night)
    let unsigned = c.record.unsigned(night).count
    guard !open.isEmpty || unsigned > 0 else {
      scene.facts = [.init("", "Nothing is to complete in this night.")]
      return scene
    }
    scene.facts = [.init("", "One key was enough at night. Say more, or leave it as it is; both are fine.")]
    var items = open.map { entry in
      SceneItem(
        "\(entry.id)", "\(c.clock.words(entry.item.at))  \(entry.item.words(c.catalogue))",
        state: entry.question(c.catalogue),
        .open(.completing(EntryAddress(night: night, id: entry.id))))
    }
    if unsigned > 0 {
      let label = unsigned == 1 ? "1 entry is by nobody" : "\(unsigned) entries are by nobody"
      items.append(SceneItem("unsigned", label, state: "by whom?", .feature(.toComplete(.askWriter))))
    }
    if acceptable(c).count > 1 {
      items.append(SceneItem("accept-all", "Leave all of it as it is", .feature(.toComplete(.acceptAll))))
    }
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = 44
    return scene
  }
}
