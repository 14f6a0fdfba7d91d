internal import Text

/// A topic of the article Nightstand grew from, and the parts of the program that cover it.
///
/// A test uses it to make sure that no topic was left out; no screen shows it.
public struct SeedTopic: Hashable, Sendable, Identifiable {
  /// Its id, unique among topics.
  public let id: String
  /// What it is about.
  public let label: String
  /// Whether the article's own list was lost and had to be rebuilt from its sources.
  public let rebuilt: Bool
  /// Words in small letters; any one of them stands in whatever the topic is reached by.
  public let words: [String]
  /// Where it is reached.
  public let reached: [Reference]

  /// One thing a topic is reached by, spelled `item:mask-snug`.
  public struct Reference: Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing it is.
    public enum Kind: String, Sendable {
      /// A checklist item.
      case item
      /// A symptom.
      case symptom
      /// A sign to call for.
      case sign
      /// A kind of equipment.
      case equipment
      /// A step on the way through the insurer.
      case step
      /// A contact.
      case contact
      /// Somebody of the care team.
      case team
      /// A page of the guide.
      case guide
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// Its id among those.
    public let id: String

    /// As it is spelled in the file.
    public var description: String { "\(kind.rawValue):\(id)" }

    init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty, let kind = Kind(rawValue: String(parts[0])) else { return nil }
      (self.kind, id) = (kind, String(parts[1]))
    }
  }

  /// Reads the topics of topics.json.
  /// - Throws: `CatalogueError` naming the first topic that cannot be read.
  public static func all(in files: Catalogue.Files = .embedded) throws(CatalogueError) -> [SeedTopic] {
    try CatalogueFile("topics.json", files.topics).read("topics", SeedTopic.init)
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, case .bool(let rebuilt)? = json["rebuilt"],
      let words = json["words"]?.texts, let spelled = json["reached"]?.texts
    else { return nil }
    (self.id, self.label, self.rebuilt, self.words) = (id, label, rebuilt, words)
    reached = spelled.compactMap(Reference.init)
    guard reached.count == spelled.count else { return nil }
  }
}
