public import CellUI
public import NightModel

/// What happened or is wanted. `App.update` is the one place that answers.
public enum Action: Hashable, Sendable {
  // From the terminal.

  /// The program starts.
  case start
  /// A key was pressed; `uptime` in milliseconds on a clock that never jumps.
  case press(Key, uptime: Int64)
  /// What the clock shows now; `uptime` as above, nil where the clock stands still.
  case clock(Instant, uptime: Int64?)
  /// A minute has passed without a key, on a screen that may rest; `uptime` as above.
  case rest(uptime: Int64)
  /// A minute has passed: time to look whether another bedside wrote something.
  case tick
  /// Somebody else may have written something: another bedside, or a command.
  case stirred
  /// The screen has that much room.
  case showing(Room)
  /// The terminal is going away, or the program is asked to end.
  case ended

  // From the person.

  /// Writes something down.
  case log(Log)
  /// Asks which medicine it was, then writes it down.
  case medicine(String)
  /// Answers a checklist item.
  case check(String, ItemState)
  /// Sets fields of an entry.
  case amend(Target, [Field: FieldValue?])
  /// Answers the question that is open about an entry.
  case answer(Question, [Field: FieldValue])
  /// Leaves the question open for the morning.
  case leaveOpen
  /// Takes an entry back.
  case retract(Target)
  /// Moves the entry written last by some minutes.
  case shift(minutes: Int)
  /// Moves one entry by some minutes.
  case shiftEntry(Target, minutes: Int)
  /// Moves one entry to a moment, with a remark if the clock showed it twice.
  case moveEntry(Target, Instant, remark: String?)
  /// Moves one entry to a moment in another night, or to one still to come: it was asked about.
  case moveAnyway(Target, Instant)
  /// Says what a marked moment was.
  case become(Target, Log)
  /// Writes the end of what an entry began, at a moment, with a remark if the clock showed it twice.
  case endInterval(Target, Instant, remark: String?)
  /// Leaves an entry as it was written with one key: it is not asked about again.
  case acceptAsIs(Target)
  /// Leaves all that is to complete in a night as it is.
  case acceptAll(CivilDate)
  /// Brings back an entry that was taken back.
  case bringBack(Target)
  /// Takes the last action back though somebody else did it: it was asked about.
  case undoAnyway
  /// Says something in the status line.
  case say(String)
  /// Writes a note on the entry written last, or on the night.
  case note
  /// Goes to a screen.
  case open(Screen)
  /// Goes to another night in place of this one.
  case turnTo(CivilDate)
  /// Goes to a screen, with the focus on one of its items.
  case find(Screen, focus: String)
  /// Goes to a page of the guide, in place of the one shown, at the beginning or at one of its blocks.
  case readPage(String, block: Int?)
  /// Looks for words in all nights.
  case lookFor(String)
  /// Lists only the nights in which something was found, or all again.
  case narrow(SearchQuery?)
  /// Scrolls what is being read by what the screen shows of it; from its end, back to its top.
  case readOn
  /// Begins to type a text.
  case type(TextEntry.Purpose)
  /// Goes on typing.
  case resumeTyping
  /// A whole text was typed at once, in line mode.
  case typed(String)
  /// Moves the focus to an item.
  case focus(String)
  /// Is done with the text typed.
  case finishText
  /// Asks one question of a page.
  case ask(PageQuestion)
  /// Goes through a page question by question.
  case walk(CivilDate, Subject)
  /// Goes to the question some steps on, leaving this one as it is.
  case stepQuestion(PageQuestion, Int)
  /// Answers a question of a page; sure once it was asked whether it is meant so.
  case answerPage(PageQuestion, [NightModel.Field: FieldValue?], isSure: Bool)
  /// Answers with times that have to be read by the clocks of the night.
  case readTimes(PageTimes)
  /// Confirms all that is proposed for the diary of a night.
  case confirmProposals(CivilDate)
  /// Sets on whose word what is answered next is; nil for not said.
  case setSource(String?)
  /// Sets who writes.
  case writeAs(String)
  /// Sets a setting of the plan; empty makes it blank.
  case set(String, String)
  /// Chooses of everything that has two versions since an import the one that came, or the one that was here.
  case chooseVersions(imported: Bool)
  /// Answers all that is still open in a checklist with "not needed".
  case restNotNeeded(ChecklistGroup.List)
  /// Moves an item up or down within its group.
  case moveItem(String, by: Int)
  /// Takes somebody or something off a page of the plan, with all that was said of it.
  case removeMember(PlanKey.Page, String)
  /// Is done with the first questions.
  case endWelcome
  /// Begins a new record where the one that was here is missing.
  case beginNew
  /// Takes a line of paper notes that could not be read into the field again.
  case mend(CivilDate, Int)
  /// Save a line of paper notes that cannot be read as a note; nil for the one in the field.
  case keepAsNote(CivilDate, line: Int?)
  /// Writes that somebody took over or left duty, by their initials.
  case handOver(HandoverKind, by: String)
  /// Looks at another number of nights together.
  case look(TrendSpan)
  /// Shows the hours in bed of a night's line of time, or all of it.
  case zoom
  /// Does what a key does, chosen from the help.
  case command(Command)
  /// Changes what the report is to be.
  case report(ReportChange)
  /// Makes a report.
  case makeReport(ReportJob)
  /// Goes back one screen.
  case back
  /// Takes the last action back.
  case undo
  /// Brings back what undo took.
  case redo
  /// Leaves the program.
  case quit
  /// The program has ended.
  case over

