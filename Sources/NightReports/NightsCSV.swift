public import NightModel

/// The list of nights as CSV (RFC 4180, UTF-8, CRLF): one row a night, empty where nothing was recorded.
public enum NightsCSV {
  /// The rows under a heading row with the names of the JSON contract; symptoms as `id:count:max`, spaces between.
  public static func text(_ nights: [NightFigures]) -> String {
    let head = [
      "night", "entries", "tib", "sol", "naw", "waso", "tst", "se", "seDiary", "mask", "maskOpen", "turns",
      "longestTurnGap", "suctions", "wakings", "symptoms", "done", "notNeeded", "couldNot", "open", "carerSlept",
      "carerUp", "carerLongestStretch", "carerWornOut", "carerRelief",
    ]
    return ([head] + nights.map(row)).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func row(_ night: NightFigures) -> [String] {
    func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "" }
    func percent(_ tenths: Int?) -> String { tenths.map { NightWords.percent(tenths: $0) } ?? "" }
    let symptoms = night.symptoms?.map { "\($0.id):\($0.count):\(number($0.highest))" }.joined(separator: " ")
    return [
      "\(night.night)", "\(night.entries)", number(night.diary.timeInBed), number(night.diary.sleepOnsetLatency),
      number(night.diary.awakenings), number(night.diary.wakeAfterSleepOnset), number(night.diary.totalSleepTime),
      percent(night.diary.sleepEfficiency), percent(night.diary.diarySleepEfficiency), number(night.mask),
      night.maskIsOpen.map { "\($0)" } ?? "", number(night.turns), number(night.longestTurnGap),
      number(night.suctions), number(night.wakings), symptoms ?? "", number(night.checklist?.done),
      number(night.checklist?.notNeeded), number(night.checklist?.couldNot), number(night.checklist?.open),
      number(night.carer?.number(.slept)), number(night.carer?.number(.up)), number(night.carer?.number(.stretch)),
      number(night.carer?.number(.wornOut)), night.carer?.flag(.relief).map { "\($0)" } ?? "",
    ]
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
