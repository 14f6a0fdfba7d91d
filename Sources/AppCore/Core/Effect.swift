public import NightModel

/// Something for the world to do. The program returns them; `Driver` carries them out and feeds back what came of it.
public enum Effect: Hashable, Sendable {
  /// Reads partitions.
  case load([Partition])
  /// Makes the rows of a run of nights: their figures, for lists and everything that looks over many nights.
  case loadRows(ClosedRange<CivilDate>)
  /// Makes the rows of the newest nights of a run: as many as a moment between two keys allows, and one at least.
  case loadNewestRows(ClosedRange<CivilDate>)
  /// Goes on making the rows of all nights for a moment, and says how far they are.
  case prepareRows
  /// Looks for something in all nights.
  case search(SearchQuery)
  /// Finds out how far the record reaches.
  case findExtent
  /// Goes on looking for what is wrong with the record as a whole.
  case findFindings
  /// Goes on looking for the last doses in nights that are not at hand, for a moment.
  case findDoses(DoseQuestion)
  /// Writes drafts durably, as one action.
  case save([Draft], Origin)
  /// Begins a new record with the next save, in place of one that is missing.
  case beginNew
  /// Does what waited for what was asked for before it.
  case goOn(Intent)
  /// Makes a report.
  case report(ReportJob)
  /// Takes the newest action back; somebody else's only once that was asked about.
  case undo
  /// Takes the newest action back, whoever did it.
  case undoAnyway
  /// Finds out what the next undo would take back.
  case previewUndo
  /// Brings back what undo took.
  case redo
  /// Brings back an action that undo took, whatever was done since.
  case bringBack(EntryID)
  /// Keeps which keys the switches of this machine send.
  case keepSwitches(SwitchKeys)
  /// Stops the program until the shell lets it go on.
  case suspend
  /// Ends the program.
  case quit
}
