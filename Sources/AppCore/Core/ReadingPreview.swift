internal import NightModel

/// How a time or a date will be read, shown while it is typed.
extension TypedReading {
  /// The reading as a fact; what cannot be read yet shows the nearest form that can.
  func fact(_ words: (Value) -> String) -> Fact {
    switch self {
    case .one(let value): Fact("reads as:", words(value))
    case .several(let meanings, _): Fact("can be:", meanings.map(\.form).joined(separator: ", or "))
    case .refused(_, let nearest): Fact("not yet:", "type it as \(nearest)")
    }
  }
}

extension Context {
  /// A moment that was typed, in words.
  func words(of moment: Instant) -> String { NightWords.moment(moment, clock) }

  /// So many nights up to tonight, as one types them.
  func spanExample(_ nights: Int) -> String {
    "\(NightWords.dayAndMonth(tonight.adding(days: 1 - nights))) to \(NightWords.dayAndMonth(tonight))"
  }
}
