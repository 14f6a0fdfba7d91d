internal import NightModel

/// What the program does between keys, a little at a time, so that no key waits for years of nights.
enum BackgroundWork: Hashable, Sendable {
  /// Looks for what is wrong with the record as a whole.
  case recordFindings
  /// Computes what the screen shows.
  case needed(Computation)
  /// Computes what somebody may want to see next.
  case ahead(Computation)

  /// True if what the screen shows is not all there without it.
  var isNeeded: Bool {
    switch self {
    case .needed: true
    case .recordFindings, .ahead: false
    }
  }

  /// True for what may wait until no key is pressed for a moment, because the screen is of use without it.
  var isPatient: Bool {
    switch self {
    case .recordFindings, .ahead, .needed(.wholeRecord): true
    case .needed(.doses), .needed(.earlierEdges), .needed(.allRows), .needed(.trends): false
    }
  }
}

extension App {
  /// What is to be done next; nil for nothing.
  var work: BackgroundWork? {
    if looksAtWholeRecord, record.wantsWholeFindings { return .recordFindings }
    let needs = needs
    if let needed = needs.computed.first(where: { record.wants($0) }) { return .needed(needed) }
    return needs.ahead.first { record.wants($0) }.map(BackgroundWork.ahead)
  }

  /// True while somebody waits for what the screen was opened for.
  var isAwaited: Bool { needs.waits && needs.computed.contains { record.wants($0) } }

  /// Goes on with it.
  mutating func goOnWithWork() -> [Effect] {
    switch work {
    case .recordFindings: [.findFindings]
    case .needed(let computation), .ahead(let computation):
      switch record.goOn(with: computation) {
      case .rows(let nights)?: [.loadNewestRows(nights)]
      case .allRows?: [.prepareRows]
      case .extent?: [.findExtent]
      case .doses(let question)?: [.findDoses(question)]
      case nil: []
      }
    case nil: []
    }
  }
}
