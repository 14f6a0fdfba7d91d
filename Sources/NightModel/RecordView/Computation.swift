/// A result that is computed from many nights, in small steps between keys, so that no key waits for it.
public enum Computation: Hashable, Sendable {
  /// The last doses of medicines, in nights that are not loaded.
  case doses
  /// The starts of intervals in earlier nights that may still go on.
  case earlierEdges
  /// The rows of all nights, for a search.
  case allRows
  /// What is told from every night of the record: signs, and since when each kind of thing is written.
  case wholeRecord
  /// The trends over some nights.
  case trends(TrendRequest)
}

/// What has to be read before a computation can take its next step.
public enum Reading: Hashable, Sendable {
  /// The newest of these nights' rows, as many as there is time for between two keys.
  case rows(ClosedRange<CivilDate>)
  /// More of the rows of all nights.
  case allRows
  /// How far the record reaches.
  case extent
  /// More of the nights that last doses are looked for in.
  case doses(DoseQuestion)
}

extension RecordView {
  /// True while a computation has steps left.
  public func wants(_ computation: Computation) -> Bool {
    switch computation {
    case .doses: doseQuestion != nil
    case .earlierEdges: wantsEarlierEdges
    case .allRows: progress?.isComplete != true
    case .wholeRecord: !isPassed
    case .trends(let request): wants(request)
    }
  }

  /// Takes the next step of a computation.
  /// - Returns: what has to be read first; nil if the step needed nothing.
  public mutating func goOn(with computation: Computation) -> Reading? {
    guard wants(computation) else { return nil }
    switch computation {
    case .doses:
      guard let question = doseQuestion else { return nil }
      doseResults.ask(question)
      return .doses(question)
    case .earlierEdges: return lookForEarlierEdges().map(Reading.rows)
    case .allRows: return .allRows
    case .wholeRecord: return extent == nil ? .extent : goOnPassing().map(Reading.rows)
    case .trends(let request): return workOut(request).map(Reading.rows)
    }
  }
}
