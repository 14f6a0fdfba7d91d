/// Reads a correction of an entry, of any age.
public enum EditRequest {
  /// The drafts that change `item`: one amendment, or, if the new time lies in another night, the entry anew in that
  /// night and then a retraction here, in that order, so that a crash between leaves a double and never a loss. A setting
  /// is set anew, and so is what counts of an item's answers and of who is on: an amendment would not count once somebody
  /// sets it without having seen that.
  /// - Parameters:
  ///   - changes: pairs of field and typed value; an empty value makes the field blank again.
  ///   - item: the entry as it stands.
  ///   - partition: where the entry is kept.
  ///   - timeline: all that is kept there.
  ///   - times: reads typed times.
  ///   - now: when the correction is made.
  ///   - by: initials of who corrects; nil if not given.
  /// - Returns: no drafts if the item says all of it already and has no other version.
  /// - Throws: `Refusal` naming the field or value that does not fit.
  public static func drafts(
    _ changes: [(name: String, value: String)], of item: Item, in partition: Partition, timeline: Timeline,
    times: TimeReader, now: Instant, by: String?
  ) throws(Refusal) -> (drafts: [Draft], remarks: [String]) {
    guard !changes.isEmpty else { throw .emptyEdit }
    var set: Changes = [:]
    var remarks: [String] = []
    for (name, text) in changes {
      let field = try field(name, of: item)
      var remark: String?
      let value: FieldValue?
      do {
        value = try FieldText.value(text, of: field) { text throws(Refusal) in
          let reading = try Self.reading(text, in: partition, times, now)
          remark = reading.remark
          return reading.moment
        }
      } catch {
        throw error.with(outcome: Refusal.nothingChanged)
      }
      if field == .at, partition != .plan, case .moment(let moment)? = value, moment.milliseconds > now.milliseconds {
        remarks.append(NightWords.savedAhead(moment, times.clock))
      }
      guard value != nil || ![.at, .state].contains(field) else { throw .cannotBeBlank(field) }
      if let remark { remarks.append(remark) }
      guard set.updateValue(value, forKey: field) == nil else {
        throw .givenTwice(field, so: Refusal.nothingChanged)
      }
    }
    try check(
      set, of: item, in: partition, clock: times.clock, way: .edit
    ) { slip in
      slip.question(times.clock, spelled: "\(slip.field.optionName)=")
    }
    if case .symptom(let id) = item.subject, case .number(let grade)?? = set[.value],
      item.subject.refuses(grade: grade), grade != item.details.number(.value)
    {
      throw .hasNoGrade(id, so: Refusal.nothingChanged, counting: "times=N")
    }
    if case .night(let night) = partition, case .moment(let at) = set[.at] ?? nil, item.subject.movesWithItsTime,
      times.rule.night(of: at) != night
    {
      return (moving(item, to: at, setting: set, from: partition, timeline, times.rule, now: now, by: by), remarks)
    }
    if says(item, set) { return ([], remarks) }
    if let drafts = settingAnew(item, set, in: partition, timeline, now: now, by: by) { return (drafts, remarks) }
    let amend = Entry.Body.amend(of: [item.id] + item.amendments, set)
    return ([Draft(partition: partition, at: now, by: by, body: amend)], remarks)
  }

  /// A time as it is typed for an entry: of its night, unless that is still to come; then the last such time there was.
  private static func reading(
    _ text: String, in partition: Partition, _ times: TimeReader, _ now: Instant
  ) throws(Refusal) -> TimeReader.Moment {
    let outcome = Refusal.nothingChanged
    guard case .night(let night) = partition else { return try times.latest(text).settled(so: outcome) }
    let reading = try times.moment(text, in: night).settled(so: outcome)
    return reading.moment.milliseconds <= now.milliseconds ? reading : try times.latest(text).settled(so: outcome)
  }

  /// The drafts that say anew how something stands, in place of an entry that says so; nil where a change of it is an
  /// amendment.
  public static func settingAnew(
    _ item: Item, _ set: Changes, in partition: Partition, _ timeline: Timeline, now: Instant, by: String?
  ) -> [Draft]? {
    guard item.subject.standing != nil, let field = item.subject.said else { return nil }
    let isSetting = partition == .plan
    guard set.keys.contains(field) || isSetting && set.keys.contains(.at) else { return nil }
    // An answer that another one of its night has replaced is corrected by an amendment.
    guard isSetting || timeline.versions(of: item.subject).heads.contains(item.id) else { return nil }
    let details = item.details(setting: set)
    var initials = by
    if let typed = set[.by] {
      if case .text(let text) = typed { initials = text } else { initials = nil }
    }
    var moment: Instant?
    if case .moment(let given)? = set[.at] ?? nil { moment = given }
    var draft = timeline.draft(
      item.subject, details, in: partition, at: moment ?? (isSetting ? now : item.at), by: initials,
      isDated: moment != nil)
    guard !isSetting else { return [draft] }
    draft.movedFrom = item.id
    return [draft, Draft(partition: partition, at: now, by: by, body: timeline.retraction(of: item))]
  }

