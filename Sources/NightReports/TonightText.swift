public import NightModel
internal import Text

/// Tonight as plain text: the board, how far the checklist is, and the night's entries, newest first.
public enum TonightText {
  /// Tonight at `now`. `board` tells what was last done. `isWhole` is false if part of tonight could not be read.
  public static func text(
    _ tonight: Night, board: Board, plan: Plan, now: Instant, catalogue: Catalogue, isWhole: Bool = true
  ) -> String {
    var blocks: [TextBlock] = [.heading("\(NightText.heading(tonight.date, plan.person)) · \(plan.clock.words(now))")]
    blocks += board.facts(now: now, clock: plan.clock).map(\.block)
    if plan.isClosed {
      blocks.append(.paragraph("This record is closed; everything stays to be read."))
    } else if !isWhole {
      blocks.append(.paragraph("bedtime checklist: could not be read whole"))
    } else {
      let routine = Routine(.bedtime, plan, tonight, catalogue)
      let told = ["\(routine.progress) answered", routine.couldNotWords].compactMap(\.self)
      blocks.append(.paragraph("bedtime checklist: \(told.joined(separator: ", "))"))
    }
    if tonight.items.isEmpty {
      let words = plan.wordsForNothing(on: tonight.date, isWhole: isWhole).capitalizedFirst
      if !words.isEmpty { blocks += [.blank, .paragraph(isWhole ? "\(words) tonight." : "\(words).")] }
      return PlainText().text(blocks)
    }
    blocks += [.blank] + (isWhole ? [] : [.paragraph(NightText.partOnly)])
    return
      (PlainText().lines(blocks)
      + NightText.listing.lines(NightText.entries(tonight.items.reversed(), catalogue, plan.clock)))
      .joined(separator: "\n")
  }
}
