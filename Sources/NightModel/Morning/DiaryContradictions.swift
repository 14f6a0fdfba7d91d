/// Finds answers of a morning diary that contradict each other, so that somebody is asked instead of an answer being
/// changed silently.
///
/// A time half a day or a whole day off is the commonest slip in sleep diaries (Shaffer 2023, doi:10.1093/sleep/zsad199).
public enum DiaryContradictions {
  /// The times of a diary in the order they must have.
  static let order: [Field] = [.intoBed, .tried, .finalWake, .outOfBed]

  /// The answers that the order and the sums are made of.
  public static let fields: Set<Field> = [
    .intoBed, .tried, .sol, .waso, .finalWake, .tryAfter, .outOfBed, .upBetween,
  ]

  /// Answers that contradict each other.
  public struct Problem: Hashable, Sendable {
    /// What they contradict each other in.
    public let contradiction: Contradiction
    /// The one time that, moved by half a day or a day, explains it; nil if none does.
    public let slip: DiarySlip?
  }

  /// How answers of a diary can contradict each other.
  public enum Contradiction: Hashable, Sendable {
    /// A time lies before one that must come first.
    case outOfOrder(Field, Instant, before: Field, Instant)
    /// The time in bed would be a whole day or more.
    case inBedForADay
    /// The time out of bed between sleeps is so many minutes longer than the time from into bed to out of bed.
    case upLongerThanInBed(minutes: Int)
    /// Falling asleep and lying awake took so many minutes more than there were until the final waking, or until getting up.
    case awakeLongerThanTried(minutes: Int)
    /// Trying to sleep after the final waking would last beyond getting up.
    case tryingLongerThanInBed
  }

  /// Finds the first contradiction in a night's diary.
  /// - Parameters:
  ///   - diary: the answers, as far as they were given.
  ///   - night: the date of its evening.
  ///   - now: no later time is offered as what was meant; nil for any.
  /// - Returns: nil if the answers can all be true.
  public static func problem(in diary: Details, of night: CivilDate, by now: Instant? = nil) -> Problem? {
    let known = order.compactMap { field in diary.moment(field).map { (field: field, at: $0) } }
    for (earlier, later) in zip(known, known.dropFirst()) where later.at < earlier.at {
      return Problem(
        contradiction: .outOfOrder(later.field, later.at, before: earlier.field, earlier.at),
        slip: slip(in: diary, of: night, by: now))
    }
    return contradictionOfSums(diary).map { Problem(contradiction: $0, slip: nil) }
  }

  private static func contradictionOfSums(_ diary: Details) -> Contradiction? {
    if let inBed = DiaryFigures(diary).timeInBed {
      if inBed >= 1440 { return .inBedForADay }
      if inBed < 0 { return .upLongerThanInBed(minutes: -inBed) }
    }
    // Nobody lay awake before going to bed or after getting up, so those stand in where a time between is blank.
    if let began = diary.moment(.tried) ?? diary.moment(.intoBed),
      let woke = diary.moment(.finalWake) ?? diary.moment(.outOfBed)
    {
      // A blank answer can only make it less.
      let awake = [Field.sol, .waso, .upBetween].compactMap { diary.number($0) }.reduce(0, +)
      let missing = awake - woke.minutes(since: began)
      if missing > 0 { return .awakeLongerThanTried(minutes: missing) }
    }
    if let trying = diary.number(.tryAfter), let woke = diary.moment(.finalWake), let up = diary.moment(.outOfBed),
      trying > up.minutes(since: woke)
    {
      return .tryingLongerThanInBed
    }
    return nil
  }

  /// The one time that, moved by twelve hours or by a day, puts the four in order and is usual for its step: an evening for
  /// going to bed, a morning for waking. Half a day goes before a day.
  private static func slip(in diary: Details, of night: CivilDate, by now: Instant?) -> DiarySlip? {
    let half = slips(in: diary, of: night, movedBy: 720, until: now)
    let whole = slips(in: diary, of: night, movedBy: 1440, until: now)
    return half.first(where: \.isUsual)?.slip ?? whole.first(where: \.isUsual)?.slip
  }

  /// The times that, moved by so many minutes either way, lie in the night and put the four in order.
  private static func slips(
    in diary: Details, of night: CivilDate, movedBy minutes: Int, until now: Instant?
  ) -> [(slip: DiarySlip, isUsual: Bool)] {
    order.flatMap { field -> [(slip: DiarySlip, isUsual: Bool)] in
      guard let moment = diary.moment(field) else { return [] }
      return [-minutes, minutes].compactMap { shift in
        let moved = moment.adding(minutes: shift)
        if let now, moved > now { return nil }
        var mended = diary
        mended[field] = .moment(moved)
        let times = order.compactMap { mended.moment($0) }
        guard times == times.sorted() else { return nil }
        let isMorning = (3..<15).contains(moved.time.hour)
        let isUsual = isMorning == [.finalWake, .outOfBed].contains(field)
        // A morning may reach past noon, and is still the same night's.
        guard NightRule.noon.night(of: moved) == night || isUsual && isMorning && moved.date == night.adding(days: 1)
        else { return nil }
        return (DiarySlip(field: field, moved: moved, isOtherDay: minutes == 1440), isUsual)
      }
    }
  }
}

/// What a time of the diary was probably meant to be: the same hands of the clock, half a day or a day away.
public struct DiarySlip: Hashable, Sendable {
  /// The answer it is about.
  public let field: Field
  /// The moment that was probably meant.
  let moved: Instant
  /// True if the moment lies a whole day away from what was typed.
  let isOtherDay: Bool

  /// The date and time meant, as one types them: where clocks changed in between they have to be read anew.
  public var text: String { "\(moved.date)T\(moved.time)" }
}
