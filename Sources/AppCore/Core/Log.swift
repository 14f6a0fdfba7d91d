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

  /// A line of a short list.
  init(line: LogMenu.Line) {
    switch line {
    case .event(let kind, let side): self.init(Subject.event(kind), side.map { [.side: .text($0)] } ?? [:])
    case .symptom(let id): self.init(Subject.symptom(id))
    }
  }

  /// What is worth asking once it is saved; nil for nothing. It can be passed over: what was written stands.
  func question(_ catalogue: Catalogue) -> Question.Kind? {
    switch subject {
    case .symptom:
      catalogue.question(about: subject) != nil ? .what(subject) : subject.isWithoutGrade ? nil : .grade
    case .event(.turn): details[.side] == nil ? .side : nil
    case .event(.powerOut): .power
    case .event: catalogue.question(about: subject).map { _ in .what(subject) }
    case .check, .environment, .diary, .carer, .note, .handover, .plan: nil
    }
  }
}

/// What is asked about an entry that has just been saved.
public struct Question: Hashable, Sendable {
  /// The entry it is about.
  public let target: EntryAddress
  /// What is asked.
  public let kind: Kind

  /// What can be asked.
  public enum Kind: Hashable, Sendable {
    /// How bad a symptom is.
    case grade
    /// To which side somebody was turned.
    case side
    /// What the care catalogue asks of a kind of event or a symptom, such as what was suctioned.
    case what(Subject)
    /// Nothing of the entry: whether to read what to do while the power is out.
    case power
  }
}
