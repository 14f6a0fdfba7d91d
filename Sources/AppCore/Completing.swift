internal import NightModel
internal import Text

/// Completing at dawn what one key wrote at night, and bringing back what was taken back.
extension App {
  /// What an entry lacks; nil for nothing, or if it was left as it is.
  func gap(of target: Target) -> ToComplete? { record.toComplete(target.night).first { $0.id == target.id } }

  /// Says what a marked moment was: a new entry of that time and author, in place of the mark, as one action.
  mutating func become(_ target: Target, _ log: Log) -> [Effect] {
    if isClosed() { return [] }
    guard let item = standing(target), let night = record.nights[target.night] else { return [] }
    var details = Details(log.details)
    for field in item.details.fields where log.subject.fields.contains(field) && details[field] == nil {
      details[field] = item.details[field]
    }
    let partition = Partition.night(target.night)
    return [
      .save(
        [
          Draft(partition: partition, at: item.at, by: item.by ?? by, body: .record(log.subject, details)),
          Draft(partition: partition, at: now, by: by, body: night.timeline.retraction(of: item)),
        ], .became(log))
    ]
  }

  /// Writes the end of what an entry began, in the night it belongs to.
  /// - Parameter remark: said with it; nil for nothing.
  mutating func end(_ target: Target, at moment: Instant, remark: String?) -> [Effect] {
    if isClosed() { return [] }
    guard let item = standing(target), case .event(let event) = item.subject,
      let kind = Interval.Kind(openedBy: event)
    else { return [] }
    let night = record.plan.nightRule.night(of: moment)
    let spoken = NightWords.moment(moment, clock)
    guard moment.milliseconds > item.at.milliseconds else {
      return say(
        "\(spoken) is before it began, so nothing was written; type the date as well, as \(moment.date) 13:10.")
    }
    guard moment.milliseconds <= now.milliseconds else {
      return say("\(spoken) is still to come, so nothing was written; write the end when it has come.")
    }
    guard night <= target.night.adding(days: kind.nights) else {
      let late = kind.nights == 0 ? "in another night" : "more than \(NightWords.nights(kind.nights)) later"
      return say("\(spoken) is \(late), so nothing was written; check the date.")
    }
    let nights = target.night...max(night, target.night)
    let between: [Mark]
    do throws(RecordView.NotAtHand) {
      between = try record.facts(of: nights.nights).flatMap(\.marks)
    } catch {
      return [
        .loadRows(error.night...nights.upperBound), .goOn(.feature(.entry(.end(target, moment, remark: remark)))),
      ]
    }
    let later = between.filter { $0.kind == event && $0.at > item.at && $0.at.milliseconds <= moment.milliseconds }
    if let again = later.min(by: { $0.at < $1.at }) {
      return say(
        "\(clock.words(again.at)) \(event.words) is written again before \(clock.words(moment)), so nothing was "
          + "written; the end lies before that.")
    }
    let draft = Draft(partition: .night(night), at: moment, by: by, body: .record(.event(kind.closing), Details()))
    return [.save([draft], .end(target, remark: remark))]
  }

  /// The quick entries of a night that can all be left as they are with one word. How long something lasted is confirmed
  /// by itself.
  func acceptable(_ date: CivilDate) -> [Target] {
    record.toComplete(date).filter { !$0.lacks.isLength }.map { Target(night: date, id: $0.id) }
  }

  /// What was written to have lasted over a day and ended in a night, and is to be asked about.
  func doubtful(_ date: CivilDate) -> Target? {
    record.toComplete(date).first(where: \.lacks.isLength).map { Target(night: date, id: $0.id) }
  }

  /// Leaves entries as they are, as one action.
  mutating func accept(_ targets: [Target]) -> [Effect] {
    if isClosed() { return [] }
    let drafts = targets.compactMap { target in
      record.item(target).map { amendment(of: $0, target, [.asIs: .flag(true)]) }
    }
    return drafts.isEmpty ? [] : [.save(drafts, .accepted(targets))]
  }

