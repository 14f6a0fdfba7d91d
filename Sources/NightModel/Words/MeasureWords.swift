internal import Text

/// What a measure is called, and what it is made of.
struct MeasureWords: Sendable {
  /// In lists, headings and reports: the one name of the figure.
  let label: String
  /// Above a drawing by night; the label unless given.
  let chart: String
  /// Above its column in a table; the label with a small letter unless given.
  let column: String
  /// What it is made of, in one sentence.
  let meaning: String

  private init(
    _ label: String, chart: String? = nil, column: String? = nil, _ meaning: String = ""
  ) {
    (self.label, self.chart, self.meaning) = (label, chart ?? label, meaning)
    self.column = column ?? label.lowercasedFirst
  }

  static let inBed = MeasureWords("Time in bed (TIB)")
  static let toFallAsleep = MeasureWords("Time to fall asleep (SOL)")
  static let awakenings = MeasureWords("Times woken (NAW)")
  static let awake = MeasureWords("Time awake in the night (WASO)")
  static let slept = MeasureWords(
    "Slept (TST)", chart: "Slept", column: "slept",
    "From trying to sleep to the final waking, less the minutes to fall asleep and the minutes awake, by the diary.")
  static let efficiency = MeasureWords(
    "Sleep efficiency (SE)", "100 times the time slept, by the time in bed.")
  static let diaryEfficiency = MeasureWords(
    "SE of the time spent trying",
    "100 times the time slept, by the time spent falling asleep, asleep, awake in the night, and trying after it.")
  static let mask = MeasureWords(
    "Mask on", column: "mask",
    "From mask on to mask off; nights on which one was never noted as taken off are left out.")
  static let maskClosed = MeasureWords("Mask on, as far as noted")
  static let maskOpen = MeasureWords("Mask not noted as taken off")
  static let maskUnconfirmed = MeasureWords("Mask, not confirmed")
  static let turns = MeasureWords("Turns", "Times turned; let sleep and adjusted are no turns.")
  static let turnGap = MeasureWords("Longest between turns", "The longest time between two turns as written.")
  static let suctions = MeasureWords("Suctions", column: "suction", "Times suctioned.")
  static let wakings = MeasureWords(
    "Woke", "Times somebody wrote that the person woke.")
  static let done = MeasureWords("Bedtime items done")
  static let notNeeded = MeasureWords("Bedtime items not needed")
  static let couldNot = MeasureWords("Bedtime items that could not be done")
  static let open = MeasureWords("Bedtime items not answered")
  static let carerSlept = MeasureWords("Caregiver slept", asTheCarerWrote)
  static let carerUp = MeasureWords("Caregiver up", asTheCarerWrote)
  static let carerStretch = MeasureWords("Caregiver's longest stretch", asTheCarerWrote)
  static let carerWornOut = MeasureWords("Caregiver worn out, 0-10", asTheCarerWrote)
  static let carerRelief = MeasureWords("Caregiver needs relief", asTheCarerWrote)
  static let symptom = MeasureWords("", "Times it was written down; asked and none counts as none.")

  private static let asTheCarerWrote = "As the caregiver wrote it."
}

/// Measures and their figures in words.
extension Measure {
  /// What it is called, everywhere. The catalogue is asked for only if it is a symptom.
  public func label(_ catalogue: @autoclosure () -> Catalogue) -> String {
    symptom.map { catalogue().symptom($0)?.label ?? $0.forDisplay } ?? names.label
  }

  /// What it is called above its column in a table.
  public var columnTitle: String { names.column }

  /// What it is called above a drawing by night.
  public var chartName: String { names.chart }

  /// What it is made of, in one sentence.
  public var meaning: String { names.meaning }

  /// A figure in words: `5 h 45`, `67.6 %`, `3`, `yes`.
  public func words(_ value: Int) -> String { words(twice: 2 * value) }

  /// Half of a number in words. Minutes and percents are rounded half away from zero; a count keeps its half.
  public func words(twice: Int) -> String {
    switch unit {
    case .minutes: NightWords.duration(Summary.half(twice))
    case .percent: "\(NightWords.percent(tenths: Summary.half(twice))) %"
    case .count: Summary.words(twice: twice)
    case .flag: twice > 0 ? "yes" : "no"
    }
  }
}
