import TestSupport
import Testing

@testable import NightModel

/// What the rules say as of the last of some nights, each written by hand.
@Suite struct `What the rules say as of a night` {
  private let last = MadeUpNights.last

  /// Nights drawn as `X` (hard to breathe), `f` (with fever too), `.` (looked at), `-` (recorded) and a space.
  private func state(_ drawn: String, _ settings: [(String, String)] = []) -> SignState {
    let values = drawn.map { ["f": 3, "X": 2, ".": 1, "-": 0][$0] ?? nil }
    let nights = MadeUpNights.figures(values) { samples, value in
      [samples.event(.turn, at: "23:00")]
        + (value > 0
          ? [samples.record(.symptom("hard-to-breathe"), [.value: .number(value > 1 ? 6 : 0)], at: "02:00")] : [])
        + (value > 2 ? [samples.record(.symptom("fever"), at: "03:00")] : [])
    }
    var samples = Samples(night: "2026-01-01")
    let plan = Plan(entries: settings.map { samples.setting($0.0, $0.1) })
    return SignFold(nights, SignBasis(plan), running: nil).state(asOf: last)
  }

  private func sentences(_ state: SignState) -> [String] {
    state.findings.map { $0.sentence(.standard, asOf: last) } + state.ended.map { $0.sentence(.standard, asOf: last) }
  }

  @Test func `a sign is told by what was written, in how many nights and since when`() throws {
    let found = state("...XXXX.X")
    #expect(sentences(found) == ["Hard to breathe: 5 of the last 7 nights looked at, since 20 Nov."])
    let finding = try #require(found.findings.first)
    #expect(finding.inList(.standard) == "Hard to breathe, many nights")
    #expect(finding.dates == "Tue 17 Nov, Wed 18 Nov, Thu 19 Nov, Fri 20 Nov, Sun 22 Nov")
    #expect(finding.facts(.standard).map(\.label) == ["nights:", "in the list:", "rule:", "source:"])
    #expect(found.noted(.standard) == 1)
  }

