/// The figures of one night, as `nights --format json` gives them. All durations are minutes; nil means not recorded,
/// which is never 0.
public struct NightFigures: Hashable, Sendable {
  /// The date of the night's evening.
  public let night: CivilDate
  /// How many things are recorded for the night, corrections and what was taken back aside.
  public let entries: Int
  /// Sleep as the diary has it.
  public let diary: DiaryFigures
  /// Minutes the mask was on, inside the night, closed intervals only; nil if there is none.
  public let mask: Int?
  /// True if a mask was put on and never noted as taken off; nil if nothing at all is recorded.
  public let maskIsOpen: Bool?
  /// Times turned. "Let sleep" and "adjusted" are no turns.
  public let turns: Int?
  /// The longest time between two turns of the night as written, whatever "let sleep" says; nil under two turns.
  public let longestTurnGap: Int?
  /// Times suctioned.
  public let suctions: Int?
  /// Times the person is written to have woken (the diary's own number is `diary.awakenings`).
  public let wakings: Int?
  /// Suctions that were said to be thick or coloured.
  public let changedMucus: Int?
  /// Whether there was a headache on waking, by the diary.
  public let headache: Bool?
  /// How rested the person woke, 1...5, by the diary.
  public let rested: Int?
  /// Symptoms noted, by id in alphabetical order.
  public let symptoms: [SymptomCount]?
  /// How far the bedtime checklist went; nil if nothing on it was answered.
  public let checklist: ChecklistCount?
  /// The caregiver's own night; nil if nothing was written of it.
  public let carer: Details?
  /// The ids of the signs this night is one of the nights of, as far as it and those before were recorded; nil until
  /// `SignWatch` has looked, and if too few nights are recorded for any rule.
  public var signs: [String]?

  /// One symptom in one night.
  public struct SymptomCount: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// How often it was noted.
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

  /// The figures of `night`, which need the nights on either side for what crosses a boundary, and nothing more.
  public init(_ night: Night, previous: Night, next: Night, plan: Plan, catalogue: Catalogue) {
    self.night = night.date
    entries = night.items.count
    diary = DiaryFigures(night.diary)
    carer = night.carer

    let masks = Interval.pairs(.maskOn, .maskOff, in: [previous, night, next])
    let rule = plan.nightRule
    let worn = masks.map { $0.milliseconds(in: night.date, rule: rule) }.reduce(0, +)
    let touches = masks.contains { interval in
      guard let end = interval.end else { return false }
      return interval.milliseconds(in: night.date, rule: rule) > 0
        || night.items.contains { $0.id == interval.start.id || $0.id == end.id }
    }
    mask = touches ? Int((worn + 30_000) / 60_000) : nil
    let startedTonight = Set(night.events(.maskOn).map(\.id))
    let leftOpen = masks.contains { $0.end == nil && startedTonight.contains($0.start.id) }
    maskIsOpen = night.items.isEmpty && !touches ? nil : leftOpen

    let turned = night.events(.turn)
    func counted(_ count: Int) -> Int? { night.holdsEvents ? count : nil }
    turns = counted(turned.count)
    longestTurnGap = zip(turned, turned.dropFirst()).map { $1.at.minutes(since: $0.at) }.max()
    suctions = counted(night.events(.suction).count)
    changedMucus = counted(
      night.events(.suction).filter { ["thick", "coloured"].contains($0.details.text(.what)) }.count)
    headache = night.diary?.flag(.headache)
    rested = night.diary?.number(.rested)
    wakings = counted(night.events(.woke).count)
    symptoms = night.holdsEvents ? Self.symptoms(of: night) : nil
    checklist = Self.checklist(of: night, plan: plan, catalogue: catalogue)
  }

  private static func symptoms(of night: Night) -> [SymptomCount] {
    var noted: [String: [Item]] = [:]
    for item in night.items {
      guard case .symptom(let id) = item.subject else { continue }
      noted[id, default: []].append(item)
    }
    return noted.keys.sorted().map { id in
      let items = noted[id] ?? []
      return SymptomCount(id: id, count: items.count, highest: items.compactMap { $0.details.number(.value) }.max())
    }
  }

  private static func checklist(of night: Night, plan: Plan, catalogue: Catalogue) -> ChecklistCount? {
    let checks = night.checks
    let bedtime = catalogue.items(of: .bedtime)
    let answered = bedtime.compactMap { checks[$0.id]?.details.text(.state).flatMap(ItemState.init) }
    guard !answered.isEmpty else { return nil }
    let open = bedtime.filter { plan.includes($0) && checks[$0.id] == nil }.count
    func count(_ state: ItemState) -> Int { answered.filter { $0 == state }.count }
    return ChecklistCount(
      done: count(.done), notNeeded: count(.notNeeded), couldNot: count(.couldNot), open: open)
  }
}
