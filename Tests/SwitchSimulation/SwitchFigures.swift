import AppCore
import NightModel
import TestChance

/// What scanning with one switch costs on the real Tonight: the stations and presses of eight events counted, and people
/// who write them.
package struct SwitchFigures {
  private let screen: SimulatedScreen

  /// Figures for the table of one switch, or for the usual table.
  package init(often: Bool = true) {
    screen = SimulatedScreen(often: often)
  }

  /// What an event takes without any error.
  package struct Cost: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// How many stations, and how many presses, on average over what it may be.
    package var stations: Double, presses: Double
    /// How long, in seconds, with a station of 1.0 s and answers after half a second.
    package var seconds: Double
    /// How long every press costs what the first station of a level costs: as it is counted on paper.
    package var secondsOnPaper: Double { stations - 1 + presses * 1.2 }
  }

  /// What each of the eight events takes; last the mean of them.
  package func costs() -> [Cost] {
    let events = SwitchGoal.events.map { variants -> Cost in
      let all = variants.map(cost)
      return Self.mean(all, name: variants[0].name)
    }
    return events + [Self.mean(events, name: "mean of the eight")]
  }

  private static func mean(_ costs: [Cost], name: String) -> Cost {
    func mean(_ part: (Cost) -> Double) -> Double { costs.map(part).reduce(0, +) / Double(costs.count) }
    return Cost(name: name, stations: mean(\.stations), presses: mean(\.presses), seconds: mean(\.seconds))
  }

  private func cost(_ goal: SwitchGoal) -> Cost {
    var (at, stations, presses) = (screen, 0, 0)
    for _ in goal.lines where !goal.isReached(at.standing) {
      guard let wanted = goal.wanted(on: at), let choice = wanted.station.choice else { break }
      (stations, presses) = (stations + wanted.stations, presses + wanted.presses)
      at = at.after(choice)
    }
    var trial = SwitchTrial(
      .even(reaction: 0.5, step: 1000), goal, from: screen, timing: Self.timing(step: 1000, late: 200),
      Chance(seed: 1))
    return Cost(
      name: goal.name, stations: Double(stations), presses: Double(presses),
      seconds: Double(trial.run().duration) / 1000)
  }

  private static func timing(step: Int64, late: Int64) -> ScanTiming {
    var timing = ScanTiming()
    (timing[.step], timing[.late]) = (step, late)
    return timing
  }

  /// What became of somebody's attempts.
  package struct Result: Hashable, Sendable {
    /// How long one took on average, in seconds.
    package var seconds = 0.0
    /// How many presses were taken, on average.
    package var presses = 0.0
    /// In how many of 100 something was written on the way that nobody wanted: another event, a mark, another answer.
    package var wrong = 0.0
    /// In how many of 100 another event was.
    package var otherEvents = 0.0
    /// In how many of 100 it was given up after ten minutes.
    package var givenUp = 0.0
  }

  /// What becomes of the eight events, each as often, when somebody writes them.
  /// - Parameters:
  ///   - person: who.
  ///   - late: how soon after a step a press counts for the station before, in milliseconds.
  ///   - trials: how often each event is written.
  ///   - seed: what all chance is drawn from.
  /// - Returns: means over all of them.
  package func result(_ person: SwitchPerson, late: Int64, trials: Int, seed: UInt64 = 1) -> Result {
    var chance = Chance(seed: seed)
    var result = Result()
    let share = 1 / Double(trials * SwitchGoal.events.count)
    for _ in 0..<trials {
      for variants in SwitchGoal.events {
        let goal = chance.one(of: variants)
        var trial = SwitchTrial(
          person, goal, from: screen, timing: Self.timing(step: person.step, late: late), Chance(seed: chance.next()))
        let outcome = trial.run()
        result.seconds += Double(outcome.duration) / 1000 * share
        result.presses += Double(outcome.presses) * share
        if outcome.isWrong { result.wrong += 100 * share }
        if outcome.isOtherEvent { result.otherEvents += 100 * share }
        if outcome.isGivenUp { result.givenUp += 100 * share }
      }
    }
    return result
  }
}

/// The same figures as tables in Markdown.
public enum SwitchTables {
  /// Every table, with so many trials of each event for each person.
  public static func lines(trials: Int, seed: UInt64 = 1) -> [String] {
    let often = SwitchFigures()
    let usual = SwitchFigures(often: false)
    let costs = often.costs().map { cost in
      "| \(cost.name) | \(tenths(cost.stations, 2)) / \(tenths(cost.presses, 2)) | \(tenths(cost.secondsOnPaper, 2)) "
        + "| \(tenths(cost.seconds, 2)) |"
    }
    let mean = usual.costs().last
    let people = SwitchPerson.all.map { person in
      let results = [Int64(0), person.late].map { often.result(person, late: $0, trials: trials, seed: seed) }
      func both(_ part: (SwitchFigures.Result) -> Double) -> String {
        results.map { tenths(part($0), 1) }.joined(separator: " → ")
      }
      return
        "| \(person.name) | \(tenths(Double(person.step) / 1000, 2)) | \(person.late) | \(both(\.seconds)) | \(both(\.presses)) "
        + "| \(both(\.otherEvents)) | \(both(\.wrong)) | \(both(\.givenUp)) |"
    }
    return [
      "| event | stations / presses | s on paper | s scanned |", "|---|---|---|---|",
    ] + costs + [
      "| mean on the usual table | \(tenths(mean?.stations ?? 0, 2)) / \(tenths(mean?.presses ?? 0, 2)) "
        + "| \(tenths(mean?.secondsOnPaper ?? 0, 2)) | \(tenths(mean?.seconds ?? 0, 2)) |", "",
      "| person | T, s | late, ms | mean s, late 0 → so long | presses | another event, % | with marks and answers, % | given up, % |",
      "|---|---|---|---|---|---|---|---|",
    ] + people
  }

  private static func tenths(_ value: Double, _ places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let whole = Int((value * Double(scale)).rounded())
    let rest = "\(whole % scale)"
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }
}
