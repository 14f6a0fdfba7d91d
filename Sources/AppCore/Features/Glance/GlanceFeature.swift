internal import NightModel
internal import Text

/// The glance view: after some minutes without a key, the time in large digits and the few lines that are asked for at the
/// bedside, and nothing else. It comes with the minute, so it costs no waking of its own; line mode has none.
public struct GlanceFeature: Feature {
  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    (needs.computed, needs.waits, needs.mayRest) = ([.earlierEdges], false, false)
    return needs
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("glance", c.clock.words(c.now))
    scene.isLarge = true
    let lines = c.board.glance(now: c.now, clock: c.clock).map(\.line)
    scene.facts = lines.dropFirst().map { Fact("", $0) }
    if c.plan.isMadeUp { scene.facts.append(Fact("", c.plan.person?.forDisplay ?? "")) }
    scene.list = SceneList([SceneItem("wake", lines.first ?? scene.title, digit: 0, .back)], numbering: .own)
    return scene
  }
}
