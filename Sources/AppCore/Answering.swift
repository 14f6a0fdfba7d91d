internal import CellUI
internal import NightModel
internal import Text

/// Answering the questions of the morning diary and of the caregiver's own night: each answer is on the disk at once.
extension App {
  func answers(_ night: CivilDate, _ subject: Subject) -> Page? { context.answers(night, subject) }

  func proposals(_ date: CivilDate, _ subject: Subject) -> [NightModel.Field: DiaryProposal] {
    context.proposals(date, subject)
  }

  /// On whose word what is answered next is: what was said last, else the person's if it is the person who writes.
  var source: String? {
    saysSo ?? (by != nil && by == record.plan.value("person-initials") ? "said" : nil)
  }

  /// The time without anything written that the caregiver is asked about; nil once there is an answer.
  func silence(_ question: PageQuestion) -> SilentStretch? {
    guard question.field == .stretch, answers(question.night, .carer)?.details[.stretch] == nil else { return nil }
    return record.nights[question.night].flatMap { SilentStretch($0) }
  }

  // MARK: Asking

  /// Begins the walk through a page: at the first question without an answer, which is said.
  mutating func walk(_ night: CivilDate, _ subject: Subject) -> [Effect] {
    if isClosed() { return [] }
    let page = answers(night, subject)
    let open = subject.questions.first { page?.details[$0] == nil }
    let first = PageQuestion(night, subject, open ?? subject.questions[0], isWalk: true)
    var effects = ask(first)
    // What the night's figures hang on is asked before the first question, and never again once it was answered.
    if subject == .diary,
      let doubtful = record.toComplete(night).first(where: \.lacks.isLength).map({ Target(night: night, id: $0.id) })
    {
      effects += self.open(.completing(doubtful))
    }
    let place = first.number.place
    return place == 1 ? effects : effects + say("Begins at question \(place): those before it have answers.")
  }

  /// Says so in a closed record, where a page that was begun can still be corrected and none is begun.
  private mutating func isClosed(for question: PageQuestion) -> Bool {
    answers(question.night, question.subject) == nil && isClosed()
  }

  /// Asks a question.
  mutating func ask(_ question: PageQuestion) -> [Effect] {
    if isClosed(for: question) { return [] }
    leaveQuestion(question)
    guard !question.field.picks.isEmpty || silence(question) != nil else { return beginTyping(.answer(question)) }
    let standing = answers(question.night, question.subject)?.details[question.field]
    let pick = question.field.picks.firstIndex { $0.value == standing }
    places.append(Place(.pageChoice(question), focus: pick.map { "pick-\($0 + 1)" } ?? "skip"))
    return []
  }

  /// Goes to the question before, or after, without an answer to this one.
  mutating func step(from question: PageQuestion, by steps: Int) -> [Effect] {
    leaveQuestion(question)
    return question.question(after: steps).map { ask($0) } ?? []
  }

  /// Takes what is about a question off the stack.
  private mutating func leaveQuestion(_ question: PageQuestion) {
    while places.count > 1, place.screen.isAbout(question.night, question.subject) { places.removeLast() }
  }

  // MARK: Answers

  /// What stands in the field of a question before anything is typed: the answer, else the proposal.
  func standing(_ question: PageQuestion) -> String {
    switch answers(question.night, question.subject)?.details[question.field] {
    case .moment(let moment): "\(moment.time)"
    case .number(let number): "\(number)"
    case .text(let text): text
    case .flag, nil: proposals(question.night, question.subject)[question.field]?.text ?? ""
    }
  }

  /// Is done with the text of an answer.
  mutating func finishAnswer(_ question: PageQuestion, _ text: String) throws(Refusal) -> [Effect] {
    if isClosed(for: question) { return [] }
    let (field, typed) = (question.field, text.trimmingSpaces())
    if typed.isEmpty { return answer(question, [field: FieldValue?.none]) }
    if typed == standing(question) {
      if let value = answers(question.night, question.subject)?.details[field] {
        return answer(question, [field: value])
      }
      if case .answer(let value)? = proposals(question.night, question.subject)[field]?.value {
        return answer(question, [field: value])
      }
    }
    if field.rule == .moment {
      return read(PageTimes(question: question, texts: [field: typed]))
    }
    let value = try FieldText.value(Self.minutes(typed, of: field) ?? typed, of: field) { text throws(Refusal) in
      throw .usage("\"\(text.forDisplay)\" cannot be typed here")
    }
    return answer(question, [field: value])
  }