  // From the world.

  /// Partitions were read.
  case loaded([Loaded])
  /// The rows of some nights were made.
  case loadedRows([NightFigures], unread: [CivilDate: [RecordFinding]])
  /// A report was made, or not.
  case reported(ReportOutcome)
  /// The rows of all nights are so far.
  case prepared(RowProgress)
  /// There is time for a little of the work that no key waits for.
  case work
  /// These entries were found, newest first.
  case found(SearchQuery, SearchOutcome)
  /// When the clocks of this place change tonight; nil if they do not.
  case foundClockChange(ClockChange?)
  /// The first night that has anything written; nil if none has.
  case foundOldest(CivilDate?)
  /// What is wrong with the record as a whole.
  case foundFindings(WholeFindings)
  /// These are the last doses that were found so far.
  case foundDoses(DoseQuestion, KnownDoses)
  /// What times typed for a page can mean.
  case timesRead(PageTimes, [NightModel.Field: TimeReading])
  /// Entries are on the disk, in these partitions.
  case saved([Entry], in: [Partition], from: Origin)
  /// Entries could not be written.
  case notSaved(NotSaved)
  /// Paper notes were read.
  case paperRead(PaperNotes.Sheet, of: CivilDate, Sitting.Use)
  /// An undo or redo was done, or found nothing to do (no words).
  case stepped(Command, words: [String])
  /// What the next undo would take back; nil for nothing.
  case nextUndo(UndoPreview?)
  /// The last action is somebody else's, so taking it back is asked about first.
  case asksBeforeUndo(UndoPreview)
}

/// How much of a scene a screen shows.
public struct Room: Hashable, Sendable {
  /// How many items of its list.
  public var lines: Int
  /// Which items of its list; nil where that was not measured, and all can be reached at once.
  public var page: Range<Int>?
  /// How wide it is.
  public var columns = 80
  /// True where it is told in lines, one after the other: columns say nothing to who hears them.
  public var isSpoken = false
  /// How many rows of its facts.
  public var shownFacts = 0
  /// How many rows of its facts it has no room for.
  public var hiddenFacts = 0
  /// How many lines of what was written.
  public var shownLog = 0
  /// True if it is the facts that scroll, and not what was written.
  public var scrollsFacts = false
  /// The row of the facts on which the one to begin at stands; nil if none is asked for.
  public var anchorRow: Int?
}

/// What one partition holds.
public struct Loaded: Hashable, Sendable {
  /// The partition.
  public let partition: Partition
  /// Its entries.
  public let entries: [Entry]
  /// What is wrong with it; empty if nothing is.
  public let findings: [RecordFinding]
  /// The emergency card as it was kept before, where the plan it is made of is damaged or gone; nil if all is well.
  public let keptCard: String?

  /// What was read.
  public init(partition: Partition, entries: [Entry], findings: [RecordFinding] = [], keptCard: String? = nil) {
    self.partition = partition
    self.entries = entries
    self.findings = findings
    self.keptCard = keptCard
  }
}

/// What a save came from, which decides what is said and asked afterwards.
public enum Origin: Hashable, Sendable {
  /// A new entry, which may have a question.
  case log(Log)
  /// An answer to a question, or fields of an entry that were filled in.
  case fields(Target)
  /// The time of an entry set so many minutes later, or earlier; by the keys of Tonight, or on its page.
  case shifted(Target, minutes: Int, byKey: Bool)
  /// An entry taken back.
  case retraction(Target)
  /// An answer to a checklist item.
  case check(String)
  /// All that was open in a checklist, answered at once.
  case rest
  /// Answers to questions of a page.
  case answers(PageQuestion, [NightModel.Field: FieldValue?])
  /// A setting of the plan.
  case setting(String)
  /// A marked moment that was said to be this.
  case became(Log)
  /// The end of what an entry began, with a remark if the clock showed its time twice.
  case end(Target, remark: String?)
  /// Entries left as they are.
  case accepted([Target])
  /// An entry put into the night of another time.
  case moved(Target)
  /// What an entry said of how something stands, said anew in its place.
  case anew(Target)
  /// An entry that was taken back, brought back.
  case broughtBack(Target)
  /// Lines of the paper notes of a night.
  case paper(CivilDate)
  /// One person going, another coming.
  case handover
  /// Something that could not be written before.
  case retry
}

/// Entries that could not be written to the record.
public struct NotSaved: Hashable, Sendable {
  /// Why, as words that follow "because".
  public let reason: String
  /// The entries that are kept beside the record on this machine, where the next save that works takes them from, with
  /// their partitions and what they came from; empty if there are none.
  public let kept: [Entry]
  /// True if they are kept in the record itself, where the disk did not confirm them.
  public let isRead: Bool
  /// The partitions of what is kept.
  public let partitions: [Partition]
  /// What the save came from.
  public let origin: Origin?
  /// What lies nowhere but in this program, as one action with the ids it was to have.
  public let lost: [Draft]
  /// What could not be written, each in a few words.
  public let words: [String]

  /// Entries that could not be written.
  public init(
    reason: String, kept: [Entry] = [], isRead: Bool = false, partitions: [Partition] = [], origin: Origin? = nil,
    lost: [Draft], words: [String]
  ) {
    self.reason = reason
    self.kept = kept
    self.isRead = isRead
    self.partitions = partitions
    self.origin = origin
    self.lost = lost
    self.words = words
  }
}
