public import NightModel

/// Something that can be written down with one key: what happened, with what is known at once.
public struct Log: Hashable, Sendable {
  /// An event or a symptom.
  public let subject: Subject
  /// What is known with the key itself, such as the side of a turn.
  public let details: [Field: FieldValue]

  init(_ subject: Subject, _ details: [Field: FieldValue] = [:]) {
    self.subject = subject
    self.details = details
  }

  /// An event.
  static func event(_ kind: EventKind) -> Log { Log(.event(kind)) }

  /// A turn to a side.
  static func turn(_ side: String) -> Log { Log(.event(.turn), [.side: .text(side)]) }

  /// A symptom, ungraded.
  static func symptom(_ id: String) -> Log { Log(.symptom(id)) }

  /// What is worth asking once it is saved; nil for nothing. It can be passed over: what was written stands.
  var question: Question.Kind? {
    switch subject {
    case .symptom: .grade
    case .event(.turn) where details[.side] == nil: .side
    case .event(.suction): .secretion
    case .event(.maskFix): .maskFix
    default: nil
    }
  }

  /// True where every save points to the emergency card, at any grade.
  var pointsToCard: Bool {
    switch subject {
    case .symptom(let id): ["hard-to-breathe", "throat-closed", "vomited", "hard-to-wake"].contains(id)
    case .event(let kind): [.machineBeeped, .powerOut].contains(kind)
    default: false
    }
  }

  /// The equipment it makes no sense without: any one of these; empty for none.
  var needs: Set<String> {
    switch subject {
    case .event(.suction): ["suction"]
    case .event(.coughAssist): ["cough-assist"]
    case .event(.maskOn), .event(.maskOff), .event(.maskFix): ["mask"]
    case .event(.feedOn), .event(.feedOff): ["feeding-tube"]
    default: []
    }
  }
}

/// What is asked about an entry that has just been saved.
public struct Question: Hashable, Sendable {
  /// The entry it is about.
  public let target: Target
  /// What is asked.
  public let kind: Kind

  /// What can be asked.
  public enum Kind: Hashable, Sendable {
    /// How bad a symptom is.
    case grade
    /// To which side somebody was turned.
    case side
    /// What was suctioned.
    case secretion
    /// What was done to the mask.
    case maskFix
  }
}
