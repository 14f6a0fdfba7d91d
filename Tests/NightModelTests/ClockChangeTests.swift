import NightModel
import TestSupport
import Testing

@Suite struct `The nights when clocks change` {
  /// A zone that changes once, at a second, between two offsets in minutes.
  private func zone(_ second: Int64, _ before: Int, _ after: Int) -> Zone {
    Zone(name: nil) { ($0 < second ? before : after) * 60 }
  }

  private func night(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test func `back and forward, at the time the old clock shows, in that night alone`() throws {
    // 25 October 2026, 01:00 UTC, in Berlin; 8 March 2026, 07:00 UTC, in New York.
    for (zone, evening, words) in [
      (zone(1_792_890_000, 120, 60), "2026-10-24", "Clocks go back 1 h 00 at 03:00 tonight."),
      (zone(1_772_953_200, -300, -240), "2026-03-07", "Clocks go forward 1 h 00 at 02:00 tonight."),
      (zone(1_791_039_600, 630, 660), "2026-10-03", "Clocks go forward 30 min at 01:30 tonight."),
    ] {
      let date = try night(evening)
      let change = try #require(ClockChange(in: date, rule: .noon, zone: zone))
      #expect(change.words(now: change.at.adding(minutes: -1), clock: .twentyFour) == words)
      #expect(change.words(now: change.at, clock: .twelve).hasPrefix("Clocks went "))
      for days in [-2, -1, 1, 2] {
        #expect(ClockChange(in: date.adding(days: days), rule: .noon, zone: zone) == nil)
      }
    }
  }

  @Test func `whatever the zone and the hour, the change is found to the minute`() throws {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let minute = Int64(chance.number(in: 20_000_000...40_000_000))
      let before = chance.number(in: -720...840)
      let zone = zone(minute * 60, before, before + chance.one(of: [-60, 60, 30, -30]))
      let rule = try #require(NightRule(splitHour: chance.number(in: 0...23)))
      let date = rule.night(of: zone.instant(milliseconds: (minute - 1) * 60_000))
      let found = (-1...1).compactMap {
        ClockChange(in: date.adding(days: $0), rule: rule, zone: zone)?.at.milliseconds
      }
      #expect(found.contains(minute * 60_000) && Set(found).count == 1, "seed \(seed)")
    }
  }
}
