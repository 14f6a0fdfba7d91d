/// What is possible in a morning diary but likelier a slip of half a day or a day, so that it is asked about.
///
/// The hours are a rule of our own, not a published one: nobody is told when to go to bed, and the answer "it is right as
/// typed" always stands.
public struct DiaryDoubt: Hashable, Sendable {
  /// What looks like a slip, as the first half of a sentence.
  public let wrong: String
  /// What was probably meant; nil if that would not fit the other answers.
  public let slip: DiarySlip?
  /// The likely meaning as a question.
  public var hint: String? { slip?.question }

  /// The hours of the wall clock at which going to bed for the night is asked about.
  static let daytime = 8..<17

  /// What looks like a slip in one answer of a diary; nil if nothing does.
  public init?(about field: Field, in diary: Details, of night: CivilDate) {
    guard let name = DiaryOrder.order.first(where: { $0.field == field })?.name, let moment = diary.moment(field)
    else { return nil }
    let (hour, date, morning) = (moment.time.hour, moment.date, night.adding(days: 1))
    let day = NightWords.day(date)
    let shift: Int
    switch field {
    case .intoBed, .tried:
      if Self.daytime.contains(hour) {
        wrong = "\(name) at \(moment.time) lies in the daytime"
        shift = date > night ? -720 : 720
      } else if date >= morning, hour >= Self.daytime.upperBound {
        wrong = "\(name) at \(moment.time) would be on \(day), the evening after the night"
        shift = -1440
      } else if date <= night, hour < Self.daytime.lowerBound {
        wrong = "\(name) at \(moment.time) would be on \(day), the morning before the night"
        shift = 1440
      } else {
        return nil
      }
    default:
      // Waking for the day before the evening is over.
      guard date <= night else { return nil }
      wrong = "\(name) at \(moment.time) would be on \(day), the day the night began"
      shift = hour < Self.daytime.upperBound ? 1440 : 720
    }
    let moved = moment.adding(minutes: shift)
    var mended = diary
    mended[field] = .moment(moved)
    slip =
      DiaryOrder.problem(in: mended, of: night) == nil
      ? DiarySlip(field: field, name: name, moved: moved, isOtherDay: abs(shift) == 1440) : nil
  }
}
