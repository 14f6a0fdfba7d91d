/// The facts of one night's own entries, from which its figures are made together with its neighbours'. It needs no plan
/// and no other night, so it can be kept beside the record for as long as the night's files stay as they are.
public struct NightSummary: Hashable, Sendable {
  /// The date of the night's evening.
  public let night: CivilDate
  /// How many things stand, corrections and what was taken back aside.
  public let entries: Int
  /// The last dose of each medicine written for the night, by time.
  public let doses: [Dose]
  /// How often each kind of event was written, symptoms aside.
  public let events: [EventKind: Int]
  /// Everything that begins or ends something that goes on, by time: mask, feed, sleep, power, caregiver up.
  public let edges: [IntervalEdge]
  /// When the person was turned, by time.
  public let turns: [Instant]
  /// The symptoms, by time, those asked about and not there among them.
  public let symptoms: [Symptom]
  /// How many suctions brought what, by the answer; those without one are not in it.
  public let mucus: [String: Int]
  /// How each checklist item was last answered, by the item's id; nil inside if the answer was made blank again.
  public let checks: [String: ItemState?]
  /// The morning diary; nil if there is none.
  public let diary: Details?
  /// The caregiver's own night; nil if nothing was written of it.
  public let carer: Details?
  /// True if anything stands that has a note.
  public let hasNotes: Bool
  /// True if anything that stands was corrected after it was written.
  public let isCorrected: Bool
  /// True if two corrections that did not know of each other disagree.
  public let hasTwoVersions: Bool

  /// A symptom as it was noted.
  public struct Symptom: Occurring, Hashable, Sendable {
    /// Its id in the catalogue.
    public let id: String
    /// When.
    public let at: Instant
    /// How bad, 0...10; nil if it was left blank.
    public let grade: Int?
    /// How often it was, by that entry; 0 if it was not there.
    public let times: Int

    /// A symptom as it was cached; nil for a grade left blank.
    package init(id: String, at: Instant, grade: Int?, times: Int) {
      (self.id, self.at, self.grade, self.times) = (id, at, grade, times)
    }

    /// False if it was asked about and was not there.
    public var isOccurrence: Bool { Grade.isOccurrence(grade) }
  }

  /// True if anything happened and was written down, or was asked about. Only then can a count of 0 mean none.
  public var holdsEvents: Bool { !events.isEmpty || !symptoms.isEmpty }

  /// The facts of a night.
  public init(_ night: Night) {
    let items = night.items
    self.night = night.date
    entries = items.count
    doses = Self.lastOfEach(night.doses)
    var events: [EventKind: Int] = [:]
    var turns: [Instant] = []
    var symptoms: [Symptom] = []
    for item in items {
      switch item.subject {
      case .event(let kind):
        events[kind, default: 0] += 1
        if kind == .turn { turns.append(item.at) }
      case .symptom(let id):
        symptoms.append(Symptom(id: id, at: item.at, grade: item.details.number(.value), times: item.times))
      case .check, .environment, .diary, .carer, .note, .plan, .handover: break
      }
    }
    (self.events, self.turns, self.symptoms) = (events, turns, symptoms)
    edges = night.edges
    let suctions = items.filter { $0.subject == .event(.suction) }
    mucus = suctions.compactMap { $0.details.text(.what) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let answers = night.answers
    checks = Night.checks(answers).mapValues { $0.details.text(.state).flatMap(ItemState.init) }
    let pages = [Subject.diary, .carer].map { night.answers(on: $0) }
    (diary, carer) = (pages[0]?.details, pages[1]?.details)
    hasNotes = items.contains { $0.details.text(.note) != nil }
    isCorrected = items.contains(where: \.isCorrected)
    hasTwoVersions =
      items.contains { !$0.conflicts.isEmpty } || answers.values.contains { !$0.versions.isEmpty }
      || pages.contains { $0?.versions.isEmpty == false }
  }

  /// The facts of a night as they were cached.
  package init(
    night: CivilDate, entries: Int, doses: [Dose], events: [EventKind: Int], edges: [IntervalEdge], turns: [Instant],
    symptoms: [Symptom], mucus: [String: Int], checks: [String: ItemState?], diary: Details?, carer: Details?,
    hasNotes: Bool,
    isCorrected: Bool, hasTwoVersions: Bool
  ) {
    (self.night, self.entries, self.doses, self.events) = (night, entries, doses, events)
    (self.edges, self.turns, self.symptoms, self.mucus) = (edges, turns, symptoms, mucus)
    (self.checks, self.diary, self.carer) = (checks, diary, carer)
    (self.hasNotes, self.isCorrected, self.hasTwoVersions) = (hasNotes, isCorrected, hasTwoVersions)
  }

  private static func lastOfEach(_ doses: [Dose]) -> [Dose] {
    var known: Set<MedicineName> = []
    return doses.reversed().filter { known.insert($0.medicine).inserted }.reversed()
  }
}
