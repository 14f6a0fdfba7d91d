/// Finds what cannot be right in a morning diary, so that it can be asked about instead of silently corrected.
///
/// Date and AM/PM slips are the classic errors of sleep diaries (Shaffer 2023, doi:10.1093/sleep/zsad199).
public enum DiaryOrder {
  static let order: [(field: Field, name: String)] = [
    (.intoBed, "into bed"), (.tried, "trying to sleep"), (.finalWake, "the final waking"), (.outOfBed, "out of bed"),
  ]

  /// The answers that the order and the sums are made of.
  public static let fields: Set<Field> = [
    .intoBed, .tried, .sol, .waso, .finalWake, .tryAfter, .outOfBed, .upBetween,
  ]

  /// Something that cannot be right.
  public struct Problem: Hashable, Sendable {
    /// What is wrong, as the first half of a sentence.
    public let wrong: String
    /// The one time that, moved by half a day or a day, explains it; nil if none does.
    public let slip: DiarySlip?
  }

  /// The first thing that cannot be right in a night's diary; nil if nothing is.
  /// - Parameter now: no time later than that is offered as what was meant; nil for any.
  public static func problem(in diary: Details, of night: CivilDate, by now: Instant? = nil) -> Problem? {
    let known = order.compactMap { step in diary.moment(step.field).map { (name: step.name, at: $0) } }
    for (earlier, later) in zip(known, known.dropFirst()) where later.at < earlier.at {
      return Problem(
        wrong: "\(later.name) at \(later.at.time) would come before \(earlier.name) at \(earlier.at.time)",
        slip: slip(in: diary, of: night, by: now))
    }
    let figures = DiaryFigures(diary)
    func plain(_ wrong: String) -> Problem { Problem(wrong: wrong, slip: nil) }
    if let inBed = figures.timeInBed, inBed >= 1440 { return plain("the time in bed would be a whole day or more") }
    if let inBed = figures.timeInBed, inBed < 0 {
      return plain("the minutes out of bed between sleeps are \(-inBed) more than there were from bed to out of bed")
    }
    if let began = diary.moment(.tried), let woke = diary.moment(.finalWake) {
      // What is blank can only make it less.
      let awake = [Field.sol, .waso, .upBetween].compactMap { diary.number($0) }.reduce(0, +)
      let missing = awake - woke.minutes(since: began)
      if missing > 0 {
        return plain("falling asleep and the minutes awake come to \(missing) minutes more than there were")
      }
    }
    if let trying = diary.number(.tryAfter), let woke = diary.moment(.finalWake), let up = diary.moment(.outOfBed),
      trying > up.minutes(since: woke)
    {
      return plain("trying to sleep after the final waking would last longer than the time until out of bed")
    }
    return nil
  }

  /// The one time that, moved by twelve hours or by a day, puts the four in order: rather one that is then usual for its
  /// step, an evening for going to bed and a morning for waking, and rather half a day than a day.
  private static func slip(in diary: Details, of night: CivilDate, by now: Instant?) -> DiarySlip? {
    let half = slips(in: diary, of: night, movedBy: 720, until: now)
    let whole = slips(in: diary, of: night, movedBy: 1440, until: now)
    return half.first(where: \.isUsual)?.slip ?? whole.first(where: \.isUsual)?.slip ?? half.first?.slip
  }

  /// The times that, moved by so many minutes either way, lie in the night and put the four in order, by the step they are
  /// about.
  private static func slips(
    in diary: Details, of night: CivilDate, movedBy minutes: Int, until now: Instant?
  ) -> [(slip: DiarySlip, isUsual: Bool)] {
    order.flatMap { step -> [(slip: DiarySlip, isUsual: Bool)] in
      guard let moment = diary.moment(step.field) else { return [] }
      return [-minutes, minutes].compactMap { shift in
        let moved = moment.adding(minutes: shift)
        if let now, moved > now { return nil }
        var mended = diary
        mended[step.field] = .moment(moved)
        let times = order.compactMap { mended.moment($0.field) }
        guard times == times.sorted() else { return nil }
        let isMorning = (3..<15).contains(moved.time.hour)
        let isUsual = isMorning == [.finalWake, .outOfBed].contains(step.field)
        // A morning may reach past noon, which is no other night.
        guard NightRule.noon.night(of: moved) == night || isUsual && isMorning && moved.date == night.adding(days: 1)
        else { return nil }
        return (
          DiarySlip(field: step.field, name: step.name, moved: moved, isOtherDay: minutes == 1440), isUsual
        )
      }
    }
  }
}

/// What a time of the diary was probably meant to be: the same hands of the clock, half a day or a day away.
public struct DiarySlip: Hashable, Sendable {
  /// The answer it is about.
  public let field: Field
  /// The date and time meant, as one types them: where clocks changed in between they have to be read anew.
  public let text: String
  /// The question that offers it.
  public let question: String
  /// It as one says it: `06:15`, `13:30 on Sun 22 Nov`.
  private let meaning: String

  init(field: Field, name: String, moved: Instant, isOtherDay: Bool) {
    self.field = field
    text = "\(moved.date)T\(moved.time)"
    let day = isOtherDay ? " on \(NightWords.day(moved.date))" : ""
    meaning = "\(moved.time)\(day)"
    question = "did you mean \(meaning) for \(name)?"
  }

  /// The same for the command line, with what to type for it.
  /// - Parameter spelled: how the answer is given there, up to the value, such as `--final-wake `.
  public func question(spelled: String) -> String { "did you mean \(meaning): \(spelled)\(text)" }
}
