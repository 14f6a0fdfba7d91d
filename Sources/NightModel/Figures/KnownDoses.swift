/// A search for the last doses of some medicines in the nights that are not loaded.
public struct DoseQuestion: Hashable, Sendable {
  /// The medicines that are looked for, however far back.
  public let medicines: Set<MedicineName>
  /// The nights at hand, which are not looked at again.
  public let atHand: ClosedRange<CivilDate>
  /// The moment it is asked at.
  public let now: Instant
  /// What the clock shows, in milliseconds since 1970: a dose after it was written ahead. Later than `now` where somebody
  /// looks back.
  public let clock: Int64

  /// A search for the last doses of the medicines given.
  public init(medicines: Set<MedicineName>, atHand: ClosedRange<CivilDate>, now: Instant, clock: Int64) {
    (self.medicines, self.atHand, self.now, self.clock) = (medicines, atHand, now, clock)
  }

  /// The search that is needed where two nights are loaded: for those medicines of the plan that neither of them has. Nil
  /// in a closed record.
  public init?(tonight: Night, previous: Night, plan: Plan, now: Instant, clock: Int64) {
    guard !plan.isClosed else { return nil }
    let given = [previous, tonight].flatMap { $0.doses(clock: clock) }
      .filter { $0.at.milliseconds <= now.milliseconds && $0.writtenBefore == nil }.map(\.medicine)
    let medicines = Set(plan.values(of: .medicine).map { MedicineName($0.name) }).subtracting(given)
    self.init(medicines: medicines, atHand: previous.date...tonight.date, now: now, clock: clock)
  }
}

/// The last doses in the nights that are not at hand, as far as they were looked for.
public struct KnownDoses: Hashable, Sendable {
  /// The last dose of each medicine that was not ahead of the clock.
  private var past: [MedicineName: Dose] = [:]
  /// Doses that were.
  private var ahead: [Dose] = []
  /// The medicines of which it is known when they were last given, or that they never were.
  private var settled: Set<MedicineName> = []
  /// The medicines of which a later dose may lie in what could not be read.
  private var unsure: Set<MedicineName> = []
  /// True if that may be so of every medicine, because part of the nights at hand could not be read.
  private var isUnsureOfAll = false
  /// True once everything was looked at.
  public private(set) var isComplete = false
  /// What could not be read on the way.
  public private(set) var findings: [RecordFinding] = []

  /// Nothing, as before anything was looked at.
  public init() {}

  /// All of them.
  public var doses: [Dose] { Array(past.values) + ahead }

  /// True if nobody need look for a medicine's last dose any more.
  public func isSettled(_ medicine: MedicineName) -> Bool { settled.contains(medicine) }

  /// False if a later dose of a medicine than all that are known may lie in what could not be read.
  public func isSure(of medicine: MedicineName) -> Bool { !isUnsureOfAll && !unsure.contains(medicine) }

  /// Takes in that something could not be read which may hold a later dose of some medicines. Where none is looked for,
  /// nothing is missed.
  public mutating func miss(_ medicines: Set<MedicineName>, _ found: [RecordFinding]) {
    guard !medicines.isEmpty else { return }
    unsure.formUnion(medicines)
    findings = (findings + found).eachOnce
  }

  /// The same where part of the nights at hand could not be read.
  public func besides(wholeNights isWhole: Bool) -> KnownDoses {
    var known = self
    known.isUnsureOfAll = !isWhole
    return known
  }

  /// Takes in a dose that was found.
  public mutating func add(_ dose: Dose, _ question: DoseQuestion) {
    if dose.at.milliseconds > question.clock {
      ahead.append(dose)
    } else if dose.at.milliseconds <= question.now.milliseconds,
      past[dose.medicine].map({ $0.at < dose.at }) ?? true
    {
      // What follows the dose in its night does not matter any more, and a cached night does not hold it.
      past[dose.medicine] = Dose(name: dose.name, at: dose.at, by: dose.by)
    }
  }

  /// The medicines asked for of which no dose was found yet.
  public func missing(_ question: DoseQuestion) -> Set<MedicineName> { question.medicines.subtracting(past.keys) }

  /// Takes in that everything was looked at that the question needs.
  public mutating func complete(_ question: DoseQuestion) { (settled, isComplete) = (question.medicines, true) }
}
