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
  /// The signs found with any of the nights as the newest, the more urgent level first, each sign once.
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

  /// The data of a request. `figures` are those of the span and of the `SignWatch.reach` nights before it.
  public init(
    _ request: ReportRequest, nights: [Night], figures: [NightFigures], plan: Plan, catalogue: Catalogue,
    damaged: [CivilDate], now: Instant, version: String
  ) {
    self.request = request
    let span = request.from...max(request.from, request.to)
    self.nights = nights.filter { span.contains($0.date) }
    self.figures = figures.filter { span.contains($0.night) }
    let watch = SignWatch(figures, plan: plan, running: plan.nightRule.night(of: now))
    found = Found.all(self.figures, watch, catalogue)
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

  /// What was found of one sign over the span.
  struct Found {
    /// Its id.
    let sign: String
    /// The nights of the span that it rests on.
    var nights: Set<CivilDate> = []
    /// Those before the span that it rests on as well.
    var earlier: Set<CivilDate> = []
    /// Each rule that found it, with how it stood when it was found last.
    var byRule: [(rule: SignRule, last: SignFinding)] = []

    /// The signs found with any of the nights as the newest: the more urgent level first, each sign once.
    static func all(_ figures: [NightFigures], _ watch: SignWatch, _ catalogue: Catalogue) -> [Found] {
      var found: [String: Found] = [:]
      let span = Set(figures.map(\.night))
      for night in figures.map(\.night) {
        for finding in watch.findings(asOf: night, catalogue: catalogue) ?? [] {
          let nights = Set(finding.nights.map(\.night))
          found[finding.rule.sign, default: Found(sign: finding.rule.sign)].take(finding, nights, within: span)
        }
      }
      let signs = catalogue.signs.map(\.id)
      return found.values.filter { !$0.nights.isEmpty }.sorted {
        (signs.firstIndex(of: $0.sign) ?? 0) < (signs.firstIndex(of: $1.sign) ?? 0)
      }
    }

    private mutating func take(_ finding: SignFinding, _ found: Set<CivilDate>, within span: Set<CivilDate>) {
      nights.formUnion(found.intersection(span))
      earlier.formUnion(found.subtracting(span))
      if let index = byRule.firstIndex(where: { $0.rule.id == finding.rule.id }) {
        byRule[index].last = finding
      } else {
        byRule.append((finding.rule, finding))
      }
    }
  }

  /// The nights of which anything is recorded.
  var recorded: [Night] { nights.filter { !$0.items.isEmpty } }

  /// The nights looked at: the morning diary was filled in, or a symptom was written, none among them. Only there does a
  /// symptom that was not noted count as none.
  var lookedAt: [NightFigures] { figures.filter { $0.summary.diary != nil || !$0.summary.symptoms.isEmpty } }
}
