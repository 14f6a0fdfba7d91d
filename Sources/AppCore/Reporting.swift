public import NightModel
public import Text

/// The report that is being put together: which nights, which sections, with names or without, and what it reads.
struct Reporting: Hashable, Sendable {
  /// How many nights, up to the newest.
  var count = ReportRequest.usualNights
  /// The nights, where somebody typed them.
  var nights: ClosedRange<CivilDate>?
  /// The sections that are left out.
  var without: Set<ReportRequest.Section> = []
  /// True if names stand in it.
  var withNames = true
  /// The report as it is read on the screen; nil until it was made.
  var page: [TextBlock]?
}

extension App {
  /// What is asked for now.
  var reportRequest: ReportRequest {
    let to = reporting.nights?.upperBound ?? record.newestNight
    return ReportRequest(
      from: reporting.nights?.lowerBound ?? to.adding(days: 1 - reporting.count), to: to, without: reporting.without,
      withNames: reporting.withNames)
  }

  /// Where a report is written unless somebody types another place: in the home folder.
  func reportPath(_ format: ReportFormat) -> String { "~/nightstand-report-\(now.date).\(format.suffix)" }

  /// Changes what the report is to be, and goes back to its screen.
  mutating func change(_ change: ReportChange) -> [Effect] {
    reporting.page = nil
    switch change {
    case .last(let count):
      (reporting.count, reporting.nights) = (count, nil)
      return goBack()
    case .section(let section):
      if reporting.without.remove(section) == nil { reporting.without.insert(section) }
    case .names: reporting.withNames.toggle()
    }
    return []
  }

  /// Takes in the nights that were typed.
  mutating func reportNights(_ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    let nights = try ClosedRange(typed: text)
    try ReportRequest(from: nights.lowerBound, to: nights.upperBound).check(
      oldest: nights.lowerBound, newest: tonight)
    leaveText(entry)
    (reporting.nights, reporting.page) = (nights, nil)
    if screen == .reportSpans { return goBack() }
    return []
  }

  /// Writes the report, unless another file lies there, which is asked about.
  mutating func writeReport(_ format: ReportFormat, to path: String, _ entry: TextEntry) -> [Effect] {
    leaveText(entry)
    return [.report(.write(reportRequest, format, path: path.trimmingSpaces(), replaces: false))]
  }

  /// Takes in what came of a report.
  mutating func take(_ outcome: ReportOutcome) -> [Effect] {
    switch outcome {
    case .page(let blocks):
      reporting.page = blocks
      return []
    case .written(let path):
      if case .reportReplace = screen { places.removeLast() }
      return say("Written: \(path.forDisplay). It lies there until you remove it.")
    case .isThere(let format, let path):
      places.append(Place(.reportReplace(format, path)))
      return []
    case .refused(let sentence):
      if case .reportReplace = screen { places.removeLast() }
      if screen == .reportPage { reporting.page = [.paragraph(sentence)] }
      return say(sentence)
    }
  }
}

/// A change of what the report is to be.
public enum ReportChange: Hashable, Sendable {
  /// So many nights, up to the newest.
  case last(Int)
  /// Leaves a section out, or takes it in again.
  case section(ReportRequest.Section)
  /// Leaves names out, or takes them in again.
  case names
}

/// What came of a report.
public enum ReportOutcome: Hashable, Sendable {
  /// It can be read.
  case page([TextBlock])
  /// It is in that file.
  case written(String)
  /// Another file lies there already.
  case isThere(ReportFormat, String)
  /// It was not made, and why, as a sentence.
  case refused(String)
}
