internal import Text

/// Somebody of the care team, or somebody a family wants the number of; the number itself is the family's to type.
public struct Contact: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// Its name.
  public let label: String
  /// What they do, or what to call them for, in one line.
  public let what: String
  /// Keys of its sources.
  public let sources: [String]
  /// How sure the sources are.
  public let certainty: Certainty

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, let what = json["what"]?.text,
      let sources = json["sources"]?.texts, let certainty = json["certainty"]?.text.flatMap(Certainty.init)
    else { return nil }
    (self.id, self.label, self.what) = (id, label, what)
    (self.sources, self.certainty) = (sources, certainty)
  }
}

extension Contact {
  /// Who it is and what for, in one line.
  public var statement: Statement { Statement(text: "\(label): \(what)", sources: sources, certainty: certainty) }
}
