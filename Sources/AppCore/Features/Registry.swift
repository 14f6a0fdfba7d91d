public import NightModel

/// What a person can want of one feature.
public enum FeatureIntent: Hashable, Sendable {
  case tonight(TonightIntent)
  case checklist(ChecklistIntent)
  case entry(EntryIntent)
  case morning(MorningIntent)
  case night(NightIntent)
  case pastNights(PastNightsIntent)
  case trends(TrendsIntent)
  case plan(PlanIntent)
  case start(StartIntent)
  case paper(PaperIntent)
  case handover(HandoverIntent)
  case guide(GuideIntent)
  case report(ReportIntent)
}

/// What Tonight is asked for.
public enum TonightIntent: Hashable, Sendable {
  /// Answers the question that is open about an entry.
  case answer(Question, [NightModel.Field: FieldValue])
  /// Leaves the question open for the morning.
  case leaveBlank
}

/// What a checklist is asked for.
public enum ChecklistIntent: Hashable, Sendable {
  /// Answers all that is still open in a checklist with "not needed".
  case restNotNeeded(ChecklistGroup.List)
}

/// What is asked for on the pages of an entry.
public enum EntryIntent: Hashable, Sendable {
  /// Moves it by some minutes.
  case shift(Target, minutes: Int)
  /// Moves it to a moment in another night, or to one still to come: it was asked about.
  case moveAnyway(Target, Instant)
  /// Says what a marked moment was.
  case become(Target, Log)
  /// Writes the end of what it began, at a moment, with a remark if the clock showed it twice.
  case end(Target, Instant, remark: String?)
  /// Leaves it as it was written with one key: it is not asked about again.
  case acceptAsIs(Target)
  /// Leaves all that is to complete in a night as it is.
  case acceptAll(CivilDate)
  /// Brings it back after it was taken back.
  case bringBack(Target)
}

/// What is asked for on the pages of a morning.
public enum MorningIntent: Hashable, Sendable {
  /// Asks one question of a page.
  case ask(PageQuestion)
  /// Goes through a page question by question.
  case walk(CivilDate, Subject)
  /// Goes to the question some steps on, leaving this one as it is.
  case step(PageQuestion, Int)
  /// Answers a question of a page; sure once it was asked whether it is meant so.
  case answer(PageQuestion, [NightModel.Field: FieldValue?], isSure: Bool)
  /// Answers with times that have to be read by the clocks of the night.
  case readTimes(PageTimes)
  /// Confirms all that is proposed for the diary of a night.
  case confirmProposals(CivilDate)
  /// Sets on whose word what is answered next is; nil for not said.
  case setSource(String?)
}

/// What is asked for on a night's screen.
public enum NightIntent: Hashable, Sendable {
  /// Goes to another night in place of this one.
  case turnTo(CivilDate)
  /// Shows the hours in bed of the line of time, or all of it.
  case zoom
}

/// What is asked for in the list of nights.
public enum PastNightsIntent: Hashable, Sendable {
  /// Lists only the nights in which something was found, or all again.
  case narrow(SearchQuery?)
  /// Looks for words in all nights.
  case lookFor(String)
}

/// What trends are asked for.
public enum TrendsIntent: Hashable, Sendable {
  /// Looks at another number of nights together.
  case look(TrendSpan)
}

/// What is asked for on the pages of the plan.
public enum PlanIntent: Hashable, Sendable {
  /// Chooses of everything that has two versions since an import the one that came, or the one that was here.
  case chooseVersions(imported: Bool)
  /// Moves an item up or down within its group.
  case moveItem(String, by: Int)
  /// Takes somebody or something off a page of the plan, with all that was said of it.
  case removeMember(PlanKey.Page, String)
}

/// What is asked for before the first night.
public enum StartIntent: Hashable, Sendable {
  /// Is done with the first questions.
  case endWelcome
  /// Begins a new record where the one that was here is missing.
  case beginNew
}

/// What paper notes are asked for.
public enum PaperIntent: Hashable, Sendable {
  /// Takes a line that could not be read into the field again.
  case mend(CivilDate, Int)
  /// Saves a line that cannot be read as a note; nil for the one in the field.
  case keepAsNote(CivilDate, line: Int?)
}

/// What a handover is asked for.
public enum HandoverIntent: Hashable, Sendable {
  /// Writes that somebody took over or left duty, by their initials.
  case handOver(HandoverKind, by: String)
}

/// What the guide is asked for.
public enum GuideIntent: Hashable, Sendable {
  /// Goes to a page, in place of the one shown, at the beginning or at one of its blocks.
  case read(String, block: Int?)
}

/// What is asked for on the pages of the report.
public enum ReportIntent: Hashable, Sendable {
  /// Changes what the report is to be.
  case change(ReportChange)
  /// Makes a report.
  case make(ReportJob)
}
