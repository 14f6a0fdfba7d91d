internal import NightModel

/// What was begun before last night and may still go on, such as a mask put on days ago: looked for between keys, and kept
/// until it was looked for anew.
struct StillOn: Hashable, Sendable {
  fileprivate var worked = Derived(value: (basis: Basis, marks: [Mark])?.none)

  fileprivate struct Basis: Hashable {
    var tonight: CivilDate
    /// What began or ended since, last night and tonight.
    var marks: [Mark]
    var rows: Int
  }
}

extension App {
  /// The marks of nights before last night of what may still go on; empty until they were looked for.
  var earlierMarks: [Mark] {
    stillOn.worked.value.flatMap { $0.basis.tonight == tonight ? $0.marks : nil } ?? []
  }

  /// True while they are to be looked for: nothing is read for it before the first screen stands.
  var wantsEarlierMarks: Bool {
    guard record.nights[tonight] != nil else { return false }
    switch screen {
    case .tonight, .glance, .handover: return stillOn.worked.value?.basis != earlierBasis
    default: return false
    }
  }

  private var earlierBasis: StillOn.Basis {
    let marks = [tonight.adding(days: -1), tonight].flatMap { record.night($0).marks }
    return .init(tonight: tonight, marks: marks, rows: record.rowsChanged)
  }

  /// Looks for them in the rows at hand, or asks for some of the rows that this needs.
  mutating func lookForEarlierMarks() -> [Effect] {
    guard wantsEarlierMarks else { return [] }
    let basis = earlierBasis
    let first = tonight.adding(days: -1)
    do throws(Record.NotAtHand) {
      let marks = try NightRun.marks(before: first, known: basis.marks) { dates throws(Record.NotAtHand) in
        try record.facts(of: dates)
      }
      stillOn.worked = Derived(value: (basis, marks))
      return []
    } catch {
      return [.loadNewestRows(min(error.night, tonight.adding(days: -Interval.farthest))...error.night)]
    }
  }
}
