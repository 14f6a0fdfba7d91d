/// Repeatable chance for tests and simulations (SplitMix64). The seed is in every failure, so that it can be run again.
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

  /// A number from 0 up to, but not, 1: made of 53 bits, so that it is the same on every machine.
  package mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
