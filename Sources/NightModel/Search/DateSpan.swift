/// A day, a month or a year as people type them to go there: `2024-03-15`, `2024-03`, `2024`.
public struct DateSpan: Hashable, Sendable {
  /// The nights it covers.
  public let nights: ClosedRange<CivilDate>

  /// Reads a day, a month or a year between 1970 and 2199; nil for anything else.
  public init?(_ text: some StringProtocol) {
    if let day = CivilDate(text), (1970...2199).contains(day.components.year) {
      self.init(day...day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isSpelled =
      parts.count <= 2 && parts[0].utf8.count == 4 && parts.dropFirst().allSatisfy { (1...2) ~= $0.utf8.count }
    guard isSpelled, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39) ~= $0 } }), let year = Int(parts[0]),
      (1970...2199).contains(year)
    else { return nil }
    let month = parts.count == 2 ? Int(parts[1]) : nil
    guard parts.count == 1 || month != nil else { return nil }
    self.init(year: year, month: month)
  }

  /// A month, or a whole year; nil if there is no such month.
  public init?(year: Int, month: Int? = nil) {
    guard let first = CivilDate(year: year, month: month ?? 1, day: 1),
      let after = month.map({ $0 == 12 }) ?? true
        ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: (month ?? 1) + 1, day: 1)
    else { return nil }
    self.init(first...after.adding(days: -1))
  }

  private init(_ nights: ClosedRange<CivilDate>) { self.nights = nights }
}
