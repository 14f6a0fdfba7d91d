/// Since which night each kind of thing is written in a record. Before it, a night without one says nothing: the family may
/// not have written such a thing at all.
public struct WrittenSince: Hashable, Sendable {
  private var events: [EventKind: CivilDate] = [:]
  private var symptoms: [String: CivilDate] = [:]

  /// Nothing written.
  public init() {}

  /// What some nights hold, in any order.
  public init(_ nights: some Sequence<NightFigures>) {
    for night in nights.sorted(by: { $0.night < $1.night }) { take(night.summary) }
  }

  /// The kinds of event that nights are counted by.
  private static let counted: [EventKind] = [.turn, .suction, .woke]

  /// True once each kind of event that nights are counted by is known: other nights tell nothing more of them.
  public var holdsCounted: Bool { Self.counted.allSatisfy { events[$0] != nil } }

  /// Takes another night. Since when a thing is written, the first night taken that holds it tells.
  public mutating func take(_ night: NightSummary) {
    for kind in night.events.keys where events[kind] == nil { events[kind] = night.night }
    for symptom in night.symptoms where symptoms[symptom.id] == nil { symptoms[symptom.id] = night.night }
  }

  /// True if such an event was written by that night.
  func holds(_ kind: EventKind, by night: CivilDate) -> Bool { events[kind].map { $0 <= night } ?? false }

  /// True if such a symptom was written by that night, asked and none included.
  func holds(symptom: String, by night: CivilDate) -> Bool { symptoms[symptom].map { $0 <= night } ?? false }
}
