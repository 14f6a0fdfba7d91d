internal import NightModel
internal import Text

/// What is asked on Tonight about the entry that was just saved. It takes the place of the table, and what was written
/// stands whatever is answered.
extension TonightFeature {
  /// Tonight while something is asked.
  func question(_ c: Context) -> Scene {
    var scene = night(c)
    scene.name = "question"
    var answers: [SceneItem] = []
    var words = ""
    switch pages.last {
    case .question(let question):
      answers = self.answers(question, c)
      words = asked(question.kind, c)
    case .highGrades(let question):
      answers = GradeItems.high(grade)
      words = asked(question.kind, c)
    case .oneOrTen:
      answers = [
        GradeItems.item(1, "One, hardly any", digit: 1, grade),
        GradeItems.item(10, "Ten, worst imaginable", digit: 2, grade),
      ]
      words = "1 or 10?"
    case .typed(let letters): return typed(letters, scene)
    case .writers:
      answers = writers(c)
      words = "Who writes?"
    case .menu, .medicines, nil: break
    }
    // It stays about its entry, whatever else is written meanwhile, and on each of its pages it says which that is.
    let subject = isAskingWhoWrites ? nil : asked.flatMap { c.record.item($0) }.map { entryWords($0, c) }
    scene.tonight?.question = [words, subject].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    let leave = isOfferingSteps ? "0 for not now" : "0 leaves it as it is"
    scene.facts.insert(Fact(words, [subject, leave].compactMap(\.self).joined(separator: "; ")), at: 0)
    // First, so that one key too many leaves it blank.
    let blank = SceneItem("leave-open", blankLabel(c), digit: 0, .feature(.tonight(.leaveBlank)))
    scene.list = SceneList([blank] + answers, numbering: .own)
    scene.hints = hintsOfQuestion(c)
    let rows = TonightRows.tableRows(columns: c.surface.columns)
    if !c.surface.isRead { scene.tonight?.columnStarts += stride(from: 1, to: 1 + answers.count, by: rows) }
    return scene
  }

  /// Tonight while it is asked what typed letters were.
  private func typed(_ letters: TypedLetters, _ night: Scene) -> Scene {
    var scene = night
    scene.name = "typed"
    let words = "You typed \"\(letters.text.forDisplay)\"."
    scene.tonight?.question = words
    scene.facts.insert(Fact("", words), at: 0)
    scene.list = SceneList(
      [
        SceneItem("typed-note", "It was a note", digit: 1, .feature(.tonight(.typedNote))),
        SceneItem("typed-search", "Look for it", digit: 2, .feature(.tonight(.typedSearch))),
      ]
        // Nobody presses so many keys to log, and each of them would be done.
        + (letters.mayBeKeys
          ? [SceneItem("typed-keys", "They were keys", digit: 3, .feature(.tonight(.typedKeys)))] : []),
      numbering: .own)
    scene.hints = hintsOfTyped
    return scene
  }

  private func blankLabel(_ c: Context) -> String {
    if case .oneOrTen? = pages.last { return "Leave it at one" }
    if isAskingWhoWrites || isOfferingSteps { return "Not now" }
    return c.surface.hasShortGrades ? "Blank" : "Leave it blank"
  }

  /// The first eight who write, because a digit chooses each; whoever else it is takes over under Handover.
  private func writers(_ c: Context) -> [SceneItem] {
    c.writers.prefix(8).enumerated().map { index, writer in
      let name =
        writer.name == writer.initials || c.surface.columns < Widths.columns ? "" : " \(writer.name.forDisplay)"
      return SceneItem(
        "by-\(writer.initials)", "\(writer.initials.forDisplay)\(name)", digit: index + 1,
        .feature(.tonight(.write(writer.initials))))
    }
  }

  private func entryWords(_ item: Item, _ c: Context) -> String {
    "\(c.clock.words(item.at)) \(item.words(c.catalogue))"
  }

  private func answers(_ question: Question, _ c: Context) -> [SceneItem] {
    func items(_ field: NightModel.Field, of subject: Subject, letter: (String) -> Character?) -> [SceneItem] {
      field.choices(for: subject, c.catalogue).enumerated().map { index, choice in
        var item = SceneItem(
          choice.value.words, choice.label, digit: index + 1, letter: letter(choice.value.words),
          .feature(.tonight(.answer([field: choice.value]))))
        item.keys = item.letter.map(String.init) ?? ""
        return item
      }
    }
    switch question.kind {
    case .grade: return GradeItems.low(c, more: opening(.highGrades(question)), grade)
    case .side: return items(.side, of: .event(.turn)) { Log.turn($0).letter(in: .turn) }
    case .power: return [SceneItem("power-steps", PowerPage.lead, digit: 1, .open(.powerOut))]
    case .what(let subject):
      let known = items(.what, of: subject) { _ in nil }
      guard case .symptom = subject else { return known }
      return known + [GradeItems.item(0, "asked: none", digit: known.count + 1, grade)]
    }
  }

  private func grade(_ value: Int) -> AppCore.Intent { .feature(.tonight(.answer([.value: .number(value)]))) }

  private func asked(_ kind: Question.Kind, _ c: Context) -> String {
    switch kind {
    case .grade: "How bad?"
    case .side: "To which side?"
    case .power: "What to do?"
    case .what(let subject): c.catalogue.question(about: subject)?.words ?? ""
    }
  }
}
