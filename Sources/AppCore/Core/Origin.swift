public import NightModel

/// What a save came from, which decides what is said and asked afterwards.
public enum Origin: Hashable, Sendable {
  /// A new entry, which may have a question.
  case log(Log)
  /// A symptom that is described next.
  case symptom
  /// An answer to a question, or fields of an entry that were filled in.
  case fields(EntryAddress)
  /// The time of an entry set so many minutes later, or earlier; by the keys of Tonight, or on its page.
  case shifted(EntryAddress, minutes: Int, byKey: Bool)
  /// An entry taken back.
  case retraction(EntryAddress)
  /// An answer to a checklist item.
  case check(String)
  /// All that was open in a checklist, answered at once.
  case rest
  /// Answers to questions of a page.
  case answers(PageQuestion, [NightModel.Field: FieldValue?])
  /// A setting of the plan; nil for several at once.
  case setting(PlanKey?)
  /// A marked moment that was said to be this.
  case became(Log)
  /// The end of what an entry began, with a remark if the clock showed its time twice.
  case end(EntryAddress, remark: String?)
  /// Entries left as they are.
  case accepted([EntryAddress])
  /// An entry put into the night of another time.
  case moved(EntryAddress)
  /// What an entry said of how something stands, said anew in its place.
  case anew(EntryAddress)
  /// An entry that was taken back, brought back.
  case broughtBack(EntryAddress)
  /// Lines of the paper notes of a night: what else they could have meant, and how many lines of it wait to be mended.
  case paper(CivilDate, remark: String, waiting: Int)
  /// So many entries that nobody had signed, signed by somebody.
  case signed(Int, by: String)
  /// One person going, another coming.
  case handover
  /// Something that could not be written before.
  case retry
}
