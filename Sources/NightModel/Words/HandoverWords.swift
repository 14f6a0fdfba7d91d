internal import Text

/// The handover page in words: what the screen and the printed page both say.
extension HandoverPage {
  /// A part of the page.
  public struct Section: Hashable, Sendable {
    /// What it is about.
    public let title: String
    /// What stands in it.
    public let facts: [Fact]
  }

  /// Up to how many open bedtime items are named.
  private static let namedItems = 3

  /// The parts of the page that have anything to say, in the order they are read.
  public func sections(clock: ClockStyle, catalogue: Catalogue) -> [Section] {
    let duty = board.duty.facts(now: now, clock: clock)
    let last = board.facts(now: now, clock: clock).filter { !duty.contains($0) }
    let open =
      running.map { Fact("\($0.kind.words):", "since \(when($0.start.at, clock)), no end written") }
      + quick + bedtime
    let lines = lines.map { line in
      let by = line.by.map { " \($0.forDisplay)" } ?? ""
      return Fact("\(when(line.at, clock))\(by):", line.details.text(.note)?.forDisplay ?? "")
    }
    return [
      Section(title: "On duty", facts: duty.isEmpty ? [Fact("", nobodyOn)] : duty),
      Section(title: "For whoever comes", facts: lines),
      Section(title: sinceWords(clock), facts: happenedFacts(catalogue)),
      Section(title: "Last, as written", facts: last), Section(title: "Open", facts: open),
    ].filter { !$0.facts.isEmpty }
  }

  private var nobodyOn: String {
    isWhole ? "Nobody has written who is on." : "Who is on could not be read."
  }

  private func when(_ moment: Instant, _ clock: ClockStyle) -> String { NightWords.near(moment, now: now, clock) }

  private func sinceWords(_ clock: ClockStyle) -> String {
    func who(_ item: Item) -> String { item.by?.forDisplay ?? "somebody" }
    switch since {
    case .left(let item): return "Since \(who(item)) left duty, \(when(item.at, clock))"
    case .handover(let item):
      let what = item.subject == .handover(.took) ? "took over" : "left duty"
      return "Since \(who(item)) \(what), \(when(item.at, clock))"
    case .night(let moment): return "Since the night began, \(when(moment, clock))"
    }
  }

  private func happenedFacts(_ catalogue: Catalogue) -> [Fact] {
    let words = happened.map { count in
      let name =
        switch count.subject {
        case .event(let kind): kind.words
        case .symptom(let id): catalogue.symptom(id)?.label ?? id.forDisplay
        default: "note"
        }
      if count.times == 0 { return Grade.words(name, 0) }
      let worst = count.worst.map { count.times == 1 ? " (\($0))" : " (worst \($0))" } ?? ""
      return "\(name) \(count.times)×\(worst)"
    }
    let unread = isWhole ? [] : [Fact("", "Part of these nights could not be read.")]
    guard !words.isEmpty else { return isWhole ? [Fact("", "Nothing was written.")] : unread }
    return [Fact("", words.joined(separator: " · "))] + unread
  }

  private var quick: [Fact] {
    guard toComplete > 0 else { return [] }
    return [Fact("to complete:", toComplete == 1 ? "1 quick entry" : "\(toComplete) quick entries")]
  }

  private var bedtime: [Fact] {
    guard isWhole else { return [Fact("bedtime list:", "could not be read whole")] }
    guard !openItems.isEmpty else { return [] }
    // A few are worth their names; many are what the list itself is for.
    let names = openItems.map { $0.label.forDisplay }.joined(separator: "; ")
    let count = "\(openItems.count) not answered"
    return [Fact("bedtime list:", openItems.count <= Self.namedItems ? "\(count): \(names)" : count)]
  }
}
