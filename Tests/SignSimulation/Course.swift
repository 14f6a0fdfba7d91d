/// What happens to a made-up person in the course of a year, beside staying as they are.
package struct Course: Sendable {
  /// What gets worse, if anything does.
  package var worsening: Worsening?
  /// The chance that a trouble is in a night as in the one before, so that nights come in spells; 0...1.
  package var spells = 0.0
  /// True if these people differ among themselves: each rate is one of several multiples of the kind's own.
  package var differ = false
  /// How often the person snores, if not as others of the kind do.
  package var snoring: Double?
  /// By how much the time on the mask differs from night to night, if not as with others of the kind.
  package var maskSpread: Double?
  /// From which night on there is a mask; before it there is none.
  package var maskFrom = 0
  /// Over how many nights the wearer gets used to it, from a quarter of the time on.
  package var maskSlowStart = 0
  /// A cough assist that brings mucus up: from this night on for `clearingNights` nights there are 1.6 times as many
  /// suctions, and as many more with thick or coloured mucus.
  package var clearingFrom: Int?

  /// How many nights a new cough assist brings more up.
  static let clearingNights = 14

  /// A course without anything.
  package init(worsening: Worsening? = nil) { self.worsening = worsening }

  /// How many times as much mucus as usual is brought up in a night.
  func clearing(in night: Int) -> Double {
    guard let clearingFrom, (clearingFrom..<clearingFrom + Self.clearingNights).contains(night) else { return 1 }
    return 1.6
  }
}

/// Something that gets worse from a night on, and stays so unless said.
package struct Worsening: Sendable {
  /// What gets worse.
  package let targets: [Target]
  /// The first night that is worse, from 0.
  package let from: Int
  /// Over how many nights it comes to its full level; 0 for at once.
  package let over: Int
  /// From which night on it is as it was before.
  package var until: Int?
  /// The chance of a night with a worsened trouble at the full level.
  package var full = 0.8

  /// One thing that gets worse.
  package enum Target: Hashable, Sendable {
    /// One of these troubles comes in most nights, whichever.
    case troubles([Trouble])
    /// Three times as many suctions.
    case suctions
    /// The mask is worn for 45 % of the time.
    case mask
  }

  /// A worsening of some things at once.
  package init(_ targets: [Target], from: Int, over: Int) {
    (self.targets, self.from, self.over) = (targets, from, over)
  }

  /// The first night of the full level.
  package var fullFrom: Int { from + over }

  /// How far it has come in a night, 0...1.
  func level(in night: Int) -> Double {
    guard night >= from, until.map({ night < $0 }) ?? true else { return 0 }
    return over == 0 ? 1 : min(1, Double(night - from) / Double(over))
  }
}

extension Worsening.Target {
  /// What it makes use of, so that two worsenings can be tried on one person if neither touches what the other does.
  var parts: Set<String> {
    switch self {
    case .troubles(let troubles):
      Set(troubles.map(\.rawValue)).union(troubles.contains(.thickMucus) ? ["suctions"] : [])
    case .suctions: ["suctions", Trouble.thickMucus.rawValue]
    case .mask: ["mask"]
    }
  }

  /// True if a night shows it; nil for what only a comparison shows.
  func shows(in night: LivedNight) -> Bool? {
    switch self {
    case .troubles(let troubles): !night.troubles.isDisjoint(with: troubles)
    case .suctions, .mask: nil
    }
  }
}
