internal import Text

/// A sign to call for, read from the list; nothing in it is worked out.
public struct Sign: Hashable, Sendable, Identifiable {
  /// How soon to call. It is written in the catalogue and never worked out from the record.
  public enum Level: String, Sendable, CaseIterable {
    /// Now.
    case emergency
    /// Today.
    case today
    /// At the next visit.
    case mention
  }

  /// Its id, for ever.
  public let id: String
  /// How soon to call.
  public let level: Level
  /// Its name.
  public let label: String
  /// What it looks like and, where it helps, what to do first, in one line.
  public let what: String
  /// Keys of its sources.
  public let sources: [String]
  /// How sure the sources are.
  public let certainty: Certainty

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let level = json["level"]?.text.flatMap(Level.init),
      let label = json["label"]?.text, let what = json["what"]?.text, let sources = json["sources"]?.texts,
      let certainty = json["certainty"]?.text.flatMap(Certainty.init)
    else { return nil }
    (self.id, self.level, self.label, self.what) = (id, level, label, what)
    (self.sources, self.certainty) = (sources, certainty)
  }
}

/// One of the three levels of a sign, with its heading.
public struct SignLevel: Hashable, Sendable, Identifiable {
  /// The level.
  public let id: Sign.Level
  /// Its heading.
  public let label: String
  /// What to do at this level, in one line.
  public let what: String

  init?(_ json: JSON) {
    guard let id = json["id"]?.text.flatMap(Sign.Level.init), let label = json["label"]?.text,
      let what = json["what"]?.text
    else { return nil }
    (self.id, self.label, self.what) = (id, label, what)
  }
}
