internal import NightModel
internal import Text

/// The scene of the screen shown.
extension App {
  /// The screen shown now, described once for every way of showing it.
  public func scene() -> Scene {
    var scene = screen.scene(context)
    (scene.focus, scene.way, scene.top) = (place.focus, place.way, place.top)
    scene.reading = place.reading
    scene.isRead = surface.isRead
    // Who has nothing but digits needs them beside every line.
    scene.hasFixedDigits = surface.isRead && ways.wayToPress != .digits
    scene.head = .init(
      person: personName, writer: by?.forDisplay ?? "", since: scene.tonight?.since ?? "", clock: clock.words(now))
    scene.heldBack = held.words
    scene.takesClicks = pointer == .click
    // On Tonight what is wrong with the record has a place of its own, so that nothing moves when it is found.
    (scene.status, scene.notice) = (statusWords, scene.tonight == nil ? notice : failureWords)
    if lettersAreOff { scene = scene.withoutLetters }
    scene.hints = lettersAreOff ? hints(scene).compactMap(\.withoutLetter) : hints(scene)
    if scene.isRead {
      (scene.head.clock, scene.head.since, scene.list.columnBreak) = ("", "", nil)
    }
    tell(in: &scene)
    return scene
  }
}
