/// How many nights are looked at together.
public enum TrendSpan: Int, CaseIterable, Sendable {
  /// A week.
  case seven = 7
  /// Two weeks.
  case fourteen = 14
  /// A month, nearly.
  case thirty = 30
  /// A quarter, nearly.
  case ninety = 90
  /// A year.
  case year = 365
  /// All there are.
  case all = 0

  /// The most nights that are looked at: a century. A machine whose clock was reset may have written a night in 1970.
  static let most = 36_525

  /// Its nights.
  /// - Parameters:
  ///   - last: the last of them.
  ///   - oldest: the first night of the record, with which `all` begins.
  /// - Returns: the nights up to `last`.
  public func nights(to last: CivilDate, oldest: CivilDate) -> ClosedRange<CivilDate> {
    self == .all
      ? max(min(oldest, last), last.adding(days: 1 - Self.most))...last : last.adding(days: 1 - rawValue)...last
  }

  /// As many nights before those; of all nights, the older half and the newer.
  public func pair(to last: CivilDate, oldest: CivilDate) -> (
    before: ClosedRange<CivilDate>, now: ClosedRange<CivilDate>
  ) {
    let nights = nights(to: last, oldest: oldest)
    let count = self == .all ? max(1, nights.count / 2) : rawValue
    let first = last.adding(days: 1 - count)
    return (first.adding(days: -count)...first.adding(days: -1), first...last)
  }
}

extension ClosedRange<CivilDate> {
  /// How many nights it has.
  public var count: Int { upperBound.daysSince1970 - lowerBound.daysSince1970 + 1 }

  /// The night at a place, 0 being the first.
  public subscript(night index: Int) -> CivilDate { lowerBound.adding(days: index) }

  /// All its nights.
  public var nights: [CivilDate] { (0..<count).map { self[night: $0] } }

  /// The place of a night; nil if it lies outside.
  public func index(of night: CivilDate) -> Int? {
    contains(night) ? night.daysSince1970 - lowerBound.daysSince1970 : nil
  }
}
