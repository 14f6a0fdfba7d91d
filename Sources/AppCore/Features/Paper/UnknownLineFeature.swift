internal import NightModel
internal import Text

/// A line of paper notes whose words are not known here, and the note that it can be kept as.
public struct UnknownLine: Hashable, Sendable {
  /// The night of the paper.
  let night: CivilDate
  /// What was typed.
  let text: String
  /// Why it is not read, as a sentence.
  let reason: String
  /// What of it a note would say.
  let words: String
}

/// What a typed line was that is no entry: a note, or something to look for. Back is to the line, to mend it.
public struct UnknownLineFeature: Feature {
  /// The line.
  let line: UnknownLine

  func scene(_ c: Context) -> Scene {
    var scene = Scene("unknown-line", "No entry yet: \"\(line.text.forDisplay)\"")
    scene.facts = [Fact("", line.reason)]
    scene.isAboutTypedLine = true
    let look: [Act] = [
      .back, .closeText(.paper(.line(line.night))), .open(.pastNights), .typeAnew(.pastNights(.search), line.words),
    ]
    scene.list = SceneList([
      SceneItem("note", "Save it as a note", .all([.back, .finishWith(.feature(.paper(.takeAsNote(line.text))))])),
      SceneItem("look", "Look for it", .all(look)), .back,
    ])
    return scene
  }
}
