internal import NightModel
public import Text

/// The page for the clinic for a screen or a screen reader: drawings are told in sentences.
public enum ClinicReading {
  /// The page from its title to how it came about: all there is, or if it is to be brief what the one sheet has.
  public static func blocks(_ facts: ClinicFacts) -> [TextBlock] {
    let room = facts.request.isBrief ? ClinicHTML.room(facts) : .whole(facts)
    let page = ClinicMaking(facts: facts, room: room, desk: ClinicDesk()).page
    let parts = page.parts.flatMap { part in
      [.blank, .heading(part.heading)] + part.blocks + part.charts.map { .point($0.sentence) }
    }
    let (head, foot) = ([page.title] + page.identity + [page.span] + page.remarks, page.method)
    return head.map { .paragraph($0) } + parts + [.blank] + foot.map { .paragraph($0) }
  }
}
