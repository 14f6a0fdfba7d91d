/// The signs that the rules find in the record, kept until something changes.
struct SignResults: Sendable {
  fileprivate var worked: (basis: Basis, findings: [SignFinding]?)?

  fileprivate struct Basis: Hashable {
    var newest: CivilDate
    var tonight: CivilDate
    var rows: Int
  }
}

extension RecordView {
  /// The nights whose rows the rules need.
  public var watchedNights: ClosedRange<CivilDate> { newestNight.adding(days: -SignWatch.reach)...newestNight }

  private var signBasis: SignResults.Basis { .init(newest: newestNight, tonight: tonight, rows: rowsChanged) }

  /// True once the rules have looked at the nights as they stand.
  public var isWatched: Bool { signResults.worked?.basis == signBasis && !plan.isClosed }

  /// The signs found; nil where too few nights are recorded for any rule, and until the nights were read.
  public var signFindings: [SignFinding]? { isWatched ? lastSignFindings : nil }

  /// The signs found last, also while nights are read again.
  public var lastSignFindings: [SignFinding]? { signResults.worked?.findings }

  /// The findings of one sign.
  public func findings(of sign: String) -> [SignFinding] { (signFindings ?? []).filter { $0.rule.sign == sign } }

  /// Applies the rules, unless that is done or rows are missing.
  public mutating func watchForSigns() {
    guard !isWatched, holdsRows(of: watchedNights) else { return }
    let figures = watchedNights.nights.compactMap { rows[$0] }
    let watch = SignWatch(figures, plan: plan, running: tonight)
    signResults.worked = (signBasis, watch.findings(asOf: newestNight, catalogue: catalogue))
  }
}
