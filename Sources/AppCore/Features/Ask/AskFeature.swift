internal import NightModel
internal import Text

/// The household's list for somebody who can only blink. Whoever sits at the bed reads it aloud, and presses Enter at the
/// blink; one line is lit at a time, and the others do not move.
public struct AskFeature: Feature {
  func scene(_ c: Context) -> Scene {
    var scene = Scene("ask", "Ask")
    scene.facts = [Fact("", "Read each line aloud. At the blink, Enter writes it down.")]
    let items = AskList.lines(c.plan.value(.ask)).enumerated().compactMap { index, line -> SceneItem? in
      let label = line.words.forDisplay.capitalizedFirst
      switch line.meaning {
      case .medicine: return SceneItem("ask-\(index)", label, .all([.home, .command(.medicine)]))
      case .entry(let subject, let details):
        guard c.offers(subject) else { return nil }
        return SceneItem(
          "ask-\(index)", label, state: tonight(subject, details, c), .all([.home, .log(Log(subject, details))]))
      }
    }
    let other = SceneItem("ask-other", AskList.somethingElse, .all([.home, .type(.tonight(.note))]))
    scene.list = SceneList(items + [other, .back])
    return scene
  }

  /// When it was written last tonight.
  private func tonight(_ subject: Subject, _ details: [NightModel.Field: FieldValue], _ c: Context) -> String {
    let same = c.night.items.last { item in
      item.subject == subject && !item.isRetracted && details.allSatisfy { item.details[$0.key] == $0.value }
    }
    return same.map { c.clock.words($0.at) } ?? ""
  }
}
