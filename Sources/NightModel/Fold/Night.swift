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

  /// True if anything happened and was written down: an event or a symptom. Only then does a count of 0 mean none.
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
  public var diary: Details? { merged(.diary) }

  /// The caregiver's own night; nil if nothing was written of it.
  public var carer: Details? { merged(.carer) }

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

  /// The item of the diary or the caregiver's page that further answers amend.
  public func page(_ subject: Subject) -> Item? {
    pages(subject).last
  }

  /// The pages of a kind, the one that counts most last.
  private func pages(_ subject: Subject) -> [Item] {
    items.filter { $0.subject == subject }.sorted { ($0.entry.stamp, $0.id) < ($1.entry.stamp, $1.id) }
  }

  private func merged(_ subject: Subject) -> Details? {
    let pages = pages(subject)
    guard var whole = pages.first?.details else { return nil }
    for page in pages.dropFirst() {
      for field in page.details.fields { whole[field] = page.details[field] }
    }
    return whole
  }
}
