public import NightModel
internal import Text

/// What is typed for a handover.
extension HandoverFeature {
  /// What is typed for a handover.
  public enum Text: FeatureText, Hashable, Sendable {
    /// Initials of who takes over or leaves, who is expected, or a line for whoever comes.
    case entry(HandoverKind)

    func form(_ c: Context) -> TextForm {
      switch self {
      case .entry(.took):
        TextForm(
          title: "Take over", label: "Your initials", help: "The letters you sign with, as MK.", limit: 12,
          spelled: .initials)
      case .entry(.left):
        TextForm(
          title: "Leave duty", label: "Your initials", help: "The letters you sign with, as MK.", limit: 12,
          spelled: .initials)
      case .entry(.expected):
        TextForm(
          title: "Expected helper", label: "Who, and when", help: "In a few words, as: AA at 22:00.", limit: 60,
          unfinished: .labelled("who is expected"))
      case .entry(.line):
        TextForm(
          title: "A line for whoever comes", label: "In a few words",
          help: "What they should know, as: slept badly, new strap on the mask.", limit: Field.noteLimit,
          unfinished: .labelled("a line for whoever comes"))
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      c.readUnlessClosed { () throws(Refusal) in
        switch self {
        case .entry(.took): return .feature(.handover(.takeOver(try TextRule.initials(text.trimmingSpaces()))))
        case .entry(.left): return .feature(.handover(.leave(try TextRule.initials(text.trimmingSpaces()))))
        case .entry(.expected), .entry(.line):
          let field: NightModel.Field = kind == .line ? .note : .who
          let value = try FieldText.value(text, of: field) { text throws(Refusal) in
            throw .notOneOf(text, [], of: "time")
          }
          let details = Details(value.map { [field: $0] } ?? [:])
          return .act(.save([c.draft(.record(.handover(kind), details))], .handover))
        }
      }
    }

    private var kind: HandoverKind {
      switch self {
      case .entry(let kind): kind
      }
    }
  }
}
