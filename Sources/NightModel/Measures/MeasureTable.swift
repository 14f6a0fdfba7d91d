/// Every measure, and where each is shown, in order. A new one needs its row and its places here, its words in
/// `MeasureWords.swift`, and a property of `NightFigures` if no figure of a night holds it yet.
extension Measure {
  /// TIB by the diary.
  public static let inBed = Measure("tib", .minutes, .inBed) { $0.diary.timeInBed }
  /// SOL by the diary.
  public static let toFallAsleep = Measure("sol", .minutes, .toFallAsleep) { $0.diary.sleepOnsetLatency }
  /// NAW by the diary.
  public static let awakenings = Measure("naw", .count, .awakenings) { $0.diary.awakenings }
  /// WASO by the diary.
  public static let awake = Measure("waso", .minutes, .awake) { $0.diary.wakeAfterSleepOnset }
  /// TST by the diary.
  public static let slept = Measure("slept", .minutes, .slept, exportName: "tst") { $0.diary.totalSleepTime }
  /// SE, of the time in bed.
  public static let efficiency = Measure("efficiency", .percent, .efficiency, exportName: "se") {
    $0.diary.sleepEfficiency
  }
  /// SE by the diary, of the time spent trying to sleep.
  public static let diaryEfficiency = Measure(
    "diary-efficiency", .percent, .diaryEfficiency, exportName: "seDiary"
  ) { $0.diary.diarySleepEfficiency }

  /// How long the mask was on, of nights on which all of it is known.
  public static let mask = Measure("mask", .minutes, .mask) { $0.maskInAll }
  /// How long the mask was on as far as it was noted as taken off.
  public static let maskClosed = Measure("mask-closed", .minutes, .maskClosed, exportName: "mask") { $0.mask }
  /// Whether a mask was put on and never noted as taken off.
  public static let maskOpen = Measure("maskOpen", .flag, .maskOpen) { $0.maskIsOpen.map { $0 ? 1 : 0 } }
  /// The longest mask time over a day that nobody confirmed.
  public static let maskUnconfirmed = Measure("maskUnconfirmed", .minutes, .maskUnconfirmed) { $0.maskUnconfirmed }
  /// Times turned.
  public static let turns = Measure("turns", .count, .turns) { $0.turns }
  /// The longest time between two turns.
  public static let turnGap = Measure("turn-gap", .minutes, .turnGap, exportName: "longestTurnGap") {
    $0.longestTurnGap
  }
  /// Times suctioned.
  public static let suctions = Measure("suctions", .count, .suctions) { $0.suctions }
  /// Times the person is written to have woken.
  public static let wakings = Measure("wakings", .count, .wakings) { $0.wakings }

  /// Bedtime items done.
  public static let done = Measure("done", .count, .done) { $0.checklist?.done }
  /// Bedtime items not needed.
  public static let notNeeded = Measure("notNeeded", .count, .notNeeded) { $0.checklist?.notNeeded }
  /// Bedtime items that could not be done.
  public static let couldNot = Measure("couldNot", .count, .couldNot) { $0.checklist?.couldNot }
  /// Bedtime items that nobody answered.
  public static let open = Measure("open", .count, .open) { $0.checklist?.open }

  /// How long the caregiver slept.
  public static let carerSlept = Measure("carer-slept", .minutes, .carerSlept, exportName: "slept") {
    $0.carer?.number(.slept)
  }
  /// Times the caregiver was up.
  public static let carerUp = Measure("carer-up", .count, .carerUp, exportName: "up") { $0.carer?.number(.up) }
  /// The longest time the caregiver slept without a break.
  public static let carerStretch = Measure(
    "carer-stretch", .minutes, .carerStretch, exportName: "longestStretch"
  ) { $0.carer?.number(.stretch) }
  /// How worn out the caregiver was, 0...10.
  public static let carerWornOut = Measure("carer-worn-out", .count, .carerWornOut, exportName: "wornOut") {
    $0.carer?.number(.wornOut)
  }
  /// Whether the caregiver said that relief is needed.
  public static let carerRelief = Measure("carer-relief", .flag, .carerRelief, exportName: "relief") {
    $0.carer?.flag(.relief).map { $0 ? 1 : 0 }
  }

  /// Times a symptom was noted, by its id.
  public static func symptom(_ id: String) -> Measure {
    Measure("symptom-\(id)", .count, .symptom, symptom: id) { $0.count(symptom: id) }
  }

  /// In trends: what every record can have.
  public static let ofTheNight = [slept, efficiency, diaryEfficiency, mask, wakings, turns, turnGap, suctions]
  /// In trends: the caregiver's own, shown only where the family wants it.
  public static let ofTheCarer = [carerSlept, carerUp, carerWornOut]

  /// In the page for the clinic: medians and ranges, section by section.
  public static func inReport(_ section: ReportRequest.Section) -> [Measure] {
    switch section {
    case .mask: [mask]
    case .sleep: [slept, inBed, toFallAsleep, awake, efficiency, diaryEfficiency, awakenings]
    case .care: [turns, turnGap, suctions, wakings]
    case .caregiver: [carerSlept, carerStretch, carerUp, carerWornOut]
    case .breathing, .signs, .charts, .symptoms, .medicines, .events, .places, .questions, .changes, .notes, .recorded:
      []
    }
  }
  /// In the page for the clinic: drawn night by night.
  public static func drawnInReport(_ section: ReportRequest.Section) -> [Measure] {
    switch section {
    case .sleep: [slept]
    case .mask: [mask]
    case .breathing, .signs, .care, .caregiver, .charts, .symptoms, .medicines, .events, .places, .questions, .changes,
      .notes, .recorded:
      []
    }
  }

  /// In the table of nights.
  public static let inTable = [slept, mask, wakings, turns, suctions]
  /// In a night as text: what was written down, counted.
  public static let asWritten = [turns, turnGap, suctions, wakings]

  /// The parts of a night in exports, in the order of their columns. Columns that were released stay where they are: what
  /// is new goes to the foot.
  public enum ExportPart: CaseIterable, Sendable {
    case night, checklist, carer, foot

    /// The measures of the part.
    public var measures: [Measure] {
      switch self {
      case .night:
        [
          .inBed, .toFallAsleep, .awakenings, .awake, .slept, .efficiency, .diaryEfficiency, .maskClosed, .maskOpen,
          .turns, .turnGap, .suctions, .wakings,
        ]
      case .checklist: [.done, .notNeeded, .couldNot, .open]
      case .carer: [.carerSlept, .carerUp, .carerStretch, .carerWornOut, .carerRelief]
      case .foot: [.maskUnconfirmed]
      }
    }
  }

  /// Every measure that is exported but the symptoms, which are a column together.
  public static let all = ExportPart.allCases.flatMap(\.measures)
}
