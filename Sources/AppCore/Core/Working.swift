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
    if wantsSignFindings { return .findings }
    if needsTrends { return .trends }
    if wantsRows { return .rowsAhead }
    return wantsTrendsAhead ? .trendsAhead : nil
  }

  /// True while somebody waits for what the screen was opened for. Tonight is opened for what is at hand.
  var isAwaited: Bool {
    if case .tonight = screen { return false }
    return needsRows || wantsMarks || wantsSignFindings || needsTrends
  }

  /// Goes on with it.
  mutating func goOnWithWork() -> [Effect] {
    switch work {
    case .recordFindings: [.findFindings]
    case .doses: goOnWithDoses()
    case .stillOn: reading(record.lookForEarlierMarks())
    case .rows, .rowsAhead: [.prepareRows]
    case .marks: reading(record.markSigns(of: rowsInSight))
    case .findings: reading(record.missingRows(record.watchedNights.nights))
    case .trends: reading(trendRequest.flatMap { record.workOut($0) })
    case .trendsAhead: reading(trendRequestAhead.flatMap { record.workOut($0) })
    case nil: []
    }
  }

  /// Asks for the newest of some nights' rows, as many as there is time for between two keys.
  private func reading(_ nights: ClosedRange<CivilDate>?) -> [Effect] { nights.map { [.loadNewestRows($0)] } ?? [] }

  /// Goes on looking for last doses.
  private mutating func goOnWithDoses() -> [Effect] {
    guard needsDoses, let question = record.doseQuestion else { return [] }
    record.ask(question)
    return [.findDoses(question)]
  }

  /// True while the screen shows less of last doses than there may be.
  var needsDoses: Bool {
    switch screen {
    case .tonight, .medicines, .handover: record.doseQuestion != nil
    default: false
    }
  }

  /// True while what was begun nights ago is to be looked for.
  private var wantsEarlierMarks: Bool {
    switch screen {
    case .tonight, .glance, .handover: record.wantsEarlierMarks
    default: false
    }
  }

  /// True where the screen tells of signs. In a closed record none does.
  private var watches: Bool {
    guard !record.plan.isClosed else { return false }
    switch screen {
    case .tonight: return isAwake && record.plan.value("sign-line") != "no"
    case .signs, .foundSign: return true
    default: return false
    }
  }

  /// True while nights are to be read between keys for signs: no key on Tonight waits for weeks of nights.
  var wantsSignFindings: Bool { watches && !record.isWatched }

  /// True while marks of signs are to be worked out between keys.
  var wantsMarks: Bool {
    screen == .pastNights && record.oldest != nil && record.wantsMarks(of: rowsInSight)
  }

  /// What Tonight says beside the way to the signs: how many were found, and nothing where none was or it is not wanted.
  /// It stands in a line that is there anyway, so that nothing moves under a finger when the nights have been read.
  var signLine: String {
    // While nights are read anew what was found before stands, or the line would come and go with every key.
    guard watches, let open = record.lastSignFindings?.open(record.plan, on: now.date), !open.isEmpty
    else { return "" }
    return SignWords.noted(open.count)
  }
}
