public import NightModel
internal import Text

/// The handover page as plain text, 60 columns wide, to be read or printed.
public enum HandoverText {
  /// Its width in columns.
  public static let columns = 60

  /// The page.
  public static func text(_ page: HandoverPage, night: CivilDate, plan: Plan, catalogue: Catalogue) -> String {
    let title = "HANDOVER" + (plan.person.map { " · \($0)" } ?? "")
    let day = NightWords.day(page.now.date)
    let head = "\(NightWords.night(night).capitalizedFirst), as of \(day) \(plan.clock.words(page.now))"
    let parts = page.sections(clock: plan.clock, catalogue: catalogue).flatMap { section in
      [.blank, .heading(section.title)] + section.blocks
    }
    return PlainText(columns: columns, underline: "-", indent: 2).text([.paragraph(title), .paragraph(head)] + parts)
  }
}
