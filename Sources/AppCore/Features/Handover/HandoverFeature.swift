public import NightModel
internal import Text

/// Handover: what somebody who comes wants to know, and the ways to take over and to leave.
public struct HandoverFeature: PagedFeature {
  var pages: [Page] = []

  /// A page above what is handed over.
  public enum Page: Hashable, Sendable {
    /// Who writes.
    case writers
  }

  /// What a person can want of a handover.
  public enum Intent: Hashable, Sendable {
    /// Asks who writes.
    case pickWriter
    /// Writes that somebody took over, who writes from then on, or left duty, by their initials.
    case handOver(HandoverKind, by: String)
  }

  /// The page of whoever comes.
  init() {}

  static func isOpening(_ intent: Intent) -> Bool { if case .pickWriter = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .pickWriter:
      pages = [.writers]
      return []
    case .handOver(let kind, let initials):
      return c.unlessClosed {
        let write = Act.save([c.draft(.handover(kind), Details(), by: initials)], .handover)
        return kind == .took ? [.becomeWriter(initials), write] : [write]
      }
    }
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    (needs.computed, needs.waits) = ([.doses, .earlierEdges], false)
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: page(c)
    case .writers: writers(c)
    }
  }

  private func page(_ c: Context) -> Scene {
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
    let writers = c.writers
    let writes =
      writers.isEmpty
      ? [] : [SceneItem("people", "Who writes", state: c.by ?? "not said", .feature(.handover(.pickWriter)))]
    guard !c.plan.isClosed else { return [nights] + writes }
    let takers = writers.map { initials, name in
      SceneItem(
        "take-\(initials)", "Take over as \(initials.forDisplay)", state: name == initials ? "" : name.forDisplay,
        .feature(.handover(.handOver(.took, by: initials))))
    }
    let leave = SceneItem(
      "leave-duty", "Hand over: leave duty", state: c.by?.forDisplay ?? "",
      c.by.map { .feature(.handover(.handOver(.left, by: $0))) } ?? .act(.type(.handover(.entry(.left)))))
    return takers + [
      SceneItem("take", "Take over: your initials", .type(.handover(.entry(.took)))), leave,
      SceneItem("line", "A line for whoever comes", .type(.handover(.entry(.line)))),
      SceneItem("expected", "Expected helper", .type(.handover(.entry(.expected)))), nights,
    ] + writes
  }

  private func writers(_ c: Context) -> Scene {
    var scene = Scene("people", "Who writes?")
    scene.list = SceneList(
      c.writers.map { initials, name in
        SceneItem(
          "by-\(initials)", initials.forDisplay, state: name.forDisplay,
          .all([.becomeWriter(initials), .home, .say("From now on \(initials) writes.")]))
      } + [.back])
    return scene
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
        case .entry(.took), .entry(.left):
          return .feature(.handover(.handOver(kind, by: try TextRule.initials(text.trimmingSpaces()))))
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
