/// One night as a line of time, out of what somebody wrote and nothing else: when the mask was on, when the person looked
/// asleep, turns, symptoms, when the caregiver was up.
public struct NightLine: Hashable, Sendable {
  /// The date of the night's evening.
  public let night: CivilDate
  /// When the mask was on.
  public let mask: [Span]
  /// The time in bed by the diary; nil if it does not say.
  public let inBed: Span?
  /// When the person looked asleep, each until they were written to have woken, in this night or its diary.
  public let asleep: [Span]
  /// When the person was written to have woken.
  public let wakings: [Item]
  /// Every turn.
  public let turns: [Item]
  /// Every symptom that was there.
  public let symptoms: [Item]
  /// When the caregiver was up.
  public let carerUp: [Span]
  /// The line from the first moment of the night to its last, whatever the clocks did in between.
  public let whole: Stretch
  /// The clocks as they were read through the night, each as long as it is known to have been read.
  public let clocks: [Clock]

  /// A time that was written, with its end if somebody wrote one.
  public struct Span: Hashable, Sendable {
    /// When it began.
    public let start: Instant
    /// When it ended; nil while it is open, which is never guessed at.
    public let end: Instant?
  }

  /// A piece of time, in milliseconds since 1970.
  public struct Stretch: Hashable, Sendable {
    /// Its first moment.
    public let start: Int64
    /// Its last, after the first.
    public let end: Int64
  }

  /// A clock, and the time through which it was read.
  public struct Clock: Hashable, Sendable {
    /// Minutes east of UTC.
    public let offsetMinutes: Int
    /// The first time it was read in the night.
    public let first: Instant
    /// The last.
    public let last: Instant
  }

  /// The line of a night.
  /// - Parameters:
  ///   - night: the night.
  ///   - previous: the night before it.
  ///   - next: the night after it.
  ///   - lasting: the intervals that touch the night and are open or lasted over a day, as its figures have them; nil if
  ///     they are not known yet, in which case the neighbours decide.
  ///   - bounds: when nights begin and end.
  ///   - now: what lies after it is left out; nil for nothing.
  public init(
    _ night: Night, previous: Night, next: Night, lasting: [Interval]? = nil, bounds: NightBounds,
    until now: Instant? = nil
  ) {
    let items = night.items
    let diary = night.diary
    let read = (items.map(\.at) + [Field.intoBed, .tried, .finalWake, .outOfBed].compactMap { diary?.moment($0) })
      .sorted()
    clocks = Self.clocks(read)
    let start = bounds.start(of: night.date, offsetMinutes: clocks.first?.offsetMinutes ?? 0).milliseconds
    let end = bounds.start(of: night.date.adding(days: 1), offsetMinutes: clocks.last?.offsetMinutes ?? 0).milliseconds
    // Crossing many time zones in one night can put its end before its start.
    let line = Stretch(start: start, end: end > start ? end : start + 86_400_000)
    whole = line
    self.night = night.date
    func spans(_ kind: Interval.Kind) -> [Span] {
      var all = Interval.pairs(kind, in: [previous, night, next], until: now)
      if let lasting {
        all = all.filter { !$0.isLasting } + lasting.filter { $0.kind == kind && isPast($0.start) }
      }
      return all.sorted { $0.start.at < $1.start.at }.compactMap { interval in
        // Of an unconfirmed interval only the start is sure.
        let end = interval.isUnconfirmed ? nil : interval.end.flatMap { isPast($0) ? $0.at : nil }
        let isOwn = interval.start.night == night.date
        let isInside = end.map { $0.milliseconds > start } == true && interval.start.at.milliseconds < line.end
        return isOwn || isInside ? Span(start: interval.start.at, end: end) : nil
      }
    }
    func isPast(_ edge: IntervalEdge) -> Bool { now.map { edge.at.milliseconds <= $0.milliseconds } ?? true }
    mask = spans(.mask)
    asleep = Self.sleep(in: night, until: now)
    carerUp = spans(.carer)
    wakings = night.events(.woke)
    turns = night.events(.turn)
    symptoms = items.filter { if case .symptom = $0.subject { $0.isOccurrence } else { false } }
    inBed = diary?.moment(.intoBed).map { Span(start: $0, end: diary?.moment(.outOfBed)) }
  }

