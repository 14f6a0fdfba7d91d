import TestSupport
import Testing
import Text

@testable import NightModel

@Suite struct `What to do while the power is out` {
  private func page(_ settings: [(String, String)], isWhole: Bool = true) -> [TextBlock] {
    var samples = Samples()
    let plan = Plan(entries: settings.map { samples.setting($0.0, $0.1) })
    return PowerPage(plan, plan.adapted(.standard), isWhole: isWhole).blocks
  }

  private func lines(_ settings: [(String, String)], isWhole: Bool = true) -> [String] {
    page(settings, isWhole: isWhole).map(\.line)
  }

  @Test func `the family's steps stand one by one, as they were typed`() {
    let steps = page([("nights.power", " torch ; big battery;\u{1B}[2J; call Mara;")]).filter {
      if case .numbered = $0 { true } else { false }
    }
    #expect(
      steps == [.numbered(1, "torch"), .numbered(2, "big battery"), .numbered(3, " [2J"), .numbered(4, "call Mara")],
      "\(steps)")
  }

  @Test func `a run time carries the date of its test, or says that none is typed, and nothing is computed`() {
    let shown = lines([
      ("equipment.suction", "in-use"), ("equipment-run-time.suction", "an hour"),
      ("equipment-tested.suction", "2026-05-03"), ("equipment-run-time.mask", "4 hours"),
      ("equipment-tested.backup-battery", "2025-01-02"),
    ])
    #expect(shown.contains("Suction machine: an hour, tested Sun 3 May 2026"), "\(shown)")
    #expect(shown.contains("Mask and breathing machine: 4 hours, no date of a test is typed; not in use"))
    #expect(shown.contains("Backup battery: no run time is typed, tested Thu 2 Jan 2025; not in use"))
  }

  @Test func `only what the family typed stands under its name`() {
    let (blank, typed) = (lines([]), lines([("nights.power", "torch")]))
    #expect(!blank.contains { $0.hasPrefix("Typed by the family") })
    #expect(typed.contains("Typed by the family, changed Sun 22 Nov 2026"))
    let (own, standard) = (typed.firstIndex(of: "1 torch"), typed.firstIndex(of: "Standard lines"))
    #expect(own ?? 99 < standard ?? 0, "\(typed)")
    // What may be an emergency stands there whatever was typed; the rest gives way to the family's own.
    #expect(typed.contains { $0.contains("that is an emergency") } && !typed.contains { $0.contains("the box says") })
    #expect(blank.contains { $0.contains("that is an emergency") } && blank.contains { $0.contains("the box says") })
  }

  @Test func `what is not typed is said in one line, with the place to type it`() {
    func missing(_ settings: [(String, String)], isWhole: Bool = true) -> [String] {
      lines(settings, isWhole: isWhole).filter { $0.contains("typed yet") || $0.contains("typed here yet") }
    }
    let (steps, time) = (("nights.power", "torch"), ("equipment-run-time.mask", "4 hours"))
    #expect(
      missing([]).count == 1 && missing([])[0].contains("How we do nights") && missing([])[0].contains("Equipment"))
    #expect(
      missing([time]) == ["No steps are typed yet. In a quiet hour, type them in the plan under How we do nights."])
    #expect(missing([steps]).count == 1 && missing([steps, time]).isEmpty)
    #expect(missing([], isWhole: false).isEmpty && lines([], isWhole: false).contains(EmergencyCard.unread))
  }

  @Test func `afterwards it looks at what this house has`() {
    func back(_ equipment: String...) -> [String] {
      let all = lines(equipment.map { ("equipment.\($0)", "in-use") })
      return all.drop { $0 != "When the power is back, look at" }.dropFirst().prefix { !$0.isEmpty }
        .compactMap { $0.split(separator: ":").first.map(String.init) }
    }
    #expect(back() == ["Overlay pump", "Bed", "Monitor", "Mask and machine", "Suction"])
    #expect(back("rails") == ["Bed", "Monitor"])
    #expect(back("tracheostomy", "suction") == ["Bed", "Monitor", "Mask and machine", "Suction"])
  }

  @Test func `two versions stand side by side until somebody chooses`() {
    var (here, there) = (Samples(), Samples(writer: "bbbbbbbb"))
    let plan = Plan(entries: [
      here.said(.plan(key: "nights.power"), [.to: .text("torch")], over: [], at: "20:00"),
      there.said(.plan(key: "nights.power"), [.to: .text("candle")], over: [], at: "20:01"),
    ])
    let words = PowerPage(plan, .standard).blocks.map(\.line).filter { $0.contains("torch") }
    #expect(words.count == 1 && words[0].contains("candle"), "\(words)")
  }
}
