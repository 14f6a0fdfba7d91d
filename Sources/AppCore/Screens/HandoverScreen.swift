internal import CellUI
internal import NightModel
internal import Text

/// Handover: what somebody who comes wants to know, and the ways to take over and to leave.
extension App {
  func handoverScene() -> Scene {
    var scene = Scene("handover", "Handover")
    let previous = record.night(tonight.adding(days: -1))
    let page = HandoverPage(
      tonight: night, previous: previous, earlier: record.earlierMarks, plan: record.plan, bounds: record.bounds,
      catalogue: catalogue, now: now, by: by, known: record.knownDoses, clock: record.machineClock,
      isWhole: record.isWhole(tonight) && record.isWhole(tonight.adding(days: -1)))
    for section in page.sections(clock: clock, catalogue: catalogue) {
      scene.facts += [Fact("", section.title)] + section.blocks.facts
    }
    scene.list = SceneList(handoverItems + [.back])
    // In two columns, so that the whole page fits above it.
    scene.list.columnBreak = (scene.list.count + 1) / 2
    return scene
  }

  private var handoverItems: [SceneItem] {
    let nights = SceneItem("nights", "How we do nights", .open(.howWeDoNights))
    let writes = SceneItem("people", "Who writes", state: by ?? "not said", .open(.people))
    guard !record.plan.isClosed else { return [nights] + (writers.isEmpty ? [] : [writes]) }
    let takers = writers.map { initials, name in
      SceneItem(
        "take-\(initials)", "Take over as \(initials.forDisplay)", state: name == initials ? "" : name.forDisplay,
        .feature(.handover(.handOver(.took, by: initials))))
    }
    let typed = SceneItem("take", "Take over: your initials", .type(.handover(.took)))
    let leave = SceneItem(
      "leave-duty", "Hand over: leave duty", state: by?.forDisplay ?? "",
      by.map { .feature(.handover(.handOver(.left, by: $0))) } ?? .act(.type(.handover(.left))))
    return takers + [
      typed, leave, SceneItem("line", "A line for whoever comes", .type(.handover(.line))),
      SceneItem("expected", "Expected helper", .type(.handover(.expected))), nights,
    ] + (writers.isEmpty ? [] : [writes])
  }

  /// Writes that somebody took over, who writes from then on, or left duty.
  mutating func handOver(_ kind: HandoverKind, by initials: String) -> [Effect] {
    if isClosed() { return [] }
    if kind == .took { becomeWriter(initials) }
    return [.save([draft(.handover(kind), Details(), by: initials)], .handover)]
  }

  /// Is done with what was typed for a handover.
  mutating func finishHandover(_ kind: HandoverKind, _ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    if isClosed() { return [] }
    switch kind {
    case .took, .left:
      let initials = try TextRule.initials(text.trimmingSpaces())
      leaveText(entry)
      return handOver(kind, by: initials)
    case .expected, .line:
      let field: NightModel.Field = kind == .line ? .note : .who
      let value = try FieldText.value(text, of: field) { text throws(Refusal) in throw .notOneOf(text, [], of: "time") }
      leaveText(entry)
      return [.save([draft(.record(.handover(kind), Details(value.map { [field: $0] } ?? [:])))], .handover)]
    }
  }
}

extension HandoverKind {
  /// What is asked when it is typed: the title and the label of the field.
  var question: (title: String, label: String) {
    switch self {
    case .took: ("Take over", "Your initials")
    case .left: ("Leave duty", "Your initials")
    case .expected: ("Expected helper", "Who, and when")
    case .line: ("A line for whoever comes", "In a few words")
    }
  }
}
