internal import CareLibrary

/// What Nightstand knows of care at night: checklists, symptoms, equipment and where each statement comes from.
///
/// Data, decoded from the files of Resources/Care that are compiled in. Ids never change once released.
public struct Catalogue: Sendable {
  /// The groups of the checklists, in the order they are worked through.
  public let groups: [ChecklistGroup]
  /// Every checklist item, group by group; with those of the family's own if `Plan.adapted` made it.
  public internal(set) var items: [ChecklistItem]
  /// Every symptom that can be logged.
  public let symptoms: [Symptom]
  /// Every kind of equipment an item can need.
  public let equipment: [Equipment]
  /// Where the statements come from.
  public let sources: [Source]

  /// What items of the family's own were called that have been removed, by id.
  var formerLabels: [String: String] = [:]

  /// The catalogue that is compiled in. If a file of it could not be read it would be empty; a test reads every one.
  public static let standard = (try? Catalogue(files: .embedded)) ?? Catalogue()

  /// The item of that id, whichever list it is in.
  public func item(_ id: String) -> ChecklistItem? { items.first { $0.id == id } }

  /// What an item is called, also one that the family has removed; its id if it is none that is known here.
  public func label(ofItem id: String) -> String { item(id)?.label ?? formerLabels[id] ?? id }

  /// The symptom of that id.
  public func symptom(_ id: String) -> Symptom? { symptoms.first { $0.id == id } }

  /// The source of that key.
  public func source(_ key: String) -> Source? { sources.first { $0.key == key } }

  /// The items of one list, in order.
  public func items(of list: ChecklistGroup.List) -> [ChecklistItem] {
    let ids = Set(groups.filter { $0.list == list }.map(\.id))
    return items.filter { ids.contains($0.group) }
  }

  /// The list an item belongs to; nil for an id the catalogue does not know.
  public func list(of itemID: String) -> ChecklistGroup.List? {
    item(itemID).flatMap { item in groups.first { $0.id == item.group }?.list }
  }

  private init() {
    (groups, items, symptoms, equipment, sources) = ([], [], [], [], [])
  }

  /// The catalogue's files as bytes.
  public struct Files: Sendable {
    /// checklists.json
    public var checklists: [UInt8]
    /// symptoms.json
    public var symptoms: [UInt8]
    /// equipment.json
    public var equipment: [UInt8]
    /// sources.json
    public var sources: [UInt8]

    /// The files that are compiled in.
    public static var embedded: Files {
      func bytes(_ file: care_file) -> [UInt8] { Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }
      return Files(
        checklists: bytes(care_checklists()), symptoms: bytes(care_symptoms()), equipment: bytes(care_equipment()),
        sources: bytes(care_sources()))
    }
  }

  /// Reads the catalogue from its files.
  /// - Throws: `CatalogueError` naming the file and the first entry in it that cannot be read.
  public init(files: Files) throws(CatalogueError) {
    groups = try Rows("checklists.json", files.checklists).read("groups", ChecklistGroup.init)
    items = try Rows("checklists.json", files.checklists).read("items", ChecklistItem.init)
    symptoms = try Rows("symptoms.json", files.symptoms).read("symptoms", Symptom.init)
    equipment = try Rows("equipment.json", files.equipment).read("equipment", Equipment.init)
    sources = try Rows("sources.json", files.sources).read("sources", Source.init)
  }

  private struct Rows {
    let file: String
    let whole: JSON?

    init(_ file: String, _ bytes: [UInt8]) {
      self.file = file
      whole = JSON(bytes[...])
    }

    func read<Row>(_ name: String, _ row: (JSON) -> Row?) throws(CatalogueError) -> [Row] {
      guard let elements = whole?[name]?.elements else { throw CatalogueError(file: file, entry: name) }
      var rows: [Row] = []
      for element in elements {
        guard let read = row(element) else {
          throw CatalogueError(file: file, entry: element["id"]?.text ?? element["key"]?.text ?? "\(element)")
        }
        rows.append(read)
      }
      return rows
    }
  }
}

/// A file of the catalogue that cannot be read.
public struct CatalogueError: Error, Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// The first entry in it that cannot be read.
  public let entry: String
}
