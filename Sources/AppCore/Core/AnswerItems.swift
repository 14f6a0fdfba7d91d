internal import NightModel
internal import Text

/// The questions of a page with their answers, wherever they are shown.
extension Context {
  /// How many nights before it are at hand for a night's morning, for what is "as last time".
  static let nightsBeforeMorning = 7

  /// The nights that the morning of a night is made from.
  func morningNights(_ date: CivilDate) -> [CivilDate] {
    (-Self.nightsBeforeMorning...1).map { date.adding(days: $0) }
  }

  /// A page of a night as it stands; nil if nobody began it.
  func answers(_ night: CivilDate, _ subject: Subject) -> Page? { record.nights[night]?.answers(on: subject) }

  /// What is proposed for the questions of a page that nobody has answered.
  func proposals(_ date: CivilDate, _ subject: Subject) -> [NightModel.Field: DiaryProposal] {
    guard !plan.isClosed, let night = record.nights[date] else { return [:] }
    let earlier = (1...Self.nightsBeforeMorning).compactMap { record.nights[date.adding(days: -$0)] }
    let proposals =
      subject == .carer
      ? DiaryProposal.proposals(forCarerOf: night) : DiaryProposal.proposals(for: night, earlier: earlier)
    let page = answers(date, subject)
    return proposals.filter { field, proposal in
      page?.details[field] == nil && proposal.hasCome(by: now, in: date, rule: plan.nightRule)
    }
  }

  /// Asks a question. In a closed record a page that was begun can still be corrected, and none is begun.
  func asking(_ question: PageQuestion) -> [Act] {
    if plan.isClosed, answers(question.night, question.subject) == nil { return [.say(Self.closedWords)] }
    let isPicked = !question.field.picks.isEmpty || silence(question) != nil
    return [isPicked ? .open(.question(question)) : .type(.answer(.question(question)))]
  }

  /// The time without anything written that the caregiver is asked about; nil once there is an answer.
  func silence(_ question: PageQuestion) -> SilentStretch? {
    guard question.field == .stretch, answers(question.night, .carer)?.details[.stretch] == nil else { return nil }
    return record.nights[question.night].flatMap { SilentStretch($0) }
  }

  /// On whose word what is answered next is: what was said last, else the person's if it is the person who writes.
  var source: String? { saysSo ?? (by != nil && by == plan.value(.personInitials) ? "said" : nil) }

  /// The night a person means in the morning when none is named.
  var nightJustSlept: CivilDate { plan.nightRule.nightJustSlept(at: now) }

  /// How much of a page is answered; empty if nothing is.
  func progress(_ date: CivilDate, _ subject: Subject) -> String {
    guard let page = answers(date, subject) else { return "" }
    let all = subject.questions(.usual)
    return "\(all.filter { page.details[$0] != nil }.count) of \(all.count)"
  }

  /// The questions of a page that are asked on every night, and what else has an answer.
  func answerItems(_ date: CivilDate, _ subject: Subject) -> [SceneItem] {
    let page = answers(date, subject)
    return answerItems(
      date, subject,
      subject.questions.filter { field in
        subject.usualQuestions.contains(field) || page?.details[field] != nil || page?.versions[field] != nil
      })
  }

  /// Some questions of a page with their answers, and who says so. A proposal is shown as one.
  func answerItems(_ date: CivilDate, _ subject: Subject, _ fields: [NightModel.Field]) -> [SceneItem] {
    let (page, proposals) = (answers(date, subject), proposals(date, subject))
    return fields.enumerated().map { index, field in
      var state = proposals[field].map { "\(words(of: $0, field))? \($0.basis.words)" } ?? "blank"
      if let value = page?.details[field] {
        let who = page?.says[field]?.words ?? ""
        let isTwo = page?.versions[field] != nil
        let word = isTwo ? "two versions" : who
        state = answerWords(value, field) + (word.isEmpty ? "" : "  \(word)")
      }
      return SceneItem(
        field.rawValue, field.question(of: subject), state: state, heading: index == 0 ? subject.pageTitle : nil,
        .all(asking(PageQuestion(date, subject, field))))
    }
  }

  /// An answer in words: as the household's clock and the list of answers have it.
  func answerWords(_ value: FieldValue?, _ field: NightModel.Field) -> String {
    switch value {
    case .moment(let moment)?: clock.words(moment)
    case .number(let number)? where field.isMinutes: NightWords.duration(number)
    case let value?:
      field.picks.firstIndex { $0.value == value }.map { index in
        field.rule == .number(1...5)
          ? "\(index + 1), \(field.picks[index].label.lowercased())" : field.picks[index].label.lowercased()
      } ?? value.words
    case nil: "blank"
    }
  }

  /// A proposal in the words of an answer.
  func words(of proposal: DiaryProposal, _ field: NightModel.Field) -> String {
    switch proposal.value {
    case .time(let time): clock.words(time)
    case .answer(let value): answerWords(value, field)
    }
  }

  /// What one of two people answered, and who.
  func words(of version: Page.Version, _ field: NightModel.Field) -> String {
    answerWords(version.value, field) + (version.who?.by.map { " by \($0.forDisplay)" } ?? "")
  }
}