  /// Brings back an entry that was taken back; in a closed record, too, as a correction of what stands there.
  mutating func bringBack(_ target: Target) -> [Effect] {
    guard let item = record.item(target), let timeline = record.nights[target.night]?.timeline,
      let body = timeline.bringingBack(item)
    else { return say("That entry stands already; nothing was changed.") }
    return [.save([Draft(partition: .night(target.night), at: now, by: by, body: body)], .broughtBack(target))]
  }

  /// Leaves the page of a quick entry once nothing is to be said there any more.
  mutating func leaveCompleting(_ target: Target) {
    if case .completing(target) = screen { places.removeLast() }
  }

  /// Says what came of completing, and goes on to what the new entry lacks.
  mutating func sayCompleted(_ entries: [Entry], _ partitions: [Partition], _ origin: Origin) {
    guard let entry = entries.first, case .night(let night)? = partitions.first else { return }
    let written = Target(night: night, id: entry.id)
    switch origin {
    case .became(let log):
      if case .completing = screen { places.removeLast() }
      if log.question != nil { places.append(Place(.completing(written))) }
      status = .saved(written, tail: "")
    case .end(_, let remark):
      if case .completing = screen { places.removeLast() }
      status = .saved(written, tail: remark.map { "\($0.capitalizedFirst)." } ?? "")
    case .accepted(let targets):
      guard let target = targets.first else { return }
      leaveCompleting(target)
      status =
        targets.count == 1
        ? .entry(target, lead: "Left as it is:", tail: "")
        : .sentence("\(targets.count) entries are left as they are. Undo takes all of that back.")
    case .broughtBack(let target):
      status = .entry(target, lead: "Stands again:", tail: "")
    case .moved(let old):
      follow(old, to: written)
      status = .entry(written, lead: "Moved to the \(NightWords.night(night)):", tail: "")
    case .anew(let old):
      follow(old, to: written)
      status = .saved(written, tail: "")
    default: break
    }
  }

  /// Shows an entry under its new id where its old one was shown.
  private mutating func follow(_ old: Target, to new: Target) {
    for index in places.indices {
      switch places[index].screen {
      case .entry(old): places[index].screen = .entry(new)
      case .time(old): places[index].screen = .time(new)
      default: break
      }
    }
  }

  // MARK: Moving

  /// Moves an entry to a moment. One in another night, one still to come, or one that the clock showed twice is asked
  /// about first, unless nothing may be asked: then it is refused. Back to where it was written it always goes.
  mutating func move(
    _ target: Target, to moment: Instant, remark: String?, asks: Bool = true, as origin: Origin? = nil
  ) -> [Effect] {
    guard let item = standing(target) else { return [] }
    let isAhead =
      moment.milliseconds > max(now.milliseconds, item.at.milliseconds, item.entry.at.milliseconds)
    let isElsewhere = item.subject.movesWithItsTime && record.plan.nightRule.night(of: moment) != target.night
    guard isAhead || isElsewhere || remark != nil else {
      return moveAnyway(target, to: moment, as: origin)
    }
    if asks { return open(.moving(target, moment, remark: remark)) }
    return say(
      isAhead
        ? "\(clock.words(moment)) is still to come, so the time stays \(clock.words(item.at))."
        : "That would be another night, so the time stays \(clock.words(item.at)).")
  }

  /// Moves an entry to a moment, also into another night.
  mutating func moveAnyway(_ target: Target, to moment: Instant, as origin: Origin? = nil) -> [Effect] {
    if case .moving = screen { places.removeLast() }
    guard let item = standing(target), let night = record.nights[target.night] else { return [] }
    let rule = record.plan.nightRule
    guard item.subject.movesWithItsTime, rule.night(of: moment) != target.night else {
      return [.save([amendment(of: item, target, [.at: .moment(moment)])], origin ?? .fields(target))]
    }
    let drafts = EditRequest.moving(
      item, to: moment, from: .night(target.night), night.timeline, rule, now: now, by: by)
    return [.save(drafts, .moved(target))]
  }
}
