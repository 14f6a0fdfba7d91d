public import Text

/// The handover page in words, the same on the screen and on paper.
extension HandoverPage {
  /// A part of the page.
  public struct Section: Hashable, Sendable {
    /// What it is about.
    public let title: String
    /// What stands in it.
    public let blocks: [TextBlock]
  }

  /// Up to how many open bedtime items are named.
  private static let namedItems = 3

  /// The parts of the page that have anything to say, in the order they are read. `ages` is false where nothing may change
  /// because time passes.
  public func sections(clock: ClockStyle, catalogue: Catalogue, ages: Bool = true) -> [Section] {
    let duty = board.duty.facts(now: now, clock: clock, ages: ages)
    let last = board.facts(now: now, clock: clock, ages: ages).filter { !duty.contains($0) }
    let open =
      running.map { TextBlock.row("\($0.kind.words):", "since \(when($0.start.at, clock)), no end written") }
      + quick + bedtime
    let lines = lines.map { line in
      let by = line.by.map { " \($0)" } ?? ""
      return TextBlock.row("\(when(line.at, clock))\(by):", line.details.text(.note) ?? "")
    }
    return [
      Section(title: "On duty", blocks: duty.isEmpty ? [.paragraph(nobodyOn)] : duty.map(\.block)),
      Section(title: "For whoever comes", blocks: lines),
      Section(title: sinceWords(clock), blocks: happenedBlocks(catalogue)),
      Section(title: "Last, as written", blocks: last.map(\.block)), Section(title: "Open", blocks: open),
    ].filter { !$0.blocks.isEmpty }
  }

  private var nobodyOn: String {
    isWhole ? "Nobody has written who is on." : "Who is on could not be read."
  }

  private func when(_ moment: Instant, _ clock: ClockStyle) -> String { NightWords.near(moment, now: now, clock) }

  private func sinceWords(_ clock: ClockStyle) -> String {
    func who(_ item: Item) -> String { item.by ?? "somebody" }
    switch since {
    case .left(let item): return "Since \(who(item)) left duty, \(when(item.at, clock))"
    case .handover(let item):
      let what = item.subject == .handover(.took) ? "took over" : "left duty"
      return "Since \(who(item)) \(what), \(when(item.at, clock))"
    case .night(let moment): return "Since the night began, \(when(moment, clock))"
    }
  }

  private func happenedBlocks(_ catalogue: Catalogue) -> [TextBlock] {
    let words = happened.map { count in
      let name =
        switch count.subject {
        case .event(let kind): kind.words
        case .symptom(let id): catalogue.symptom(id)?.label ?? id
        case .note, .check, .environment, .diary, .carer, .plan, .handover: "note"
        }
      if count.times == 0 { return Grade.words(name, 0) }
      let worst = count.worst.map { count.times == 1 ? " (\($0))" : " (worst \($0))" } ?? ""
      return "\(name) \(count.times)×\(worst)"
    }
    let unread: [TextBlock] = isWhole ? [] : [.paragraph("Part of these nights could not be read.")]
    guard !words.isEmpty else { return isWhole ? [.paragraph("Nothing was written.")] : unread }
    return [.paragraph(words.joined(separator: " · "))] + unread
  }

  private var quick: [TextBlock] {
    guard toComplete > 0 else { return [] }
    return [.row("to complete:", toComplete == 1 ? "1 quick entry" : "\(toComplete) quick entries")]
  }

  private var bedtime: [TextBlock] {
    guard isWhole else { return [.row("bedtime list:", "could not be read whole")] }
    let told = [openWords, couldNotWords].compactMap(\.self)
    return told.isEmpty ? [] : [.row("bedtime list:", told.joined(separator: " · "))]
  }

  private var openWords: String? {
    guard !openItems.isEmpty else { return nil }
    // Many names would repeat the list itself.
    let names = openItems.map(\.label).joined(separator: "; ")
    let count = "\(openItems.count) not answered"
    return openItems.count <= Self.namedItems ? "\(count): \(names)" : count
  }
}
