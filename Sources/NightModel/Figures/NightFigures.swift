/// The figures of one night, as `nights --format json` gives them. All durations are minutes; nil means not recorded,
/// which is never 0.
public struct NightFigures: Hashable, Sendable {
  /// The facts of the night's own entries.
  public let summary: NightSummary
  /// Sleep as the diary has it.
  public let diary: DiaryFigures
  /// Minutes the mask was on, inside the night, closed intervals only; nil if there is none, or while nobody has said of
  /// one that lasted over a day that it is right.
  public let mask: Int?
  /// True if a mask was put on and never noted as taken off; nil if nothing at all is recorded.
  public let maskIsOpen: Bool?
  /// What was begun in the night and has no end, and everything that touches it and lasted over a day.
  public let lasting: [Interval]
  /// The longest time between two turns of the night as written, whatever "let sleep" says; nil under two turns.
  public let longestTurnGap: Int?
  /// Symptoms noted that were there, by id in alphabetical order; nil unless anything that happened was written.
  public let symptoms: [SymptomCount]?
  /// How far the bedtime checklist went; nil if nothing on it was answered.
  public let checklist: ChecklistCount?
  /// The ids of the lines of the list of signs under which a sign stood on this night; nil until the rules have looked,
  /// and where nothing is recorded.
  public var signs: [String]?

  /// The equipment in use by the end of the night.
  let equipment: Set<String>
  /// Since when each kind of thing is written; nil until that is known.
  private(set) var since: WrittenSince?

  /// The date of the night's evening.
  public var night: CivilDate { summary.night }
  /// How many things are recorded for the night, corrections and what was taken back aside.
  public var entries: Int { summary.entries }
  /// Times turned. "Let sleep" and "adjusted" are no turns.
  public var turns: Int? { count(.turn) }
  /// Times suctioned.
  public var suctions: Int? { count(.suction) }
  /// Times the person is written to have woken (the diary's own number is `diary.awakenings`).
  public var wakings: Int? { count(.woke) }
  /// What the diary says of the wakings where that is another number than was written; nil where it is not.
  public var wakingsByDiary: Int? { diary.awakenings == wakings ? nil : diary.awakenings }

  /// How often a kind of event was written. None written counts as 0 from the first night on in which one was, if the
  /// equipment it needs is in use and anything that happened was written; else nil, because not recorded is not zero.
  public func count(_ kind: EventKind) -> Int? {
    if let count = summary.events[kind] { return count }
    let isEquipped = (EventFacts.needs[kind] ?? []).allSatisfy { !$0.isDisjoint(with: equipment) }
    return summary.holdsEvents && isEquipped && since?.holds(kind, by: night) == true ? 0 : nil
  }

  /// How often a symptom was there; none counts as 0 from the first night on in which it was written.
  public func count(symptom: String) -> Int? {
    if let count = symptoms?.first(where: { $0.id == symptom })?.count { return count }
    return summary.holdsEvents && since?.holds(symptom: symptom, by: night) == true ? 0 : nil
  }

  /// The same figures, counted by since when each kind of thing is written.
  public func counted(since: WrittenSince) -> NightFigures {
    var figures = self
    figures.since = since
    return figures
  }
  /// Whether there was a headache on waking, by the diary.
  public var headache: Bool? { summary.diary?.flag(.headache) }
  /// How rested the person woke, 1...5, by the diary.
  public var rested: Int? { summary.diary?.number(.rested) }
  /// Whether a symptom was there; false if it was only asked about, nil if neither was written.
  public func had(_ symptom: String) -> Bool? {
    let noted = summary.symptoms.filter { $0.id == symptom }
    return noted.isEmpty ? nil : noted.contains(where: \.isOccurrence)
  }
  /// The caregiver's own night; nil if nothing was written of it.
  public var carer: Details? { summary.carer }

  /// Minutes the mask was on, where all of it is known: nil while one put on was never noted as taken off, because the part
  /// that is known says how little was written and not how little it was worn.
  public var maskInAll: Int? { maskIsOpen == true ? nil : mask }
  /// What lasted over a day and nobody has said of that it is right: it counts nothing.
  public var unconfirmed: [Interval] { lasting.filter(\.isUnconfirmed) }
  /// True if a mask put on before the night and taken off after it was on all through, which nothing written in it says.
  public var isWornThrough: Bool { entries == 0 && (mask != nil || maskUnconfirmed != nil) }
  /// Minutes of the longest mask time among it; nil if there is none.
  public var maskUnconfirmed: Int? {
    unconfirmed.filter { $0.kind == .mask }.compactMap(\.milliseconds).max().map(Interval.minutes)
  }

  /// One symptom in one night.
  public struct SymptomCount: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// How often it was there, as noted.
    public let count: Int
    /// The highest grade given, 0...10; nil if none was.
    public let highest: Int?
  }

  /// The bedtime checklist in numbers.
  public struct ChecklistCount: Hashable, Sendable {
    /// Items done.
    public let done: Int
    /// Items not needed that night.
    public let notNeeded: Int
    /// Items that could not be done.
    public let couldNot: Int
    /// Items of the routine nobody answered.
    public let open: Int
  }

  /// The figures of a night among those on either side, by one plan.
  public init(_ night: Night, previous: Night, next: Night, plan: Plan, catalogue: Catalogue) {
    self.init(
      NightSummary(night), previous: NightSummary(previous), next: NightSummary(next), plan: plan,
      catalogue: catalogue)
  }

  /// The figures of a night from its own facts and those of the nights on either side, by one plan.
  public init(
    _ summary: NightSummary, previous: NightSummary, next: NightSummary, plan: Plan, catalogue: Catalogue
  ) {
    let goingOn = GoingOn([previous, summary, next].flatMap(\.edges), bounds: NightBounds(plan.nightRule))
    self.init(
      summary, goingOn: goingOn[summary.night], bedtime: BedtimeItems(plan: plan, catalogue: catalogue))
  }

  /// The figures of a night, by what went on in it and what is the same for all nights of one plan.
  init(_ summary: NightSummary, goingOn: GoingOn.OfNight, bedtime: BedtimeItems) {
    self.summary = summary
    diary = DiaryFigures(summary.diary)
    lasting = goingOn.lasting
    let isDoubtful = lasting.contains { $0.kind == .mask && $0.isUnconfirmed }
    mask = isDoubtful ? nil : goingOn.mask.map(Interval.minutes)
    let isOpen = lasting.contains { $0.kind == .mask && $0.end == nil }
    maskIsOpen = summary.entries == 0 && goingOn.mask == nil ? nil : isOpen
    longestTurnGap = zip(summary.turns, summary.turns.dropFirst()).map { $1.minutes(since: $0) }.max()
    symptoms = summary.holdsEvents ? Self.counted(summary.symptoms) : nil
    checklist = bedtime.count(summary.checks)
    equipment = bedtime.equipment
  }

  private static func counted(_ symptoms: [NightSummary.Symptom]) -> [SymptomCount] {
    let noted = Dictionary(grouping: symptoms.filter(\.isOccurrence), by: \.id)
    return noted.keys.sorted().map { id in
      let marks = noted[id] ?? []
      return SymptomCount(id: id, count: marks.timesInAll, highest: marks.compactMap(\.grade).max())
    }
  }
}

extension [NightFigures] {
  /// The same figures, counted by since when each kind of thing is written.
  public func counted(since: WrittenSince) -> [NightFigures] { map { $0.counted(since: since) } }
}
