internal import Text

/// One figure of a night that can be followed through many nights.
public enum Measure: Hashable, Sendable {
  /// TST by the diary, in minutes.
  case slept
  /// SE, in tenths of a percent of the time in bed.
  case efficiency
  /// SE by the diary, in tenths of a percent of the time spent trying to sleep.
  case diaryEfficiency
  /// Minutes the mask was on.
  case mask
  /// Times the person is written to have woken.
  case wakings
  /// Times turned.
  case turns
  /// The longest time between two turns, in minutes.
  case turnGap
  /// Times suctioned.
  case suctions
  /// Times a symptom was noted, by its id.
  case symptom(String)
  /// Minutes the caregiver slept.
  case carerSlept
  /// Times the caregiver was up.
  case carerUp
  /// How worn out the caregiver was, 0...10.
  case carerWornOut

  /// What a measure counts.
  public enum Unit: Sendable {
    /// Minutes.
    case minutes
    /// Tenths of a percent.
    case percent
    /// How many.
    case count
  }

  /// What every record can have, in the order it is shown.
  public static let ofTheNight: [Measure] = [
    .slept, .efficiency, .diaryEfficiency, .mask, .wakings, .turns, .turnGap, .suctions,
  ]

  /// The caregiver's own, shown only where the family wants it.
  public static let ofTheCarer: [Measure] = [.carerSlept, .carerUp, .carerWornOut]

  /// What it counts.
  public var unit: Unit {
    switch self {
    case .slept, .mask, .turnGap, .carerSlept: .minutes
    case .efficiency, .diaryEfficiency: .percent
    case .wakings, .turns, .suctions, .symptom, .carerUp, .carerWornOut: .count
    }
  }

  /// What stands for several nights in a drawing: small counts have a median that hardly ever moves.
  public var middle: Series.Middle { unit == .count ? .mean : .median }

  /// Its name within the program, such as `turn-gap` or `symptom-cramp`.
  public var id: String {
    switch self {
    case .slept: "slept"
    case .efficiency: "efficiency"
    case .diaryEfficiency: "diary-efficiency"
    case .mask: "mask"
    case .wakings: "wakings"
    case .turns: "turns"
    case .turnGap: "turn-gap"
    case .suctions: "suctions"
    case .symptom(let id): "symptom-\(id)"
    case .carerSlept: "carer-slept"
    case .carerUp: "carer-up"
    case .carerWornOut: "carer-worn-out"
    }
  }

  /// What it was in one night; nil if that was not recorded, which is never zero.
  public func value(in figures: NightFigures) -> Int? {
    switch self {
    case .slept: figures.diary.totalSleepTime
    case .efficiency: figures.diary.sleepEfficiency
    case .diaryEfficiency: figures.diary.diarySleepEfficiency
    case .mask: figures.mask
    case .wakings: figures.wakings
    case .turns: figures.turns
    case .turnGap: figures.longestTurnGap
    case .suctions: figures.suctions
    case .symptom(let id): figures.symptoms.map { noted in noted.first { $0.id == id }?.count ?? 0 }
    case .carerSlept: figures.carer?.number(.slept)
    case .carerUp: figures.carer?.number(.up)
    case .carerWornOut: figures.carer?.number(.wornOut)
    }
  }

  /// What it is called, at most 34 columns.
  /// - Parameter catalogue: asked for only if a symptom is named.
  public func label(_ catalogue: @autoclosure () -> Catalogue) -> String {
    switch self {
    case .slept: "Slept (diary)"
    case .efficiency: "Sleep efficiency"
    case .diaryEfficiency: "Efficiency (diary)"
    case .mask: "Mask on"
    case .wakings: "Woke"
    case .turns: "Turns"
    case .turnGap: "Longest between turns"
    case .suctions: "Suctions"
    case .symptom(let id): catalogue().symptom(id)?.label ?? id.forDisplay
    case .carerSlept: "Caregiver slept"
    case .carerUp: "Caregiver up"
    case .carerWornOut: "Caregiver worn out, 0-10"
    }
  }

  /// What it is made of, in one sentence.
  public var meaning: String {
    switch self {
    case .slept:
      "From trying to sleep to the final waking, less the minutes to fall asleep and the minutes awake, by the diary."
    case .efficiency: "100 times the time slept, by the time in bed."
    case .diaryEfficiency:
      "100 times the time slept, by the time spent falling asleep, asleep, awake in the night, and trying after it."
    case .mask: "From mask on to mask off; a time that was never closed counts nothing."
    case .wakings: "Times somebody wrote that the person woke."
    case .turns: "Times turned; let sleep and adjusted are no turns."
    case .turnGap: "The longest time between two turns as written."
    case .suctions: "Times suctioned."
    case .symptom: "Times it was written down; asked and none counts as none."
    case .carerSlept, .carerUp, .carerWornOut: "As the caregiver wrote it."
    }
  }

  /// A figure in words: `5 h 45`, `67.6 %`, `3`.
  public func words(_ value: Int) -> String { words(twice: 2 * value) }

  /// Half of a number in words. Minutes and percents are rounded half away from zero; a count keeps its half.
  public func words(twice: Int) -> String {
    switch unit {
    case .minutes: NightWords.duration(Summary.half(twice))
    case .percent: "\(NightWords.percent(tenths: Summary.half(twice))) %"
    case .count: Summary.words(twice: twice)
    }
  }
}
