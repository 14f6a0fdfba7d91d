internal import CareLibrary
internal import Text

/// The catalogue's files as bytes, and how one of them is read row by row.
extension Catalogue {
  /// The catalogue's files as bytes.
  public struct Files: Sendable {
    /// checklists.json
    public var checklists: [UInt8]
    /// contacts.json
    public var contacts: [UInt8]
    /// equipment.json
    public var equipment: [UInt8]
    /// events.json
    public var events: [UInt8]
    /// rules.json, which `SignRule` reads; the catalogue itself does not.
    public var rules: [UInt8]
    /// signs.json
    public var signs: [UInt8]
    /// sources.json
    public var sources: [UInt8]
    /// symptoms.json
    public var symptoms: [UInt8]
    /// topics.json, which `SeedTopic` reads; the catalogue itself does not.
    public var topics: [UInt8]

    /// The files that are compiled in.
    public static var embedded: Files {
      func bytes(_ file: care_file) -> [UInt8] { Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }
      return Files(
        checklists: bytes(care_checklists()), contacts: bytes(care_contacts()), equipment: bytes(care_equipment()),
        events: bytes(care_events()), rules: bytes(care_rules()), signs: bytes(care_signs()),
        sources: bytes(care_sources()), symptoms: bytes(care_symptoms()), topics: bytes(care_topics()))
    }
  }
}

/// One file of the catalogue, parsed once.
struct CatalogueFile {
  private let name: String
  private let whole: JSON?

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    whole = JSON(bytes[...])
  }

  /// The rows of one of its arrays.
  func read<Row>(_ array: String, _ row: (JSON) -> Row?) throws(CatalogueError) -> [Row] {
    guard let elements = whole?[array]?.elements else { throw CatalogueError(file: name, entry: array) }
    var rows: [Row] = []
    rows.reserveCapacity(elements.count)
    for element in elements {
      guard let read = row(element) else {
        let entry = element["id"]?.text ?? element["key"]?.text ?? element["text"]?.text ?? "\(element)"
        throw CatalogueError(file: name, entry: entry)
      }
      rows.append(read)
    }
    return rows
  }
}

/// A file of the catalogue that cannot be read.
public struct CatalogueError: Error, Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// The first entry in it that cannot be read.
  public let entry: String
}

extension JSON {
  /// The strings of an array; nil if this is none, or holds anything else.
  var texts: [String]? {
    guard let elements else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == elements.count ? texts : nil
  }

  /// Yes or no; nil if this is anything else.
  var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// Needs, each an id or several with `|` between them.
  var needs: [Set<String>]? {
    texts?.map { Set($0.split(separator: "|").map(String.init)) }
  }
}
