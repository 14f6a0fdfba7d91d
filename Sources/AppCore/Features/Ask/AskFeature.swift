internal import NightModel
internal import Text

/// The household's list for somebody who can only blink. Whoever sits at the bed reads it aloud, and presses Enter at the
/// blink; one line is lit at a time, and the others do not move.
public struct AskFeature: Feature {
  func scene(_ c: Context) -> Scene {
    var scene = Scene("ask", "Ask")
    scene.facts = [Fact("", "Read each line aloud. At the blink, Enter writes it down.")]
    let lines = AskList.lines(c.plan.value(.ask), c.catalogue)
    let items = lines.enumerated().map { index, line in
      SceneItem(
        "ask-\(index)", line.words.forDisplay.capitalizedFirst, state: tonight(line, c),
        .all([.home, .log(Log(line.subject, line.details))]))
    }
    let other = SceneItem("ask-other", AskList.somethingElse, .all([.home, .type(.tonight(.note))]))
    scene.list = SceneList(items + [other, .back])
    return scene
  }

  /// When it was written last tonight.
  private func tonight(_ line: AskList.Line, _ c: Context) -> String {
    let same = c.night.items.last { item in
      item.subject == line.subject && !item.isRetracted
        && line.details.allSatisfy { item.details[$0.key] == $0.value }
    }
    return same.map { c.clock.words($0.at) } ?? ""
  }
}
