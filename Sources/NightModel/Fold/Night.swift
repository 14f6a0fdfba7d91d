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

  /// The morning diary; nil if there is none. Several (two people filled one in) are read together, field by field, the
  /// later one winning.
  public var diary: Details? { answers(on: .diary)?.details }

  /// The caregiver's own night; nil if nothing was written of it.
  public var carer: Details? { answers(on: .carer)?.details }

  /// How each checklist item is answered.
  public var checks: [String: Item] { Self.checks(answers) }

  /// The answers to checklist items among all answers.
  static func checks(_ answers: [Subject: Standing]) -> [String: Item] {
    answers.compactMapValues(\.item).reduce(into: [:]) { answers, standing in
      if case .check(let id) = standing.key { answers[id] = standing.value }
    }
  }

  /// How each item of the sleep environment was found.
  public var looks: [String: Item] {
    answers.compactMapValues(\.item).reduce(into: [:]) { answers, standing in
      if case .environment(let id) = standing.key { answers[id] = standing.value }
    }
  }

  /// How everything was answered that a night asks by items, where two answers stand both of them.
  public var answers: [Subject: Standing] {
    timeline.versions.compactMapValues { $0.standing() }
  }

  /// The items of a page that a night has once, the one that counts most last.
  func pages(_ subject: Subject) -> [Item] {
    items.filter { $0.subject == subject }.sorted { ($0.entry.stamp, $0.id) < ($1.entry.stamp, $1.id) }
  }
}
