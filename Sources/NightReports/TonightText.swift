public import NightModel
internal import Text

/// Tonight as plain text: the board, how far the checklist is, and the night's entries, newest first.
public enum TonightText {
  /// Tonight at `now`, from tonight, the night before, and what may still go on from nights before that.
  /// - Parameters:
  ///   - known: the last doses of nights further back, or ahead; nil where nobody looks for them.
  ///   - clock: what the machine's clock shows, in milliseconds since 1970, where `now` is another moment.
  ///   - isWhole: false if part of tonight could not be read.
  public static func text(
    _ tonight: Night, previous: Night, earlier: [Mark] = [], plan: Plan, bounds: NightBounds? = nil, now: Instant,
    catalogue: Catalogue, known doses: KnownDoses? = nil, clock: Int64? = nil, isWhole: Bool = true
  ) -> String {
    let board = Board(
      tonight: tonight, previous: previous, earlier: earlier, plan: plan, bounds: bounds, now: now, known: doses,
      clock: clock)
    var blocks: [TextBlock] = [.heading("\(NightText.heading(tonight.date, plan.person)) · \(now.time)")]
    blocks += board.facts(now: now, clock: .twentyFour).map(\.block)
    if plan.isClosed {
      blocks.append(.paragraph("This record is closed; everything stays to be read."))
    } else if !isWhole {
      blocks.append(.paragraph("bedtime checklist: could not be read whole"))
    } else {
      blocks.append(.paragraph("bedtime checklist: \(Routine(.bedtime, plan, tonight, catalogue).progress) answered"))
    }
    if tonight.items.isEmpty {
      let words = plan.wordsForNothing(on: tonight.date, isWhole: isWhole).capitalizedFirst
      if !words.isEmpty { blocks += [.blank, .paragraph(isWhole ? "\(words) tonight." : "\(words).")] }
      return PlainText().text(blocks)
    }
    blocks += [.blank] + (isWhole ? [] : [.paragraph(NightText.partOnly)])
    return (PlainText().lines(blocks) + NightText.listing.lines(NightText.entries(tonight.items.reversed(), catalogue)))
      .joined(separator: "\n")
  }
}
