public import Text

/// What to do while the power is out, and once it is back: the family's own steps and run times, as they typed them.
///
/// Nothing on it is computed: a run time stands there with the date of its test, and nothing counts it down.
public struct PowerPage: Hashable, Sendable {
  /// What it is called.
  public static let title = "Power out"
  /// What leads to it.
  public static let lead = "Power out: our steps"

  /// Its lines.
  public let blocks: [TextBlock]

  /// The page that a plan makes.
  /// - Parameters:
  ///   - plan: the plan at the moment.
  ///   - catalogue: the care catalogue, with the lines that hold for everybody.
  ///   - isWhole: false if part of the plan could not be read: then nothing is said to be untyped.
  public init(_ plan: Plan, _ catalogue: Catalogue, isWhole: Bool = true) {
    let (steps, times) = (Self.steps(plan), Self.runTimes(plan, catalogue))
    let company = plan.told(Setting(.number, "power-company")).map { TextBlock.row("power company:", $0.forDisplay) }
    var blocks: [TextBlock] = isWhole ? [] : [.paragraph(EmergencyCard.unread), .blank]
    if isWhole, let missing = Self.missing(steps: steps.isEmpty, times: times.isEmpty) {
      blocks += [.paragraph(missing), .blank]
    }
    let typed = steps + times.map { .point($0) } + [company].compactMap(\.self)
    if !typed.isEmpty {
      let changed = Self.changed(plan, catalogue).map { ", changed \(NightWords.fullDay($0.date))" } ?? ""
      blocks += [.heading("Typed by the family\(changed)")] + typed + [.blank]
    }
    let general = Self.lines(catalogue.powerOut, plan)
    // Who typed their own reads those; what may be an emergency stands there all the same.
    let shown = steps.isEmpty ? general : Array(general.prefix(1))
    let back = Self.lines(catalogue.powerBack, plan)
    blocks += [.heading("Standard lines")] + shown.map { .point($0.marked) }
    blocks += [.blank, .heading("When the power is back, look at")] + back.map { .point($0.marked) }
    let all = shown + back
    let keys = all.flatMap(\.sources).eachOnce.filter { $0 != "TEAM" }
    blocks += TextBlock.foot(
      isMarked: all.contains(where: \.isToConfirm),
      sources: keys.compactMap { catalogue.source($0).map { .point($0.words) } })
    self.blocks = blocks
  }

  /// How long each piece of equipment runs without power, as typed, each with the date of its test:
  /// `Backup battery: 4 hours, tested Sun 3 May 2026`.
  static func runTimes(_ plan: Plan, _ catalogue: Catalogue) -> [String] {
    catalogue.equipment.compactMap { kind in
      let (time, tested) = (Setting(.equipmentRunTime, kind.id), Setting(.equipmentTested, kind.id))
      guard plan.told(time) != nil || plan.told(tested) != nil else { return nil }
      let words = plan.told(time) ?? "no run time is typed"
      let isOne = plan.versions(tested).isEmpty
      let date = isOne ? plan.value(tested).flatMap(CivilDate.init).map(NightWords.fullDay) : plan.told(tested)
      let test = date.map { "tested \($0)" } ?? "no date of a test is typed"
      return "\(kind.label): \(words), \(test)\(plan.equipment.contains(kind.id) ? "" : "; not in use")".forDisplay
    }
  }

  /// The steps, one by one. Two versions stand as they are until somebody chooses.
  private static func steps(_ plan: Plan) -> [TextBlock] {
    let setting = Setting(.nightsPower)
    guard plan.versions(setting).isEmpty else {
      return [plan.told(setting)].compactMap(\.self).map { .paragraph($0.forDisplay) }
    }
    let steps = plan.value(setting)?.split { ";\n".contains($0) }.map { $0.trimmingSpaces().forDisplay } ?? []
    return steps.filter { !$0.isEmpty }.enumerated().map { .numbered($0 + 1, $1) }
  }

  /// What is not typed yet, and where it is typed; nil where all is.
  private static func missing(steps: Bool, times: Bool) -> String? {
    let (nights, equipment) = (PlanKey.Page.nights.label, PlanKey.Page.equipment.label)
    switch (steps, times) {
    case (true, true):
      return "Nothing is typed here yet. In a quiet hour, type your steps in the plan under \(nights), and tested run "
        + "times under \(equipment)."
    case (true, false): return "No steps are typed yet. In a quiet hour, type them in the plan under \(nights)."
    case (false, true): return "No run time is typed yet. Once tested, type it in the plan under \(equipment)."
    case (false, false): return nil
    }
  }

  /// When anything on the page was last typed; nil for nothing, and where two versions stand.
  private static func changed(_ plan: Plan, _ catalogue: Catalogue) -> Instant? {
    let keys: [PlanKey] = [.equipmentRunTime, .equipmentTested]
    let settings =
      [Setting(.nightsPower), Setting(.number, "power-company")]
      + catalogue.equipment.flatMap { kind in keys.map { Setting($0, kind.id) } }
    return settings.filter { plan.value($0) != nil }.compactMap { plan.standing($0)?.since }
      .max { $0.milliseconds < $1.milliseconds }
  }

  /// The standard lines that mean something in this house; all of them while nobody has said what is in use.
  private static func lines(_ lines: [PowerLine], _ plan: Plan) -> [Statement] {
    lines.filter { line in
      plan.equipment.isEmpty || line.needs.allSatisfy { !$0.isDisjoint(with: plan.equipment) }
    }
    .map(\.statement)
  }
}
