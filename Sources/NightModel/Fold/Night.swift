/// Everything recorded for one night, as it stands.
public struct Night: Hashable, Sendable {
  /// The date of the night's evening.
  public let date: CivilDate
  /// The entries of the night, folded.
  public let timeline: Timeline

  /// A night by its date and the entries written for it, in any order.
  public init(date: CivilDate, entries: some Sequence<Entry>) {
    self.date = date
    timeline = Timeline(entries)
  }

  /// What stands, by time.
  public var items: [Item] { timeline.items }

  /// The events of a kind that stand, by time.
  public func events(_ kind: EventKind) -> [Item] {
    items.filter { $0.subject == .event(kind) }
  }

  /// True if anything happened and was written down, an event or a symptom, or was asked about. Only then does a count of 0
  /// mean none.
  public var holdsEvents: Bool {
    items.contains { item in
      switch item.subject {
      case .event, .symptom: true
      default: false
      }
    }
  }

  /// The morning diary; nil if there is none. Several (two people filled one in) are read together, field by field, the
  /// later one winning.
  public var diary: Details? { answers(on: .diary)?.details }

  /// The caregiver's own night; nil if nothing was written of it.
  public var carer: Details? { answers(on: .carer)?.details }

  /// How each checklist item was last answered.
  public var checks: [String: Item] { answers { if case .check(let id) = $0 { id } else { nil } } }

  /// How each item of the sleep environment was last found.
  public var looks: [String: Item] { answers { if case .environment(let id) = $0 { id } else { nil } } }

  /// The last item about each thing that `id` makes out of a subject.
  private func answers(_ id: (Subject) -> String?) -> [String: Item] {
    items.reduce(into: [:]) { answers, item in
      if let id = id(item.subject) { answers[id] = item }
    }
  }

  /// The items of a page that a night has once, the one that counts most last.
  func pages(_ subject: Subject) -> [Item] {
    items.filter { $0.subject == subject }.sorted { ($0.entry.stamp, $0.id) < ($1.entry.stamp, $1.id) }
  }
}
