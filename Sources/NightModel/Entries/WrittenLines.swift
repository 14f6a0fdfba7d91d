/// A line of what was written in a night: an entry, or the answers of one checklist that were given together.
public struct WrittenLine: Sendable {
  /// Its entries, oldest first; several only for answers of one checklist.
  public let items: [Item]
  /// The checklist they are answers of, where there are several.
  public let list: ChecklistGroup.List?
  /// Those of its answers by which something could not be done, as long as nobody answered it anew.
  public let couldNot: [Item]
}

extension Night {
  /// Answers further apart than this were not given together, in minutes.
  private static let together = 30

  /// What was written, oldest first, a line each: a checklist that was worked through pushes nothing else out of sight.
  public func writtenLines(_ catalogue: Catalogue) -> [WrittenLine] {
    func list(_ item: Item) -> ChecklistGroup.List? {
      switch item.subject {
      case .check(let id), .environment(let id): catalogue.list(of: id)
      case .event, .symptom, .diary, .carer, .note, .handover, .plan: nil
      }
    }
    var runs: [(items: [Item], list: ChecklistGroup.List?)] = []
    for item in items {
      let list = list(item)
      if let run = runs.last, let last = run.items.last, list != nil, list == run.list, item.by == last.by,
        item.at.minutes(since: last.at) <= Self.together
      {
        runs[runs.count - 1].items.append(item)
      } else {
        runs.append(([item], list))
      }
    }
    let failed = items.filter(\.couldNotBeDone)
    let last = failed.isEmpty ? [:] : Dictionary(items.map { ($0.subject, $0.id) }) { $1 }
    return runs.map { run in
      let isTogether = run.items.count > 1
      let couldNot = isTogether ? run.items.filter { $0.couldNotBeDone && last[$0.subject] == $0.id } : []
      return WrittenLine(items: run.items, list: isTogether ? run.list : nil, couldNot: couldNot)
    }
  }
}

extension Item {
  /// True for an answer by which something could not be done.
  var couldNotBeDone: Bool { details.text(.state) == ItemState.couldNot.rawValue }
}
