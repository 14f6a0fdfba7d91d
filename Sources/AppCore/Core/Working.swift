internal import NightModel

/// What the program does between keys, a little at a time, so that no key waits for years of nights.
enum Work: Hashable, Sendable {
  /// Looks for what is wrong with the record as a whole.
  case recordFindings
  /// Looks for the last doses in nights that are not at hand.
  case doses
  /// Looks for what was begun nights ago and may still go on.
  case stillOn
  /// Makes the rows of all nights, to look through them.
  case rows
  /// Looks for signs in the nights in sight.
  case marks
  /// Reads the nights that the rules look at.
  case findings
  /// Works out what the screen shows of many nights.
  case trends
  /// Makes the rows of all nights, in case somebody looks through them or goes far back.
  case rowsAhead
  /// Works out what all nights come to, in case somebody wants to see that next.
  case trendsAhead

  /// True if what the screen shows is not all there without it.
  var isNeeded: Bool {
    switch self {
    case .doses, .stillOn, .rows, .marks, .findings, .trends: true
    case .recordFindings, .rowsAhead, .trendsAhead: false
    }
  }
}

extension App {
  /// What is to be done next; nil for nothing.
  var work: Work? {
    if looksAtWholeRecord, record.wantsWholeFindings { return .recordFindings }
    if needsDoses { return .doses }
    if wantsEarlierMarks { return .stillOn }
    if needsRows { return .rows }
    if wantsMarks { return .marks }
    if wantsFindings { return .findings }
    if needsTrends { return .trends }
    if wantsRows { return .rowsAhead }
    return wantsTrendsAhead ? .trendsAhead : nil
  }

  /// True while somebody waits for what the screen was opened for. Tonight is opened for what is at hand.
  var isAwaited: Bool {
    if case .tonight = screen { return false }
    return needsRows || wantsMarks || wantsFindings || needsTrends
  }

  /// Goes on with it.
  mutating func goOnWithWork() -> [Effect] {
    switch work {
    case .recordFindings: [.findFindings]
    case .doses: goOnWithDoses()
    case .stillOn: lookForEarlierMarks()
    case .rows, .rowsAhead: [.prepareRows]
    case .marks: markSigns()
    case .findings: goOnReadingForSigns()
    case .trends, .trendsAhead: goOnWithTrends()
    case nil: []
    }
  }
}
