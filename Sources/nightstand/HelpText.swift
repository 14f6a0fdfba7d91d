/// Long help texts, put together only for those who ask: every run reads all commands' names, and a note at night must
/// not wait for the catalogue.
enum HelpText {
  private static let isAskedFor = CommandLine.arguments.contains { ["-h", "--help", "help"].contains($0) }

  /// The text if help was asked for, else nothing.
  static func ifAsked(_ text: @autoclosure () -> String) -> String {
    isAskedFor ? text() : ""
  }
}
