import NightModel
import NightReports
import TestSupport
import Testing

@Suite struct `The printed handover page` {
  @Test func `what happened, what is open and the lines, sixty columns wide`() {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("person", "MADE-UP PERSON")])
    let entries = [
      samples.record(.handover(.took), at: "20:05", by: "MK"), samples.event(.maskOn, at: "22:50"),
      samples.event(.turn, [.side: .text("left")], at: "23:10"), samples.event(.turn, at: "01:10"),
      samples.record(.symptom("cramp"), [.value: .number(6)], at: "01:40"),
      samples.record(.symptom("cramp"), [.value: .number(3)], at: "03:40"),
      samples.record(.handover(.expected), [.who: .text("Nina from the agency, 07:00")], at: "21:00"),
      samples.record(
        .handover(.line), [.note: .text("he likes the window open a hand wide and the fan on low")], at: "05:50",
        by: "MK"),
    ]
    let night = Night(date: samples.night, entries: entries)
    let page = HandoverPage(
      tonight: night, previous: Night(date: samples.night.adding(days: -1), entries: []), plan: plan,
      catalogue: .standard, now: samples.moment("06:30"), by: "JD")
    let text = HandoverText.text(page, night: night.date, plan: plan, catalogue: .standard)
    #expect(
      text == """
        HANDOVER · MADE-UP PERSON
        Night of Sun 22 to Mon 23 Nov 2026, as of Mon 23 Nov 06:30

        On duty
        -------
        on: MK since 20:05 (10 h 25)
        expected: Nina from the agency, 07:00

        For whoever comes
        -----------------
        05:50 MK: he likes the window open a hand wide and the fan
          on low

        Since MK took over, 20:05
        -------------------------
        mask on 1× · turned 2× · Cramp 2× (worst 6)

        Last, as written
        ----------------
        turned 01:10 (5 h 20)
        mask on 22:50 (as written)

        Open
        ----
        mask: since 22:50, no end written
        to complete: 1 quick entry
        """)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= HandoverText.columns })
  }
}
