public import NightModel

/// What stands, as plain text.
public enum PlanText {
  /// All settings that are set, how the sleep environment stands, and how to change any of it.
  public static func text(_ plan: Plan, catalogue: Catalogue) -> String {
    let settings = plan.settings.keys.sorted().map { [$0.forDisplay, (plan.value($0) ?? "").forDisplay] }
    let environment = catalogue.items(of: .environment).compactMap { item in
      plan.environment[item.id].map { stands in
        [item.id, "\(stands.details.text(.state) ?? "unsure"), said \(NightWords.day(stands.at.date))"]
      }
    }
    var lines = settings.isEmpty ? ["Nothing set yet."] : Column.aligned(settings)
    if !environment.isEmpty { lines += ["", "Sleep environment"] + Column.aligned(environment) }
    return lines.joined(separator: "\n")
  }

  /// The settings that can be set, with what each is for.
  public static func keys() -> String {
    Wrapping.table(PlanKey.all.map { ("  " + $0.spelling, $0.help) }, columns: 78).joined(separator: "\n")
  }
}
