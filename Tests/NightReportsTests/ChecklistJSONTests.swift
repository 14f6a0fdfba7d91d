import NightModel
import NightReports
import TestSupport
import Testing
import Text

@Suite struct `The checklists as JSON` {
  private func items(_ settings: [(String, String)], _ night: (inout Samples) -> [Entry], all: Bool = false) -> [JSON] {
    var samples = Samples()
    let entries = night(&samples)
    let standing = entries.compactMap { entry -> Entry? in
      guard case .record(.environment, _) = entry.body else { return nil }
      return entry
    }
    let plan = Plan(entries: settings.map { samples.setting($0.0, $0.1) } + standing)
    let text = ChecklistJSON.text(
      Night(date: samples.night, entries: entries), plan: plan, catalogue: plan.adapted(.standard), withRest: all)
    return JSON(Array(text.utf8)[...])?["items"]?.elements ?? []
  }

  private func shown(_ id: String, _ items: [JSON]) -> String? {
    items.first { $0["id"]?.text == id }.map { "\($0.shown)" }
  }

  @Test func `tell each item of the routine with its list, its group, its state, when and by whom`() {
    let items = items([("starter-routine", "yes")]) { samples in
      [
        samples.record(.check(item: "heels-free"), [.state: .text("done")], at: "22:10", by: "MK"),
        samples.record(.check(item: "calf-stretch"), [.state: .text("could-not")], at: "22:12"),
        samples.record(.environment(item: "power-plan"), [.state: .text("in-place")], at: "22:15", by: "AB"),
      ]
    }
    #expect(
      shown("heels-free", items)
        == #"{"id":"heels-free","list":"bedtime","group":"position","label":"Heels clear of the mattress","#
        + #""state":"done","at":"2026-11-22T22:10:00.000+01:00","by":"MK"}"#)
    #expect(shown("calf-stretch", items)?.contains(#""state":"could-not""#) == true, "answered, so it is there")
    #expect(shown("calf-stretch", items)?.hasSuffix(#""by":null}"#) == true)
    #expect(shown("power-plan", items)?.contains(#""list":"environment","group":"room""#) == true)
    #expect(shown("power-plan", items)?.contains(#""state":"in-place""#) == true)
    #expect(shown("mouth-care", items)?.hasSuffix(#""state":null,"at":null,"by":null}"#) == true)
    let lists = items.compactMap { $0["list"]?.text }
    #expect(lists.filter { $0 == "bedtime" }.count == 13 && Set(lists) == ["bedtime", "getting-up", "environment"])
  }

  @Test func `leave out what is not part of the routine, unless all is asked for`() {
    let (some, all) = (items([], { _ in [] }), items([], { _ in [] }, all: true))
    #expect(shown("machine-on", some) == nil && shown("machine-on", all) != nil)
    #expect(all.count == Catalogue.standard.items.count && some.count < all.count)
  }

  @Test func `tell nothing of an answer that was made blank again`() {
    let items = items([]) { samples in
      let done = samples.record(.check(item: "heels-free"), [.state: .text("done")], at: "22:10", by: "MK")
      return [done, samples.amend([done], [.state: nil], at: "22:15")]
    }
    #expect(shown("heels-free", items)?.hasSuffix(#""state":null,"at":null,"by":null}"#) == true)
  }
}