  /// Hours and minutes as minutes: `1:30` is 90.
  private static func minutes(_ text: String, of field: NightModel.Field) -> String? {
    guard field.isMinutes, text.contains(":"), let time = ClockTime(text) else { return nil }
    return "\(time.minuteOfDay)"
  }

  /// Records answers and goes on, unless something cannot be right or is likelier a slip: then it is asked about.
  /// - Parameter isSure: true once somebody said that it is right as typed.
  mutating func answer(
    _ question: PageQuestion, _ values: [NightModel.Field: FieldValue?], isSure: Bool = false
  ) -> [Effect] {
    if isClosed(for: question) { return [] }
    let page = answers(question.night, question.subject)
    var details = page?.details ?? Details()
    for (field, value) in values { details[field] = value }
    if question.subject == .diary, let doubt = doubt(question, values, details, isSure: isSure) {
      if case .pageDoubt = screen { places.removeLast() }
      return open(.pageDoubt(doubt))
    }
    let news = values.filter { page?.details[$0.key] != $0.value || page?.versions[$0.key] != nil }
    begun[.answer(question)] = nil
    var effects = step(from: question, by: 1)
    if news.isEmpty {
      let label = question.field.question(of: question.subject).lowercasedFirst
      let isBlank = details[question.field] == nil
      effects += say(isBlank ? "Left blank: \(label)." : "Kept: \(label) \(details[question.field]?.words ?? "").")
    } else {
      effects.append(save(news, question))
    }
    return effects
  }

  private func save(_ news: [NightModel.Field: FieldValue?], _ question: PageQuestion) -> Effect {
    var changes = news
    if question.subject == .diary, let source, news.contains(where: { $0.value != nil }) {
      changes[.source] = .text(source)
    }
    let body = record.night(question.night).body(setting: changes, on: question.subject)
    return .save([Draft(partition: .night(question.night), at: now, by: by, body: body)], .answers(question, news))
  }

  private func doubt(
    _ question: PageQuestion, _ values: [NightModel.Field: FieldValue?], _ details: Details, isSure: Bool
  ) -> PageDoubt? {
    guard DiaryOrder.fields.contains(question.field), details[question.field] != nil else { return nil }
    func doubt(_ wrong: String, _ slip: DiarySlip?, asTyped: Bool) -> PageDoubt {
      let offer = slip.map { slip in
        var along = values
        along[slip.field] = nil
        let times = PageTimes(question: question, texts: [slip.field: slip.text], along: along)
        return PageDoubt.Offer(label: slip.question.capitalizedFirst, meaning: .times(times))
      }
      return PageDoubt(
        question: question, wrong: wrong, offers: offer.map { [$0] } ?? [], asTyped: asTyped ? values : nil)
    }
    if let problem = DiaryOrder.problem(in: details, of: question.night, by: now) {
      return doubt(problem.wrong, problem.slip, asTyped: false)
    }
    if isSure { return nil }
    return DiaryDoubt(about: question.field, in: details, of: question.night, by: now).map {
      doubt($0.wrong, $0.slip, asTyped: true)
    }
  }

  // MARK: Times

