/// The edges of intervals that were begun before last night and may still go on, such as a mask put on days ago. They are
/// searched between keys, and the last result is used until then.
struct EarlierEdgeResults: Sendable {
  fileprivate var worked: (basis: Basis, edges: [IntervalEdge])?

  fileprivate struct Basis: Hashable {
    var tonight: CivilDate
    /// The edges of last night and tonight.
    var edges: [IntervalEdge]
    var rows: Int
  }
}

extension RecordView {
  /// The edges, before last night, of what may still go on; empty until they were searched.
  public var earlierEdges: [IntervalEdge] {
    earlierEdgeResults.worked.flatMap { $0.basis.tonight == tonight ? $0.edges : nil } ?? []
  }

  /// True while they have to be searched, which waits until tonight was read.
  var wantsEarlierEdges: Bool {
    nights[tonight] != nil && earlierEdgeResults.worked?.basis != earlierBasis
  }

  private var earlierBasis: EarlierEdgeResults.Basis {
    let edges = nightsAtHand.nights.flatMap { night($0).edges }
    return .init(tonight: tonight, edges: edges, rows: rowsChanged)
  }

  /// Searches them in the rows that are known.
  /// - Returns: the nights whose rows are needed first; nil if it found them.
  mutating func lookForEarlierEdges() -> ClosedRange<CivilDate>? {
    guard wantsEarlierEdges else { return nil }
    let basis = earlierBasis
    do throws(NotAtHand) {
      let edges = try NightRun.edges(before: nightsAtHand.lowerBound, known: basis.edges) { dates throws(NotAtHand) in
        try facts(of: dates)
      }
      earlierEdgeResults.worked = (basis, edges)
      return nil
    } catch {
      return min(error.night, tonight.adding(days: -Interval.farthest))...error.night
    }
  }

  /// Adds those that somebody else looked for: in the record itself, where no rows are at hand.
  public mutating func add(earlierEdges edges: [IntervalEdge]) { earlierEdgeResults.worked = (earlierBasis, edges) }
}
