import SwitchSimulation
import TestSupport
import Testing

/// A small part of what the benchmark prints, with its limits.
@Suite struct `One switch on the real Tonight` {
  @Test func `the mean of eight events takes no more stations and seconds than it may`() {
    let costs = SwitchFigures().costs()
    let mean = costs[8]
    #expect(costs.count == 9 && mean.stations <= 8.8 && mean.presses <= 2.75)
    #expect(mean.secondsOnPaper <= 11.1 && mean.seconds <= mean.secondsOnPaper)
    #expect(costs.prefix(8).map(\.stations) == [5, 7, 8, 7, 8, 13, 7, 15])
    #expect(costs.prefix(8).map(\.presses) == [2, 2, 2, 3, 3, 4, 2, 4])
  }

  @Test(arguments: [(SwitchPerson.typical, 13.1, 2.0), (.calibrated, 23.0, 5.0)])
  func `somebody typical, and somebody tired once calibrated, is fast enough and seldom writes another event`(
    person: SwitchPerson, seconds: Double, others: Double
  ) {
    let result = SwitchFigures().result(person, late: person.late, trials: 1000)
    #expect(result.seconds <= seconds && result.otherEvents <= others && result.givenUp == 0, "\(result)")
  }

  @Test func `the same seed gives the same figures`() {
    let (one, other) = (SwitchFigures(), SwitchFigures())
    let results = [one, other].map { $0.result(.failing, late: 250, trials: 5, seed: 3) }
    #expect(results[0] == results[1])
    #expect(one.result(.failing, late: 250, trials: 5, seed: 4) != results[0])
  }
}
