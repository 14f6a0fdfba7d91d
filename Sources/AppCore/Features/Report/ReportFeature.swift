public import NightModel
internal import Text

/// The report for the clinic: which nights and sections, read on the screen or written to a file.
public struct ReportFeature: PagedFeature {
  /// How many nights, up to the newest.
  private var count = ReportRequest.usualNights
  /// The nights, where somebody typed them.
  private var nights: ClosedRange<CivilDate>?
  /// The sections that are left out.
  private var without: Set<ReportRequest.Section> = []
  /// True if names stand in it.
  private var withNames = true
  /// True for one sheet, false for two at the most.
  private var isBrief = false
  var pages: [Page] = []

  /// A page above what the report is to be.
  public enum Page: Hashable, Sendable {
    /// Which nights it is of.
    case spans
    /// Which sections stand in it.
    case sections
    /// The report, to be read.
    case reading
    /// Whether a file may be replaced by it.
    case replace(ReportFormat, String)
  }

  /// What a person can want of the report.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// So many nights, up to the newest.
    case last(Int)
    /// These nights.
    case nights(ClosedRange<CivilDate>)
    /// Leaves a section out, or takes it in again.
    case toggle(ReportRequest.Section)
    /// Leaves names out, or takes them in again.
    case toggleNames
    /// One sheet, or two again.
    case toggleBrief
    /// Writes it to a file.
    case write(ReportFormat, path: String, replaces: Bool)
    /// What came of writing it.
    case written(ReportOutcome)
  }

  /// No report yet, to be chosen.
  init() {}

  /// What was chosen stays for the session.
  var left: ReportFeature? {
    var left = self
    left.pages = []
    return left
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page): open(page)
    case .last(let count):
      (self.count, nights) = (count, nil)
      if pages.last == .spans { pages.removeLast() }
    case .nights(let nights):
      self.nights = nights
      if pages.last == .spans { pages.removeLast() }
    case .toggle(let section): if without.remove(section) == nil { without.insert(section) }
    case .toggleNames: withNames.toggle()
    case .toggleBrief: isBrief.toggle()
    case .write(let format, let path, let replaces):
      return [.report(.write(request(c), format, path: path.trimmingSpaces(), replaces: replaces))]
    case .written(let outcome): return written(outcome)
    }
    return []
  }

  private mutating func written(_ outcome: ReportOutcome) -> [Act] {
    if case .isThere(let format, let path) = outcome {
      pages.append(.replace(format, path))
      return []
    }
    if case .replace? = pages.last { pages.removeLast() }
    switch outcome {
    case .written(let path): return [.say("Written: \(path.forDisplay). It lies there until you remove it.")]
    case .refused(let sentence): return [.say(sentence)]
    case .isThere, .page: return []
    }
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    if pages.last == .reading { needs.report = request(c) }
    return needs
  }

  /// What is asked for now.
  private func request(_ c: Context) -> ReportRequest {
    let to = nights?.upperBound ?? c.record.newestNight
    return ReportRequest(
      from: nights?.lowerBound ?? to.adding(days: 1 - count), to: to, without: without, withNames: withNames,
      isBrief: isBrief)
  }

  // MARK: Scenes

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: choices(c)
    case .spans: spans
    case .sections: sections(c)
    case .reading: reading(c)
    case .replace(let format, let path): replace(format, path)
    }
  }

  private func choices(_ c: Context) -> Scene {
    var scene = Scene("report", "Report for the clinic")
    scene.facts = [.init("", "It is made from what was written, and leaves this machine only if you take it along.")]
    let questions = c.plan.values(of: .question).count
    scene.list = SceneList([
      SceneItem("read", "Read it here", opening(.reading)),
      SceneItem(
        "nights", "Which nights", state: nights.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "the last \(count)",
        opening(.spans)),
      SceneItem(
        "sections", "What stands in it", state: without.isEmpty ? "all sections" : "\(without.count) left out",
        opening(.sections)),
      SceneItem(
        "names", "Names and initials", state: withNames ? "with" : "without", .feature(.report(.toggleNames))),
      SceneItem(
        "questions", "Questions for the team", state: questions == 0 ? "none yet" : "\(questions)",
        .open(.planPage(.report))),
      SceneItem(
        "html", "Write a page to print (HTML)", detail: "One file; a browser opens and prints it.",
        .type(.report(.path(.html)))),
      SceneItem(
        "text", "Write it as plain text", detail: "At most 80 columns, and 60 rows a sheet; any printer takes it.",
        .type(.report(.path(.text)))),
      SceneItem(
        "length", "How long", state: isBrief ? "one sheet, for two minutes" : "two sheets at the most",
        .feature(.report(.toggleBrief))),
      .back,
    ])
    return scene
  }

  private func opening(_ page: Page) -> AppCore.Intent { .feature(.report(.open(page))) }

  private var spans: Scene {
    var scene = Scene("report-spans", "Which nights?")
    scene.list = SceneList(
      [7, 14, 30, 90, 365].map { SceneItem("last-\($0)", "The last \($0) nights", .feature(.report(.last($0)))) }
        + [SceneItem("typed", "Type the first and the last", .type(.report(.nights))), .back])
    return scene
  }

  private func sections(_ c: Context) -> Scene {
    var scene = Scene("report-sections", "What stands in it")
    let sections = ReportRequest.Section.allCases.filter { $0 != .caregiver || c.plan.showsCarerFigures }
    scene.list = SceneList(
      sections.map { section in
        SceneItem(
          section.rawValue, section.label, state: without.contains(section) ? "left out" : "in",
          .feature(.report(.toggle(section))))
      } + [.back])
    return scene
  }

  private func reading(_ c: Context) -> Scene {
    var scene = Scene("report-page", "Report for the clinic")
    scene.isReading = true
    scene.facts = (c.record.report(request(c)) ?? [.paragraph("Reading the nights.")]).facts
    return scene
  }

  private func replace(_ format: ReportFormat, _ path: String) -> Scene {
    var scene = Scene("report-replace", "Replace that file?")
    scene.facts = [.init("", "\(path.forDisplay) is there already. Nothing was written yet.")]
    scene.list = SceneList([
      SceneItem("keep", "Keep what lies there", .back),
      SceneItem("replace", "Replace it", .feature(.report(.write(format, path: path, replaces: true)))),
      SceneItem("other", "Type another place", .type(.report(.path(format)))), .back,
    ])
    return scene
  }
}

