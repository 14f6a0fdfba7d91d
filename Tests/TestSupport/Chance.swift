import Glibc

/// Repeatable chance for property tests (SplitMix64). The seed is in every failure, so that it can be run again.
package struct Chance: RandomNumberGenerator {
  private var state: UInt64

  /// Chance by its seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number in a range.
  package mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of some things.
  package mutating func one<Thing>(of things: [Thing]) -> Thing { things[number(in: 0...things.count - 1)] }

  /// True with a chance of one in `sides`.
  package mutating func oneIn(_ sides: Int) -> Bool { number(in: 1...sides) == 1 }
}

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
