public import NightModel

/// Tonight as plain text: the board, how far the checklist is, and the night's entries, newest first.
public enum TonightText {
  /// Tonight at `now`, from tonight, the night before, and what may still go on from nights before that.
  public static func text(
    _ tonight: Night, previous: Night, earlier: [Mark] = [], plan: Plan, bounds: NightBounds? = nil, now: Instant,
    catalogue: Catalogue
  ) -> String {
    let board = Board(tonight: tonight, previous: previous, earlier: earlier, plan: plan, bounds: bounds, now: now)
    var lines = ["\(NightText.heading(tonight.date, plan.person)) · \(now.time)"]
    lines += board.facts(now: now, clock: .twentyFour).map(\.line)
    if plan.isClosed {
      lines.append("This record is closed; everything stays to be read.")
    } else {
      lines.append("bedtime checklist: \(Routine(.bedtime, plan, tonight, catalogue).progress) answered")
    }
    if tonight.items.isEmpty {
      let words = plan.wordsForNothing(on: tonight.date)
      lines += words.isEmpty ? [] : ["", "\(words.capitalizedFirst) tonight."]
    } else {
      lines += [""] + NightText.entries(tonight.items.reversed(), catalogue)
    }
    return lines.joined(separator: "\n")
  }
}
