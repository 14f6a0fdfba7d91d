internal import NightModel
internal import Text

/// The report for the clinic: which nights and sections, read on the screen or written to a file.
extension App {
  func reportScene() -> Scene {
    var scene = Scene("report", "Report for the clinic")
    scene.facts = [.init("", "It is made from what was written, and leaves this machine only if you take it along.")]
    let (nights, left) = (reportRequest, reporting.without.count)
    let span = reporting.nights == nil ? "the last \(reporting.count)" : "\(nights.from) to \(nights.to)"
    scene.list = SceneList([
      SceneItem("read", "Read it here", .open(.reportPage)),
      SceneItem("nights", "Which nights", state: span, .open(.reportSpans)),
      SceneItem(
        "sections", "What stands in it", state: left == 0 ? "all sections" : "\(left) left out",
        .open(.reportSections)),
      SceneItem(
        "names", "Names and initials", state: reporting.withNames ? "with" : "without",
        .feature(.report(.change(.names)))),
      SceneItem("questions", "Questions for the team", state: questionCount, .open(.planPage(.report))),
      SceneItem(
        "html", "Write a page to print (HTML)", detail: "One file; a browser opens and prints it.",
        .type(.reportPath(.html))),
      SceneItem(
        "text", "Write it as plain text", detail: "At most 80 columns and 60 rows; any printer takes it.",
        .type(.reportPath(.text))),
      .back,
    ])
    return scene
  }

  private var questionCount: String {
    let count = record.plan.values(below: "question").count
    return count == 0 ? "none yet" : "\(count)"
  }

  func reportSpansScene() -> Scene {
    var scene = Scene("report-spans", "Which nights?")
    let counts = [7, 14, 30, 90, 365]
    scene.list = SceneList(
      counts.map { SceneItem("last-\($0)", "The last \($0) nights", .feature(.report(.change(.last($0))))) }
        + [SceneItem("typed", "Type the first and the last", .type(.reportNights)), .back])
    return scene
  }

  func reportSectionsScene() -> Scene {
    var scene = Scene("report-sections", "What stands in it")
    let sections = ReportRequest.Section.allCases.filter { $0 != .caregiver || record.plan.showsCarerFigures }
    scene.list = SceneList(
      sections.map { section in
        SceneItem(
          section.rawValue, section.label, state: reporting.without.contains(section) ? "left out" : "in",
          .feature(.report(.change(.section(section)))))
      } + [.back])
    return scene
  }

  func reportPageScene() -> Scene {
    var scene = Scene("report-page", "Report for the clinic")
    scene.isReading = true
    scene.facts = (reporting.page ?? [.paragraph("Reading the nights.")]).facts
    return scene
  }

  func reportReplaceScene(_ format: ReportFormat, _ path: String) -> Scene {
    var scene = Scene("report-replace", "Replace that file?")
    scene.facts = [.init("", "\(path.forDisplay) is there already. Nothing was written yet.")]
    scene.list = SceneList([
      SceneItem("keep", "Keep what lies there", .back),
      SceneItem(
        "replace", "Replace it", .feature(.report(.make(.write(reportRequest, format, path: path, replaces: true))))),
      SceneItem("other", "Type another place", .type(.reportPath(format))), .back,
    ])
    return scene
  }
}
