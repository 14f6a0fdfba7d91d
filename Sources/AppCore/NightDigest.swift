internal import NightModel

/// What a night's screen tells besides the entries themselves, worked out once and not at every key: some nights have
/// hundreds of entries.
struct NightDigest: Hashable, Sendable {
  /// What was worked out last, and from what.
  fileprivate var worked = Derived(value: (basis: Basis, contents: Contents)?.none)

  /// What is told.
  struct Contents: Sendable {
    /// The night as a line of time; nil where there is nothing to draw.
    let line: NightLine?
    /// How many entries lack something.
    let toComplete: Int
    /// How many were taken back.
    let takenBack: Int
  }

  fileprivate struct Basis: Hashable {
    let night: CivilDate
    let nightsChanged: Int
    let bounds: NightBounds
    let lasting: [Interval]?
    let isClosed: Bool
    /// The minute up to which a night that is not over is drawn.
    let until: Int64
  }
}

extension App {
  /// What is told of a night.
  func digest(of date: CivilDate) -> NightDigest.Contents {
    if let worked = digest.worked.value, worked.basis == digestBasis(date) { return worked.contents }
    return NightDigest.Contents(
      line: nightLine(date), toComplete: toCompleteCount(date),
      takenBack: record.nights[date]?.timeline.takenBack.count ?? 0)
  }

  /// Works out what the night's screen tells, unless nothing it is made of has changed.
  mutating func workOutDigest() {
    guard case .night(let date) = screen, record.nights[date] != nil else { return }
    let basis = digestBasis(date)
    guard digest.worked.value?.basis != basis else { return }
    digest.worked = Derived(value: (basis, digest(of: date)))
  }

  private func digestBasis(_ date: CivilDate) -> NightDigest.Basis {
    .init(
      night: date, nightsChanged: record.nightsChanged, bounds: record.bounds, lasting: record.rows[date]?.lasting,
      isClosed: record.plan.isClosed, until: date < tonight.adding(days: -1) ? 0 : now.milliseconds / 60_000)
  }

  private func nightLine(_ date: CivilDate) -> NightLine? {
    guard let night = record.nights[date] else { return nil }
    let line = NightLine(
      night, previous: record.night(date.adding(days: -1)), next: record.night(date.adding(days: 1)),
      lasting: record.rows[date]?.lasting, bounds: record.bounds, until: now)
    return line.isEmpty ? nil : line
  }
}
