/// How far a record reaches: its first night, and the years that have any. A night of another age, which comes by import
/// or by a slip, is so no reason to go through the hundreds of thousands of nights behind it that nobody wrote.
public struct RecordExtent: Hashable, Sendable {
  /// The first night that has anything written.
  public private(set) var oldest: CivilDate
  private var years: Set<Int>

  /// A record with one night.
  public init(_ night: CivilDate) { self.init(oldest: night, years: []) }

  /// A record whose first night is `oldest`. `years` are those that may have nights.
  public init(oldest: CivilDate, years: some Sequence<Int>) {
    self.oldest = oldest
    self.years = Set(years).union([oldest.components.year])
  }

  /// Adds a night that has something written now.
  public mutating func add(_ night: CivilDate) {
    oldest = min(oldest, night)
    years.insert(night.components.year)
  }

  /// Adds nights that are asked about, whether anything is written or not.
  public mutating func add(_ nights: ClosedRange<CivilDate>) {
    oldest = min(oldest, nights.lowerBound)
    years.formUnion(nights.lowerBound.components.year...nights.upperBound.components.year)
  }

  /// The nights up to one of which anything may be known, oldest first: those of the years that have any, and as far behind
  /// them as an interval reaches.
  public func stretches(to newest: CivilDate) -> [ClosedRange<CivilDate>] {
    years.sorted().reduce(into: []) { stretches, year in
      guard let first = CivilDate(year: year, month: 1, day: 1).map({ max($0, oldest) }), first <= newest,
        let end = CivilDate(year: year, month: 12, day: 31)
      else { return }
      let last = min(newest, end.adding(days: Interval.farthest))
      guard let before = stretches.last, first <= before.upperBound.adding(days: 1) else {
        return stretches.append(first...last)
      }
      stretches[stretches.count - 1] = before.lowerBound...last
    }
  }
}
