internal import CellUI
internal import NightModel
internal import Text

/// One question of a page to a screen, and the question that is asked about an answer.
extension App {
  /// What stands above every question: which it is, what is proposed and on what ground.
  private func facts(_ question: PageQuestion) -> [Fact] {
    var facts: [Fact] = []
    let (place, count) = question.number
    if question.isWalk { facts.append(Fact("", "\(place) of \(count). Back ends; answers are kept.")) }
    if let proposal = proposals(question.night, question.subject)[question.field] {
      facts.append(Fact("proposed:", "\(context.words(of: proposal, question.field))? \(proposal.basis)"))
    }
    let hint = question.field.answerHint
    if !hint.isEmpty { facts.append(Fact("", hint)) }
    let page = answers(question.night, question.subject)
    if let versions = page?.versions[question.field] {
      let words = versions.map { context.words(of: $0, question.field) }.joined(separator: "; ")
      facts.append(Fact("two versions:", "\(words). What you answer now stands."))
    } else if let value = page?.details[question.field] {
      let who = page?.says[question.field]?.words ?? ""
      facts.append(Fact("answered:", answerWords(value, question.field) + (who.isEmpty ? "" : ", \(who)")))
    }
    if question.field.rule == .moment { facts += maskFacts(question.night) }
    return facts
  }

  /// A question whose answer is typed.
  func answerScene(_ entry: TextEntry, _ question: PageQuestion) -> Scene {
    var scene = Scene("text", question.field.question(of: question.subject))
    scene.facts = facts(question)
    var label = scene.title
    if case .number(let range) = question.field.rule { label += " (\(range.lowerBound)-\(range.upperBound))" }
    if question.field.rule == .moment { label += ", as 22:40" }
    scene.field = Scene.Field(label: label, text: entry.field, isTyping: entry.isTyping)
    let standing = entry.field.text
    let isProposed = entry.isFresh && standing == proposals(question.night, question.subject)[question.field]?.text
    scene.lineHint =
      standing.isEmpty
      ? "An empty line leaves it blank; \"back\" goes back."
      : "An empty line \(isProposed ? "accepts" : "keeps") \(standing.forDisplay); \"blank\" leaves it blank; \"back\" goes back."
    let save = standing.isEmpty ? "Leave it blank" : isProposed ? "Accept" : "Save"
    var items = [
      SceneItem("type", "Type", state: standing.forDisplay, .resumeTyping),
      SceneItem("save", save, digit: 1, .finishText),
    ]
    if !standing.isEmpty {
      items.append(
        SceneItem(
          "blank", "Leave it blank", digit: 2,
          .feature(.morning(.answer(question, [question.field: nil], isSure: false)))))
    }
    scene.list = SceneList(items + walkItems(question) + [.back], numbering: .own)
    return scene
  }

  /// The ways about in the walk.
  private func walkItems(_ question: PageQuestion) -> [SceneItem] {
    guard question.isWalk, question.number.place > 1 else { return [] }
    return [
      SceneItem("undo", "Take the last answer back", digit: 7, .undo),
      SceneItem("before", "The question before", digit: 8, .feature(.morning(.step(question, -1)))),
    ]
  }

  /// A question whose answers are picked with one digit.
  func pageChoiceScene(_ question: PageQuestion) -> Scene {
    var scene = Scene("page-choice", question.field.question(of: question.subject))
    scene.facts = facts(question)
    let standing = answers(question.night, question.subject)?.details[question.field]
    var items = question.field.picks.enumerated().map { index, pick in
      SceneItem(
        "pick-\(index + 1)", pick.label, state: pick.value == standing ? "answered" : "", digit: index + 1,
        .feature(.morning(.answer(question, [question.field: pick.value], isSure: false))))
    }
    if let silence = silence(question) {
      let span = "\(clock.words(silence.start)) to \(clock.words(silence.end))"
      scene.facts.append(Fact("", "Nothing written \(span): did you sleep? Silence is not sleep."))
      items = [
        SceneItem(
          "pick-1", "Yes, all of it", state: NightWords.duration(silence.minutes), digit: 1,
          .feature(.morning(.answer(question, [question.field: .number(min(silence.minutes, 1440))], isSure: false)))),
        SceneItem("typed", "Type how long", digit: 2, .type(.answer(question))),
      ]
    } else if case .text = question.field.rule {
      items.append(
        SceneItem("typed", "Something else: type it", digit: items.count + 1, .type(.answer(question))))
    }
    if standing != nil {
      items.append(
        SceneItem(
          "blank", "Make it blank", digit: 6,
          .feature(.morning(.answer(question, [question.field: nil], isSure: false)))))
    }
    items += walkItems(question)
    items.append(
      SceneItem(
        "skip", standing == nil ? "Leave it blank" : "Keep it as it is", digit: 9,
        .feature(.morning(.step(question, 1)))))
    scene.list = SceneList(items + [.back], numbering: .own)
    return scene
  }

  /// An answer that cannot be right or is likelier a slip: what was meant.
  func pageDoubtScene(_ doubt: PageDoubt) -> Scene {
    let question = doubt.question
    var scene = Scene("page-doubt", question.field.question(of: question.subject))
    scene.facts = [Fact("", "\(doubt.wrong.capitalizedFirst). Nothing was changed.")]
    var items = doubt.offers.enumerated().map { index, offer in
      let intent: Intent =
        switch offer.meaning {
        case .answers(let values): .feature(.morning(.answer(question, values, isSure: true)))
        case .times(let times): .feature(.morning(.readTimes(times)))
        }
      return SceneItem("offer-\(index + 1)", offer.label, intent)
    }
    items += [
      SceneItem("again", "Type it again", .back),
      SceneItem("blank", "Leave it blank", .feature(.morning(.answer(question, [question.field: nil], isSure: true)))),
    ]
    if let typed = doubt.asTyped {
      items.append(
        SceneItem("right", "It is right as typed", .feature(.morning(.answer(question, typed, isSure: true)))))
    }
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = 60
    return scene
  }
}
