import TestSupport
import Testing

@testable import NightModel

@Suite struct `Doses` {
  private var samples = Samples()

  @Test mutating func `a night comes to the last dose of each medicine, names being one however they are spelled`() {
    let night = Night(date: samples.night, entries: [dose("lorazepam", "01:00"), dose("Lorazepam", "23:00", by: "MK")])
    #expect(NightSummary(night).doses == [Dose(name: "lorazepam", at: samples.moment("01:00"), by: nil)])
    #expect(MedicineName("Lorazepam") == MedicineName(" LORAZEPAM"))
    #expect(MedicineName("Caf\u{E9}") == MedicineName("cafe\u{301}"))
    #expect(MedicineName("Lorazepam") != MedicineName("Loprazolam"))
  }

  @Test mutating func `what was taken back is no dose, and what was edited is one as edited`() {
    let (early, late) = (dose("Lorazepam", "23:00"), dose("Lorazepam", "03:00"))
    let entries = [
      early, late, samples.retract([late]), samples.amend([early], [.at: .moment(samples.moment("01:10"))]),
    ]
    let night = Night(date: samples.night, entries: entries)
    #expect(NightSummary(night).doses.map(\.at) == [samples.moment("01:10")])
  }

  private mutating func dose(_ name: String, _ time: String, by: String? = nil) -> Entry {
    samples.record(.event(.medicine), [.what: .text(name)], at: time, by: by)
  }
}
