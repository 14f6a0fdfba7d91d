import NightModel

/// Some people of a kind, what happens to them and how it is written: rules are run over each of them, night by night.
package struct Trial: Sendable {
  /// The kind.
  package let kind: PersonKind
  /// What happens to them.
  package var course = Course()
  /// How it is written.
  package var habits = Habits()
  /// How many people.
  package let people: Int
  /// How many nights each.
  package var nights: Int
  /// What all chance is drawn from.
  package let seed: UInt64

  /// A trial with people who stay as they are and write everything.
  package init(_ kind: PersonKind, people: Int, nights: Int, seed: UInt64) {
    (self.kind, self.people, self.nights, self.seed) = (kind, people, nights, seed)
  }

  /// The same trial, changed.
  func with(_ change: (inout Trial) -> Void) -> Trial {
    var other = self
    change(&other)
    return other
  }

  /// What becomes of rules, and of the calls among them taken together.
  /// - Parameters:
  ///   - rules: the rules.
  ///   - asked: those that are asked about; nil for all.
  /// - Returns: what became of them.
  package func run(_ rules: RuleSet, asked: [RuleSet.Rule]? = nil) -> Outcome {
    var outcome = Outcome()
    let asked = asked ?? rules.rules
    let ids = Set(asked.map(\.id))
    let calls = ids.intersection(rules.calls.map(\.id))
    for number in 0..<people {
      let record = written(number)
      let standing = rules.standing(ids, record.figures, record.plan)
      func count(_ stands: [Bool], into tally: inout Tally) {
        tally.count(
          stands, isLookedAt: record.isLookedAt, full: course.worsening?.fullFrom, until: course.worsening?.until)
      }
      for rule in asked {
        count(standing.map { $0.contains(rule.id) }, into: &outcome.rules[rule.id, default: Tally()])
      }
      let any = standing.map { !$0.isDisjoint(with: calls) }
      count(any, into: &outcome.anyCall)
      outcome.people.append(100 * Double(any.count { $0 }) / Double(max(1, any.count)))
    }
    return outcome
  }

  /// How many people had one of some rules begin to stand in some nights.
  package func beginnings(of ids: Set<String>, in nights: Range<Int>, _ rules: RuleSet) -> Int {
    (0..<people).count { number in
      let record = written(number)
      let standing = rules.standing(ids, record.figures, record.plan)
      return nights.contains { night in !standing[night].subtracting(night > 0 ? standing[night - 1] : []).isEmpty }
    }
  }

  /// On how many of 100 nights something is repeated that was written in the last seven.
  package var echoingShare: Double {
    let nights = (0..<people).flatMap { number -> [Bool] in
      var heard: [Bool] = []
      return written(number).figures.map { night in
        heard.append(SignEcho.standard.contains { $0.isHeard(in: night) })
        return heard.suffix(SignEcho.nights).contains(true)
      }
    }
    return 100 * Double(nights.count { $0 }) / Double(max(1, nights.count))
  }

  /// The record of one person.
  package func written(_ number: Int) -> WrittenNights {
    WrittenNights(MadeUpPerson(kind, number: number, seed: seed), nights: nights, course, habits)
  }
}

/// What became of rules in a trial.
package struct Outcome: Sendable {
  /// Each rule by its id.
  package var rules: [String: Tally] = [:]
  /// The rules that ask for a call today, as one: it stands while any of them does.
  package var anyCall = Tally()
  /// For each person on what share of nights any call stood, in percent.
  package var people: [Double] = []

  /// New calls a week, each rule counted by itself.
  package func newCallsAWeek(_ set: RuleSet) -> Double {
    set.calls.compactMap { rules[$0.id]?.begunAWeek }.reduce(0, +)
  }
}

extension Trial {
  /// The rules of a set in groups whose worsenings do not touch each other, so that each group needs one run.
  static func groups(_ rules: [RuleSet.Rule]) -> [[RuleSet.Rule]] {
    var groups: [(rules: [RuleSet.Rule], parts: Set<String>)] = []
    for rule in rules {
      let parts = rule.target.parts
      if let place = groups.firstIndex(where: { $0.parts.isDisjoint(with: parts) }) {
        groups[place].rules.append(rule)
        groups[place].parts.formUnion(parts)
      } else {
        groups.append(([rule], parts))
      }
    }
    return groups.map(\.rules)
  }

  /// What becomes of each rule when what it looks for gets worse.
  /// - Parameters:
  ///   - rules: the rules.
  ///   - from: the first night that is worse.
  ///   - over: over how many nights it comes to its full level.
  ///   - ids: the rules that are asked about; nil for all.
  ///   - isAlone: true where what one rule looks for may change which nights another one looks at.
  ///   - change: what else is other than in this trial.
  /// - Returns: tallies by rule, each from people for whom that rule's own target got worse; under `anyCall` that of all
  ///   calls together, from people whose breathing got worse.
  package func worsening(
    _ rules: RuleSet, from: Int = 60, over: Int, ids: [RuleSet.Rule]? = nil, isAlone: Bool = false,
    _ change: (inout Trial) -> Void = { _ in }
  ) -> [String: Tally] {
    func outcome(_ targets: [Worsening.Target], asked: [RuleSet.Rule]) -> Outcome {
      with { trial in
        let worsening = Worsening(targets, from: from, over: over)
        trial.course.worsening = worsening
        trial.nights = min(trial.nights, worsening.fullFrom + 100)
        change(&trial)
      }.run(rules, asked: asked)
    }
    var found: [String: Tally] = [:]
    let asked = ids ?? rules.rules
    for group in isAlone ? asked.map({ [$0] }) : Self.groups(asked) {
      let outcome = outcome(group.map(\.target), asked: group)
      for rule in group { found[rule.id] = outcome.rules[rule.id] }
    }
    if ids == nil, let target = rules.breathing?.target {
      found[Self.anyCall] = outcome([target], asked: rules.calls).anyCall
    }
    return found
  }

  /// Where the tally of all calls together stands among those of rules.
  static let anyCall = "any call today"
}
