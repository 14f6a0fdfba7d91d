internal import NightModel
internal import Text

/// Answering the questions of the morning diary and of the caregiver's own night: each answer is on the disk at once.
extension Context {
  /// Begins a walk through a page: at the first question without an answer, which is said.
  func walking(_ night: CivilDate, _ subject: Subject, _ walk: PageQuestion.Walk = .usual) -> [Act] {
    unlessClosed {
      let (page, questions) = (answers(night, subject), subject.questions(walk))
      let open = questions.first { page?.details[$0] == nil }
      let first = PageQuestion(night, subject, open ?? questions[0], walk: walk)
      var acts = asking(first)
      // What the night's figures hang on is asked before the first question, and never again once it was answered.
      if subject == .diary, walk == .usual, let doubtful = record.toComplete(night).first(where: \.lacks.isLength) {
        acts.append(.open(.completing(EntryAddress(night: night, id: doubtful.id))))
      }
      let place = first.number.place
      return place == 1 ? acts : acts + [.say("Begins at question \(place): those before it have answers.")]
    }
  }

  /// Goes to the question before, or after, without an answer to this one; after the last one of a morning, to its end.
  /// `details` are the answers as they stand then; nil for those of the page.
  func stepping(from question: PageQuestion, by steps: Int, with details: Details? = nil) -> [Act] {
    var next = question.question(after: steps)
    while let passed = next, isIdle(passed, details ?? answers(question.night, question.subject)?.details) {
      next = passed.question(after: steps)
    }
    if let next { return asking(next) }
    return question.subject == .diary && question.walk == .usual ? [.open(.morningEnd(question.night))] : []
  }

  /// True for how long wakings were that nobody noted.
  private func isIdle(_ question: PageQuestion, _ details: Details?) -> Bool {
    question.field == .waso && details?[.wakings] == nil && details?[.waso] == nil
      && proposals(question.night, question.subject)[.waso] == nil
  }

  // MARK: Answers

  /// What stands in the field of a question before anything is typed: the answer, else the proposal.
  func standing(_ question: PageQuestion) -> String {
    switch answers(question.night, question.subject)?.details[question.field] {
    case .moment(let moment): clock.words(moment)
    case .number(let number): "\(number)"
    case .text(let text): text
    case .flag, nil: proposals(question.night, question.subject)[question.field]?.text(clock) ?? ""
    }
  }

  /// What answers come to: they are saved and the next question is asked, or what cannot be right or is likelier a slip
  /// is asked about. `isSure` is true once somebody said that it is right as typed.
  func answering(
    _ question: PageQuestion, _ values: [NightModel.Field: FieldValue?], isSure: Bool = false
  ) -> Answering {
    let page = answers(question.night, question.subject)
    if plan.isClosed, page == nil { return .refused(Self.closedWords) }
    var details = page?.details ?? Details()
    for (field, value) in values { details[field] = value }
    if question.subject == .diary, let doubt = doubt(question, values, details, isSure: isSure) {
      return .doubted(doubt)
    }
    let news = values.filter { page?.details[$0.key] != $0.value || page?.versions[$0.key] != nil }
    let next = stepping(from: question, by: 1, with: details)
    return .taken(next + [news.isEmpty ? .say(passedWords(question, details)) : saving(news, question)])
  }

  /// What is said of a question that was passed over.
  func passedWords(_ question: PageQuestion, _ details: Details?) -> String {
    let label = question.field.question(of: question.subject).lowercasedFirst
    guard let answer = details?[question.field] else { return "Left blank: \(label)." }
    return "Kept: \(label) \(answerWords(answer, question.field))."
  }

  private func saving(_ news: [NightModel.Field: FieldValue?], _ question: PageQuestion) -> Act {
    var changes = news
    if question.subject == .diary, let source, news.contains(where: { $0.value != nil }) {
      changes[.source] = .text(source)
    }
    let body = record.night(question.night).body(setting: changes, on: question.subject)
    let draft = Draft(partition: .night(question.night), at: now, by: by, body: body)
    return .save([draft], .answers(question, news))
  }

