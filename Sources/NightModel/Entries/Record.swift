public import Text

/// An entry as its line in the journal spells it, the line's frame aside: what an export holds and an import takes in.
///
/// It keeps what this version does not know, single members and whole entries, so that a copy loses nothing.
public struct Record: Hashable, Sendable {
  /// The version of the entry's form that this program writes and reads.
  public static let version = 1
  /// What frames a line in its file and is worked out anew wherever it is written: the line's number, the checksums, and
  /// the import that brought it there, with the number of that action.
  public static let frame: Set<String> = ["n", "p", "c", "im", "imo"]

  /// The entry's id.
  public let id: EntryID
  /// Its place in the order of all devices.
  public let stamp: Stamp
  /// The entry; nil if it is from a newer version, so that it is kept and not understood.
  public let entry: Entry?
  /// All that is spelled but the frame: `v` and `id`, then the others in their order.
  public let members: [JSON.Member]

  /// Reads a line's object, or an export's.
  /// - Returns: nil if it lacks what every entry of every version has: an id and a place in the order.
  public init?(_ json: JSON) {
    guard let id = json["id"]?.text.flatMap({ EntryID($0) }), let stamp = json["h"]?.text.flatMap({ Stamp($0) }),
      let others = json.members?.filter({ !Self.frame.contains($0.name) && $0.name != "v" && $0.name != "id" })
    else { return nil }
    let version = json["v"] ?? .integer(Self.version)
    self.id = id
    self.stamp = stamp
    entry = (version.integer ?? .max) <= Self.version ? Entry(id: id, json: .object(others)) : nil
    members = [JSON.Member("v", version), JSON.Member("id", .string("\(id)"))] + others
  }

  /// The record as one object.
  public var json: JSON { .object(members) }

  /// Records in their one order, each id once. Of several under one id, which only faults and hands make, it is the one
  /// that counts in a fold.
  public static func ordered(_ records: some Sequence<Record>) -> [Record] {
    var chosen: [EntryID: Record] = [:]
    for record in records {
      if let known = chosen[record.id], known == record || known.comesBefore(record) { continue }
      chosen[record.id] = record
    }
    return chosen.values.sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
  }

  /// True if both say the same: all but the place in the order, which a second attempt at saving may have renewed.
  public func saysTheSame(as other: Record) -> Bool {
    members.filter { $0.name != "h" } == other.members.filter { $0.name != "h" }
  }

  private func comesBefore(_ other: Record) -> Bool {
    guard stamp == other.stamp else { return stamp < other.stamp }
    if let at = entry?.at, let otherAt = other.entry?.at, at != otherAt { return at < otherAt }
    return json.description < other.json.description
  }
}
