/// A likely answer of the morning diary, from the night's own entries or the last diary that has one. It is shown as a
/// proposal and recorded only once somebody confirms it.
public struct DiaryProposal: Hashable, Sendable {
  /// What is proposed.
  public let value: Value
  /// What it rests on.
  public let basis: Basis

  /// What a proposal can rest on.
  public enum Basis: Hashable, Sendable {
    /// The last diary that has the answer.
    case lastDiary
    /// The night's own entries.
    case entries
    /// The night's own entries, of which some wakings have no end.
    case entriesWithoutEnd(Int, of: Int)
  }

  /// What can be proposed.
  public enum Value: Hashable, Sendable {
    /// A time of day, to be read by the clocks of the night.
    case time(ClockTime)
    /// A moment or number as it was written.
    case answer(FieldValue)
  }

  /// False for a time still to come: nobody can confirm what has not happened.
  public func hasCome(by now: Instant, in night: CivilDate, rule: NightRule) -> Bool {
    switch value {
    case .time(let time): (rule.date(of: time, in: night), time) <= (now.date, now.time)
    case .answer(.moment(let moment)): moment <= now
    case .answer: true
    }
  }

  /// Proposals for a night's diary.
  /// - Parameters:
  ///   - night: the night.
  ///   - earlier: nights before it, in any order. The last one with an answer gives its time.
  /// - Returns: the proposals by question; none where nothing was written.
  public static func proposals(for night: Night, earlier: [Night]) -> [Field: DiaryProposal] {
    var proposals: [Field: DiaryProposal] = [:]
    let before = earlier.filter { $0.date < night.date }.sorted { $0.date > $1.date }.compactMap(\.diary)
    for field in [Field.intoBed, .tried, .outOfBed] {
      guard let moment = before.lazy.compactMap({ $0.moment(field) }).first else { continue }
      proposals[field] = DiaryProposal(value: .time(moment.time), basis: .lastDiary)
    }
    let wakings = night.events(.woke)
    guard !wakings.isEmpty else { return proposals }
    let final = finalWaking(night)
    if let final {
      proposals[.finalWake] = DiaryProposal(value: .answer(.moment(final.at.startOfMinute)), basis: .entries)
    }
    let count = wakings.count - (final == nil ? 0 : 1)
    proposals[.wakings] = DiaryProposal(value: .answer(.number(min(count, 200))), basis: .entries)
    if let awake = awake(night, wakings: count) { proposals[.waso] = awake }
    return proposals
  }

  /// The last waking, if it lies after three in the morning and no sleep follows it. One at midnight without an end is not
  /// the final waking.
  private static func finalWaking(_ night: Night) -> Item? {
    guard let last = night.items.last(where: { [.event(.woke), .event(.asleep)].contains($0.subject) }),
      last.subject == .event(.woke), last.at.date > night.date, last.at.time.hour >= 3
    else { return nil }
    return last
  }

  /// Minutes awake: the sum of the wakings that have an end.
  private static func awake(_ night: Night, wakings: Int) -> DiaryProposal? {
    let closed = Interval.pairs(.wake, in: [night]).compactMap { interval in
      interval.end.map { $0.at.minutes(since: interval.start.at) }
    }
    guard !closed.isEmpty || wakings == 0 else { return nil }
    let minutes = closed.reduce(0, +)
    let open = wakings - closed.count
    return DiaryProposal(
      value: .answer(.number(min(minutes, 1440))),
      basis: open <= 0 ? .entries : .entriesWithoutEnd(open, of: wakings))
  }
}

extension DiaryProposal {
  /// Proposals for the caregiver's own night: how often it was written that they were up. How long they slept is never
  /// proposed, because silence is not sleep.
  public static func proposals(forCarerOf night: Night) -> [Field: DiaryProposal] {
    let ups = night.events(.carerUp).count
    return ups == 0 ? [:] : [.up: DiaryProposal(value: .answer(.number(min(ups, 200))), basis: .entries)]
  }
}

extension TimeReader {
  /// What a time typed as an answer of a night's diary can mean. By a clock of twelve hours going to bed is rather in the
  /// evening, and waking in the morning.
  public func answer(_ text: String, to field: Field, in night: CivilDate) -> TypedReading<Zone.Reading> {
    let usual = ClockTime(hour: [.intoBed, .tried].contains(field) ? 22 : 6, minute: 30) ?? .midnight
    return meanings(text, in: night, near: zone.reading(of: usual, on: rule.date(of: usual, in: night)).first)
  }

  /// The same as one moment.
  func moment(_ text: String, answering field: Field, in night: CivilDate) -> TypedReading<Moment> {
    flat(answer(text, to: field, in: night), text)
  }
}
