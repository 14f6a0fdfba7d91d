public import NightModel
internal import Text

/// The data the page for the clinic is made of: the nights that were read, the plan, and the moment.
public struct ClinicFacts: Sendable {
  /// What was asked for.
  public let request: ReportRequest
  /// The nights of the span, oldest first.
  public let nights: [Night]
  /// Their figures.
  public let figures: [NightFigures]
  /// The figures of those that are over: the night has ended, or the diary has the person out of bed. Half a night would
  /// pull every median down.
  let ended: [NightFigures]
  /// What the rules say by the end of the span.
  let signs: SignState
  /// The signs that stood in it, those to call about first.
  let found: [Found]
  /// What was written of each symptom and of each kind of event.
  let tallies: [Subject: ClinicTally]
  /// What was written of each medicine.
  let medicines: [MedicineName: ClinicTally]
  /// What was noted, the newest first.
  let noted: [Note]
  /// The nights away, and where.
  let away: [(night: CivilDate, place: String)]
  /// Where the span is cut, because something changed.
  let periods: ClinicPeriods
  /// What stands, with all that was set before.
  public let plan: Plan
  /// The care catalogue with the family's own words.
  public let catalogue: Catalogue
  /// The nights of the span that could not be read whole.
  public let damaged: [CivilDate]
  /// The moment the page is made.
  public let now: Instant
  /// The program's version.
  public let version: String

  /// The data of a request. `figures` are those of all nights from the first of the record to the last of the span,
  /// because the rules for signs look at every night there is, counted since each kind of thing is written.
  public init(
    _ request: ReportRequest, nights: [Night], figures: [NightFigures], plan: Plan, catalogue: Catalogue,
    damaged: [CivilDate], now: Instant, version: String
  ) {
    self.request = request
    let span = request.from...max(request.from, request.to)
    self.nights = nights.filter { span.contains($0.date) }
    self.figures = figures.filter { span.contains($0.night) }
    let tonight = plan.nightRule.night(of: now)
    ended = self.figures.filter { $0.night != tonight || $0.summary.diary?.moment(.outOfBed) != nil }
    let fold = SignFold(figures, SignBasis(plan), running: tonight)
    signs = fold.state(asOf: span.upperBound)
    found = Found.all(fold, signs, self.figures)
    tallies = ClinicTally.all(self.nights)
    medicines = ClinicTally.medicines(self.nights)
    away = self.nights.compactMap { night in plan.away(on: night.date).map { (night.date, $0.forDisplay) } }
    noted = Self.notes(self.nights, catalogue)
    periods = ClinicPeriods(request, plan: plan, catalogue: catalogue)
    (self.plan, self.catalogue, self.damaged, self.now, self.version) = (plan, catalogue, damaged, now, version)
  }

  /// Which nights could not be read whole, as a sentence without a full stop; nil if all could.
  public func damageWords(most: Int) -> String? {
    guard !damaged.isEmpty else { return nil }
    let nights = NightWords.nights(damaged.count)
    return
      "part of \(nights) could not be read and is missing here (\(ClinicMaking.newest(damaged.map(day), most: most)))"
  }

  /// A day of the span, so that it cannot be taken for one of another year.
  func day(_ night: CivilDate) -> String { NightWords.day(night, among: request.nightCount) }

  /// A sign that stood in the span.
  struct Found {
    /// The rule.
    let rule: SignRule
    /// When it stood, oldest first.
    let spans: [SignSpan]
    /// The nights of the span that have what the rule looks for, or on which a sign against the usual stood.
    let nights: [CivilDate]
    /// How it stands by now; nil if it ended longer ago.
    let finding: SignFinding?

    /// All signs that stood on any of some nights.
    static func all(_ fold: SignFold, _ signs: SignState, _ figures: [NightFigures]) -> [Found] {
      let found = fold.spans.compactMap { rule, spans -> Found? in
        let stood = spans.filter { span in figures.contains { span.stands(on: $0.night) } }
        guard !stood.isEmpty else { return nil }
        let nights = figures.filter { rule.has($0, during: stood) }.map(\.night)
        return Found(
          rule: rule, spans: stood, nights: nights,
          finding: (signs.findings + signs.ended).first { $0.rule.id == rule.id })
      }
      let once = found.filter { one in
        // What another rule tells by the same symptoms is told once, unless this one says more nights.
        one.finding != nil || !found.contains { $0.finding != nil && $0.tells(one) }
      }
      return Sign.Level.allCases.flatMap { level in once.filter { $0.rule.level == level } }
    }

    /// True if it was found by some of the symptoms of another, on the same nights.
    private func tells(_ other: Found) -> Bool {
      other.nights == nights && !rule.symptoms.isEmpty && Set(rule.symptoms).isSubset(of: other.rule.symptoms)
    }
  }

  /// The nights of which anything is recorded.
  var recorded: [Night] { nights.filter { !$0.items.isEmpty } }

  /// The nights looked at: the morning diary was filled in, or a symptom was written, none among them. Only there does a
  /// symptom that was not noted count as none.
  var lookedAt: [NightFigures] { figures.filter(\.isLookedAt) }
}
