internal import Text

/// One checklist as it is for one family on one night: what shows, what is still open, what does not show.
public struct Routine: Sendable {
  /// The items that are part of the routine, and those that were answered anyway, in the family's order.
  public let items: [ChecklistItem]
  /// Those that nobody has answered in that night; of the sleep environment, those that nobody ever has.
  public let open: [ChecklistItem]
  /// Those that could not be done that night.
  public let couldNot: [ChecklistItem]
  /// The items that are not part of the routine.
  public let hidden: [ChecklistItem]
  /// What was answered and is in no list any more: removed by the family, or from another version of the catalogue.
  public let unknown: [String]

  /// A list of a catalogue that a plan has adapted, on a night.
  public init(_ list: ChecklistGroup.List, _ plan: Plan, _ night: Night, _ catalogue: Catalogue) {
    let answers = list == .environment ? night.looks : night.checks
    // An answer that was made blank again is none.
    func isAnswered(_ id: String) -> Bool { answers[id]?.details.text(.state) != nil }
    func stands(_ id: String) -> Bool { list == .environment && plan.environment[id]?.details.text(.state) != nil }
    var (items, hidden): ([ChecklistItem], [ChecklistItem]) = ([], [])
    for item in catalogue.items(of: list) {
      if isAnswered(item.id) || plan.includes(item) { items.append(item) } else { hidden.append(item) }
    }
    (self.items, self.hidden) = (items, hidden)
    open = items.filter { !isAnswered($0.id) && !stands($0.id) }
    couldNot = items.filter { answers[$0.id]?.couldNotBeDone == true }
    let standing = list == .environment ? Set(plan.environment.keys).union(answers.keys) : Set(answers.keys)
    unknown = list == .gettingUp ? [] : standing.filter { catalogue.item($0) == nil }.sorted()
  }

  /// How many of the routine's items are answered, out of how many: `3 of 17`.
  public var progress: String { "\(items.count - open.count) of \(items.count)" }

  /// The item to go on with after one of them is answered: the next open one, after the last again from the first; nil
  /// where none is open.
  public func next(after id: String) -> ChecklistItem? {
    let place = items.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
    let open = Set(open.map(\.id)).subtracting([id])
    return (items[place...] + items[..<place]).first { open.contains($0.id) }
  }

  /// Whether an item is part of the routine, and why.
  public enum Part: Hashable, Sendable {
    /// As long as what it needs is in use.
    case on
    /// An item of the family's own.
    case own
    /// The family switched it on.
    case switchedOn
    /// The family switched it off.
    case switchedOff
    /// The starter routine leaves it out, and the family has not added it.
    case leftOut
    /// What it needs is not in use; of each need, what would meet it.
    case needs([Set<String>])

    /// True for what is part of it.
    public var isIn: Bool {
      switch self {
      case .on, .own, .switchedOn: true
      case .switchedOff, .leftOut, .needs: false
      }
    }
  }
}

extension Plan {
  /// Whether an item is part of the routine, and why.
  public func part(_ item: ChecklistItem) -> Routine.Part {
    switch value(.routine, item.id) {
    case "on": return .switchedOn
    case "off": return .switchedOff
    default: return usualPart(item)
    }
  }

  /// The same while the family switches nothing.
  private func usualPart(_ item: ChecklistItem) -> Routine.Part {
    if item.isOwn { return .own }
    let missing = item.needs.filter { equipment.isDisjoint(with: $0) }
    if !missing.isEmpty { return .needs(missing) }
    return item.isLeftOut ? .leftOut : .on
  }

  /// True if an item belongs to this person's routine: what it needs is in use, unless the family switched it.
  public func includes(_ item: ChecklistItem) -> Bool { part(item).isIn }

  /// What is set to put an item into the routine, or to take it out: blank where it would be so anyway.
  public func switching(_ item: ChecklistItem) -> String {
    let isWanted = !includes(item)
    return usualPart(item).isIn == isWanted ? "" : isWanted ? "on" : "off"
  }

  /// True for nights after the record was closed: there nothing is missing.
  public func isClosed(on night: CivilDate) -> Bool {
    guard isClosed, let closed = standing(Setting(.closed))?.since else { return false }
    return night >= nightRule.night(of: closed)
  }

  /// Initials of all who write: the person with ALS first, then who helps at night.
  public var writers: [String] {
    ([value(.personInitials)].compactMap(\.self) + values(of: .people).map(\.name)).eachOnce
  }

  /// Who writes if nobody says otherwise: the only one of all who ever do; nil where there are several, or none.
  public var soleWriter: String? { writers.count == 1 ? writers.first : nil }
}
