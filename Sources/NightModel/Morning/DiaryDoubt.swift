/// What is possible in a morning diary but likelier a slip: half a day or a day off, or still to come; so that it is asked about.
///
/// The hours are a rule of our own, not a published one: nobody is told when to go to bed, and the answer "it is right as
/// typed" always stands.
public struct DiaryDoubt: Hashable, Sendable {
  /// What looks like a slip, as the first half of a sentence.
  public let wrong: String
  /// What was probably meant; nil if that would not fit the other answers.
  public let slip: DiarySlip?

  /// The hours of the wall clock at which going to bed for the night is asked about.
  static let daytime = 8..<17

  /// What looks like a slip in one answer of a diary; nil if nothing does.
  /// - Parameter now: what is later than that has not happened, and is never what was meant.
  public init?(about field: Field, in diary: Details, of night: CivilDate, by now: Instant) {
    guard let name = DiaryOrder.order.first(where: { $0.field == field })?.name, let moment = diary.moment(field)
    else { return nil }
    let (hour, date, morning) = (moment.time.hour, moment.date, night.adding(days: 1))
    let day = NightWords.day(date)
    let shifts: [Int]
    switch field {
    case _ where moment > now:
      wrong = "\(name) at \(moment.time) is still to come"
      // At an evening's hour rather the evening before.
      shifts = hour < Self.daytime.upperBound ? [-720, -1440] : [-1440, -720]
    case .intoBed, .tried:
      if Self.daytime.contains(hour) {
        wrong = "\(name) at \(moment.time) lies in the daytime"
        shifts = [date > night ? -720 : 720]
      } else if date >= morning, hour >= Self.daytime.upperBound {
        wrong = "\(name) at \(moment.time) would be on \(day), the evening after the night"
        shifts = [-1440]
      } else if date <= night, hour < Self.daytime.lowerBound {
        wrong = "\(name) at \(moment.time) would be on \(day), the morning before the night"
        shifts = [1440]
      } else {
        return nil
      }
    default:
      // Waking for the day before the evening is over.
      guard date <= night else { return nil }
      wrong = "\(name) at \(moment.time) would be on \(day), the day the night began"
      shifts = [hour < Self.daytime.upperBound ? 1440 : 720]
    }
    slip =
      shifts.lazy.compactMap { shift -> DiarySlip? in
        let moved = moment.adding(minutes: shift)
        var mended = diary
        mended[field] = .moment(moved)
        guard moved <= now, DiaryOrder.problem(in: mended, of: night) == nil else { return nil }
        // Of several, only one that would not be asked about in its turn.
        guard shifts.count == 1 || DiaryDoubt(about: field, in: mended, of: night, by: now) == nil else { return nil }
        return DiarySlip(field: field, name: name, moved: moved, isOtherDay: abs(shift) == 1440)
      }.first
  }
}
