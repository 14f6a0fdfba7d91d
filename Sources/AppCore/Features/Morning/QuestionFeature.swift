public import NightModel
internal import Text

/// One question of a page whose answers are picked with one digit.
public struct QuestionFeature: Feature {
  /// The question.
  let question: PageQuestion

  /// What a person can want of it.
  public enum Intent: Hashable, Sendable {
    /// Answers it; nil for blank.
    case answer(FieldValue?)
    /// Leaves it as it is and goes on.
    case skip
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .answer(let value):
      switch c.answering(question, [question.field: value]) {
      case .taken(let acts): [.back] + acts
      case .doubted(let doubt): [.open(.doubt(doubt))]
      case .refused(let why): [.say(why)]
      }
    case .skip:
      // Said, because a key too many after the answer before leaves this one blank.
      [.back] + c.stepping(from: question, by: 1)
        + [.say(c.passedWords(question, c.answers(question.night, question.subject)?.details))]
    }
  }

  func needs(_ c: Context) -> Needs { Needs(nights: c.morningNights(question.night), figures: question.night) }

  func firstFocus(_ c: Context) -> String? {
    let standing = c.answers(question.night, question.subject)?.details[question.field]
    return question.field.picks.firstIndex { $0.value == standing }.map { "pick-\($0 + 1)" } ?? "skip"
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("page-choice", question.field.question(of: question.subject))
    scene.facts = c.facts(about: question)
    let standing = c.answers(question.night, question.subject)?.details[question.field]
    var items = question.field.picks.enumerated().map { index, pick in
      SceneItem(
        "pick-\(index + 1)", pick.label, state: pick.value == standing ? "answered" : "", digit: index + 1,
        .feature(.question(.answer(pick.value))))
    }
    if let silence = c.silence(question) {
      let span = "\(c.clock.words(silence.start)) to \(c.clock.words(silence.end))"
      scene.facts.append(Fact("", "Nothing written \(span): did you sleep? Silence is not sleep."))
      items = [
        SceneItem(
          "pick-1", "Yes, all of it", state: NightWords.duration(silence.minutes), digit: 1,
          .feature(.question(.answer(.number(min(silence.minutes, 1440)))))),
        SceneItem("typed", "Type how long", digit: 2, .type(.answer(.question(question)))),
      ]
    } else if case .text = question.field.rule {
      items.append(
        SceneItem(
          "typed", "Something else: type it", digit: items.count + 1, .type(.answer(.question(question)))))
    }
    if standing != nil {
      items.append(SceneItem("blank", "Make it blank", digit: 6, .feature(.question(.answer(nil)))))
    }
    items += c.walkItems(question, leaving: [.back])
    let skip = SceneItem(
      "skip", standing == nil ? "Leave it blank" : "Keep it as it is", digit: 9, .feature(.question(.skip)))
    // Who scans comes to it first: a press too many must not answer.
    scene.list = SceneList((c.scans ? [skip] + items : items + [skip]) + [.back], numbering: .own)
    scene.direct = 1
    return scene
  }
}
