public import NightModel

/// The list of nights as CSV (RFC 4180, UTF-8, CRLF): one row a night, empty where nothing was recorded.
public enum NightsCSV {
  /// The rows under a heading row with the names of the JSON contract; symptoms as `id:count:max`, spaces between.
  /// - Parameter unread: the nights of which part could not be read: how many entries they have is not known.
  public static func text(_ nights: [NightFigures], unread: Set<CivilDate> = []) -> String {
    let head = [
      "night", "entries", "tib", "sol", "naw", "waso", "tst", "se", "seDiary", "mask", "maskOpen", "turns",
      "longestTurnGap", "suctions", "wakings", "symptoms", "done", "notNeeded", "couldNot", "open", "carerSlept",
      "carerUp", "carerLongestStretch", "carerWornOut", "carerRelief", "maskUnconfirmed",
    ]
    return CSV.row(head.map { .plain($0) })
      + nights.map { CSV.row(row($0, isWhole: !unread.contains($0.night))) }.joined()
  }

  /// How many nights in a row without any entry still have rows of their own: about a year.
  public static let longestGap = 366

  /// The spans of nights that have rows: from the first recorded one to the last, without the stretches of more than
  /// `longestGap` nights in which nothing is written. A date that somebody mistyped by a century makes one row, not
  /// thousands.
  /// - Parameter recorded: the nights with entries, oldest first.
  public static func spans(of recorded: [CivilDate]) -> [ClosedRange<CivilDate>] {
    recorded.reduce(into: []) { spans, night in
      if let last = spans.last, night.daysSince1970 - last.upperBound.daysSince1970 <= longestGap + 1 {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, night)
      } else {
        spans.append(night...night)
      }
    }
  }

  private static func row(_ night: NightFigures, isWhole: Bool) -> [CSV.Cell] {
    func number(_ value: Int?) -> CSV.Cell { value.map { .plain("\($0)") } ?? .blank }
    func percent(_ tenths: Int?) -> CSV.Cell { tenths.map { .plain(NightWords.percent(tenths: $0)) } ?? .blank }
    func flag(_ value: Bool?) -> CSV.Cell { value.map { .plain("\($0)") } ?? .blank }
    let symptoms = night.symptoms?.map { symptom in
      "\(symptom.id):\(symptom.count):\(symptom.highest.map(String.init) ?? "")"
    }
    .joined(separator: " ")
    return [
      .plain("\(night.night)"), number(isWhole ? night.entries : nil), number(night.diary.timeInBed),
      number(night.diary.sleepOnsetLatency), number(night.diary.awakenings), number(night.diary.wakeAfterSleepOnset),
      number(night.diary.totalSleepTime), percent(night.diary.sleepEfficiency),
      percent(night.diary.diarySleepEfficiency), number(night.mask), flag(night.maskIsOpen), number(night.turns),
      number(night.longestTurnGap), number(night.suctions), number(night.wakings),
      symptoms.map { .text($0) } ?? .blank, number(night.checklist?.done), number(night.checklist?.notNeeded),
      number(night.checklist?.couldNot), number(night.checklist?.open), number(night.carer?.number(.slept)),
      number(night.carer?.number(.up)), number(night.carer?.number(.stretch)), number(night.carer?.number(.wornOut)),
      flag(night.carer?.flag(.relief)), number(night.maskUnconfirmed),
    ]
  }
}
