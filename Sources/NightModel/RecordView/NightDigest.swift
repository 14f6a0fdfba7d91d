/// The parts of a night's screen that are computed from all its entries.
public struct NightDigest: Sendable {
  /// The night as a line of time; nil where there is nothing to draw.
  public let line: NightLine?
  /// How many entries lack something, and one more if some of them are by nobody.
  public let toComplete: Int
  /// How many were taken back.
  public let takenBack: Int
}

/// The digest of the night that is shown, kept between keys because some nights have hundreds of entries.
struct NightDigests: Sendable {
  /// The last digest, and what it was computed from.
  fileprivate var worked: (basis: Basis, digest: NightDigest)?

  fileprivate struct Basis: Hashable {
    let night: CivilDate
    let nightsChanged: Int
    let bounds: NightBounds
    let lasting: [Interval]?
    let isClosed: Bool
    let areSeveral: Bool
    /// The minute up to which a night that is not over is drawn.
    let until: Int64
  }
}

extension RecordView {
  /// The digest of a night.
  public func digest(of date: CivilDate) -> NightDigest {
    if let worked = nightDigests.worked, worked.basis == digestBasis(date) { return worked.digest }
    return NightDigest(
      line: nightLine(date), toComplete: toCompleteCount(date),
      takenBack: nights[date]?.timeline.takenBack.count ?? 0)
  }

  /// Computes the digest of a night, unless it is known.
  public mutating func workOutDigest(of date: CivilDate) {
    guard nights[date] != nil else { return }
    let basis = digestBasis(date)
    guard nightDigests.worked?.basis != basis else { return }
    nightDigests.worked = (basis, digest(of: date))
  }

  /// The entries of a night that lack something; none while the night is not loaded.
  public func toComplete(_ date: CivilDate) -> [ToComplete] {
    guard let night = nights[date], !plan.isClosed else { return [] }
    return ToComplete.list(of: night, lasting: lasting(in: date))
  }

  /// The entries of a night that nobody signed, where several people write; none while the night is not loaded.
  public func unsigned(_ date: CivilDate) -> [Item] {
    guard let night = nights[date], !plan.isClosed, plan.writers.count > 1 else { return [] }
    return ToComplete.unsigned(in: night)
  }

  /// How much there is to complete in a night: each entry that lacks something, and by whom all the others are as one.
  public func toCompleteCount(_ date: CivilDate) -> Int { toComplete(date).count + (unsigned(date).isEmpty ? 0 : 1) }

  private func digestBasis(_ date: CivilDate) -> NightDigests.Basis {
    .init(
      night: date, nightsChanged: nightsChanged, bounds: bounds, lasting: rows[date]?.lasting,
      isClosed: plan.isClosed, areSeveral: plan.writers.count > 1,
      until: date < tonight.adding(days: -1) ? 0 : now.milliseconds / 60_000)
  }

  private func nightLine(_ date: CivilDate) -> NightLine? {
    guard let night = nights[date] else { return nil }
    let line = NightLine(
      night, previous: self.night(date.adding(days: -1)), next: self.night(date.adding(days: 1)),
      lasting: rows[date]?.lasting, bounds: bounds, until: now)
    return line.isEmpty ? nil : line
  }
}
