internal import Text

/// What the care catalogue knows of a kind of event: what it needs, what is asked about it, whether it may be an emergency.
public struct EventFacts: Hashable, Sendable, Identifiable {
  /// The kind of event.
  public let id: EventKind
  /// What it makes no sense without: for each need, the ids of the equipment that meet it (any of them does).
  public let needs: [Set<String>]
  /// True where every save of it points to the emergency card.
  public let pointsToCard: Bool
  /// What is asked once it is written; nil where nothing is.
  public let question: Question?

  /// What is asked about an event, with the answers that can be picked.
  public struct Question: Hashable, Sendable {
    /// The question.
    public let words: String
    /// The answers, in order.
    public let choices: [Choice]
  }

  /// An answer that can be picked.
  public struct Choice: Hashable, Sendable {
    /// As it is kept in the record, for ever.
    public let value: String
    /// As it is shown.
    public let label: String

    init?(_ json: JSON) {
      guard let value = json["value"]?.text, let label = json["label"]?.text else { return nil }
      (self.value, self.label) = (value, label)
    }
  }

  /// What each kind of event makes no sense without.
  static let needs = Dictionary(uniqueKeysWithValues: Catalogue.standard.events.map { ($0.id, $0.needs) })

  init?(_ json: JSON) {
    guard let id = json["id"]?.text.flatMap(EventKind.init), let needs = (json["needs"] ?? []).needs,
      let pointsToCard = (json["card"] ?? .bool(false)).flag
    else { return nil }
    guard let asked = Asked(json) else { return nil }
    (self.id, self.needs, self.pointsToCard, question) = (id, needs, pointsToCard, asked.question)
  }

  /// What a row of the catalogue says is asked; none can be read where half of a question stands there.
  struct Asked {
    let question: Question?

    init?(_ json: JSON) {
      guard json["choices"] != nil || json["ask"] != nil else {
        question = nil
        return
      }
      guard let words = json["ask"]?.text, let rows = json["choices"]?.elements else { return nil }
      let choices = rows.compactMap(Choice.init)
      guard choices.count == rows.count else { return nil }
      question = Question(words: words, choices: choices)
    }
  }
}

/// A short list of what can be written down with one key.
public struct LogMenu: Hashable, Sendable, Identifiable {
  /// The lists, in the order they are shown.
  public enum ID: String, Sendable, CaseIterable {
    /// Turned, or let sleep.
    case turn
    /// Suction and cough assist.
    case secretions
    /// Mask on, off, fixed.
    case mask
    /// Trouble with breathing.
    case breathing
    /// What hurts.
    case hurts
    /// Everything else.
    case more
  }

  /// One thing to write down, spelled `event:turn:left` or `symptom:cramp`.
  public enum Line: Hashable, Sendable {
    /// An event; a turn with its side.
    case event(EventKind, side: String?)
    /// A symptom, by its id.
    case symptom(String)

    init?(_ text: String) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      switch (parts.first, parts.count) {
      case ("symptom", 2): self = .symptom(parts[1])
      case ("event", 2...3):
        guard let kind = EventKind(rawValue: parts[1]) else { return nil }
        let side = parts.count == 3 ? parts[2] : nil
        if let side {
          guard kind == .turn, case .choice(let sides) = Field.side.rule, sides.contains(side) else { return nil }
        }
        self = .event(kind, side: side)
      default: return nil
      }
    }
  }

  /// Which list it is.
  public let id: ID
  /// What it is called.
  public let label: String
  /// The same in a word, for a table.
  public let short: String
  /// What can be written from it, in order.
  public let lines: [Line]

  init?(_ json: JSON) {
    guard let id = json["id"]?.text.flatMap(ID.init), let label = json["label"]?.text,
      let short = json["short"]?.text, let spelled = json["lines"]?.texts
    else { return nil }
    (self.id, self.label, self.short) = (id, label, short)
    lines = spelled.compactMap(Line.init)
    guard lines.count == spelled.count else { return nil }
  }
}

extension Catalogue {
  /// What is known of a kind of event; nil for nothing.
  public func facts(of kind: EventKind) -> EventFacts? { events.first { $0.id == kind } }

  /// What is asked about something once it is written; nil where nothing is.
  public func question(about subject: Subject) -> EventFacts.Question? {
    switch subject {
    case .event(let kind): facts(of: kind)?.question
    case .symptom(let id): symptom(id)?.question
    case .check, .environment, .diary, .carer, .note, .handover, .plan: nil
    }
  }

  /// A short list.
  public func menu(_ id: LogMenu.ID) -> LogMenu? { menus.first { $0.id == id } }

  /// What something makes no sense without: for each need, the ids of the equipment that meet it.
  public func needs(of subject: Subject) -> [Set<String>] {
    switch subject {
    case .event(let kind): facts(of: kind)?.needs ?? []
    case .symptom(let id): symptom(id)?.needs ?? []
    case .check(let id), .environment(let id): item(id)?.needs ?? []
    case .diary, .carer, .note, .handover, .plan: []
    }
  }

  /// True where every save of something points to the emergency card.
  public func pointsToCard(_ subject: Subject) -> Bool {
    switch subject {
    case .event(let kind): facts(of: kind)?.pointsToCard ?? false
    case .symptom(let id): symptom(id)?.pointsToCard ?? false
    case .check, .environment, .diary, .carer, .note, .handover, .plan: false
    }
  }
}
