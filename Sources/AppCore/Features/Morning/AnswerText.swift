internal import CellUI
internal import NightModel
internal import Text

/// A question of a page whose answer is typed.
public enum AnswerText: FeatureText, Hashable, Sendable {
  /// The question.
  case question(PageQuestion)

  private var question: PageQuestion {
    switch self {
    case .question(let question): question
    }
  }

  func form(_ c: Context) -> TextForm {
    let field = question.field
    var form = TextForm(
      title: field.question(of: question.subject), label: field.question(of: question.subject),
      help: field.answerHint.isEmpty ? field.example : field.answerHint, limit: 5, standing: c.standing(question),
      facts: c.facts(about: question, withHint: false), nights: [question.night])
    switch field.rule {
    case .text(let limit): form.limit = limit
    case .number(let range):
      form.spelled = .number(range, of: field)
      form.label += " (\(range.lowerBound)-\(range.upperBound))"
    case .moment:
      form.label += ", as \(c.clock.example)"
      (form.limit, form.spelled) = (TextForm.momentLimit, .time)
      form.preview = { text in c.times.answer(text, to: field, in: question.night).fact { c.words(of: $0.first) } }
    case .flag, .choice: break
    }
    (form.takesStanding, form.replacesStanding) = (true, true)
    (form.enterHint, form.leaves) = ("Save", .question(question))
    if field == .note { form.unfinished = .note(on: nil) }
    let typed = c.typing?.field.text ?? form.standing
    let isProposed =
      c.typing?.isFresh != false && typed == c.proposals(question.night, question.subject)[field]?.text(c.clock)
    form.lineHint =
      typed.isEmpty
      ? "An empty line leaves it blank; \"back\" goes back."
      : "An empty line \(isProposed ? "accepts" : "keeps") \(typed.forDisplay); \"blank\" leaves it blank; "
        + "\"back\" goes back."
    form.doing = typed.isEmpty ? "Leave it blank" : isProposed ? "Accept" : "Save"
    if !typed.isEmpty { form.blank = SceneItem("blank", "Leave it blank", digit: 2, done(c, [field: nil])) }
    form.more += c.walkItems(question, leaving: [.closeText(.answer(self))])
    return form
  }

  /// Answers and leaves the field, or asks about it above the field.
  private func done(_ c: Context, _ values: [NightModel.Field: FieldValue?]) -> Act {
    switch c.answering(question, values) {
    case .taken(let acts): .all([.closeText(.answer(self))] + acts)
    case .doubted(let doubt): .open(.doubt(doubt))
    case .refused(let why): .say(why)
    }
  }

  func read(_ text: String, _ c: Context) -> TextReading {
    do throws(Refusal) {
      return switch try answering(text, c) {
      case .taken(let acts): .intent(.act(.all(acts)))
      case .doubted(let doubt): .asks(.open(.doubt(doubt)))
      case .refused(let why): .refused(why)
      }
    } catch {
      return .refused(error.wholeSentence)
    }
  }

  private func answering(_ text: String, _ c: Context) throws(Refusal) -> Answering {
    let (field, typed) = (question.field, text.trimmingSpaces())
    if typed.isEmpty { return c.answering(question, [field: FieldValue?.none]) }
    if typed == c.standing(question) {
      if let value = c.answers(question.night, question.subject)?.details[field] {
        return c.answering(question, [field: value])
      }
      if case .answer(let value)? = c.proposals(question.night, question.subject)[field]?.value {
        return c.answering(question, [field: value])
      }
    }
    if field.rule == .moment { return c.reading(PageTimes(question: question, texts: [field: typed])) }
    // Hours and minutes as minutes: `1:30` is 90.
    let minutes = field.isMinutes && typed.contains(":") ? ClockTime(typed).map { "\($0.minuteOfDay)" } : nil
    let value = try FieldText.value(minutes ?? typed, of: field) { text throws(Refusal) in
      throw .usage("\"\(text.forDisplay)\" cannot be typed here")
    }
    return c.answering(question, [field: value])
  }
}

/// What is shown of a question, picked or typed.
extension Context {
  /// What stands above every question: which it is, what is proposed and on what ground, and how to answer it unless that
  /// is said by a field.
  func facts(about question: PageQuestion, withHint: Bool = true) -> [Fact] {
    var facts: [Fact] = []
    let proposed = proposals(question.night, question.subject)[question.field].map {
      " \(words(of: $0, question.field)), \($0.basis.words)"
    }
    facts.append(Fact("", question.field.sentence(of: plan.person) + (proposed ?? "")))
    let (place, count) = question.number
    if question.walk != nil { facts.append(Fact("", "\(place) of \(count). Back ends; answers are kept.")) }
    let hint = question.field.answerHint
    if withHint, !hint.isEmpty { facts.append(Fact("", hint)) }
    let page = answers(question.night, question.subject)
    if let versions = page?.versions[question.field] {
      let words = versions.map { self.words(of: $0, question.field) }.joined(separator: "; ")
      facts.append(Fact("two versions:", "\(words). What you answer now stands."))
    } else if let value = page?.details[question.field] {
      let who = page?.says[question.field]?.words ?? ""
      facts.append(Fact("answered:", answerWords(value, question.field) + (who.isEmpty ? "" : ", \(who)")))
    }
    if question.field.rule == .moment { facts += maskFacts(question.night) }
    return facts
  }

  /// The ways about in the walk. `acts` is what takes the question away.
  func walkItems(_ question: PageQuestion, leaving acts: [Act]) -> [SceneItem] {
    guard question.walk != nil, question.number.place > 1 else { return [] }
    return [
      SceneItem("undo", "Take the last answer back", digit: 7, .undo),
      SceneItem("before", "The question before", digit: 8, .all(acts + stepping(from: question, by: -1))),
    ]
  }

  /// The mask of a night as it was written, to answer by.
  func maskFacts(_ date: CivilDate) -> [Fact] {
    let nights = (-1...1).compactMap { record.nights[date.adding(days: $0)] }
    let short = Interval.pairs(.mask, in: nights, until: now).filter { interval in
      !interval.isLasting && interval.milliseconds(in: date, bounds: record.bounds) > 0
    }
    let worn = (short + record.lasting(in: date).filter { $0.kind == .mask }).sorted { $0.start.at < $1.start.at }
    return worn.map { interval in
      guard !interval.isLasting || interval.end == nil else {
        let doubt = interval.isUnconfirmed ? ", not confirmed" : ""
        return Fact("mask:", "\(interval.wordsOfTime(clock)), \(interval.hours ?? "") (as written\(doubt))")
      }
      let end = interval.end.map { "off \(clock.words($0.at))" } ?? "not noted as taken off"
      return Fact("mask:", "on \(clock.words(interval.start.at)), \(end) (as written)")
    }
  }
}
