public import NightModel
internal import Text

/// The figures of nights as JSON, by the contract of `nights --format json`: minutes, and null where nothing was
/// recorded.
public enum FiguresJSON {
  /// All nights as one array, a night a line, oldest first as given.
  /// - Parameter unread: the nights of which part could not be read.
  public static func text(_ nights: [NightFigures], unread: Set<CivilDate> = []) -> String {
    let lines = nights.map { JSON.object(members($0, isWhole: !unread.contains($0.night))).shown }
    return lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n]"
  }

  /// The members of one night, in their fixed order.
  /// - Parameter isWhole: false if part of the night could not be read: then a member says so, as in an export.
  static func members(_ figures: NightFigures, isWhole: Bool) -> [JSON.Member] {
    [
      JSON.Member("night", .string("\(figures.night)")),
      // Of a night of which nothing could be read nobody knows how many there are.
      JSON.Member("entries", isWhole || figures.entries > 0 ? .integer(figures.entries) : .null),
    ] + figureMembers(figures) + (isWhole ? [] : [JSON.Member("whole", .bool(false))])
  }

  private static func figureMembers(_ figures: NightFigures) -> [JSON.Member] {
    [
      JSON.Member("tib", number(figures.diary.timeInBed)),
      JSON.Member("sol", number(figures.diary.sleepOnsetLatency)),
      JSON.Member("naw", number(figures.diary.awakenings)),
      JSON.Member("waso", number(figures.diary.wakeAfterSleepOnset)),
      JSON.Member("tst", number(figures.diary.totalSleepTime)),
      JSON.Member("se", percent(figures.diary.sleepEfficiency)),
      JSON.Member("seDiary", percent(figures.diary.diarySleepEfficiency)),
      JSON.Member("mask", number(figures.mask)),
      JSON.Member("maskOpen", flag(figures.maskIsOpen)),
      JSON.Member("turns", number(figures.turns)),
      JSON.Member("longestTurnGap", number(figures.longestTurnGap)),
      JSON.Member("suctions", number(figures.suctions)),
      JSON.Member("wakings", number(figures.wakings)),
      JSON.Member("symptoms", symptoms(figures.symptoms)),
      JSON.Member("checklist", checklist(figures.checklist)),
      JSON.Member("carer", carer(figures.carer)),
      // An empty list says that no rule found this night; null, that nothing was there for a rule to look at.
      JSON.Member("signs", figures.signs.map { .array($0.map { .string($0) }) } ?? .null),
      JSON.Member("maskUnconfirmed", number(figures.maskUnconfirmed)),
    ]
  }

  static func number(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }

  static func flag(_ value: Bool?) -> JSON { value.map { .bool($0) } ?? .null }

  private static func percent(_ tenths: Int?) -> JSON {
    tenths.map { .number(NightWords.percent(tenths: $0)) } ?? .null
  }

  private static func symptoms(_ symptoms: [NightFigures.SymptomCount]?) -> JSON {
    guard let symptoms else { return .null }
    return .array(
      symptoms.map { symptom in
        .object([
          JSON.Member("id", .string(symptom.id)), JSON.Member("count", .integer(symptom.count)),
          JSON.Member("max", number(symptom.highest)),
        ])
      })
  }

  private static func checklist(_ checklist: NightFigures.ChecklistCount?) -> JSON {
    guard let checklist else { return .null }
    return .object([
      JSON.Member("done", .integer(checklist.done)), JSON.Member("notNeeded", .integer(checklist.notNeeded)),
      JSON.Member("couldNot", .integer(checklist.couldNot)), JSON.Member("open", .integer(checklist.open)),
    ])
  }

  private static func carer(_ carer: Details?) -> JSON {
    guard let carer else { return .null }
    return .object([
      JSON.Member("slept", number(carer.number(.slept))), JSON.Member("up", number(carer.number(.up))),
      JSON.Member("longestStretch", number(carer.number(.stretch))),
      JSON.Member("wornOut", number(carer.number(.wornOut))), JSON.Member("relief", flag(carer.flag(.relief))),
      JSON.Member("note", carer.text(.note).map { .string($0) } ?? .null),
    ])
  }
}