  /// Each time of sleep to the next waking of the same night, or to the diary's final waking or getting up if that comes
  /// first. Without any of these it has no end: the waking that ends a night is seldom written when it happens.
  private static func sleep(in night: Night, until now: Instant?) -> [Span] {
    let said = [Field.finalWake, .outOfBed].compactMap { night.diary?.moment($0) }
      .filter { end in now.map { end.milliseconds <= $0.milliseconds } ?? true }
    let pairs = Interval.pairs(.asleep, .woke, of: night.edges, over: 0, until: now)
    return pairs.enumerated().map { index, pair in
      // A second "looked asleep" means that the person had woken in between.
      let limit = pair.end?.at ?? (index + 1 < pairs.count ? pairs[index + 1].start.at : nil)
      let end = said.filter { end in end > pair.start.at && limit.map { end < $0 } ?? true }.min()
      return Span(start: pair.start.at, end: end ?? pair.end?.at)
    }
  }

  private static func clocks(_ read: [Instant]) -> [Clock] {
    read.reduce(into: []) { clocks, moment in
      if let last = clocks.last, last.offsetMinutes == moment.offsetMinutes {
        clocks[clocks.count - 1] = Clock(offsetMinutes: last.offsetMinutes, first: last.first, last: moment)
      } else {
        clocks.append(Clock(offsetMinutes: moment.offsetMinutes, first: moment, last: moment))
      }
    }
  }

  /// True if nothing was written that a line of time could show.
  public var isEmpty: Bool {
    mask.isEmpty && asleep.isEmpty && wakings.isEmpty && turns.isEmpty && symptoms.isEmpty && carerUp.isEmpty
      && inBed == nil
  }

  /// The hours in bed by the diary; where it does not say, from the first to the last thing on the line. In whole hours,
  /// at least one, and never beyond the night.
  public var hoursInBed: Stretch {
    var moments = (mask + asleep + carerUp).flatMap { [$0.start, $0.end].compactMap { $0 } }
    moments += (wakings + turns + symptoms).map(\.at)
    if let start = inBed?.start, let end = inBed?.end { moments = [start, end] }
    let inside = moments.map { min(max($0.milliseconds, whole.start), whole.end) }
    guard let first = inside.min(), let last = inside.max() else { return whole }
    let hour = Int64(3_600_000)
    // The line begins at a whole hour, so whole hours are counted from there. Of a night whose entries all lie after its
    // end, which a changed split hour leaves behind, the last hour is shown.
    let start = min(whole.start + (first - whole.start) / hour * hour, whole.end - hour)
    let end = whole.start + (last - whole.start + hour - 1) / hour * hour
    return Stretch(start: start, end: min(whole.end, max(end, start + hour)))
  }

  /// The whole hours that the clock showed within a stretch, as far as it is known which clock was read: between the last
  /// reading of one and the first of another nobody can say.
  public func hours(in stretch: Stretch) -> [(at: Int64, hour: Int, date: CivilDate)] {
    clocks.enumerated().flatMap { index, clock -> [(at: Int64, hour: Int, date: CivilDate)] in
      let from = index == 0 ? stretch.start : max(stretch.start, clock.first.milliseconds)
      let until = index == clocks.count - 1 ? stretch.end : min(stretch.end, clock.last.milliseconds)
      let shift = Int64(clock.offsetMinutes) * 60_000
      let hour = Int64(3_600_000)
      let first = (from + shift + hour - 1) / hour * hour - shift
      return stride(from: first, through: until, by: Int(hour)).map { at in
        let moment = Instant(milliseconds: at, offsetMinutes: clock.offsetMinutes)
        return (at, moment.time.hour, moment.date)
      }
    }
  }
}
