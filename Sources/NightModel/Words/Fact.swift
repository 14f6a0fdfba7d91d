public import Text

/// A line of a screen or report: a name and a value.
public struct Fact: Hashable, Sendable {
  /// What it is about: `last turned`; empty for a sentence that needs no name.
  public let label: String
  /// What is so: `23:10, left (3 h 05)`.
  public let value: String

  /// A fact; both parts are made safe to show.
  public init(_ label: String, _ value: String) {
    self.label = label.forDisplay
    self.value = value.forDisplay
  }

  /// The same as a piece of a text.
  public var block: TextBlock { label.isEmpty ? .paragraph(value) : .row(label, value) }

  /// Both parts as one line.
  public var line: String { label.isEmpty ? value : value.isEmpty ? label : "\(label) \(value)" }
}
