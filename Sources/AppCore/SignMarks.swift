internal import NightModel

/// The marks of signs in the list of nights, worked out for the nights in sight. The weeks before them that rules look
/// back to are read between keys, so that no key waits for a mark.
struct SignMarks: Hashable, Sendable {
  fileprivate var worked = Derived(value: Worked())

  fileprivate struct Worked: Sendable {
    var basis: Basis?
    var signs: [CivilDate: [String]] = [:]
  }

  fileprivate struct Basis: Hashable {
    var sight: [CivilDate]
    var tonight: CivilDate
    var rows: Int
  }
}

extension App {
  /// The signs that nights in sight are some of the nights of; empty until they were worked out.
  var signMarks: [CivilDate: [String]] { record.plan.isClosed ? [:] : marking.worked.value.signs }

  /// True while marks are to be worked out between keys.
  var wantsMarks: Bool { marksNights && marking.worked.value.basis != marksBasis }

  private var marksNights: Bool { screen == .pastNights && !record.plan.isClosed && record.oldest != nil }

  private var marksBasis: SignMarks.Basis { .init(sight: rowsInSight, tonight: tonight, rows: record.rowsChanged) }

  /// Lets the rules look at the nights in sight, or asks for some of the rows that this needs.
  mutating func markSigns() -> [Effect] {
    guard wantsMarks else { return [] }
    let basis = marksBasis
    let needed = Set(basis.sight.flatMap { ($0.adding(days: -SignWatch.reach)...$0).nights })
    let missing = loadNewestRows(Array(needed))
    guard missing.isEmpty else { return missing }
    let watch = SignWatch(needed.compactMap { record.rows[$0] }, plan: record.plan, running: tonight)
    let signs = basis.sight.map { ($0, watch.signs(of: $0) ?? []) }
    marking.worked = Derived(value: .init(basis: basis, signs: Dictionary(uniqueKeysWithValues: signs)))
    return []
  }
}
