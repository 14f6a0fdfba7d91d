/// What was begun before last night and may still go on, such as a mask put on days ago: looked for between keys, and kept
/// until it was looked for anew.
struct EarlierMarkResults: Sendable {
  fileprivate var worked: (basis: Basis, marks: [IntervalMark])?

  fileprivate struct Basis: Hashable {
    var tonight: CivilDate
    /// What began or ended since, last night and tonight.
    var marks: [IntervalMark]
    var rows: Int
  }
}

extension RecordView {
  /// The marks of nights before last night of what may still go on; empty until they were looked for.
  public var earlierMarks: [IntervalMark] {
    earlierMarkResults.worked.flatMap { $0.basis.tonight == tonight ? $0.marks : nil } ?? []
  }

  /// True while they are to be looked for: nothing is read for it before tonight was.
  var wantsEarlierMarks: Bool {
    nights[tonight] != nil && earlierMarkResults.worked?.basis != earlierBasis
  }

  private var earlierBasis: EarlierMarkResults.Basis {
    let marks = nightsAtHand.nights.flatMap { night($0).marks }
    return .init(tonight: tonight, marks: marks, rows: rowsChanged)
  }

  /// Looks for them in the rows at hand.
  /// - Returns: the nights whose rows this needs; nil if it found them.
  mutating func lookForEarlierMarks() -> ClosedRange<CivilDate>? {
    guard wantsEarlierMarks else { return nil }
    let basis = earlierBasis
    do throws(NotAtHand) {
      let marks = try NightRun.marks(before: nightsAtHand.lowerBound, known: basis.marks) { dates throws(NotAtHand) in
        try facts(of: dates)
      }
      earlierMarkResults.worked = (basis, marks)
      return nil
    } catch {
      return min(error.night, tonight.adding(days: -Interval.farthest))...error.night
    }
  }

  /// Takes in those that somebody else looked for: in the record itself, where no rows are at hand.
  public mutating func take(earlierMarks marks: [IntervalMark]) { earlierMarkResults.worked = (earlierBasis, marks) }
}
