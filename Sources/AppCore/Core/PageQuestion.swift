public import NightModel

/// One question of a page that a night has once: the morning diary, or the caregiver's own night.
public struct PageQuestion: Hashable, Sendable {
  /// The night.
  public let night: CivilDate
  /// The page.
  public let subject: Subject
  /// What is asked.
  public let field: NightModel.Field
  /// Which questions follow once this one is answered.
  public let walk: Walk?

  /// Questions that are asked one after the other.
  public enum Walk: Hashable, Sendable {
    /// What is asked on every night.
    case usual
    /// What is asked only of a night in parts.
    case rare
  }

  /// A question asked alone, unless it is part of a walk.
  public init(_ night: CivilDate, _ subject: Subject, _ field: NightModel.Field, walk: Walk? = nil) {
    (self.night, self.subject, self.field, self.walk) = (night, subject, field, walk)
  }

  /// The questions that are asked along with it.
  private var all: [NightModel.Field] { walk.map(subject.questions) ?? [field] }

  /// Which question of how many it is, from 1.
  var number: (place: Int, of: Int) { ((all.firstIndex(of: field) ?? 0) + 1, all.count) }

  /// The question some steps on; nil past either end.
  func question(after steps: Int) -> PageQuestion? {
    let place = number.place - 1 + steps
    return all.indices.contains(place) ? PageQuestion(night, subject, all[place], walk: walk) : nil
  }
}

extension Subject {
  /// The questions of a walk, in order. The end of a morning offers a line in one's own words, so the walk does not ask.
  func questions(_ walk: PageQuestion.Walk) -> [NightModel.Field] {
    switch walk {
    case .usual: usualQuestions.filter { self != .diary || $0 != .note }
    case .rare: rareQuestions
    }
  }
}

/// Times typed for a page, to be read by the clocks of its night, with the answers that stand once they are.
public struct PageTimes: Hashable, Sendable {
  /// The question that was answered.
  public let question: PageQuestion
  /// What was typed, by field.
  public var texts: [NightModel.Field: String]
  /// What is answered with them.
  public var along: [NightModel.Field: FieldValue?] = [:]
}

/// An answer that cannot be right or is likelier a slip, and what it may have been meant to be. It is asked about and
/// never corrected.
public struct PageDoubt: Hashable, Sendable {
  /// The question that was answered.
  public let question: PageQuestion
  /// What is wrong, as the first half of a sentence.
  public let wrong: String
  /// What may be meant, the likeliest first.
  public let offers: [Offer]
  /// What was typed, if it is possible at all.
  public let asTyped: [NightModel.Field: FieldValue?]?

  /// Something that may be meant.
  public struct Offer: Hashable, Sendable {
    /// The offer in words.
    public let label: String
    /// What choosing it answers.
    public let meaning: Meaning
  }

  /// What an offer comes to.
  public enum Meaning: Hashable, Sendable {
    /// These answers.
    case answers([NightModel.Field: FieldValue?])
    /// Times that have to be read by the clocks of the night.
    case times(PageTimes)
  }
}

extension PageTimes {
  /// What the times mean in their night, read where the person is.
  func read(by times: TimeReader) -> [NightModel.Field: TypedReading<Zone.Reading>] {
    Dictionary(uniqueKeysWithValues: texts.map { ($0, times.answer($1, to: $0, in: question.night)) })
  }
}
