public import NightModel

/// What came of an effect.
public enum Reply: Sendable {
  /// Partitions were read.
  case loaded([LoadedPartition])
  /// The rows of some nights were made.
  case rows(NightRun)
  /// The rows of all nights are so far.
  case progress(RowProgress)
  /// What came of a report that was asked for.
  case report(ReportJob, ReportOutcome)
  /// These entries were found, newest first.
  case found(SearchQuery, SearchOutcome)
  /// How far the record reaches; nil if no night has anything written.
  case extent(RecordExtent?)
  /// What is wrong with the record as a whole.
  case findings(WholeFindings)
  /// These are the last doses that were found so far.
  case doses(DoseQuestion, KnownDoses)
  /// What came of a save, what it came from, and what its partitions hold now.
  case save(SaveOutcome, Origin, [LoadedPartition])
  /// What came of an undo, and the action it was about; nil where that is not known.
  case undo(UndoOutcome, of: EntryID?)
  /// What came of a redo.
  case redo(UndoOutcome)
  /// What the next undo would take back; nil for nothing.
  case nextUndo(UndoPreview?)
  /// The last action is somebody else's, so taking it back is asked about first.
  case asksBeforeUndo(UndoPreview)
  /// True if the keys of the switches are kept for later runs.
  case keptSwitches(Bool)
  /// What this waited for was done.
  case goOn(Intent)
  /// The program has ended.
  case over
}

extension Reply {
  /// True for an undo or a redo, after which the record is read anew.
  var isStep: Bool {
    if case .undo = self { return true }
    if case .redo = self { return true }
    return false
  }

  /// What takes back what was done to the record; nil where nothing was. What had failed before and was written now is no
  /// part of it.
  var takenBackBy: HeldKeys.Step? {
    switch self {
    case .save(_, .retry, _): nil
    case .save: .undo
    case .undo(let outcome, let action): outcome.hasDone ? action.map { .bringBack($0) } : nil
    case .redo(let outcome): outcome.hasDone ? .undo : nil
    case .loaded, .rows, .progress, .report, .found, .extent, .findings, .doses, .nextUndo, .asksBeforeUndo,
      .keptSwitches, .goOn,
      .over:
      nil
    }
  }
}
