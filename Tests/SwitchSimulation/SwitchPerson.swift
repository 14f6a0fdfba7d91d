import Glibc
import TestChance

/// Somebody who scans with one switch: how fast, how even, and how sure the switch is. The figures are our own, but for
/// the even ones (a spread of 0.27 is what makes mean / 0.65 and mean + 2 deviations the same) and the failing switch
/// (two tries a press were counted for a man with ALS).
package struct SwitchPerson: Hashable, Sendable {
  /// What they are called in tables.
  package let name: String
  /// How long they take to answer to a station, in seconds on average.
  package let reaction: Double
  /// The deviation of that, as a share of it.
  package let spread: Double
  /// How often a press that is wanted fails.
  package let misses: Double
  /// How many presses a minute come that nobody wants.
  package let unwanted: Double
  /// How often a press that was taken bounces.
  package let bounces: Double
  /// How long a station stays, in milliseconds.
  package let step: Int64
  /// How soon after a step a press of theirs is meant for the station before, in milliseconds: 200, or half of the fastest
  /// press once they have tried.
  package let late: Int64

  package static let steady = SwitchPerson("steady", 0.55, 0.20, 0.02, 0.1, 0.02, step: 1000, late: 200)
  package static let typical = SwitchPerson("typical", 0.65, 0.27, 0.05, 0.3, 0.05, step: 1000, late: 200)
  package static let tired = SwitchPerson("tired", 0.90, 0.35, 0.15, 0.5, 0.10, step: 1000, late: 200)
  package static let calibrated = SwitchPerson("tired, calibrated", 0.90, 0.35, 0.15, 0.5, 0.10, step: 1530, late: 250)
  package static let failing = SwitchPerson("failing switch", 0.90, 0.35, 0.50, 1.0, 0.15, step: 1530, late: 250)
  /// Everybody of the tables.
  package static let all = [steady, typical, tired, calibrated, failing]

  init(
    _ name: String, _ reaction: Double, _ spread: Double, _ misses: Double, _ unwanted: Double, _ bounces: Double,
    step: Int64, late: Int64
  ) {
    (self.name, self.reaction, self.spread) = (name, reaction, spread)
    (self.misses, self.unwanted, self.bounces) = (misses, unwanted, bounces)
    (self.step, self.late) = (step, late)
  }

  /// Somebody who always answers as fast and never errs.
  static func even(reaction: Double, step: Int64) -> SwitchPerson {
    SwitchPerson("even", reaction, 0, 0, 0, 0, step: step, late: 200)
  }

  /// How long they take this time, in milliseconds: lognormal.
  func answer(_ chance: inout Chance) -> Int64 {
    let variance = log(1 + spread * spread)
    let normal = sqrt(-2 * log(1 - chance.share())) * cos(2 * .pi * chance.share())
    return Int64((1000 * reaction * exp(variance.squareRoot() * normal - variance / 2)).rounded())
  }

  /// How long it is to the next press that nobody wants, in milliseconds; nil if none ever comes.
  func pauseToUnwanted(_ chance: inout Chance) -> Int64? {
    unwanted > 0 ? Int64((-log(1 - chance.share()) * 60_000 / unwanted).rounded()) : nil
  }
}
