internal import NightModel
internal import Text

/// What writes: each makes drafts, and the world makes them durable.
extension App {
  /// Writes something down now; not in a closed record.
  mutating func write(_ log: Log) -> [Effect] {
    isClosed() ? [] : [.save([context.draft(.record(log.subject, Details(log.details)))], .log(log))]
  }

  /// True if the record is closed, which is then said.
  mutating func isClosed() -> Bool {
    guard record.plan.isClosed else { return false }
    status = .sentence(Context.closedWords)
    return true
  }

  /// The item of a target, if it stands; else says that it does not.
  mutating func standing(_ target: EntryAddress) -> Item? {
    if let item = record.standing(target) { return item }
    status = .sentence(Context.takenBackWords)
    return nil
  }

  /// Answers a checklist item.
  mutating func check(_ id: String, _ state: ItemState) -> [Effect] {
    if isClosed() { return [] }
    do {
      let drafts = try CheckRequest.drafts(
        item: id, state: state.rawValue, note: nil, at: now, by: by, isDated: isDated, plan: record.plan, night: night,
        catalogue: catalogue)
      return [.save(drafts, .check(id))]
    } catch {
      return say(error.wholeSentence)
    }
  }

  /// Sets fields of an entry.
  /// - Returns: nothing if it was refused, which is said.
  mutating func amend(_ target: EntryAddress, _ changes: [Field: FieldValue?]) -> [Effect] {
    guard let item = standing(target) else { return [] }
    let news = changes.filter { field, value in
      // Of two versions, choosing the one that shows settles it.
      if item.conflicts[field] != nil || field == .at { return true }
      return (field == .by ? item.by.map { .text($0) } : item.details[field]) != value
    }
    guard !news.isEmpty else { return say("It says so already; nothing was changed.") }
    do {
      try EditRequest.check(news, of: item, in: .night(target.night), clock: context.clock)
    } catch {
      return say(error.wholeSentence)
    }
    if let timeline = record.nights[target.night]?.timeline,
      let anew = EditRequest.settingAnew(item, news, in: .night(target.night), timeline, now: now, by: by)
    {
      return [.save(anew, .anew(target))]
    }
    return [.save([context.amendment(of: item, target, news)], .fields(target))]
  }

  /// Takes an entry back.
  mutating func retract(_ target: EntryAddress) -> [Effect] {
    guard let item = standing(target), let night = record.nights[target.night] else { return [] }
    let body = night.timeline.retraction(of: item)
    let draft = Draft(partition: .night(target.night), at: now, by: by, body: body)
    return [.save([draft], .retraction(target))]
  }

  /// Moves the entry written last by some minutes, as the keys of Tonight do: a key at night opens no question.
  mutating func shiftLast(_ minutes: Int) -> [Effect] {
    guard let lastEntry else { return say("Nothing was written yet tonight that could be moved.") }
    guard let item = standing(lastEntry) else { return [] }
    // Across a clock change the hour is the one the clock showed then.
    let moment = zone.instant(milliseconds: item.at.adding(minutes: minutes).milliseconds)
    if context.isOrdinary(moment, for: item, lastEntry) {
      let origin = Origin.shifted(lastEntry, minutes: minutes, byKey: true)
      return act(context.moving(item, lastEntry, to: moment, as: origin))
    }
    return say(
      context.isAhead(moment, of: item)
        ? "\(clock.words(moment)) is still to come, so the time stays \(clock.words(item.at))."
        : "That would be another night, so the time stays \(clock.words(item.at)).")
  }

  // MARK: What came of it

  /// Takes in what was saved. `read` is what its partitions hold now.
  mutating func saved(
    _ entries: [Entry], _ partitions: [Partition], _ origin: Origin, _ read: [LoadedPartition]
  ) -> [Effect] {
    if unsaved.isEmpty { failure = nil }
    if isWaiting { record.wantsWholeFindings = true }
    wasKeptAside = false
    nextUndo = .unknown
    for case .night(let date) in partitions {
      // A night that is not at hand is not compared with what was known of it.
      if record.nights[date] == nil { record.forgetRows(near: date) }
      if date < tonight.adding(days: -1) || date > tonight { record.forgetDoses() }
      record.extent?.add(date)
    }
    // A record that was away is back: what was said of all of it is looked at anew.
    var effects = record.isMissing ? [reload] : []
    say(entries, partitions, origin)
    // What was just written is in sight, also where older entries were read.
    if case .log = origin { places[0].readNewest() }
    effects += take(read)
    let targets = entries.compactMap { entry -> EntryAddress? in
      guard case .night(let night)? = read.first(where: { $0.entries.contains { $0.id == entry.id } })?.partition else {
        return nil
      }
      return EntryAddress(night: night, id: entry.id)
    }
    effects += change { screen, context in screen.saved(Saved(origin: origin, entries: targets), context) }
    noteUnsigned(entries, targets)
    if origin != .retry {
      effects += unsaved.map { .save($0, .retry) }
      unsaved = []
    }
    return effects
  }

