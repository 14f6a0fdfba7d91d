public import NightModel

/// What Tonight is asked for.
public enum TonightIntent: Hashable, Sendable {
  /// Answers the question that is open about an entry.
  case answer(Question, [NightModel.Field: FieldValue])
  /// Leaves the question open for the morning.
  case leaveBlank
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

/// What paper notes are asked for.
public enum PaperIntent: Hashable, Sendable {
  /// Takes a line that could not be read into the field again.
  case mend(CivilDate, Int)
  /// Saves a line that cannot be read as a note; nil for the one in the field.
  case keepAsNote(CivilDate, line: Int?)
}