  @Test func `what two rules find by the same symptoms is told once, by the rule that names them`() {
    /// Nights drawn as `f` (breathless lying flat), `h` (hard to breathe too) and `.` (neither).
    func told(_ drawn: String, _ settings: [(String, String)] = []) -> (SignState, [String]) {
      let nights = MadeUpNights.figures(drawn.map { ["h": 2, "f": 1][$0] ?? 0 }) { samples, value in
        [samples.record(.symptom("pain"), [.value: .number(0)], at: "01:00")]
          + (value > 0 ? [samples.record(.symptom("breathless-flat"), at: "02:00")] : [])
          + (value > 1 ? [samples.record(.symptom("hard-to-breathe"), at: "03:00")] : [])
      }
      var samples = Samples(night: "2026-01-01")
      let plan = Plan(entries: settings.map { samples.setting($0.0, $0.1) })
      let state = SignFold(nights, SignBasis(plan), running: nil).state(asOf: last)
      return (state, sentences(state))
    }
    let (flat, words) = told("...ffff")
    #expect(words == ["Breathless lying flat: 4 of the last 7 nights looked at, since 21 Nov."])
    #expect(flat.findings.map { $0.inList(.standard) } == ["More breathless lying flat"] && flat.noted(.standard) == 1)
    #expect(
      told("...hfff").1 == [
        "Hard to breathe, breathless lying flat: 4 of the last 7 nights looked at, since 22 Nov.",
        "Breathless lying flat: 4 of the last 7 nights looked at, since 21 Nov.",
      ])
    #expect(told("...ffff", [("told.flat-gasping-neck", "2026-11-22")]).0.noted(.standard) == 0, "told once for both")
    // The one ends at six of fourteen, the other at four.
    #expect(
      told("fffffff........").1 == ["Breathless lying flat: 0 of the last 7 nights looked at, since 10 Nov."],
      "what ended is not told beside what stands by the same symptoms")
    #expect(
      told("fffffff...........").1 == ["Breathless lying flat: until 21 Nov at most 7 of 14 nights, now 3 of 14."])
  }

  @Test func `nights that nobody looked at are said, and end nothing`() {
    let found = state("XXXX" + String(repeating: " ", count: 40))
    #expect(
      sentences(found) == [
        "Hard to breathe: 4 of the last 4 nights looked at, since 13 Oct; 40 nights between not looked at."
      ])
    #expect(found.remarks == ["Looked at 0 of the last 14 nights: too few to count. Go by what you see, not by this."])
  }

  @Test func `a sign that ended is told for two weeks`() {
    let ended = "XXXXXXX........."
    #expect(sentences(state(ended)) == ["Hard to breathe: until 21 Nov at most 7 of 14 nights, now 5 of 14."])
    #expect(state(ended + String(repeating: ".", count: 12)).ended.count == 1)
    #expect(state(ended + String(repeating: ".", count: 13)).ended.isEmpty)
  }

  @Test func `where no rule applies that is said with how much was looked at, and never that nothing was found`() {
    #expect(
      state("........").remarks == [
        "Looked at 8 of the last 14 nights. No rule applied: they count what was written and nothing else."
      ])
    #expect(state("..-").remarks.first?.hasPrefix("Looked at 2 of the last 14 nights: too few to count.") == true)
    #expect(state("").remarks.first?.hasPrefix("Looked at 0 of the last 14 nights: too few to count.") == true)
  }

  @Test func `what the team was told leaves the calls, and comes back when it grows or begins again`() {
    let told = [("told.breathing-lasting", "2026-11-20")]
    let still = state("...XXXX..", told)
    #expect(still.findings.map(\.isTold) == [true] && still.noted(.standard) == 0)
    #expect(
      sentences(still) == ["Still: hard to breathe: 4 of the last 7 nights looked at, since 20 Nov. Told 20 Nov."])
    // Four of seven on the day it was told; six of seven since.
    #expect(state("...XXXXXX", told).findings.map(\.isTold) == [false], "grown by two")
    #expect(state("...XXXXX.", told).findings.map(\.isTold) == [true], "grown by one")
    let early = [("told.breathing-lasting", "2026-10-01")]
    #expect(state("...XXXX.X", early).findings.map(\.isTold) == [false], "told before it began")
    #expect(state("...XXXXXX...", told).findings.map(\.isTold) == [true], "told on the last of these")
    #expect(state("...XXXXXX...", [("told.breathing-lasting", "2026-11-17")]).findings.map(\.isTold) == [false])
  }

  @Test func `nights behind a told sign that are taken back, or written late, are reckoned as if they always stood so`()
  {
    let told = [("told.breathing-lasting", "2026-11-20")]
    #expect(state("...XXXX..", told).findings.map(\.isTold) == [true])
    // The first of the four taken back: three are no sign, and a fourth after the telling begins one that was not told.
    #expect(state("....XXX..", told).findings.isEmpty)
    #expect(state("....XXX.X", told).findings.map(\.isTold) == [false])
    // One more from before the telling: the sign was there before, and the team was told of it.
    #expect(
      sentences(state("..XXXXX..", told)) == [
        "Still: hard to breathe: 5 of the last 7 nights looked at, since 19 Nov. Told 20 Nov."
      ])
    #expect(state("X.XXXXX.X", told).findings.map(\.isTold) == [true], "no more than on the day it was told")
    #expect(state("...XXXXXX", told).findings.map(\.isTold) == [false], "two more since")
  }

  @Test func `what stands on the list too is repeated in its own words, with its level for two nights`() {
    let found = state("f.f....")
    #expect(found.echoes.map { $0.sentence(.standard) } == ["You wrote: fever or sweats, Wed and Mon."])
    let new = state(".....f.")
    #expect(
      new.echoes.map { $0.sentence(.standard) } == ["You wrote: fever or sweats, Sat. In the list: Fever (call today)."]
    )
    #expect(new.noted(.standard) == 0, "only a call by a rule and what may be an emergency stand on Tonight")
    #expect(state("f.......").echoes.isEmpty)
  }

  @Test func `confused and hard to wake stand on Tonight for two nights, whatever the rules say`() throws {
    func echo(_ symptom: String, nightsAgo: Int) -> SignState {
      let nights = MadeUpNights.figures([1] + [Int?](repeating: 0, count: nightsAgo)) { samples, value in
        value > 0 ? [samples.record(.symptom(symptom), at: "03:00")] : []
      }
      return SignFold(nights, SignBasis(Plan()), running: nil).state(asOf: last)
    }
    for symptom in ["confused", "hard-to-wake"] {
      #expect(echo(symptom, nightsAgo: 1).noted(.standard) == 1)
      #expect(echo(symptom, nightsAgo: 2).noted(.standard) == 0)
      #expect(echo(symptom, nightsAgo: 2).echoes.count == 1)
    }
    #expect(
      echo("confused", nightsAgo: 0).echoes.first?.sentence(.standard)
        == "You wrote: confused, Sun. In the list: New confusion (emergency now).")
  }

  @Test func `breath is repeated from grade seven on, and coloured mucus by what suction brought`() {
    func echoes(_ write: (inout Samples) -> Entry) -> [String] {
      let nights = MadeUpNights.figures([1]) { samples, _ in [write(&samples)] }
      return SignFold(nights, SignBasis(Plan()), running: nil).state(asOf: last).echoes.map { $0.title(.standard) }
    }
    #expect(echoes { $0.record(.symptom("hard-to-breathe"), [.value: .number(6)], at: "02:00") } == [])
    #expect(
      echoes { $0.record(.symptom("hard-to-breathe"), [.value: .number(7)], at: "02:00") }
        == ["Hard to breathe 7 or more"])
    #expect(echoes { $0.event(.suction, [.what: .text("coloured")], at: "02:00") } == ["Coloured mucus"])
    #expect(echoes { $0.record(.symptom("choked"), [.value: .number(0)], at: "02:00") } == [], "asked, none")
  }
}

