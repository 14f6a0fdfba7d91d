/// What is worked out of many nights, and of which.
public struct TrendRequest: Hashable, Sendable {
  /// What is worked out.
  public let kind: Kind
  /// The nights: one span, or two to be compared.
  public let nights: [ClosedRange<CivilDate>]
  /// True if the caregiver's own figures stand among the others.
  public let withCarer: Bool

  /// What can be worked out.
  public enum Kind: Hashable, Sendable {
    case trends, sideBySide, nextDay
  }

  /// What is worked out, of which nights.
  public init(_ kind: Kind, of nights: [ClosedRange<CivilDate>], withCarer: Bool) {
    (self.kind, self.nights, self.withCarer) = (kind, nights, withCarer)
  }
}

/// What many nights come to.
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

/// What was worked out of many nights, kept until the rows change, and the nights that are being taken in.
struct TrendResults: Sendable {
  fileprivate var worked: [TrendRequest: (rowsChanged: Int, result: TrendResult)] = [:]
  fileprivate var builder: TrendBuilder?
}

extension RecordView {
  /// The last night that counts in trends: tonight once its diary is there, until then the night before.
  public var lastTrendNight: CivilDate { night(tonight).diary == nil ? tonight.adding(days: -1) : tonight }

  /// What some nights come to; nil until all of them were read. While they are read anew because something was written,
  /// it is what they came to before: lines that went and came again would move what digits mean.
  public func result(of request: TrendRequest) -> TrendResult? { trendResults.worked[request]?.result }

  /// True while it is to be worked out.
  func wants(_ request: TrendRequest) -> Bool {
    oldest != nil && trendResults.worked[request]?.rowsChanged != rowsChanged
  }

  /// How many nights were taken in, and of how many; nil if none were for this.
  public func progress(of request: TrendRequest) -> (done: Int, total: Int)? {
    trendResults.builder.flatMap { builder in
      builder.request == request && builder.rowsChanged == rowsChanged
        ? (builder.total - builder.left, builder.total) : nil
    }
  }

  /// Takes in some of the nights whose rows are at hand, newest first; after the last of them the result is made.
  /// - Returns: the nights whose rows it needs next; nil if it needs none.
  mutating func workOut(_ request: TrendRequest) -> ClosedRange<CivilDate>? {
    guard wants(request) else { return nil }
    var builder: TrendBuilder
    if let known = trendResults.builder, known.request == request, known.rowsChanged == rowsChanged {
      builder = known
    } else {
      builder = TrendBuilder(request, rowsChanged: rowsChanged, oldest: oldest ?? lastTrendNight)
    }
    // Not kept twice while it changes, or it would be copied at every step.
    trendResults.builder = nil
    builder.take(from: rows)
    guard let result = builder.make() else {
      trendResults.builder = builder
      return builder.nights.flatMap { rows[$0.upperBound] == nil ? $0 : nil }
    }
    // What follows from rows that are no more stays only until it was made anew.
    trendResults.worked = trendResults.worked.filter { $0.value.rowsChanged == rowsChanged }
    trendResults.worked[request] = (rowsChanged, result)
    return nil
  }
}
