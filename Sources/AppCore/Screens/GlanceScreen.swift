internal import NightModel

/// The glance view: after some minutes without a key, the time in large digits and the few lines that are asked for at the
/// bedside, and nothing else. It comes with the minute, so it costs no waking of its own; line mode has none.
extension App {
  /// Takes the screen when nobody has pressed a key for as long as the plan says.
  mutating func rest(uptime: Int64) -> [Effect] {
    let since = lastPress ?? uptime
    lastPress = since
    guard let minutes = record.plan.value("glance").flatMap({ Int64($0) }), uptime - since >= minutes * 60_000,
      mayRest
    else { return [] }
    places.append(Place(.glance))
    return []
  }

  /// False where something is asked, typed, not saved, or read in an emergency: that stays in sight.
  private var mayRest: Bool {
    guard notice == nil, unsaved.isEmpty, !record.plan.isClosed else { return false }
    if places.contains(where: { if case .text = $0.screen { true } else { false } }) { return false }
    return needs.mayRest
  }

  func glanceScene() -> Scene {
    var scene = Scene("glance", clock.words(now))
    scene.isLarge = true
    let lines = context.board.glance(now: now, clock: clock).map(\.line)
    scene.facts = lines.dropFirst().map { Fact("", $0) }
    if record.plan.isMadeUp { scene.facts.append(Fact("", personName)) }
    scene.list = SceneList([SceneItem("wake", lines.first ?? scene.title, digit: 0, .back)], numbering: .own)
    return scene
  }
}
