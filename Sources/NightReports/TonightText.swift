public import NightModel

/// Tonight as plain text: the board, how far the checklist is, and the night's entries, newest first.
public enum TonightText {
  /// Tonight at `now`, from tonight and the night before.
  public static func text(_ tonight: Night, previous: Night, plan: Plan, now: Instant, catalogue: Catalogue) -> String {
    let board = Board(tonight: tonight, previous: previous, plan: plan, now: now)
    var lines = ["\(NightText.heading(tonight.date, plan.person)) · \(now.time)"]
    lines += facts(board, tonight, now)
    lines.append(checklist(tonight, plan, catalogue))
    if tonight.items.isEmpty {
      lines += ["", "Nothing recorded tonight."]
    } else {
      lines += [""] + NightText.entries(tonight.items.reversed(), catalogue)
    }
    return lines.joined(separator: "\n")
  }

  private static func facts(_ board: Board, _ tonight: Night, _ now: Instant) -> [String] {
    func age(_ item: Item) -> String { "\(item.at.time) (\(NightWords.duration(now.minutes(since: item.at))))" }
    func by(_ item: Item) -> String { item.by.map { " by \($0.forDisplay)" } ?? "" }
    var lines: [String] = []
    if let turn = board.lastTurn {
      let side = turn.details.text(.side).map { ", \($0)" } ?? ""
      lines.append("last turned \(turn.at.time)\(side) (\(NightWords.duration(now.minutes(since: turn.at))))")
    }
    if let planned = board.plannedTurn {
      lines.append("planned \(planned.at.time)" + (planned.side.map { ", \($0)" } ?? ""))
    }
    for interval in board.mask {
      let until = interval.end.map { ", taken off \($0.at.time)" } ?? ""
      lines.append("mask: put on \(interval.start.at.time)\(until) (as written)")
    }
    if let suction = board.lastSuction { lines.append("last suction \(age(suction))") }
    if let session = board.lastCoughAssist { lines.append("last cough assist \(age(session))") }
    if let feed = board.lastFeed {
      lines.append("feed \(feed.subject == .event(.feedOn) ? "started" : "ended") \(age(feed))")
    }
    for (name, last) in board.medicines {
      lines.append("\(name.forDisplay): last written \(age(last))\(by(last))")
    }
    if let sleep = board.lastSleep {
      lines.append("\(sleep.subject == .event(.asleep) ? "looked asleep" : "awake") \(sleep.at.time) (as written)")
    }
    return lines
  }

  private static func checklist(_ tonight: Night, _ plan: Plan, _ catalogue: Catalogue) -> String {
    let checks = tonight.checks
    let routine = catalogue.items(of: .bedtime).filter { plan.includes($0) || checks[$0.id] != nil }
    let answered = routine.filter { checks[$0.id] != nil }.count
    return "bedtime checklist: \(answered) of \(routine.count) answered"
  }
}