  /// Says what was saved, and asks what is worth asking.
  private mutating func say(_ entries: [Entry], _ partitions: [Partition], _ origin: Origin) {
    switch origin {
    case .log:
      tenPossible = nil
      sayWritten(entries, partitions)
    case .symptom:
      tenPossible = nil
      sayWritten(entries, partitions, tail: "Add what is known, or go back.")
    case .fields(let target):
      status = .saved(target, tail: tenPossible == target ? "If it was ten: 0." : "")
    case .shifted(let target, let minutes, let byKey):
      let lead = "Moved \(NightWords.duration(abs(minutes))) \(minutes < 0 ? "earlier" : "later"):"
      // On some keyboards the sign stands where a digit is looked for.
      status = .entry(
        target, lead: lead, tail: !byKey ? "" : minutes < 0 ? "= or + moves it back." : "- moves it back.")
    case .retraction(let target):
      status = .entry(target, lead: "Taken back:", tail: "")
    case .became, .anew: sayWritten(entries, partitions)
    case .end(_, let remark): sayWritten(entries, partitions, tail: remark.map { "\($0.capitalizedFirst)." } ?? "")
    case .accepted(let targets):
      status =
        targets.count == 1
        ? .entry(targets[0], lead: "Left as it is:", tail: "")
        : .sentence("\(targets.count) entries are left as they are. Undo takes all of that back.")
    case .broughtBack(let target): status = .entry(target, lead: "Stands again:", tail: "")
    case .moved:
      guard let written = first(of: entries, partitions) else { return }
      status = .entry(written, lead: "Moved to the \(NightWords.night(written.night)):", tail: "")
    case .check:
      guard let entry = entries.last, case .night(let night)? = partitions.last else { return }
      status = .saved(EntryAddress(night: night, id: entry.id), tail: "")
    case .rest:
      status = .written("\(entries.count) answered with not needed. Undo takes all of them back.\(toldNobody)")
    case .answers(let question, let values): saySaved(question, values)
    case .setting(let key): saySet(key, entries)
    case .paper(let night, let remark, let waiting): sayWritten(entries, of: night, remark, waiting)
    case .handover: sayWritten(entries, partitions)
    case .signed(let count, let initials):
      let words = count == 1 ? "1 entry is" : "\(count) entries are"
      status = .sentence("\(words) by \(initials.forDisplay) now. Undo takes all of that back.")
    case .retry: break
    }
  }

  /// Says that the first of some entries was written.
  private mutating func sayWritten(_ entries: [Entry], _ partitions: [Partition], tail: String = "") {
    if let written = first(of: entries, partitions) { status = .saved(written, tail: tail) }
  }

  /// Says what was written of the paper notes of a night.
  private mutating func sayWritten(_ entries: [Entry], of night: CivilDate, _ remark: String, _ waiting: Int) {
    let tail = waiting == 0 ? "" : " \(waiting) could not be read and \(waiting == 1 ? "waits" : "wait") in the list."
    if let entry = entries.first, entries.count == 1 {
      status = .saved(EntryAddress(night: night, id: entry.id), tail: (remark + tail).trimmingSpaces())
    } else {
      status = .written("\(entries.count) lines; one undo takes them back.\(tail) \(remark)")
    }
  }

  /// The first of some entries, if it lies in a night.
  private func first(of entries: [Entry], _ partitions: [Partition]) -> EntryAddress? {
    guard let entry = entries.first, case .night(let night)? = partitions.first else { return nil }
    return EntryAddress(night: night, id: entry.id)
  }

  /// `origin` is what the save came from; nil for an undo or a redo.
  mutating func notSaved(_ outcome: NotSaved, _ origin: Origin?) -> [Effect] {
    failure = outcome
    wasKeptAside = !outcome.kept.isEmpty
    if !outcome.isRead { keptHere.formUnion(outcome.kept.map(\.id)) }
    record.wantsWholeFindings = true
    nextUndo = .unknown
    if !outcome.lost.isEmpty { unsaved.append(outcome.lost) }
    defer { heedNotice() }
    guard !outcome.partitions.isEmpty, let origin else {
      status = .sentence("")
      return [reload]
    }
    // What waits beside the record is read like the rest, so the night goes on as if it were in it.
    say(outcome.kept, outcome.partitions, origin)
    let kept = outcome.partitions.count == 1 ? outcome.kept : Array(outcome.kept.prefix(1))
    let saved = Saved(origin: origin, entries: kept.compactMap { first(of: [$0], outcome.partitions) })
    return change { screen, context in screen.saved(saved, context) } + [reload]
  }

  /// Says what an undo or a redo did. `nothing` is what to say if it found nothing to do.
  mutating func stepped(_ words: [String], nothing: String) -> [Effect] {
    let kept = statusToKeep.popLast()
    if words.isEmpty { return say(nothing) }
    if kept == nil { places[0].screen.cover() }
    tenPossible = nil
    nextUndo = .unknown
    // What was undone may lie in a night that is listed and not at hand.
    record.forgetRows()
    record.forgetDoses()
    let more = words.count > 2 ? " And \(words.count - 2) more." : ""
    let together = words.count > 1 ? " It was written together." : ""
    status = kept ?? .sentence(words.prefix(2).joined(separator: " ") + more + together)
    return [reload]
  }

  /// Says which answers were saved.
  private mutating func saySaved(_ question: PageQuestion, _ values: [NightModel.Field: FieldValue?]) {
    let fields = question.subject.questions.filter { values.keys.contains($0) }
    let words = fields.map { field in
      "\(field.question(of: question.subject).lowercasedFirst) \(context.answerWords(values[field] ?? nil, field))"
    }
    let more = words.count > 2 ? " and \(words.count - 2) more answers" : ""
    let last = question.walk != nil && question.question(after: 1) == nil ? " That was the last question." : ""
    status = .written("\(words.prefix(2).joined(separator: "; "))\(more).\(last)\(toldNobody)")
  }
}
