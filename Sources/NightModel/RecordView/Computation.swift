/// Something that is computed from many nights, a little at a time between keys, so that no key waits for years of them.
public enum Computation: Hashable, Sendable {
  /// When medicines were last given, in nights that are not at hand.
  case doses
  /// What was begun nights ago and may still go on.
  case earlierMarks
  /// The rows of all nights, to look through them.
  case allRows
  /// The signs that some nights are among the nights of.
  case signMarks(of: [CivilDate])
  /// What the rules find now.
  case signs
  /// What many nights come to.
  case trends(TrendRequest)
}

/// What has to be read for a computation to go on.
public enum Reading: Hashable, Sendable {
  /// The newest of these nights' rows, as many as there is time for between two keys.
  case rows(ClosedRange<CivilDate>)
  /// More of the rows of all nights.
  case allRows
  /// More of the nights that last doses are looked for in.
  case doses(DoseQuestion)
}

extension RecordView {
  /// True while there is something left to do for it.
  public func wants(_ computation: Computation) -> Bool {
    switch computation {
    case .doses: doseQuestion != nil
    case .earlierMarks: wantsEarlierMarks
    case .allRows: progress?.isComplete != true
    case .signMarks(let nights): oldest != nil && wantsMarks(of: nights)
    case .signs: !plan.isClosed && !isWatched
    case .trends(let request): wants(request)
    }
  }

  /// Goes on with it.
  /// - Returns: what has to be read first; nil if something was done without.
  public mutating func goOn(with computation: Computation) -> Reading? {
    guard wants(computation) else { return nil }
    switch computation {
    case .doses:
      guard let question = doseQuestion else { return nil }
      doseResults.ask(question)
      return .doses(question)
    case .earlierMarks: return lookForEarlierMarks().map(Reading.rows)
    case .allRows: return .allRows
    case .signMarks(let nights): return markSigns(of: nights).map(Reading.rows)
    case .signs:
      watchForSigns()
      return missingRows(watchedNights.nights).map(Reading.rows)
    case .trends(let request): return workOut(request).map(Reading.rows)
    }
  }
}
