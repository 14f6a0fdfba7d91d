public import NightModel

/// Something for the world to do. `App.update` returns them; `run` carries them out and feeds back what came of it.
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
  /// Finds out which night is the first that has anything written.
  case findOldest
  /// Goes on looking for what is wrong with the record as a whole.
  case findFindings
  /// Goes on looking for the last doses in nights that are not at hand, for a moment.
  case findDoses(DoseQuestion)
  /// Writes drafts durably, as one action.
  case save([Draft], Origin)
  /// Begins a new record with the next save, in place of one that is missing.
  case beginNew
  /// Reads a time typed for an entry, within its night by that rule.
  case readTime(String, Target, NightRule)
  /// Reads times typed for a page of a night.
  case readTimes(PageTimes)
  /// Reads a time typed for the end of what an entry began.
  case readEnd(String, Target, NightRule)
  /// Does what waited for what was asked for before it.
  case goOn(Action)
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
  /// Finds out when the clocks of this place change within a night.
  case findClockChange(CivilDate, NightRule)
  /// Reads paper notes of a night, for what they are to become.
  case readPaper(String, of: CivilDate, Sitting.Use)
  /// Stops the program until the shell lets it go on.
  case suspend
  /// Ends the program.
  case quit
}

/// What the program asks of the world, as closures, so that a test can be the world.
public struct World {
  /// The moment to act at; stands still if the person asked for one.
  public var now: () -> Instant
  /// True if `now` stands still.
  public var isFrozen: Bool
  /// Milliseconds on a clock that never jumps and never stands still.
  public var uptime: () -> Int64
  /// Reads partitions.
  public var load: ([Partition]) -> [Loaded]
  /// The first night that has anything written; nil if none has.
  public var oldestNight: () -> CivilDate?
  /// Writes drafts durably; answers `.saved` or `.notSaved`.
  public var save: ([Draft], Origin) -> Action
  /// Undoes or redoes; answers `.stepped` or `.notSaved`.
  public var step: (Command, Instant, String?) -> Action
  /// Reads a time typed for an entry, within its night; answers `.moveEntry`, or `.say` why not.
  public var readTime: (String, Target, NightRule) -> Action
  /// Told after each frame where the focus is; for tests.
  public var account: ((Account) -> Void)?
  /// What the next undo would take back; nil for nothing.
  public var nextUndo: () -> UndoPreview?
  /// The facts of every night of a run, with what its figures need of those around it; a night nobody wrote has none.
  public var rows: (ClosedRange<CivilDate>) -> NightRun
  /// The same of the newest nights of a run: as many as a millisecond allows, and one at least.
  public var newestRows: (ClosedRange<CivilDate>) -> NightRun
  /// Goes on making the rows of all nights, for two milliseconds at most; says how far they are.
  public var prepareRows: () -> RowProgress
  /// Looks for something in all nights, newest entries first.
  public var search: (SearchQuery, OwnLabels) -> SearchOutcome
  /// Looks where these partitions lie from now on; true if they may hold something that was not there when last asked.
  /// Told by nothing unless somebody says how.
  public var watch: ([Partition]) -> Bool = { _ in false }
  /// When the clocks of this place change within a night; nil if they do not, or if nobody says how to know.
  public var clockChange: (CivilDate, NightRule) -> ClockChange? = { _, _ in nil }
  /// Goes on looking for what is wrong with the record as a whole, such as a folder that is not there, for two milliseconds
  /// at most; asked between keys, at the beginning and each minute, until it is complete. Nil if nobody says how to know.
  public var findings: (() -> WholeFindings)?
  /// Goes on looking for the last doses in nights that are not at hand, for two milliseconds at most; asked the same
  /// until the answer is complete. None is known unless somebody says how to look.
  public var lastDoses: (DoseQuestion) -> KnownDoses = { question in
    var none = KnownDoses()
    none.complete(question)
    return none
  }
  /// Begins a new record with the next save, in place of one that is missing.
  public var beginNew: () -> Void = {}
  /// What reads typed times where the person is, nights being cut by a rule.
  public var moments: (NightRule) -> MomentText
  /// Makes a report, to be read or in a file.
  public var report: (ReportJob) -> ReportOutcome = { _ in .refused("No report can be made here.") }

  /// A world by its parts.
  public init(
    now: @escaping () -> Instant, isFrozen: Bool, uptime: @escaping () -> Int64,
    load: @escaping ([Partition]) -> [Loaded], oldestNight: @escaping () -> CivilDate?,
    save: @escaping ([Draft], Origin) -> Action, step: @escaping (Command, Instant, String?) -> Action,
    readTime: @escaping (String, Target, NightRule) -> Action, account: ((Account) -> Void)? = nil,
    rows: @escaping (ClosedRange<CivilDate>) -> NightRun,
    newestRows: @escaping (ClosedRange<CivilDate>) -> NightRun, moments: @escaping (NightRule) -> MomentText,
    prepareRows: @escaping () -> RowProgress, search: @escaping (SearchQuery, OwnLabels) -> SearchOutcome,
    nextUndo: @escaping () -> UndoPreview? = { nil }
  ) {
    self.now = now
    self.isFrozen = isFrozen
    self.uptime = uptime
    self.load = load
    self.oldestNight = oldestNight
    self.save = save
    self.step = step
    self.readTime = readTime
    self.account = account
    self.nextUndo = nextUndo
    self.rows = rows
    self.newestRows = newestRows
    self.prepareRows = prepareRows
    self.search = search
    self.moments = moments
  }
}
