public import Text

/// What to do with a report.
public enum ReportJob: Hashable, Sendable {
  /// Show it on the screen.
  case read(ReportRequest)
  /// Write it to a file, in place of another one if `replaces`.
  case write(ReportRequest, ReportFormat, path: String, replaces: Bool)
}

/// How a report is written to a file.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// Plain text, to be printed as it is.
  case text
  /// One HTML file, to be opened in a browser and printed from there.
  case html

  /// What files of it are called at the end.
  public var suffix: String { self == .text ? "txt" : "html" }
}

/// The result of a `ReportJob`.
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