  /// Answers with times, as the clocks of the night have them.
  mutating func read(_ times: PageTimes) -> [Effect] {
    let readings = times.read(by: moments)
    if times.areProposals { return confirm(times, readings) }
    guard let (field, reading) = readings.first else { return [] }
    let question = times.question
    func answers(_ moment: Instant) -> [NightModel.Field: FieldValue?] {
      times.along.merging([field: .moment(moment)]) { $1 }
    }
    func offer(_ moment: Instant, _ more: String) -> PageDoubt.Offer {
      .init(label: "\(clock.words(moment))\(more)", meaning: .answers(answers(moment)))
    }
    switch reading {
    case .failure(let refusal): return say("\(refusal.sentence.capitalizedFirst).")
    case .success(.once(let moment)): return answer(question, answers(moment))
    case .success(.twice(let earlier, let later)):
      return open(
        .pageDoubt(
          PageDoubt(
            question: question, wrong: "clocks went back that night and showed \(clock.words(earlier)) twice",
            offers: [
              offer(earlier, ", the first time (\(earlier.offsetText))"),
              offer(later, ", the second time (\(later.offsetText))"),
            ], asTyped: nil)))
    case .success(.never(let after)):
      let typed = times.texts[field] ?? ""
      return open(
        .pageDoubt(
          PageDoubt(
            question: question, wrong: "\(typed.forDisplay) was never on the clock that night: clocks went forward",
            offers: [offer(after, "")], asTyped: nil)))
    }
  }

  /// Confirms all that is proposed for a diary, as one action that one undo takes back.
  mutating func confirmProposals(_ date: CivilDate) -> [Effect] {
    if isClosed() { return [] }
    let proposals = proposals(date, .diary)
    guard !proposals.isEmpty else { return say("Nothing is proposed that has no answer yet.") }
    var texts: [NightModel.Field: String] = [:]
    var along: [NightModel.Field: FieldValue?] = [:]
    for (field, proposal) in proposals {
      switch proposal.value {
      case .time: texts[field] = proposal.text
      case .answer(let value): along[field] = value
      }
    }
    let question = PageQuestion(date, .diary, .intoBed)
    return read(PageTimes(question: question, texts: texts, along: along, areProposals: true))
  }

  private mutating func confirm(_ times: PageTimes, _ readings: [NightModel.Field: TimeReading]) -> [Effect] {
    var values = times.along
    for (field, reading) in readings {
      // A time that was twice or never on the clock is a question of its own, so it stays proposed.
      if case .success(.once(let moment)) = reading { values[field] = .moment(moment) }
    }
    var details = answers(times.question.night, .diary)?.details ?? Details()
    for (field, value) in values { details[field] = value }
    if let problem = DiaryOrder.problem(in: details, of: times.question.night) {
      return say("Together they cannot be right: \(problem.wrong). Nothing was confirmed; go question by question.")
    }
    // What was chosen goes with what it confirmed, so the focus has to.
    place.focus = "fill-in"
    return values.isEmpty
      ? say("Each has to be looked at by itself; nothing was confirmed.") : [save(values, times.question)]
  }

  /// Says which answers were saved.
  mutating func saySaved(_ question: PageQuestion, _ values: [NightModel.Field: FieldValue?]) {
    let fields = question.subject.questions.filter { values.keys.contains($0) }
    let words = fields.map { field in
      "\(field.question(of: question.subject).lowercasedFirst) \(answerWords(values[field] ?? nil, field))"
    }
    let more = words.count > 2 ? " and \(words.count - 2) more answers" : ""
    let last = question.isWalk && question.question(after: 1) == nil ? " That was the last question." : ""
    status = .written("\(words.prefix(2).joined(separator: "; "))\(more).\(last)\(toldNobody)")
  }

  func answerWords(_ value: FieldValue?, _ field: NightModel.Field) -> String { context.answerWords(value, field) }
}

extension DiaryProposal {
  /// The proposal as one would type it.
  var text: String {
    switch value {
    case .time(let time): "\(time)"
    case .answer(let value): value.words
    }
  }
}

extension Screen {
  /// True if the screen asks about a page of a night, or about an answer to it.
  fileprivate func isAbout(_ night: CivilDate, _ subject: Subject) -> Bool {
    let question: PageQuestion? =
      switch self {
      case .pageChoice(let question): question
      case .pageDoubt(let doubt): doubt.question
      case .text(let entry): if case .answer(let question) = entry.purpose { question } else { nil }
      default: nil
      }
    return question.map { $0.night == night && $0.subject == subject } ?? false
  }
}
