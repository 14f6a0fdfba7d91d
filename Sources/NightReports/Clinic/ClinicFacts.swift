public import NightModel

/// What the page for the clinic is made of: the nights that were read, the plan, and the moment.
public struct ClinicFacts: Sendable {
  /// What was asked for.
  public let request: ReportRequest
  /// The nights of the span, oldest first.
  public let nights: [Night]
  /// Their figures.
  public let figures: [NightFigures]
  /// What the rules found with any of the nights as the newest, the more urgent level first.
  let found: [Found]
  /// What was noted of each symptom, by its id.
  let tallies: [String: SymptomTally]
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

  /// The facts of a span.
  /// - Parameter figures: of the span and of the `SignWatch.reach` nights before it.
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
    tallies = SymptomTally.all(self.nights)
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

  /// What the rules found, the rules of one sign taken together: where there is no room to tell them apart.
  var foundBySign: [Found] {
    found.reduce(into: []) { signs, one in
      guard let index = signs.firstIndex(where: { $0.rule.sign == one.rule.sign }) else { return signs.append(one) }
      signs[index].nights.formUnion(one.nights)
    }
  }

  /// What one rule found over the span.
  struct Found {
    let rule: SignRule
    /// The nights of the span that it rests on.
    var nights: Set<CivilDate>
    /// As it stood when it was found last.
    var last: SignFinding

    static func all(_ figures: [NightFigures], _ watch: SignWatch, _ catalogue: Catalogue) -> [Found] {
      var found: [String: Found] = [:]
      let span = Set(figures.map(\.night))
      for night in figures.map(\.night) {
        for finding in watch.findings(asOf: night, catalogue: catalogue) ?? [] {
          let nights = span.intersection(finding.nights.map(\.night))
          found[finding.rule.id, default: Found(rule: finding.rule, nights: [], last: finding)].nights
            .formUnion(nights)
          found[finding.rule.id]?.last = finding
        }
      }
      let signs = catalogue.signs.map(\.id)
      let rules = SignRule.standard.map(\.id)
      func place(_ found: Found) -> (Int, Int) {
        (signs.firstIndex(of: found.rule.sign) ?? 0, rules.firstIndex(of: found.rule.id) ?? 0)
      }
      return found.values.filter { !$0.nights.isEmpty }.sorted { place($0) < place($1) }
    }
  }

  /// The nights of which anything is recorded.
  var recorded: [Night] { nights.filter { !$0.items.isEmpty } }

  /// The nights of which any event or symptom is recorded: only in those is a symptom that was not noted a none.
  var watched: [NightFigures] { figures.filter { $0.symptoms != nil } }
}