@Suite struct `A number against the own usual` {
  private func state(_ numbers: [Int?], _ settings: [(String, String)] = []) -> SignState {
    var samples = Samples(night: "2026-01-01")
    let plan = Plan(
      entries: ([("equipment.suction", "in-use")] + settings).map { samples.setting($0.0, $0.1) })
    let rule = SignRule.standard.first { $0.id == "suction-usual" }
    let nights = MadeUpNights.figures(numbers, plan: plan) { samples, number in
      rule.map { MadeUpNights.write($0, &samples, number) } ?? []
    }
    return SignFold(nights, SignBasis(plan), running: nil).state(asOf: MadeUpNights.last)
  }

  private let worse = [Int?](repeating: 2, count: 30) + [Int?](repeating: 6, count: 10)

  @Test func `is told with the usual and its nights`() {
    let found = state(worse).findings.map { $0.sentence(.standard, asOf: MadeUpNights.last) }
    #expect(found == ["Suction: written 6 times a night, usual 2 times (27 nights), since 16 Nov."])
  }

  @Test func `cannot be compared before twenty-one nights, and says how many there are`() {
    func comparing(_ count: Int) -> [String] { state((0..<count).map { _ in 2 }).comparing.map(\.words) }
    #expect(comparing(9) == ["Suction: cannot compare yet, 9 of 21 nights."])
    #expect(comparing(20).count == 1 && comparing(21) == [])
    #expect(state([]).comparing.map(\.nights) == [0])
  }

  @Test func `counted anew it stands no more, and waits for another usual`() {
    let anew = [("count-anew.suction-usual", "2026-11-20")]
    let found = state(worse, anew)
    #expect(found.findings.isEmpty && found.ended.isEmpty)
    #expect(found.comparing.map(\.nights) == [3])
  }

  @Test func `a change the family marked begins another usual, a sign that stands goes on`() {
    #expect(state(worse, [("mark.2026-11-10", "another machine")]).comparing.map(\.nights) == [13])
    #expect(state(worse, [("mark.2026-11-20", "another machine")]).findings.count == 1)
  }
}
