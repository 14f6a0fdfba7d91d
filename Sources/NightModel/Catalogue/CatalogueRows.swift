internal import Text

/// One group of a checklist, such as "Position and skin".
public struct ChecklistGroup: Hashable, Sendable, Identifiable {
  /// Which of the three checklists it is part of.
  public enum List: String, Sendable {
    /// The bedtime routine.
    case bedtime
    /// Getting up in the morning.
    case gettingUp = "getting-up"
    /// Bed, surface, room and habits: what stands, night after night.
    case environment
  }

  /// Its id.
  public let id: String
  /// The checklist it is part of.
  public let list: List
  /// Its heading.
  public let label: String

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let list = json["list"]?.text.flatMap(List.init), let label = json["label"]?.text
    else { return nil }
    (self.id, self.list, self.label) = (id, list, label)
  }
}

/// One thing to check.
public struct ChecklistItem: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// The group it is part of; the starter routine has some in a group of the sleep environment.
  public internal(set) var group: String
  /// What to check.
  public let label: String
  /// What to do or look at, in one line.
  public let what: String
  /// Why, in one line.
  public let why: String
  /// What it makes no sense without: for each need, the ids of the equipment that meet it (any of them does).
  public internal(set) var needs: [Set<String>]
  /// What it needs besides to be part of the starter routine; nil where that leaves it out.
  public let starter: [Set<String>]?
  /// The group of the sleep environment in which the starter routine has it, because it stands for weeks; nil for most.
  public let standing: String?
  /// True where the starter routine leaves it out until the family adds it.
  var isLeftOut = false
  /// Keys of its sources.
  public let sources: [String]
  /// How sure the sources are.
  public let certainty: Certainty

  /// An item of the family's own.
  init(own id: String, group: String, label: String) {
    (self.id, self.group, self.label, what, why) = (id, group, label, "", "")
    (needs, starter, standing, sources, certainty) = ([], [], nil, [], .own)
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let group = json["group"]?.text, let label = json["label"]?.text,
      let what = json["what"]?.text, let why = json["why"]?.text, let needs = json["needs"]?.needs,
      let sources = json["sources"]?.texts, let certainty = json["certainty"]?.text.flatMap(Certainty.init)
    else { return nil }
    (starter, standing) = (json["starter"]?.needs, json["standing"]?.text)
    (self.id, self.group, self.label, self.what, self.why) = (id, group, label, what, why)
    (self.needs, self.sources, self.certainty) = (needs, sources, certainty)
  }
}

/// One symptom or sign that can be logged.
public struct Symptom: Hashable, Sendable, Identifiable {
  /// When it is looked for.
  public enum Time: String, Sendable {
    /// At night.
    case night
    /// By day, as a sign of how the night was.
    case day
  }

  /// What it is told with in the page for the clinic, apart from the rest.
  public enum ReportGroup: String, Sendable {
    /// What can point to weak breathing at night: told first, whether it was noted or not.
    case breathing
    /// What can come of weak breathing too: told right after it, where it was noted.
    case besideBreathing = "beside-breathing"
    /// A headache on waking, which the morning diary asks for too.
    case headache
  }

  /// Its id, for ever; also the word of `nightstand log`.
  public let id: String
  /// Its name.
  public let label: String
  /// When it is looked for.
  public let time: Time
  /// What it is, in one line of everyday words.
  public let what: String
  /// What it makes no sense without: for each need, the ids of the equipment that meet it (any of them does).
  public let needs: [Set<String>]
  /// True where every save of it points to the emergency card, at any grade.
  public let pointsToCard: Bool
  /// True where a grade of 0...10 means something. Elsewhere an entry has minutes, if they are known.
  public let isGraded: Bool
  /// True where one entry can say how often it was; elsewhere each time is an entry of its own.
  public let isCounted: Bool
  /// False for one that is read and told as it was written, and offered no more.
  public let isOffered: Bool
  /// What is asked once it is written, in place of a grade; nil for most.
  public let question: EventFacts.Question?
  /// What it is told with in the page for the clinic; nil for the rest.
  public let reportGroup: ReportGroup?
  /// Keys of its sources.
  public let sources: [String]
  /// How sure the sources are.
  public let certainty: Certainty

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, let time = json["when"]?.text.flatMap(Time.init),
      let what = json["what"]?.text, let needs = json["needs"]?.needs, let sources = json["sources"]?.texts,
      let certainty = json["certainty"]?.text.flatMap(Certainty.init),
      let pointsToCard = (json["card"] ?? .bool(false)).flag, let isGraded = (json["graded"] ?? .bool(false)).flag,
      let isCounted = (json["counted"] ?? .bool(false)).flag, !(isGraded && isCounted),
      let isOffered = (json["offered"] ?? .bool(true)).flag, let asked = EventFacts.Asked(json)
    else { return nil }
    (self.isGraded, self.isCounted, self.isOffered, question) = (isGraded, isCounted, isOffered, asked.question)
    let report = json["report"]
    reportGroup = report?.text.flatMap(ReportGroup.init)
    guard report == nil || reportGroup != nil else { return nil }
    (self.id, self.label, self.time, self.what, self.pointsToCard) = (id, label, time, what, pointsToCard)
    (self.needs, self.sources, self.certainty) = (needs, sources, certainty)
  }
}

extension Symptom {
  /// The ids of the symptoms that have no grade. One that the catalogue does not know may have one.
  static let withoutGrade = Set(Catalogue.standard.symptoms.filter { !$0.isGraded }.map(\.id))
  /// The ids of the symptoms of which one entry can say how often they were.
  static let counted = Set(Catalogue.standard.symptoms.filter(\.isCounted).map(\.id))
  /// The ids of the symptoms about which something else than a grade is asked.
  static let asking = Set(Catalogue.standard.symptoms.filter { $0.question != nil }.map(\.id))
}

extension Subject {
  /// True for a symptom that a grade of 1...10 means nothing for. 0 (asked, none) is an answer there too, and a grade that
  /// was written before is told as it was written.
  public var isWithoutGrade: Bool {
    if case .symptom(let id) = self { Symptom.withoutGrade.contains(id) } else { false }
  }

  /// True for a grade that cannot be given to it.
  func refuses(grade: Int) -> Bool { isWithoutGrade && Grade.isOccurrence(grade) }
}
