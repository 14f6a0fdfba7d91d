internal import NightModel

/// What writes: each makes drafts, and the world makes them durable.
extension App {
  /// A draft for tonight, at this moment.
  func draft(_ body: Entry.Body) -> Draft { Draft(partition: .night(tonight), at: now, by: by, body: body) }

  /// A draft that sets fields of an item.
  func amendment(of item: Item, _ target: Target, _ changes: [Field: FieldValue?]) -> Draft {
    Draft(partition: .night(target.night), at: now, by: by, body: .amend(of: [item.id] + item.amendments, changes))
  }

  /// Writes something down now.
  func write(_ log: Log) -> Effect { .save([draft(.record(log.subject, Details(log.details)))], .log(log)) }

  /// Answers a checklist item.
  mutating func check(_ id: String, _ state: ItemState) -> [Effect] {
    do {
      let drafts = try CheckRequest.drafts(
        item: id, state: state.rawValue, note: nil, at: now, by: by, plan: record.plan, catalogue: catalogue)
      return [.save(drafts, .check(id))]
    } catch {
      return say("\(error.sentence).")
    }
  }

  /// Sets fields of an entry.
  mutating func amend(_ target: Target, _ changes: [Field: FieldValue?]) -> [Effect] {
    if case .choice = screen { places.removeLast() }
    guard let item = record.item(target), !item.isRetracted else {
      return say("That entry was taken back, so nothing was changed.")
    }
    let news = changes.filter { item.details[$0.key] != $0.value || $0.key == .at }
    guard !news.isEmpty else { return say("It says so already; nothing was changed.") }
    do {
      try EditRequest.check(news, of: item)
    } catch {
      return say("\(error.sentence.capitalizedFirst).")
    }
    return [.save([amendment(of: item, target, news)], .fields(target))]
  }

  /// Answers the question that is open about an entry.
  mutating func answer(_ question: Question, _ values: [Field: FieldValue]) -> [Effect] {
    closeQuestion()
    tenPossible = values[.value] == .number(1) ? question : nil
    return amend(question.target, values.mapValues { $0 })
  }

  /// Takes an entry back.
  mutating func retract(_ target: Target) -> [Effect] {
    guard let item = record.item(target), !item.isRetracted, let night = record.nights[target.night] else {
      return say("That entry was taken back already.")
    }
    let body = night.timeline.retraction(of: item)
    let draft = Draft(partition: .night(target.night), at: now, by: by, body: body)
    return [.save([draft], .retraction(target))]
  }

  /// Moves an entry by some minutes, within its night and never into the future.
  mutating func shift(_ target: Target, _ minutes: Int) -> [Effect] {
    guard let item = record.item(target), !item.isRetracted else {
      return say("That entry was taken back, so nothing was changed.")
    }
    let moment = item.at.adding(minutes: minutes)
    guard moment.milliseconds <= now.milliseconds || minutes < 0 else {
      return say("\(moment.time) is still to come, so the time stays \(item.at.time).")
    }
    guard record.plan.nightRule.night(of: moment) == target.night else {
      return say("That would be another night, so the time stays \(item.at.time).")
    }
    return [.save([amendment(of: item, target, [.at: .moment(moment)])], .fields(target))]
  }

  // MARK: What came of it

  mutating func saved(_ entries: [Entry], _ partitions: [Partition], _ origin: Origin) -> [Effect] {
    let reload = Effect.load(partitions)
    for case .night(let date) in partitions { record.forgetRows(near: date) }
    if unsaved.isEmpty { notice = nil }
    var effects = [reload]
    switch origin {
    case .log(let log):
      guard let entry = entries.first, case .night(let night)? = partitions.first else { break }
      let target = Target(night: night, id: entry.id)
      lastWritten = target
      tenPossible = nil
      follow(log, target)
    case .fields(let target):
      lastWritten = target
      status = .entry(target, lead: "Saved", tail: tenPossible?.target == target ? "0 now makes it ten." : "")
    case .retraction(let target):
      status = .entry(target, lead: "Taken back:", tail: "")
    case .check(let id):
      guard let entry = entries.last, let item = Timeline([entry]).items.first else { break }
      status = .sentence("Saved \(item.at.time) \(item.words(catalogue)).")
      if case .checkItem(id) = screen { places.removeLast() }
      if case .night(let night)? = partitions.last { lastWritten = Target(night: night, id: entry.id) }
    case .retry: status = .sentence("What could not be saved before is saved now.")
    }
    if !unsaved.isEmpty, origin != .retry {
      effects.append(.save(unsaved, .retry))
      unsaved = []
    }
    return effects
  }

  /// What comes after a new entry: what was saved is said, and what is worth asking is asked, where it was written from.
  private mutating func follow(_ log: Log, _ target: Target) {
    let card = log.pointsToCard ? "e: emergency card." : ""
    if screen == .symptoms {
      places.append(Place(.entry(target)))
      status = .entry(target, lead: "Saved", tail: ["Add what is known, or go back.", card].joined(separator: " "))
      return
    }
    places = backAtTonight()
    let question = log.question.map { Question(target: target, kind: $0) }
    place = Place(.tonight(question: question), focus: question == nil ? place.focus : SceneItem.leaveOpen)
    let ask = question.map { "\($0.kind.words) 0 leaves it blank." } ?? ""
    status = .entry(target, lead: "Saved", tail: [ask, card].filter { !$0.isEmpty }.joined(separator: " "))
  }

  mutating func notSaved(_ outcome: NotSaved) -> [Effect] {
    notice = outcome.sentence
    unsaved += outcome.lost
    status = .sentence("")
    // Part of it may be on the disk, and what is kept beside the record is shown with it.
    return [.load([.plan] + shownNights.sorted().map { .night($0) })]
  }

  mutating func stepped(_ command: Command, _ words: [String]) -> [Effect] {
    if words.isEmpty {
      return say(
        command == .undo
          ? "There is nothing to take back; nothing was changed."
          : "There is nothing to bring back; nothing was changed.")
    }
    closeQuestion()
    tenPossible = nil
    lastWritten = nil
    record.forgetRows()
    let more = words.count > 2 ? " And \(words.count - 2) more." : ""
    status = .sentence(words.prefix(2).joined(separator: " ") + more)
    return [.load([.plan] + shownNights.sorted().map { .night($0) })] + missing()
  }
}

extension Question.Kind {
  /// What is asked.
  var words: String {
    switch self {
    case .grade: "How bad? 1-9; 1 then 0 is ten."
    case .side: "To which side?"
    case .secretion: "What came?"
    case .maskFix: "What was done?"
    }
  }
}
