/// An answer of a morning diary that is possible but likelier a slip, so that somebody is asked: half a day or a day off,
/// or still to come.
///
/// The hours are a rule of our own, not a published one: nobody is told when to go to bed, and the answer "it is right as
/// typed" always stands.
public struct DiaryDoubt: Hashable, Sendable {
  /// The answer that is doubted.
  public let field: Field
  /// The time that was given.
  public let moment: Instant
  /// Why it is doubted.
  public let reason: Reason
  /// What was probably meant; nil if that would not fit the other answers.
  public let slip: DiarySlip?

  /// Why an answer is doubted.
  public enum Reason: Hashable, Sendable {
    /// The time has not come yet.
    case stillToCome
    /// Going to bed for the night at an hour of the day.
    case daytime
    /// Going to bed in the evening that follows the night.
    case eveningAfter
    /// Going to bed in the morning that precedes the night.
    case morningBefore
    /// Waking for the day on the day whose evening began the night.
    case wakingBeforeNight
  }

  /// The hours of the wall clock at which going to bed for the night is asked about.
  static let daytime = 8..<17

  /// Looks at one answer of a diary; nil if nothing about it looks like a slip.
  /// - Parameters:
  ///   - field: the answer; only the four times of a night are looked at.
  ///   - diary: all answers, as far as they were given.
  ///   - night: the date of its evening.
  ///   - now: a later time has not happened, and is never what was meant.
  public init?(about field: Field, in diary: Details, of night: CivilDate, by now: Instant) {
    guard DiaryContradictions.order.contains(field), let moment = diary.moment(field),
      let (reason, shifts) = Self.doubt(field, moment, night, now)
    else { return nil }
    (self.field, self.moment, self.reason) = (field, moment, reason)
    slip =
      shifts.lazy.compactMap { shift -> DiarySlip? in
        let moved = moment.adding(minutes: shift)
        var mended = diary
        mended[field] = .moment(moved)
        guard moved <= now, DiaryContradictions.problem(in: mended, of: night) == nil else { return nil }
        // Of several, only one that would not be asked about in its turn.
        guard shifts.count == 1 || DiaryDoubt(about: field, in: mended, of: night, by: now) == nil else { return nil }
        return DiarySlip(field: field, moved: moved, isOtherDay: abs(shift) == 1440)
      }.first
  }

  /// Why a time is doubted, and by how many minutes it may have to be moved, the likeliest first.
  private static func doubt(
    _ field: Field, _ moment: Instant, _ night: CivilDate, _ now: Instant
  ) -> (reason: Reason, shifts: [Int])? {
    let (hour, date) = (moment.time.hour, moment.date)
    if moment > now {
      // At an evening's hour rather the evening before.
      return (.stillToCome, hour < daytime.upperBound ? [-720, -1440] : [-1440, -720])
    }
    if [.intoBed, .tried].contains(field) {
      if daytime.contains(hour) { return (.daytime, [date > night ? -720 : 720]) }
      if date > night, hour >= daytime.upperBound { return (.eveningAfter, [-1440]) }
      return date <= night && hour < daytime.lowerBound ? (.morningBefore, [1440]) : nil
    }
    // Waking for the day before the evening is over.
    return date <= night ? (.wakingBeforeNight, [hour < daytime.upperBound ? 1440 : 720]) : nil
  }
}
