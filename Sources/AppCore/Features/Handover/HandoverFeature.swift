public import NightModel
internal import Text

/// Handover: what somebody who comes wants to know, and the ways to take over and to leave.
public struct HandoverFeature: Feature {
  /// What a person can want of a handover.
  public enum Intent: Hashable, Sendable {
    /// Writes that somebody took over, by their initials: they write from then on.
    case takeOver(String)
    /// Writes that somebody left duty, by their initials.
    case leave(String)
  }

  /// The page of whoever comes.
  init() {}

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    c.unlessClosed {
      switch intent {
      case .takeOver(let initials): [.save(c.takingOver(initials), .handover)]
      case .leave(let initials): [.save([c.draft(.handover(.left), Details(), by: initials)], .handover)]
      }
    }
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    (needs.computed, needs.waits) = ([.doses, .earlierEdges], false)
    return needs
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("handover", "Handover")
    let page = c.record.handoverPage(by: c.by)
    for section in page.sections(clock: c.clock, catalogue: c.catalogue) {
      scene.facts += [Fact("", section.title)] + section.blocks.facts
    }
    scene.list = SceneList(items(c) + [.back])
    // In two columns, so that the whole page fits above it.
    scene.list.columnBreak = (scene.list.count + 1) / 2
    return scene
  }

  private func items(_ c: Context) -> [SceneItem] {
    let nights = SceneItem("nights", "How we do nights", .open(.howWeDoNights))
    guard !c.plan.isClosed else { return [nights] }
    let on = c.board.duty.on.map(\.by)
    let takers = c.writers.filter { on != [$0.initials] }.map { initials, name in
      SceneItem(
        "take-\(initials)", "Take over as \(initials.forDisplay)", state: name == initials ? "" : name.forDisplay,
        .feature(.handover(.takeOver(initials))))
    }
    let leave = SceneItem(
      "leave-duty", "Leave duty", state: c.leaver?.forDisplay ?? "",
      c.leaver.map { .feature(.handover(.leave($0))) } ?? .act(.type(.handover(.entry(.left)))))
    return takers + [
      leave, SceneItem("take", "Take over: your initials", .type(.handover(.entry(.took)))),
      SceneItem("line", "A line for whoever comes", .type(.handover(.entry(.line)))),
      SceneItem("expected", "Expected helper", .type(.handover(.entry(.expected)))), nights,
    ]
  }
}

extension HandoverFeature {
  /// What is typed for a handover.
  public enum Text: FeatureText, Hashable, Sendable {
    /// Initials of who takes over or leaves, who is expected, or a line for whoever comes.
    case entry(HandoverKind)

    func form(_ c: Context) -> TextForm {
      switch self {
      case .entry(.took): TextForm(title: "Take over", label: "Your initials", limit: 12)
      case .entry(.left): TextForm(title: "Leave duty", label: "Your initials", limit: 12)
      case .entry(.expected):
        TextForm(title: "Expected helper", label: "Who, and when", limit: 60, unfinished: .labelled("who is expected"))
      case .entry(.line):
        TextForm(
          title: "A line for whoever comes", label: "In a few words", limit: Field.noteLimit,
          unfinished: .labelled("a line for whoever comes"))
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      c.readUnlessClosed { () throws(Refusal) in
        switch self {
        case .entry(.took): return .feature(.handover(.takeOver(try TextRule.writer(text.trimmingSpaces()))))
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