extension ReportFeature {
  /// What is typed for the report.
  public enum Text: FeatureText, Hashable, Sendable {
    /// Its first and its last night.
    case nights
    /// The file that it is written to.
    case path(ReportFormat)

    func form(_ c: Context) -> TextForm {
      switch self {
      case .nights:
        TextForm(
          title: "Which nights?", label: "First to last, as \(c.spanExample(30))",
          help: "Also a month or a year alone, as October or 2025.", limit: TextForm.spanLimit, spelled: .digits,
          doing: TextForm.goOn, preview: { text in c.times.nights(text).fact { $0.words } })
      case .path(let format):
        // In the home folder, unless somebody types another place.
        TextForm(
          title: "Write the report", label: "File",
          help: "Where it goes, as ~/report.html. One that is there is asked about.",
          limit: 300,
          standing: "~/nightstand-report-\(c.now.date).\(format.suffix)", takesStanding: true,
          doing: "Write it")
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      switch self {
      case .nights:
        .asking(c.times.nights(text)) { nights throws(Refusal) in
          try ReportRequest(from: nights.lowerBound, to: nights.upperBound)
            .check(oldest: nights.lowerBound, newest: c.tonight)
          return .feature(.report(.nights(nights)))
        }
      case .path(let format): .intent(.feature(.report(.write(format, path: text, replaces: false))))
      }
    }
  }
}