  private func doubt(
    _ question: PageQuestion, _ values: [NightModel.Field: FieldValue?], _ details: Details, isSure: Bool
  ) -> PageDoubt? {
    guard DiaryContradictions.fields.contains(question.field), details[question.field] != nil else { return nil }
    func doubt(_ wrong: String, _ slip: DiarySlip?, asTyped: Bool) -> PageDoubt {
      let offer = slip.map { slip in
        var along = values
        along[slip.field] = nil
        let times = PageTimes(question: question, texts: [slip.field: slip.text], along: along)
        return PageDoubt.Offer(label: slip.question(clock).capitalizedFirst, meaning: .times(times))
      }
      return PageDoubt(
        question: question, wrong: wrong, offers: offer.map { [$0] } ?? [], asTyped: asTyped ? values : nil)
    }
    if let problem = DiaryContradictions.problem(in: details, of: question.night, by: now) {
      return doubt(problem.wrong(clock), problem.slip, asTyped: false)
    }
    if isSure { return nil }
    return DiaryDoubt(about: question.field, in: details, of: question.night, by: now).map {
      doubt($0.wrong(clock), $0.slip, asTyped: true)
    }
  }

  // MARK: Times

  /// What typed times come to, as the clocks of the night have them.
  func reading(_ times: PageTimes) -> Answering {
    guard let (field, reading) = times.read(by: self.times).first else { return .taken([]) }
    let question = times.question
    func answers(_ moment: Instant) -> [NightModel.Field: FieldValue?] {
      times.along.merging([field: .moment(moment)]) { $1 }
    }
    func offer(_ moment: Instant, _ more: String) -> PageDoubt.Offer {
      .init(label: "\(clock.words(moment))\(more)", meaning: .answers(answers(moment)))
    }
    switch reading {
    case .refused(let refusal, _): return .refused(refusal.wholeSentence)
    case .several(let meanings, _):
      return .doubted(
        PageDoubt(
          question: question, wrong: reading.doubt ?? "", offers: meanings.map { offer($0.value.first, "") },
          asTyped: nil))
    case .one(.once(let moment)): return answering(question, answers(moment))
    case .one(.twice(let earlier, let later)):
      return .doubted(
        PageDoubt(
          question: question, wrong: "clocks went back that night and showed \(clock.words(earlier)) twice",
          offers: [
            offer(earlier, ", the first time (\(earlier.offsetText))"),
            offer(later, ", the second time (\(later.offsetText))"),
          ], asTyped: nil))
    case .one(.never(let after)):
      let typed = times.texts[field] ?? ""
      return .doubted(
        PageDoubt(
          question: question, wrong: "\(typed.forDisplay) was never on the clock that night: clocks went forward",
          offers: [offer(after, "")], asTyped: nil))
    }
  }

  /// Confirms all that is proposed for a diary, as one action that one undo takes back.
  func confirmingProposals(_ date: CivilDate) -> [Act] {
    unlessClosed {
      let proposals = proposals(date, .diary)
      guard !proposals.isEmpty else { return [.say("Nothing is proposed that has no answer yet.")] }
      let question = PageQuestion(date, .diary, .intoBed)
      var times = PageTimes(question: question, texts: [:])
      for (field, proposal) in proposals {
        switch proposal.value {
        case .time: times.texts[field] = proposal.text(clock)
        case .answer(let value): times.along[field] = value
        }
      }
      var values = times.along
      for (field, reading) in times.read(by: self.times) {
        // A time that was twice or never on the clock is a question of its own, so it stays proposed.
        if case .one(.once(let moment)) = reading { values[field] = .moment(moment) }
      }
      var details = answers(date, .diary)?.details ?? Details()
      for (field, value) in values { details[field] = value }
      if let problem = DiaryContradictions.problem(in: details, of: date) {
        let wrong = "Together they cannot be right: \(problem.wrong(clock))."
        return [.say("\(wrong) Nothing was confirmed; go question by question.")]
      }
      // What was chosen goes with what it confirmed, so the focus has to.
      let save =
        values.isEmpty
        ? Act.say("Each has to be looked at by itself; nothing was confirmed.") : saving(values, question)
      return [.focus("fill-in"), save]
    }
  }
}

/// What an answer comes to.
enum Answering {
  /// It is taken, and this follows.
  case taken([Act])
  /// It is asked about first.
  case doubted(PageDoubt)
  /// It cannot be read, and why not, as a sentence.
  case refused(String)
}

extension DiaryProposal {
  /// The proposal as one would type it.
  func text(_ clock: ClockStyle) -> String {
    switch value {
    case .time(let time): clock.words(time)
    case .answer(.moment(let moment)): clock.words(moment)
    case .answer(let value): value.words
    }
  }
}
