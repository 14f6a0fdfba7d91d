public import NightModel

/// What the program asks of the world, as closures, so that a test can be the world.
public struct World {
  /// The moment to act at; stands still if the person asked for one.
  public var now: () -> Instant
  /// True if `now` stands still.
  public var isFrozen: Bool
  /// Milliseconds on a clock that never jumps and never stands still.
  public var uptime: () -> Int64
  /// Reads partitions.
  public var load: ([Partition]) -> [LoadedPartition]
  /// How far the record reaches; nil if no night has anything written.
  public var extent: () -> RecordExtent?
  /// The rules by which clocks are set where the person is.
  public var zone: Zone
  /// Writes drafts durably, as one action.
  public var save: ([Draft]) -> SaveOutcome
  /// Takes the newest action back, at a moment and by whom.
  public var undo: (Instant, String?) -> UndoOutcome
  /// Brings back what undo took, at a moment and by whom.
  public var redo: (Instant, String?) -> UndoOutcome
  /// Brings back an action that undo took, whatever was done since, at a moment and by whom.
  public var bringBack: (EntryID, Instant, String?) -> UndoOutcome
  /// Told after each frame where the focus is; for tests.
  public var reportFocus: ((FocusReport) -> Void)?
  /// What the next undo would take back; nil for nothing.
  public var nextUndo: () -> UndoPreview?
  /// The facts of every night of a run, with what its figures need of those around it; a night nobody wrote has none.
  public var rows: (ClosedRange<CivilDate>) -> NightRun
  /// The same of the newest nights of a run: as many as a millisecond allows; nil if it was not enough for any, and more
  /// is known when it is asked again.
  public var newestRows: (ClosedRange<CivilDate>) -> NightRun?
  /// Goes on making the rows of all nights, for two milliseconds at most; says how far they are.
  public var prepareRows: () -> RowProgress
  /// Looks for something in all nights, newest entries first.
  public var search: (SearchQuery, OwnLabels) -> SearchOutcome
  /// Looks where these partitions lie from now on; true if they may hold something that was not there when last asked.
  /// Told by nothing unless somebody says how.
  public var watch: ([Partition]) -> Bool = { _ in false }
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
  /// The keys that the switches of this machine send, as they were kept; none unless somebody says how to know.
  public var switchKeys: () -> SwitchKeys = { SwitchKeys() }
  /// Keeps them for later runs; false if that cannot be.
  public var keepSwitches: (SwitchKeys) -> Bool = { _ in false }
  /// Makes a report, to be read or in a file.
  public var report: (ReportJob) -> ReportOutcome = { _ in .refused("No report can be made here.") }

  /// A world that watches nothing, looks for no findings and no doses, and makes no report until it is told how.
  public init(
    now: @escaping () -> Instant, isFrozen: Bool, uptime: @escaping () -> Int64, zone: Zone,
    load: @escaping ([Partition]) -> [LoadedPartition], extent: @escaping () -> RecordExtent?,
    rows: @escaping (ClosedRange<CivilDate>) -> NightRun,
    newestRows: @escaping (ClosedRange<CivilDate>) -> NightRun?, prepareRows: @escaping () -> RowProgress,
    search: @escaping (SearchQuery, OwnLabels) -> SearchOutcome, save: @escaping ([Draft]) -> SaveOutcome,
    undo: @escaping (Instant, String?) -> UndoOutcome, redo: @escaping (Instant, String?) -> UndoOutcome,
    bringBack: @escaping (EntryID, Instant, String?) -> UndoOutcome, nextUndo: @escaping () -> UndoPreview?
  ) {
    self.now = now
    self.isFrozen = isFrozen
    self.uptime = uptime
    self.zone = zone
    self.load = load
    self.extent = extent
    self.rows = rows
    self.newestRows = newestRows
    self.prepareRows = prepareRows
    self.search = search
    self.save = save
    self.undo = undo
    self.redo = redo
    self.bringBack = bringBack
    self.nextUndo = nextUndo
  }
}
