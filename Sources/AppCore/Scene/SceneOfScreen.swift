internal import NightModel

/// The scene of the screen shown.
extension App {
  /// The screen shown now, described once for every way of showing it.
  public func scene() -> Scene {
    var scene = screen.scene(context)
    (scene.focus, scene.reading) = (place.focus, place.reading)
    scene.head = .init(person: personName, writer: by ?? "", clock: clock.words(now))
    (scene.status, scene.notice) = (statusWords, notice)
    scene.hints = hints(scene)
    return scene
  }
}
