/// Finds what cannot be right in a morning diary, so that it can be asked about instead of silently corrected.
///
/// Date and AM/PM slips are the classic errors of sleep diaries (Shaffer 2023, doi:10.1093/sleep/zsad199).
public enum DiaryOrder {
  private static let order: [(field: Field, name: String)] = [
    (.intoBed, "into bed"), (.tried, "trying to sleep"), (.finalWake, "the final waking"), (.outOfBed, "out of bed"),
  ]

  /// Something that cannot be right.
  public struct Problem: Hashable, Sendable {
    /// What is wrong, as the first half of a sentence.
    public let wrong: String
    /// The likely meaning as a question, if one slip explains it.
    public let hint: String?
  }

  /// The first thing that cannot be right in a diary; nil if nothing is.
  public static func problem(in diary: Details) -> Problem? {
    let known = order.compactMap { step in diary.moment(step.field).map { (name: step.name, at: $0) } }
    for (earlier, later) in zip(known, known.dropFirst()) where later.at < earlier.at {
      return Problem(
        wrong: "\(later.name) at \(later.at.time) would come before \(earlier.name) at \(earlier.at.time)",
        hint: halfDaySlip(in: diary))
    }
    let figures = DiaryFigures(diary)
    func plain(_ wrong: String) -> Problem { Problem(wrong: wrong, hint: nil) }
    if let inBed = figures.timeInBed, inBed >= 1440 { return plain("the time in bed would be a whole day or more") }
    if let slept = figures.totalSleepTime, slept < 0 {
      return plain("falling asleep and the minutes awake come to \(-slept) minutes more than there were")
    }
    if let trying = diary.number(.tryAfter), let woke = diary.moment(.finalWake), let up = diary.moment(.outOfBed),
      trying > up.minutes(since: woke)
    {
      return plain("trying to sleep after the final waking would last longer than the time until out of bed")
    }
    return nil
  }

  /// Asks for the one time that, moved by twelve hours, puts the four in order: rather one that is then usual for its
  /// step, an evening for going to bed and a morning for waking.
  private static func halfDaySlip(in diary: Details) -> String? {
    var unlikely: String?
    for step in order {
      guard let moment = diary.moment(step.field) else { continue }
      for shift in [-720, 720] {
        let moved = moment.adding(minutes: shift)
        var mended = diary
        mended[step.field] = .moment(moved)
        let times = order.compactMap { mended.moment($0.field) }
        guard times == times.sorted() else { continue }
        let question = "did you mean \(moved.time) for \(step.name)?"
        let isMorning = (3..<15).contains(moved.time.hour)
        if isMorning == [.finalWake, .outOfBed].contains(step.field) { return question }
        unlikely = unlikely ?? question
      }
    }
    return unlikely
  }
}
