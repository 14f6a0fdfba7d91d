public import NightModel
internal import Text

/// The list of nights as a table. A dash stands where nothing was recorded, which is not zero.
public enum NightsTable {
  /// The table in the order given, with a line that says how many of the nights are recorded. `unread` are the nights of
  /// which part could not be read, `running` is the night that is not over.
  public static func text(
    _ nights: [NightFigures], catalogue: Catalogue, plan: Plan, unread: Set<CivilDate> = [], running: CivilDate? = nil
  ) -> String {
    let head = ["night"] + Measure.inTable.map(\.columnTitle) + ["worst symptom", "checklist", "entries"]
    let rows = nights.map { night in
      ["\(NightWords.day(night.night)) \(night.night.components.year)"] + Measure.inTable.map { cell($0, night) } + [
        worst(night, catalogue),
        night.checklist.map { "\($0.done)/\($0.done + $0.notNeeded + $0.couldNot + $0.open)" } ?? "-",
        entries(night, plan, isWhole: !unread.contains(night.night), isRunning: night.night == running),
      ]
    }
    let recorded = nights.filter { $0.entries > 0 }.count
    let isDoubtful = nights.contains { $0.maskUnconfirmed != nil }
    let unreadCount = nights.count { unread.contains($0.night) }
    let foot =
      "\(recorded) of \(nights.count) nights recorded"
      + (unreadCount > 0 ? ", \(unreadCount) could not be read whole" : "") + "; - means not recorded"
      + (isDoubtful ? "; ? means written, not confirmed" : "")
    let heading = plan.person.map { [TextBlock.heading($0)] } ?? []
    return PlainText().text(heading + [.table(.init(head: head, rows: rows)), .paragraph(foot)])
  }

  private static func entries(_ night: NightFigures, _ plan: Plan, isWhole: Bool, isRunning: Bool) -> String {
    guard night.entries > 0 else { return plan.wordsForNothing(on: night.night, isWhole: isWhole) }
    return "\(night.entries)\(isWhole ? "" : ", part could not be read")\(isRunning ? ", not over yet" : "")"
  }

  private static func cell(_ measure: Measure, _ night: NightFigures) -> String {
    measure == .mask ? mask(night) : measure.value(in: night).map { measure.words($0) } ?? "-"
  }

  private static func mask(_ night: NightFigures) -> String {
    if let minutes = night.maskUnconfirmed { return "\(NightWords.hours(minutes))?" }
    let worn = night.mask.map(NightWords.duration)
    return night.maskIsOpen == true ? (worn.map { "\($0) + open" } ?? "open") : worn ?? "-"
  }

  private static func worst(_ night: NightFigures, _ catalogue: Catalogue) -> String {
    guard let symptoms = night.symptoms else { return "-" }
    guard let worst = symptoms.max(by: { ($0.highest ?? 0, $0.count) < ($1.highest ?? 0, $1.count) }) else {
      return "none noted"
    }
    let name = catalogue.symptom(worst.id)?.label ?? worst.id.forDisplay
    return worst.highest.map { "\(name) \($0)" } ?? name
  }
}
