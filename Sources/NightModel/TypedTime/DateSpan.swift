/// A day, a month or a year, as the nights it covers.
public struct DateSpan: Hashable, Sendable {
  /// The nights it covers.
  public let nights: ClosedRange<CivilDate>

  /// One day.
  init(_ day: CivilDate) { nights = day...day }

  /// A month, or a whole year; nil if there is no such month.
  public init?(year: Int, month: Int? = nil) {
    guard let first = CivilDate(year: year, month: month ?? 1, day: 1),
      let after = month.map({ $0 == 12 }) ?? true
        ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: (month ?? 1) + 1, day: 1)
    else { return nil }
    nights = first...after.adding(days: -1)
  }

  /// The day it is; nil for a month or a year.
  var day: CivilDate? { nights.lowerBound == nights.upperBound ? nights.lowerBound : nil }
}