  /// True if the changes would change nothing. Setting a setting or an answer to the same value can choose between versions.
  private static func says(_ item: Item, _ set: Changes) -> Bool {
    guard item.subject.standing == nil, !item.subject.isPage else { return false }
    return set.allSatisfy { field, value in
      guard item.conflicts[field] == nil else { return false }
      if field == .at { return value == .moment(item.at) }
      if field == .by { return value == item.by.map { .text($0) } }
      return value == item.details[field]
    }
  }

  private static func field(_ name: String, of item: Item) throws(Refusal) -> Field {
    let allowed = [.at, .by] + item.subject.fields + (item.subject.canBeAsIs ? [.asIs] : [])
    guard let field = Field(named: name), allowed.contains(field) else { throw .entryHasNo(name, only: allowed) }
    return field
  }

  /// Checks that an item would still make sense with some fields set.
  /// - Parameters:
  ///   - set: the changes.
  ///   - item: the entry as it stands.
  ///   - partition: where the entry is kept.
  ///   - clock: how times of day are shown.
  ///   - way: how the changes come, by which a refusal is worded.
  ///   - asking: the question that offers what was probably meant; nil for the usual one.
  /// - Throws: `Refusal` naming the state that is none of its own, or what of the diary or symptom would not add
  ///   up.
  public static func check(
    _ set: Changes, of item: Item, in partition: Partition, clock: ClockStyle,
    way: WritingWay = .screen, asking: ((DiarySlip) -> String)? = nil
  ) throws(Refusal) {
    try checkState(set, of: item)
    let changed = item.details(setting: set)
    if set.keys.contains(.value) || set.keys.contains(.times), changed.countsWhatWasNotThere {
      throw .countsWhatWasNotThere(changed, way)
    }
    if case .night(let night) = partition { try checkDiary(changed, of: item, of: night, clock, asking) }
  }

  private static func checkState(_ set: Changes, of item: Item) throws(Refusal) {
    guard case .text(let state) = set[.state] ?? nil else { return }
    let allowed = if case .environment = item.subject { ItemState.standing } else { ItemState.ofTheNight }
    guard allowed.contains(where: { $0.rawValue == state }) else {
      throw .notOneOf(state, allowed.map(\.rawValue), of: "state")
    }
  }

  private static func checkDiary(
    _ page: Details, of item: Item, of night: CivilDate, _ clock: ClockStyle, _ asking: ((DiarySlip) -> String)?
  ) throws(Refusal) {
    guard item.subject == .diary else { return }
    if let problem = DiaryContradictions.problem(in: page, of: night) {
      throw .contradiction(
        problem, clock, so: Refusal.nothingChanged, problem.slip.map { asking?($0) ?? $0.question(clock) })
    }
  }

  /// The drafts that put an item into the night of another time: anew there, then taken back here.
  public static func moving(
    _ item: Item, to at: Instant, setting set: Changes = [:], from partition: Partition, _ timeline: Timeline,
    _ rule: NightRule, now: Instant, by: String?
  ) -> [Draft] {
    let details = item.details(setting: set)
    var initials = item.by
    if let change = set[.by] {
      if case .text(let typed) = change { initials = typed } else { initials = nil }
    }
    return [
      // Nothing was seen of what the other night says of the same thing.
      Draft(
        partition: .night(rule.night(of: at)), at: at, by: initials, movedFrom: item.id,
        over: item.subject.standing == nil ? nil : [], body: .record(item.subject, details)),
      Draft(partition: partition, at: now, by: by, body: timeline.retraction(of: item)),
    ]
  }
}

extension Item {
  /// What it would say with some of its fields set.
  fileprivate func details(setting set: Changes) -> Details {
    var details = details
    for (field, value) in set where subject.fields.contains(field) { details[field] = value }
    return details
  }
}

extension Subject {
  /// True for what may lack something, or last so long that somebody is asked: there it can be said that it is right.
  var canBeAsIs: Bool {
    switch self {
    case .event, .symptom: true
    case .check, .note, .handover, .environment, .diary, .carer, .plan: false
    }
  }

  /// True for what happened at its time; a diary or caregiver's page belongs to its night whenever it was written.
  public var movesWithItsTime: Bool {
    switch self {
    case .event, .symptom, .check, .note, .handover: true
    case .environment, .diary, .carer, .plan: false
    }
  }
}
