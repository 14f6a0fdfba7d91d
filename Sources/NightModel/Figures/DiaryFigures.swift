/// The sleep figures of a morning diary, in whole minutes, by the definitions of the Consensus Sleep Diary (Carney 2012,
/// doi:10.5665/sleep.1642). A figure whose parts are not all known is nil.
public struct DiaryFigures: Hashable, Sendable {
  /// TIB, time in bed: into bed until out of bed, less the minutes out of bed between sleeps where those are filled in.
  public let timeInBed: Int?
  /// SOL, sleep onset latency: minutes from trying to sleep to sleeping, as estimated.
  public let sleepOnsetLatency: Int?
  /// NAW, number of awakenings, the final one not counted.
  public let awakenings: Int?
  /// WASO, minutes awake after first falling asleep and before the final waking.
  public let wakeAfterSleepOnset: Int?
  /// TST, total sleep time: from trying to sleep to the final waking, less SOL, WASO and the minutes out of bed between
  /// sleeps where those are filled in. Minutes slept elsewhere than in bed are told beside it and never added.
  public let totalSleepTime: Int?
  /// SE, sleep efficiency in tenths of a percent: 100 × TST / TIB.
  public let sleepEfficiency: Int?
  /// SE by the diary, in tenths of a percent: 100 × TST / (SOL + TST + WASO + minutes trying to sleep after the final
  /// waking, where blank counts as 0) (Reed and Sacco 2016, doi:10.5664/jcsm.5498).
  public let diarySleepEfficiency: Int?

  /// The figures of a diary.
  public init(_ diary: Details?) {
    func minutes(_ from: Field, _ to: Field) -> Int? {
      guard let start = diary?.moment(from), let end = diary?.moment(to) else { return nil }
      return end.minutes(since: start)
    }
    let sol = diary?.number(.sol)
    let waso = diary?.number(.waso)
    let up = diary?.number(.upBetween) ?? 0
    timeInBed = minutes(.intoBed, .outOfBed).map { $0 - up }
    sleepOnsetLatency = sol
    awakenings = diary?.number(.wakings)
    wakeAfterSleepOnset = waso
    if let span = minutes(.tried, .finalWake), let sol, let waso {
      totalSleepTime = span - sol - waso - up
    } else {
      totalSleepTime = nil
    }
    sleepEfficiency = Self.tenthsOfPercent(totalSleepTime, of: timeInBed)
    diarySleepEfficiency = Self.tenthsOfPercent(
      totalSleepTime, of: totalSleepTime.map { (sol ?? 0) + $0 + (waso ?? 0) + (diary?.number(.tryAfter) ?? 0) })
  }

  /// 1000 × part / whole, rounded half away from zero; nil if either is unknown or the whole is not positive.
  static func tenthsOfPercent(_ part: Int?, of whole: Int?) -> Int? {
    guard let part, let whole, whole > 0 else { return nil }
    let magnitude = (Int(part.magnitude) * 2000 + whole) / (2 * whole)
    return part < 0 ? -magnitude : magnitude
  }
}
