/// A request for trends over some nights.
public struct TrendRequest: Hashable, Sendable {
  /// The kind of trends.
  public let kind: Kind
  /// The nights: one span, or two to be compared.
  public let nights: [ClosedRange<CivilDate>]
  /// True if the caregiver's own figures stand among the others.
  public let withCarer: Bool

  /// The kinds of trends.
  public enum Kind: Hashable, Sendable {
    case trends, sideBySide, nextDay
  }

  /// A request for one kind of trends.
  public init(_ kind: Kind, of nights: [ClosedRange<CivilDate>], withCarer: Bool) {
    (self.kind, self.nights, self.withCarer) = (kind, nights, withCarer)
  }
}

/// The answer to a `TrendRequest`; only what its kind asks for is filled.
public struct TrendResult: Sendable {
  /// The nights of a span, measure by measure.
  public var trends: Trends?
  /// The drawing of each of their rows.
  public var sketches: [Sparkline] = []
  /// Two spans side by side.
  public var sideBySide: SideBySide?
  /// The night against the next day.
  public var nextDay: [NextDay] = []
}

/// The trends that were computed, kept until rows change, and the computation that is under way.
struct TrendResults: Sendable {
  fileprivate var worked: [TrendRequest: (rowsChanged: Int, result: TrendResult)] = [:]
  fileprivate var builder: TrendBuilder?
}

extension RecordView {
  /// The last night that counts in trends: tonight once its diary is there, until then the night before.
  public var lastTrendNight: CivilDate { night(tonight).diary == nil ? tonight.adding(days: -1) : tonight }

  /// The answer to a request; nil until all its nights were read. While they are read again after something was written
  /// the former answer is kept, so that no line moves under the digits.
  public func result(of request: TrendRequest) -> TrendResult? { trendResults.worked[request]?.result }

  /// True while the answer has to be computed.
  func wants(_ request: TrendRequest) -> Bool {
    oldest != nil && trendResults.worked[request]?.rowsChanged != rowsChanged
  }

  /// How many nights are counted, and of how many; nil while nothing is computed for the request.
  public func progress(of request: TrendRequest) -> (done: Int, total: Int)? {
    trendResults.builder.flatMap { builder in
      builder.request == request && builder.rowsChanged == rowsChanged
        ? (builder.total - builder.left, builder.total) : nil
    }
  }

  /// Takes one step of the computation.
  /// - Returns: the nights whose rows are needed next; nil if none are.
  mutating func workOut(_ request: TrendRequest) -> ClosedRange<CivilDate>? {
    guard wants(request) else { return nil }
    var builder: TrendBuilder
    if let known = trendResults.builder, known.request == request, known.rowsChanged == rowsChanged {
      builder = known
    } else {
      builder = TrendBuilder(request, rowsChanged: rowsChanged, oldest: oldest ?? lastTrendNight)
    }
    // A second reference would have the builder copied at every step.
    trendResults.builder = nil
    builder.take(from: rows)
    guard let result = builder.make() else {
      trendResults.builder = builder
      return builder.nights.flatMap { rows[$0.upperBound] == nil ? $0 : nil }
    }
    // Answers from former rows are dropped once one of the new rows is known.
    trendResults.worked = trendResults.worked.filter { $0.value.rowsChanged == rowsChanged }
    trendResults.worked[request] = (rowsChanged, result)
    return nil
  }
}
