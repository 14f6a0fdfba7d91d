public import NightModel

/// Tonight as plain text: the board, how far the checklist is, and the night's entries, newest first.
public enum TonightText {
  /// Tonight at `now`, from tonight and the night before.
  public static func text(_ tonight: Night, previous: Night, plan: Plan, now: Instant, catalogue: Catalogue) -> String {
    let board = Board(tonight: tonight, previous: previous, plan: plan, now: now)
    var lines = ["\(NightText.heading(tonight.date, plan.person)) · \(now.time)"]
    lines += board.facts(now: now).map(\.line)
    lines.append(checklist(tonight, plan, catalogue))
    if tonight.items.isEmpty {
      lines += ["", "Nothing recorded tonight."]
    } else {
      lines += [""] + NightText.entries(tonight.items.reversed(), catalogue)
    }
    return lines.joined(separator: "\n")
  }

  private static func checklist(_ tonight: Night, _ plan: Plan, _ catalogue: Catalogue) -> String {
    let checks = tonight.checks
    let routine = catalogue.items(of: .bedtime).filter { plan.includes($0) || checks[$0.id] != nil }
    let answered = routine.filter { checks[$0.id] != nil }.count
    return "bedtime checklist: \(answered) of \(routine.count) answered"
  }
}
