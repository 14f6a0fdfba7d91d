internal import NightModel
internal import Text

/// Which record a state folder was made for, and how far this machine has seen that record's plan: `record.json` in the
/// folder.
///
/// A record is told by the id in its store.json and by the inode of its folder, because each alone can change or be
/// there twice: a copy has the same id, and a sync engine that joins two records puts one id in the place of the other.
struct StateOwner: Hashable {
  /// The id in the record's store.json.
  var store: String
  /// The inode of the record's folder on its disk; nil if that was never noted.
  var folderInode: UInt64?
  /// Where that folder was last; nil if that was never noted.
  var place: String?
  /// How far each file of the plan was seen, by its writer.
  var plan: [String: LineFormat.Position] = [:]
  /// The entries of the plan by which nights are cut, for entries that are kept aside while the plan cannot be read.
  var nightRule: [Entry] = []
  /// The newest night in which somebody took over or left on this machine; nil if none was.
  var handover: CivilDate?
  /// The keys that switches send here, each as `a F5`.
  var switchKeys: [String] = []
}

extension StateFolder {
  var ownerPath: String { path + "/record.json" }
  /// The name by which places.json knows the folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// Whose the folder is. One that was made before that was noted belongs to the record it is named after, in the folder
  /// that wrote first: copies shared it.
  func owner() throws(SystemError) -> StateOwner {
    if let bytes = try files.contents(of: ownerPath), let owner = StateOwner(bytes) { return owner }
    return StateOwner(store: Self.storeID(name), folderInode: try firstFolder())
  }

  /// Notes whose the folder is.
  func keep(_ owner: StateOwner) throws(SystemError) {
    try files.replace(ownerPath, with: owner.bytes)
    try files.syncFolder(path)
  }

  /// True for the names of state folders: a store's id, with a number behind it where several copies have that id, or the
  /// inode of a folder whose id could not be read. None can lead anywhere but into a folder below the root.
  static func isName(_ text: String) -> Bool {
    if text.hasPrefix("folder-") { return UInt64(text.dropFirst(7)) != nil }
    let number = text.dropFirst(storeID(text).count)
    return EntryID(storeID(text)) != nil && (number.isEmpty || number.first == "." && UInt64(number.dropFirst()) != nil)
  }

  /// The id that a state folder is named after.
  static func storeID(_ name: String) -> String { String(name.prefix { $0 != "." }) }
}

extension StateOwner {
  fileprivate init?(_ bytes: [UInt8]) {
    guard let json = JSON(bytes[...]), let store = json["store"]?.text else { return nil }
    self.init(store: store, folderInode: json["folder"]?.text.flatMap { UInt64($0) }, place: json["place"]?.text)
    for member in json["plan"]?.members ?? [] where WriterID.isValid(member.name) {
      let words = member.value.text?.split(separator: " ") ?? []
      guard words.count == 2, let number = Int(words[0]), let previous = UInt32(words[1], radix: 16) else { continue }
      plan[member.name] = LineFormat.Position(number: number, previous: previous)
    }
    nightRule = (json["nightRule"]?.elements ?? []).compactMap { entry in
      entry["id"]?.text.flatMap { EntryID($0) }.flatMap { Entry(id: $0, json: entry) }
    }
    handover = json["handover"]?.text.flatMap { CivilDate($0) }
    switchKeys = (json["switches"]?.elements ?? []).compactMap(\.text)
  }

  fileprivate var bytes: [UInt8] {
    let marks = plan.sorted { $0.key < $1.key }.map { writer, end in
      JSON.Member(writer, .string("\(end.number) \(LineFormat.hexadecimal(end.previous))"))
    }
    let rule = nightRule.map { JSON.object([JSON.Member("id", .string("\($0.id)"))] + $0.jsonMembers) }
    let members = [
      JSON.Member("store", .string(store)), folderInode.map { JSON.Member("folder", .string("\($0)")) },
      place.map { JSON.Member("place", .string($0)) }, JSON.Member("plan", .object(marks)),
      rule.isEmpty ? nil : JSON.Member("nightRule", .array(rule)),
      handover.map { JSON.Member("handover", .string("\($0)")) },
      switchKeys.isEmpty ? nil : JSON.Member("switches", .array(switchKeys.map { .string($0) })),
    ]
    return Array("\(JSON.object(members.compactMap(\.self)))\n".utf8)
  }
}
