/// The signs that the rules find in the record, worked out once and kept until something changes.
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

  /// True once the nights were read and the rules looked at them.
  public var isWatched: Bool { signResults.worked?.basis == signBasis && !plan.isClosed }

  /// What the rules found; nil where too few nights are recorded for any, and until the nights were read.
  public var signFindings: [SignFinding]? { isWatched ? lastSignFindings : nil }

  /// What the rules found when they last looked: it stands while nights are read anew.
  public var lastSignFindings: [SignFinding]? { signResults.worked?.findings }

  /// What was found of one sign.
  public func findings(of sign: String) -> [SignFinding] { (signFindings ?? []).filter { $0.rule.sign == sign } }

  /// Lets the rules look, unless they have or not all the nights were read.
  public mutating func watchForSigns() {
    guard !isWatched, holdsRows(of: watchedNights) else { return }
    let figures = watchedNights.nights.compactMap { rows[$0] }
    let watch = SignWatch(figures, plan: plan, running: tonight)
    signResults.worked = (signBasis, watch.findings(asOf: newestNight, catalogue: catalogue))
  }
}
