internal import NightModel
internal import Text

/// Handover: this house at night, what somebody who comes wants to know, and the ways to take over and to leave.
public struct HandoverFeature: PagedFeature {
  var pages: [Page] = []

  /// A page above this house at night.
  public enum Page: Hashable, Sendable {
    /// What happened since the reader left, and the lines for whoever comes.
    case since
    /// How to print this house at night.
    case printing
  }

  /// What a person can want of a handover.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Writes that somebody took over, by their initials: they write from then on.
    case takeOver(String)
    /// Writes that somebody left duty, by their initials.
    case leave(String)
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page):
      open(page)
      return []
    case .takeOver(let initials): return c.unlessClosed { [.save(c.takingOver(initials), .handover)] }
    case .leave(let initials):
      return c.unlessClosed { [.save([c.draft(.handover(.left), Details(), by: initials)], .handover)] }
    }
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    (needs.computed, needs.waits) = ([.doses, .earlierEdges], false)
    if pages.isEmpty { needs.figures = c.record.lastNight }
    return needs
  }

  /// Who comes takes over at once, also where the page has to be read on. What happened is read: a key too many there must
  /// not change who is on.
  func firstFocus(_ c: Context) -> String? { pages.isEmpty ? houseItems(c)[0].id : SceneItem.back.id }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: house(c)
    case .since: since(c)
    case .printing: printing
    }
  }

  private func since(_ c: Context) -> Scene {
    var scene = Scene("handover", "Handover")
    let page = c.record.handoverPage(by: c.by)
    for section in page.sections(clock: c.clock, catalogue: c.catalogue, ages: c.tellsAges) {
      scene.facts += [Fact("", section.title)] + section.blocks.facts
    }
    scene.list = SceneList(items(c) + [.back]).inTwoColumns
    return scene
  }

  private func items(_ c: Context) -> [SceneItem] {
    guard !c.plan.isClosed else { return [nights] }
    // As on the page of the house, so that the same digits do the same.
    return takers(c) + leaving(c) + [
      SceneItem("line", "A line for whoever comes", .type(.handover(.entry(.line)))),
      SceneItem("expected", "Expected helper", .type(.handover(.entry(.expected)))), nights,
    ]
  }

  /// The ways to take over: for each of those who help and are not on alone, and for somebody else. Who signs already
  /// stands last, because Enter at once is meant for who comes: they would sign as the one who leaves.
  func takers(_ c: Context) -> [SceneItem] {
    let on = c.board.duty.on.map(\.by)
    let takers = c.writers.filter { on != [$0.initials] }
    func items(_ areSigning: Bool) -> [SceneItem] {
      takers.filter { ($0.initials.lowercased() == c.by?.lowercased()) == areSigning }.map { initials, name in
        SceneItem(
          "take-\(initials)", "Take over: \(initials.forDisplay)", state: name == initials ? "" : name.forDisplay,
          .feature(.handover(.takeOver(initials))))
      }
    }
    let typed = SceneItem("take", "Take over: your initials", .type(.handover(.entry(.took))))
    return items(false) + [typed] + items(true)
  }

  /// Who is on can leave, and who writes; where there is neither nobody is asked to.
  func leaving(_ c: Context) -> [SceneItem] {
    guard c.leaver != nil || !c.board.duty.on.isEmpty else { return [] }
    return [
      SceneItem(
        "leave-duty", "Leave duty", state: c.leaver?.forDisplay ?? "",
        c.leaver.map { .feature(.handover(.leave($0))) } ?? .act(.type(.handover(.entry(.left)))))
    ]
  }

  var nights: SceneItem { SceneItem("nights", "How we do nights", .open(.howWeDoNights)) }
}
