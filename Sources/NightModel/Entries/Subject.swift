/// What a record is about.
public enum Subject: Hashable, Sendable {
  /// Something that happened.
  case event(EventKind)
  /// A symptom, by its id in the catalogue (which may be one a later catalogue no longer has).
  case symptom(String)
  /// A bedtime or getting-up item, by id.
  case check(item: String)
  /// An item of the sleep environment, by id.
  case environment(item: String)
  /// The morning diary.
  case diary
  /// The caregiver's own night.
  case carer
  /// A note on the night.
  case note
  /// A standing setting, by its key.
  case plan(key: String)
  /// One person going and another coming.
  case handover(HandoverKind)

  /// The fields that make sense for it, in the order they are asked and shown.
  public var fields: [Field] {
    switch self {
    case .event(let kind): kind.fields
    case .symptom(let id):
      [.value] + (Symptom.asking.contains(id) ? [.what] : []) + (Symptom.counted.contains(id) ? [.times] : [])
        + [.minutes, .place, .helped, .woke, .source, .note]
    case .check, .environment: [.state, .note]
    case .diary:
      [
        .intoBed, .tried, .sol, .wakings, .waso, .finalWake, .tryAfter, .outOfBed, .upBetween, .place, .elsewhere,
        .quality, .rested, .headache, .naps, .source, .note,
      ]
    case .carer: [.slept, .up, .stretch, .wornOut, .relief, .source, .note]
    case .note: [.note]
    case .plan: [.to]
    case .handover(let kind): kind.fields
    }
  }

  /// What it says anew if it is about something that stands until it is said otherwise: a setting, an item's state or
  /// answer, who is on. Nil for what happened, and for what several fill in.
  public var standing: Subject? {
    switch self {
    case .plan(let key): .plan(key: Setting.folded(key))
    case .environment, .check: self
    // Taking over and leaving say the same thing: who is on.
    case .handover(.took), .handover(.left): .handover(.took)
    case .event, .symptom, .diary, .carer, .note, .handover: nil
    }
  }

  /// True for what a night has once and several people may fill in, answer by answer: there each answer has its own
  /// source.
  public var isPage: Bool { self == .diary || self == .carer }

  /// What a page asks, in order; empty for what is no page.
  public var questions: [Field] { isPage ? fields.filter { $0 != .source } : [] }

  /// What it asks on every night.
  public var usualQuestions: [Field] { questions.filter { !rareQuestions.contains($0) } }

  /// What it asks only of a night that was in parts: up in between, or slept elsewhere.
  public var rareQuestions: [Field] { self == .diary ? [.tryAfter, .upBetween, .place, .elsewhere] : [] }
}
