internal import Text

/// A sleep figure of a diary with its explanation: the formula, the same with the night's own numbers, the answers that are
/// missing, and the source. It gives no norms: what is usual is the person's own.
public struct DiaryFormula: Hashable, Sendable {
  /// Which figure.
  public let figure: DiaryFigure
  /// The figure in words, such as `5 h 45`; nil while something is missing.
  public let value: String?
  /// The formula in words.
  public let formula: String
  /// The formula with the night's numbers in it; nil while something is missing.
  public let numbers: String?
  /// The answers that are missing.
  public let needs: [Field]

  /// What is missing, such as `needs: final waking`; nil if nothing is.
  public var needsWords: String? {
    needs.isEmpty ? nil : "needs: " + needs.map { $0.question(of: .diary).lowercasedFirst }.joined(separator: "; ")
  }
}

/// The sleep figures of a diary.
public enum DiaryFigure: String, CaseIterable, Sendable {
  /// TIB, time in bed.
  case timeInBed = "time-in-bed"
  /// SOL, sleep onset latency.
  case fallingAsleep = "falling-asleep"
  /// TST, total sleep time.
  case slept
  /// WASO, time awake after first falling asleep.
  case awake
  /// NAW, number of awakenings.
  case wakings
  /// SE, sleep efficiency.
  case efficiency
  /// SE by the diary.
  case diaryEfficiency = "diary-efficiency"

  /// What it is called, with the letters clinicians use.
  public var label: String { measure.names.label }

  private var measure: Measure {
    switch self {
    case .timeInBed: .inBed
    case .fallingAsleep: .toFallAsleep
    case .slept: .slept
    case .awake: .awake
    case .wakings: .awakenings
    case .efficiency: .efficiency
    case .diaryEfficiency: .diaryEfficiency
    }
  }

  /// The source of the formula.
  public var source: String {
    self == .diaryEfficiency
      ? "Reed and Sacco 2016, doi:10.5664/jcsm.5498" : "Carney and others 2012, doi:10.5665/sleep.1642"
  }

  /// The answers it cannot do without.
  var parts: [Field] {
    switch self {
    case .timeInBed: [.intoBed, .outOfBed]
    case .fallingAsleep: [.sol]
    case .slept, .diaryEfficiency: [.tried, .sol, .waso, .finalWake]
    case .awake: [.waso]
    case .wakings: [.wakings]
    case .efficiency: [.intoBed, .tried, .sol, .waso, .finalWake, .outOfBed]
    }
  }

  /// The figure of a diary, explained.
  public func formula(of diary: Details?, clock: ClockStyle) -> DiaryFormula {
    let diary = diary ?? Details()
    let figures = DiaryFigures(diary)
    let up = diary.number(.upBetween)
    func result(_ value: String?, _ formula: String, _ numbers: String?) -> DiaryFormula {
      let needs = parts.filter { diary[$0] == nil }
      return DiaryFormula(
        figure: self, value: value, formula: formula, numbers: value == nil ? nil : numbers, needs: needs)
    }
    func time(_ field: Field) -> String { diary.moment(field).map { clock.words($0) } ?? "" }
    func number(_ minutes: Int?) -> String { minutes.map { "\($0)" } ?? "" }
    let lessUp = up == nil ? "" : ", less the minutes out of bed between sleeps"
    let minusUp = up.map { " - \($0)" } ?? ""
    switch self {
    case .timeInBed:
      let whole = (figures.timeInBed ?? 0) + (up ?? 0)
      let rest = up == nil ? "" : "; \(whole)\(minusUp) = \(number(figures.timeInBed)) min"
      return result(
        figures.timeInBed.map(NightWords.duration), "from into bed to out of bed\(lessUp)",
        "\(time(.intoBed)) to \(time(.outOfBed)) is \(whole) min\(rest)")
    case .fallingAsleep: return result(figures.sleepOnsetLatency.map(NightWords.duration), "as answered", nil)
    case .slept:
      let (sol, waso) = (figures.sleepOnsetLatency ?? 0, figures.wakeAfterSleepOnset ?? 0)
      let span = (figures.totalSleepTime ?? 0) + sol + waso + (up ?? 0)
      return result(
        figures.totalSleepTime.map(NightWords.duration),
        "from trying to sleep to the final waking, less SOL, less WASO\(lessUp)",
        "\(time(.tried)) to \(time(.finalWake)) is \(span) min; \(span) - \(sol) - \(waso)\(minusUp) = "
          + "\(number(figures.totalSleepTime)) min")
    case .awake:
      return result(
        figures.wakeAfterSleepOnset.map(NightWords.duration), "as answered; the final waking is not counted", nil)
    case .wakings:
      return result(figures.awakenings.map { "\($0)" }, "as answered; the final waking is not counted", nil)
    case .efficiency:
      let percent = figures.sleepEfficiency.map { "\(NightWords.percent(tenths: $0)) %" }
      return result(
        percent, "100 x TST / TIB",
        "100 x \(number(figures.totalSleepTime)) / \(number(figures.timeInBed)) = \(percent ?? "")")
    case .diaryEfficiency:
      let percent = figures.diarySleepEfficiency.map { "\(NightWords.percent(tenths: $0)) %" }
      let trying = diary.number(.tryAfter)
      return result(
        percent,
        "100 x TST / (SOL + TST + WASO + minutes trying to sleep after the final waking)"
          + (trying == nil ? "; those are blank and counted as 0" : ""),
        "100 x \(number(figures.totalSleepTime)) / (\(number(figures.sleepOnsetLatency)) + "
          + "\(number(figures.totalSleepTime)) + \(number(figures.wakeAfterSleepOnset)) + \(trying ?? 0)) = "
          + "\(percent ?? "")")
    }
  }
}
