import NightModel
import TestSupport
import Testing

@Suite struct `The starter routine` {
  private static let dozen = [
    "medicines-given", "toilet-before-bed", "mouth-care", "skin-look", "position-chosen", "heels-free",
    "nothing-underneath", "worries-asked", "plan-said-aloud", "call-tested", "lights-set", "caregiver-ready",
  ]
  private static let moved = [
    "filter-and-tubing", "mask-helper", "call-battery", "power-plan", "night-numbers", "bag-and-circuit",
    "tracheostomy-plan", "emergency-sheet",
  ]

  private func lines(_ list: ChecklistGroup.List = .bedtime, _ settings: (String, String)...) -> [String] {
    var samples = Samples()
    let plan = Plan(entries: settings.map { samples.setting($0.0, $0.1) })
    let night = Night(date: samples.night, entries: [])
    return Routine(list, plan, night, plan.adapted(.standard)).items.map(\.id)
  }

  @Test func `is a dozen lines in the order of an evening`() {
    #expect(lines(.bedtime, ("starter-routine", "yes")) == Self.dozen)
  }

  @Test func `has one to three lines more for each piece of equipment it knows, each at its place`() {
    let more = [
      "mask": ["mask-skin", "mask-snug", "machine-alarm-heard"], "suction": ["suction-ready"],
      "cough-assist": ["cough-assist-session"], "feeding-tube": ["feed-head-up", "tube-secured"],
      "overlay": ["overlay-pump-on"], "rails": ["rail-gaps"], "backup-battery": ["battery-charged"],
      "adjustable-bed": ["head-angle"], "tracheostomy": ["machine-alarm-heard"],
    ]
    for kind in Catalogue.standard.equipment {
      let lines = lines(.bedtime, ("starter-routine", "yes"), ("equipment.\(kind.id)", "in-use"))
      #expect(lines.filter { !Self.dozen.contains($0) } == more[kind.id] ?? [], "\(kind.id)")
      #expect(lines.filter(Self.dozen.contains) == Self.dozen)
    }
    let masked = lines(
      .bedtime, ("starter-routine", "yes"), ("equipment.mask", "in-use"), ("equipment.cough-assist", "in-use"))
    let places = ["medicines-given", "cough-assist-session", "mouth-care", "mask-skin", "mask-snug", "worries-asked"]
      .map(masked.firstIndex(of:))
    #expect(places == places.compactMap(\.self).sorted().map(Optional.some))
  }

  @Test func `keeps what stands for weeks in the sleep environment, where it takes the words of both lists`() throws {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("starter-routine", "yes")])
    let catalogue = plan.adapted(.standard)
    let night = Night(date: samples.night, entries: [])
    func states(_ state: String, _ plan: Plan, _ catalogue: Catalogue) throws -> [String] {
      try CheckRequest.drafts(
        item: "power-plan", state: state, note: nil, at: samples.moment("22:00"), by: nil, plan: plan, night: night,
        catalogue: catalogue
      ).map { $0.words(catalogue) }
    }
    for id in Self.moved {
      #expect(catalogue.list(of: id) == .environment && Catalogue.standard.list(of: id) == .bedtime, "\(id)")
    }
    #expect(try states("done", plan, catalogue) == states("in-place", plan, catalogue))
    #expect(try states("in-place", Plan(), .standard) == states("done", Plan(), .standard))
    #expect(throws: Refusal.self) { try states("unsure", Plan(), .standard) }
    #expect(throws: Refusal.self) {
      try CheckRequest.drafts(
        item: "heels-free", state: "in-place", note: nil, at: samples.moment("22:00"), by: nil, plan: plan,
        night: night, catalogue: catalogue)
    }
  }

  @Test func `is the family's to add to, to take from and to put in order`() {
    let lines = lines(
      .bedtime, ("starter-routine", "yes"), ("routine.calf-stretch", "on"), ("routine.heels-free", "off"),
      ("own.comfort.songs", "Her songs"), ("order.bedtime", "call-tested,skin-look"))
    #expect(lines.prefix(2) == ["call-tested", "skin-look"])
    #expect(lines.contains("calf-stretch") && !lines.contains("heels-free"))
    #expect(lines.firstIndex(of: "own.comfort.songs") == lines.firstIndex(of: "nothing-underneath").map { $0 + 1 })
    #expect(lines.count == 13)
  }

  @Test func `getting up is short too`() {
    let lines = lines(.gettingUp, ("starter-routine", "yes"), ("equipment.mask", "in-use"))
    #expect(lines.count == 7 && !lines.contains("morning-nose"))
  }

  @Test func `a record without it keeps every line that its equipment allows`() {
    let lines = lines(.bedtime, ("equipment.mask", "in-use"), ("order.bedtime", "call-tested"))
    let all = Catalogue.standard.items(of: .bedtime).filter { $0.needs.allSatisfy { $0.contains("mask") } }.map(\.id)
    #expect(lines == all && Set(Self.moved).subtracting(lines) == ["tracheostomy-plan"])
  }

  @Test func `an answer made blank again is open`() {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("starter-routine", "yes")])
    let done = samples.record(.check(item: "heels-free"), [.state: .text("done")], at: "22:00")
    let blank = samples.amend([done], [.state: nil], at: "22:15")
    let routine = Routine(
      .bedtime, plan, Night(date: samples.night, entries: [done, blank]), plan.adapted(.standard))
    #expect(routine.open.count == 12 && routine.progress == "0 of 12")
  }
}
