/// A pass over every night of the record: what the rules for signs say, and since when each kind of thing is written. Years
/// of nights are folded a few at a time between keys, and what lies well before tonight is folded once.
struct RecordPass: Sendable {
  fileprivate var worked: (basis: Basis, state: SignState, spans: [SignFold.Spans], since: WrittenSince)?
  /// The nights folded so far, and the next one to take.
  fileprivate var underWay: Fold?
  /// The same up to some weeks before the newest night: what is written tonight changes nothing before.
  fileprivate var settled: Fold?

  fileprivate struct Fold: Sendable {
    let extent: RecordExtent
    var next: CivilDate
    var signs: SignFold
    var since = WrittenSince()
  }

  fileprivate struct Basis: Hashable {
    var newest: CivilDate
    var tonight: CivilDate
    var extent: RecordExtent
    var rows: Int
  }

  /// Forgets what was folded of a night and of all after it, because its figures may be others now.
  mutating func forget(from night: CivilDate) {
    if underWay.map({ $0.next > night }) == true { underWay = nil }
    if settled.map({ $0.next > night }) == true { settled = nil }
  }

  /// Forgets all that was folded.
  mutating func forget() { (underWay, settled) = (nil, nil) }
}

extension RecordView {
  private var passBasis: RecordPass.Basis? {
    extent.map { .init(newest: newestNight, tonight: tonight, extent: $0, rows: rowsChanged) }
  }

  /// True once every night was looked at as it stands.
  public var isPassed: Bool {
    guard let basis = passBasis else { return false }
    return recordPass.worked?.basis == basis
  }

  /// True once the rules have looked at every night; never in a closed record.
  public var isWatched: Bool { isPassed && !plan.isClosed }

  /// Since when each kind of thing is written, as it was found last; nil until it was looked for.
  var writtenSince: WrittenSince? { recordPass.worked?.since }

  /// What the rules say; nil until the nights were read, and in a closed record.
  public var signs: SignState? { isWatched ? lastSigns : nil }

  /// What the rules said last, also while nights are read again.
  public var lastSigns: SignState? { plan.isClosed ? nil : recordPass.worked?.state }

  /// The finding of one rule, standing or ended.
  public func finding(of rule: String) -> SignFinding? {
    signs.flatMap { ($0.findings + $0.ended).first { $0.rule.id == rule } }
  }

  /// The lines of the list under which a sign stood on a night; none of a night without any, and of all until they were
  /// worked out.
  public func signLines(of night: CivilDate) -> [String] {
    guard !plan.isClosed, let worked = recordPass.worked, night <= worked.basis.newest else { return [] }
    return worked.spans.filter { $0.spans.contains { $0.stands(on: night) } }.map(\.rule.line).eachOnce
  }

  /// The lines under which a sign stood on a night and not on the one before.
  public func signsBeginning(in night: CivilDate) -> [String] {
    let before = signLines(of: night.adding(days: -1))
    return signLines(of: night).filter { !before.contains($0) }
  }

  /// So many nights are folded in one step, well under two milliseconds.
  private static let step = 64

  /// Takes some more nights, if their rows are known.
  /// - Returns: the nights whose rows are needed first; nil if none are.
  mutating func goOnPassing() -> ClosedRange<CivilDate>? {
    guard !isPassed, let basis = passBasis else { return nil }
    var fold = foldUnderWay(basis)
    if let stretch = basis.extent.stretches(to: basis.newest).first(where: { $0.upperBound >= fold.next }) {
      let next = max(fold.next, stretch.lowerBound)
      // Some are asked for at once, and never all: thirty years of them would be gone through at every step.
      let ahead = next...min(stretch.upperBound, next.adding(days: 4 * Self.step - 1))
      if let missing = missingRows(ahead.nights) { return missing }
      // Taken out while it grows, so that nothing of it is copied.
      recordPass.underWay = nil
      for night in ahead.nights.prefix(Self.step) { take(night, into: &fold, newest: basis.newest) }
      recordPass.underWay = fold
      guard fold.next > basis.newest else { return nil }
    }
    recordPass.underWay = nil
    if writtenSince != fold.since { fill(since: fold.since) }
    recordPass.worked = passBasis.map { ($0, fold.signs.state(asOf: basis.newest), fold.signs.spans, fold.since) }
    return nil
  }

  private mutating func take(_ night: CivilDate, into fold: inout RecordPass.Fold, newest: CivilDate) {
    // A night that is changed can change others as far as an interval reaches.
    let settles = newest.adding(days: -Interval.farthest - 2)
    if fold.next <= settles, night >= settles { recordPass.settled = fold }
    if let row = rows[night] {
      fold.signs.take(row, isRunning: night == tonight)
      fold.since.take(row.summary)
    }
    fold.next = night.adding(days: 1)
  }

  private func foldUnderWay(_ basis: RecordPass.Basis) -> RecordPass.Fold {
    let known = [recordPass.underWay, recordPass.settled].compactMap(\.self).first { known in
      known.extent == basis.extent && known.next <= basis.newest.adding(days: 1)
    }
    return known ?? .init(extent: basis.extent, next: basis.extent.oldest, signs: SignFold(SignBasis(plan)))
  }
}
