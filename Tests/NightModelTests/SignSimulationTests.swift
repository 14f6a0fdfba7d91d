import NightModel
import SignSimulation
import Testing

/// A small part of what the benchmark prints (SignSimulation.docc), so that neither people nor rules change unnoticed.
@Suite struct `Rules for signs on made-up people` {
  private static func trial(_ kind: PersonKind) -> Trial { Trial(kind, people: 10, nights: 180, seed: 1) }

  private static func tenths(_ share: Double) -> Int { Int((share * 10).rounded()) }

  @Test(arguments: [(PersonKind.mild, 36), (.middling, 273), (.many, 790)])
  func `a call today stands on as many nights of stable people as was recorded`(kind: PersonKind, tenths: Int) {
    let outcome = Self.trial(kind).run(.ofTheProgram)
    #expect(Self.tenths(outcome.anyCall.standingShare) == tenths)
    #expect(outcome.anyCall.nights == 10 * 180)
  }

  @Test func `a lasting worsening is found, and kept`() {
    let rules = RuleSet.ofTheProgram
    let calls = rules.calls.filter { $0.target != .suctions }
    let found = Self.trial(.mild).worsening(rules, over: 0, ids: calls)
    for rule in calls {
      let kept = found[rule.id].map { min($0.found7, $0.kept28) } ?? 0
      #expect(kept >= 9, "\(rule.id)")
    }
  }

  @Test func `what gets better again stands no more four weeks later, and some nights less are found later`() throws {
    let rules = RuleSet.ofTheProgram
    let breathing = try #require(rules.calls.first)
    func tally(_ change: (inout Worsening) -> Void) throws -> Tally {
      let trial = Self.trial(.mild)
      let found = trial.worsening(rules, over: 0, ids: [breathing]) { trial in
        if var worsening = trial.course.worsening {
          change(&worsening)
          trial.course.worsening = worsening
        }
      }
      return try #require(found[breathing.id])
    }
    let better = try tally { $0.until = 120 }
    #expect(better.kept28 == 10 && better.left28 <= 1 && better.left7 > better.left28, "\(better)")
    let worse = try tally { _ in }
    let some = try tally { $0.full = 0.5 }
    #expect(some.found7 < worse.found7 && worse.left28 == 0, "\(some)")
  }

  @Test func `a cough assist that brings up more for two weeks brings no more signs of suction`() {
    let rules = RuleSet.ofTheProgram
    var trial = Self.trial(.middling)
    trial.nights = 102
    func signs() -> Int { trial.beginnings(of: ["suction-usual"], in: 60..<102, rules) }
    let without = signs()
    trial.course.clearingFrom = 60
    #expect(signs() <= without)
  }

  @Test func `the same seed gives the same person, and another course leaves all other troubles as they were`() {
    let person = MadeUpPerson(.middling, number: 3, seed: 7)
    let usual = person.nights(100)
    #expect(MadeUpPerson(.middling, number: 3, seed: 7).nights(100) == usual)
    #expect(MadeUpPerson(.middling, number: 4, seed: 7).nights(100) != usual)
    let worse = person.nights(100, Course(worsening: Worsening([.troubles([.pain])], from: 40, over: 0)))
    #expect(worse.prefix(40) == usual.prefix(40))
    func withoutPain(_ nights: [LivedNight]) -> [Set<Trouble>] { nights.map { $0.troubles.subtracting([.pain]) } }
    #expect(withoutPain(worse) == withoutPain(usual))
    #expect(worse.suffix(60).count { $0.troubles.contains(.pain) } > 36)
  }

  @Test func `a night of which nothing is written stands in the record without figures`() {
    var trial = Self.trial(.many)
    trial.habits.unrecorded = 0.3
    let record = trial.written(0)
    let empty = record.figures.filter { $0.entries == 0 }
    #expect(record.figures.count == 180 && (30...80).contains(empty.count))
    #expect(empty.allSatisfy { $0.symptoms == nil && $0.suctions == nil && $0.mask == nil && $0.headache == nil })
    #expect(record.isLookedAt.count { !$0 } == empty.count)
  }
}
