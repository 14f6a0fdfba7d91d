public import NightModel
internal import Text

/// The handover page as plain text, 60 columns wide, to be read or printed.
public enum HandoverText {
  /// How wide it is, in characters.
  public static let columns = 60

  /// The page.
  public static func text(_ page: HandoverPage, night: CivilDate, plan: Plan, catalogue: Catalogue) -> String {
    let title = "HANDOVER" + (plan.person.map { " · \($0.forDisplay)" } ?? "")
    let day = NightWords.day(page.now.date)
    let head = [title, "\(NightWords.night(night).capitalizedFirst), as of \(day) \(plan.clock.words(page.now))"]
    let parts = page.sections(clock: plan.clock, catalogue: catalogue).map { section in
      [section.title, String(repeating: "-", count: min(columns, section.title.count))]
        + section.facts.flatMap { Wrapping.lines($0.line, columns: columns, indent: 2) }
    }
    return ([head.flatMap { Wrapping.lines($0, columns: columns, indent: 2) }] + parts)
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }
}
