import Glibc
import TestChance

/// Repeatable chance, which lies in a target of its own so that a simulation needs nothing else of the tests.
package typealias Chance = TestChance.Chance

/// Property tests: how many cases, and which.
package enum Property {
  /// How many cases a property is tried on: 1,000, or what `NIGHTSTAND_CASES` says.
  package static var cases: Int {
    getenv("NIGHTSTAND_CASES").flatMap { Int(String(cString: $0)) } ?? 1000
  }

  /// How many made-up nights the laws of a night are tried on: 1,000, or what `NIGHTSTAND_NIGHTS` says.
  package static var nights: Int {
    getenv("NIGHTSTAND_NIGHTS").flatMap { Int(String(cString: $0)) } ?? 1000
  }

  /// The seeds of the cases, `share` of them (1 is all): `for seed in Property.seeds() { var chance = Chance(seed: seed) …`.
  package static func seeds(share: Double = 1) -> [UInt64] {
    (0..<max(1, Int(Double(cases) * share))).map { UInt64($0) &* 7919 &+ 1 }
  }
}
