internal import NightModel
public import Text

/// The page for the clinic for a screen or a screen reader: drawings are told in sentences.
public enum ClinicReading {
  private static let room = ClinicPage.Room(
    symptoms: 40, signs: 20, changes: 30, questions: 30, dates: 14, rules: true)

  /// The page from its title to how it came about.
  public static func blocks(_ facts: ClinicFacts) -> [TextBlock] {
    let page = ClinicMaking(facts: facts, room: room).page
    let parts = (page.first + page.second + page.last).flatMap { part in
      [.blank, .heading(part.heading)] + part.blocks + part.charts.map { .point($0.sentence) }
    }
    let (head, foot) = ([page.title, page.span] + page.remarks, page.method)
    return head.map { .paragraph($0) } + parts + [.blank] + foot.map { .paragraph($0) }
  }
}
