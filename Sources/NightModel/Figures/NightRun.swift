/// The facts of nights in a row, with those of the nights around them that something may reach into them from: what was
/// begun before and what ends after.
public struct NightRun: Sendable {
  /// The facts of the nights, oldest first.
  public let facts: [NightSummary]
  /// Those of the nights before and after them, oldest first.
  let (before, after): ([NightSummary], [NightSummary])
  /// What could not be read of these nights; nothing where all is well.
  public var unread: [CivilDate: [RecordFinding]] = [:]

  /// A run of nights.
  /// - Parameters:
  ///   - span: the nights.
  ///   - known: the facts of some nights, in the order asked for. It is asked for no more than is needed.
  /// - Throws: what `known` throws.
  public init<Failure: Error>(
    of span: ClosedRange<CivilDate>, known: ([CivilDate]) throws(Failure) -> [NightSummary]
  ) throws(Failure) {
    let wide = try known((span.lowerBound.adding(days: -1)...span.upperBound.adding(days: 1)).nights)
    facts = Array(wide.dropFirst().dropLast())
    var (before, after) = (Array(wide.prefix(1)), Array(wide.suffix(1)))
    for kind in Interval.Kind.allCases where kind.nights > 1 {
      let edges = wide.flatMap { $0.edges(of: kind) }.sorted { $0.at < $1.at }
      // An end beyond is looked for where something is open at the end, or may be all through.
      var first = edges.first
      if edges.last.map({ $0.kind == kind.opening }) ?? true {
        let begun = edges.last?.night ?? wide[0].night.adding(days: -1)
        let dates = Self.nights(after: wide[wide.count - 1].night, upTo: begun.adding(days: kind.nights))
        if let found = try Self.nearest(kind, in: dates, known) {
          after.append(found)
          first = first ?? found.edges(of: kind).first
        }
      }
      if let first, first.kind == kind.closing {
        before += try Self.begun(kind, before: wide[0].night, first, known)
      }
    }
    self.before = Self.ordered(before)
    self.after = Self.ordered(after)
  }

  /// The edges of all these nights, in order.
  var edges: [IntervalEdge] { (before + facts + after).flatMap(\.edges) }

  /// The edges of nights before a night of what may still go on in it, by the edges that are known from that night on:
  /// a kind of which the first of them is a beginning is not looked for.
  public static func edges<Failure: Error>(
    before night: CivilDate, known edges: [IntervalEdge], facts: ([CivilDate]) throws(Failure) -> [NightSummary]
  ) throws(Failure) -> [IntervalEdge] {
    var found: [NightSummary] = []
    for kind in Interval.Kind.allCases where kind.nights > 1 {
      let first = edges.filter { kind.isEdge($0) }.min { $0.at < $1.at }
      guard first.map({ $0.kind == kind.closing }) ?? true else { continue }
      found += try begun(kind, before: night, first, facts)
    }
    return ordered(found).flatMap(\.edges)
  }

  /// The nearest night before one that has a edge of a kind, if what it may have begun can reach a edge, or that night.
  private static func begun<Failure: Error>(
    _ kind: Interval.Kind, before night: CivilDate, _ edge: IntervalEdge?,
    _ known: ([CivilDate]) throws(Failure) -> [NightSummary]
  ) throws(Failure) -> [NightSummary] {
    let reach = (edge?.night ?? night.adding(days: 1)).adding(days: -kind.nights)
    let dates = nights(after: reach.adding(days: -1), upTo: night.adding(days: -1)).reversed()
    return try nearest(kind, in: Array(dates), known).map { [$0] } ?? []
  }

  /// The first of some nights that has a edge of a kind. They are asked for a few at a time.
  private static func nearest<Failure: Error>(
    _ kind: Interval.Kind, in dates: [CivilDate], _ known: ([CivilDate]) throws(Failure) -> [NightSummary]
  ) throws(Failure) -> NightSummary? {
    for start in stride(from: 0, to: dates.count, by: 8) {
      let some = try known(Array(dates[start...].prefix(8)))
      if let found = some.first(where: { !$0.edges(of: kind).isEmpty }) { return found }
    }
    return nil
  }

  private static func nights(after night: CivilDate, upTo last: CivilDate) -> [CivilDate] {
    night < last ? (night.adding(days: 1)...last).nights : []
  }

  private static func ordered(_ nights: [NightSummary]) -> [NightSummary] {
    nights.sorted { $0.night < $1.night }.reduce(into: []) { if $0.last?.night != $1.night { $0.append($1) } }
  }
}

extension NightSummary {
  fileprivate func edges(of kind: Interval.Kind) -> [IntervalEdge] { edges.filter { kind.isEdge($0) } }
}

extension Interval.Kind {
  /// True for what begins or ends it.
  func isEdge(_ edge: IntervalEdge) -> Bool { edge.kind == opening || edge.kind == closing }
}
