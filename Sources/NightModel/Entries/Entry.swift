/// One thing that was written down. Entries are never changed; a correction is another entry that names this one.
public struct Entry: Hashable, Sendable, Identifiable {
  /// The entry's name, for ever.
  public let id: EntryID
  /// Its place in the order of all devices.
  public let stamp: Stamp
  /// When it happened, as far as whoever wrote it knew.
  public let at: Instant
  /// The tz database name of the place, if known.
  public let zone: String?
  /// When it was written, if clearly later than it happened.
  public let entered: Instant?
  /// Initials of who wrote it, if given.
  public let by: String?
  /// The action it was part of: its own id, unless one action wrote several entries.
  public let action: EntryID
  /// The number of the action on the machine that wrote it, from 1; nil for what was written before actions had any.
  public let order: Int?
  /// Set on the entries that an undo or a redo wrote.
  public let via: Via?
  /// The entry this one stands for: of another night, if it was moved here; of the same, if an answer was said anew.
  public let movedFrom: EntryID?
  /// The import that brought it here from another record, if one did. It says nothing about the entry itself.
  public let importedBy: EntryID?
  /// The entries about the same thing that it was written over: those its writer saw and that were behind no other. Empty
  /// for the first; nil where it is about nothing that is said anew, and in records of before they were named.
  public let over: [EntryID]?
  /// From when on it counts, if a moment was given.
  public let dated: Instant?
  /// What it says.
  public let body: Body

  /// When it was written down, as far as that is known: what was set for a moment to come has only the clock's word.
  public var written: Instant {
    if let entered { return entered }
    guard dated != nil, stamp.milliseconds < at.milliseconds else { return at }
    return Instant(milliseconds: stamp.milliseconds, offsetMinutes: at.offsetMinutes)
  }

  /// How an entry came about, where it was not an action of its own.
  public enum Via: String, Sendable {
    /// Written by undo.
    case undo
    /// Written by redo.
    case redo
  }

  /// What an entry says: something that happened or stands, or something about other entries, which it names.
  public enum Body: Hashable, Sendable {
    /// Something that happened or stands.
    case record(Subject, Details)
    /// A correction. `of` names the entry and every amendment of it that had been seen.
    case amend(of: [EntryID], Changes)
    /// Taken back: entries, amendments, or (redo) earlier retractions.
    case retract(of: [EntryID])
  }

  /// An entry; `action` is its own id unless given.
  public init(
    id: EntryID, stamp: Stamp, at: Instant, zone: String? = nil, entered: Instant? = nil, by: String? = nil,
    action: EntryID? = nil, order: Int? = nil, via: Via? = nil, movedFrom: EntryID? = nil, importedBy: EntryID? = nil,
    over: [EntryID]? = nil, dated: Instant? = nil, body: Body
  ) {
    self.id = id
    self.stamp = stamp
    self.at = at
    self.zone = zone
    self.entered = entered
    self.by = by
    self.action = action ?? id
    self.order = order
    self.via = via
    self.movedFrom = movedFrom
    self.importedBy = importedBy
    self.over = over
    self.dated = dated
    self.body = body
  }

  /// True if an action wrote it, or an import brought it here.
  public func isPart(of action: EntryID) -> Bool { self.action == action || importedBy == action }

  /// The entries this one speaks about; empty for a record.
  public var names: [EntryID] {
    switch body {
    case .record: []
    case .amend(let of, _), .retract(let of): of
    }
  }
}
