/// The signs shown beside nights in their list. The weeks before those nights, which the rules look back to, are read
/// between keys.
struct SignMarkResults: Sendable {
  fileprivate var basis: Basis?
  fileprivate var signs: [CivilDate: [String]] = [:]

  fileprivate struct Basis: Hashable {
    var sight: [CivilDate]
    var tonight: CivilDate
    var rows: Int
  }
}

extension RecordView {
  /// The signs that nights in sight are some of the nights of; none of a night that is
  /// not recorded, and of any until they were worked out.
  public var signMarks: [CivilDate: [String]] { plan.isClosed ? [:] : signMarkResults.signs }

  /// Over how many nights that are none of its own a sign is held to go on.
  public static let signGap = 14

  /// The signs that a night is the first of: one of their nights, when none of the nights just before was.
  public func signsBeginning(in night: CivilDate) -> [String] {
    guard let signs = signMarks[night], !signs.isEmpty else { return [] }
    let before = Set((1...Self.signGap).flatMap { signMarks[night.adding(days: -$0)] ?? [] })
    return signs.filter { !before.contains($0) }
  }

  private func markBasis(_ sight: [CivilDate]) -> SignMarkResults.Basis {
    .init(sight: sight, tonight: tonight, rows: rowsChanged)
  }

  /// True while the signs of these nights have to be computed.
  func wantsMarks(of sight: [CivilDate]) -> Bool { !plan.isClosed && signMarkResults.basis != markBasis(sight) }

  /// Computes the signs of some nights.
  /// - Returns: the nights whose rows are needed first; nil if it is done.
  mutating func markSigns(of sight: [CivilDate]) -> ClosedRange<CivilDate>? {
    guard wantsMarks(of: sight) else { return nil }
    var needed: [CivilDate] = []
    for night in sight.sorted() {
      let first = night.adding(days: -SignWatch.reach)
      needed += (max(first, needed.last?.adding(days: 1) ?? first)...night).nights
    }
    if let missing = missingRows(needed) { return missing }
    let watch = SignWatch(needed.compactMap { rows[$0] }, plan: plan, running: tonight)
    let signs = sight.compactMap { night in watch.signs(of: night).map { (night, $0) } }
    signMarkResults = .init(basis: markBasis(sight), signs: Dictionary(uniqueKeysWithValues: signs))
    return nil
  }
}
