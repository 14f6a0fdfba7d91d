/// A recorded thing as it stands now: its entry with the amendments applied.
public struct Item: Hashable, Sendable, Identifiable {
  /// The entry as first written.
  public let entry: Entry
  /// What it is about.
  public let subject: Subject
  /// When it happened, as amended.
  public let at: Instant
  /// Who wrote it down, as amended.
  public let by: String?
  /// What it says, as amended.
  public let details: Details
  /// The amendments that apply, each after those it knew of, otherwise oldest first.
  public let amendments: [EntryID]
  /// True once it was taken back.
  public let isRetracted: Bool
  /// Fields on which two amendments that did not know of each other disagree, with what each says (nil: blank).
  /// The last by stamp is the one shown in `details`.
  public let conflicts: [Field: [FieldValue?]]
  /// Who says so, for each field of a page that a night has once: the record or amendment that set it last brings its
  /// own source along. Empty for everything else, where the entry has one source.
  public let says: [Field: WhoSays]

  /// The entry's id, which the item keeps through every correction.
  public var id: EntryID { entry.id }

  /// The last change; nil if there was none. Marking an entry as complete is no change.
  public let lastEdit: Edit?

  /// A change of an item.
  public struct Edit: Hashable, Sendable {
    /// When it was made.
    public let at: Instant
    /// Initials of who made it, if given.
    public let by: String?
  }

  /// True if anything was amended after it was first written, the night it belongs to included.
  public var isEdited: Bool { lastEdit != nil }
  /// True if somebody said that it is complete as it was written, so that nobody is asked again.
  public var isAsIs: Bool { details.flag(.asIs) == true }
  /// True if it was corrected and not just filled in. A blank field that is answered while the entry is fresh is no
  /// correction, nor is a time that its writer sets within two minutes.
  public let isCorrected: Bool
  /// For how many minutes an entry is fresh: a blank field is filled in by then because one key had to be enough at first.
  public static let freshMinutes = 15
  /// Within how many minutes a new time by the same writer is no correction.
  private static let timeMinutes: Int64 = 2

  /// An entry with those of its amendments that apply, each after those it knew of; nil if the entry is not a record.
  init?(_ entry: Entry, amendments: [Entry], isRetracted: Bool) {
    guard case .record(let subject, let recorded) = entry.body else { return nil }
    var details = recorded
    var at = entry.at
    var by = entry.by
    var conflicts: [Field: [FieldValue?]] = [:]
    let fields = Set(amendments.flatMap { amendment in amendment.changes.keys })
    for field in fields {
      let setting = amendments.filter { $0.changes.keys.contains(field) }
      let named = Set(setting.flatMap(\.names))
      let heads = setting.filter { !named.contains($0.id) }
      let values = (heads.isEmpty ? setting : heads).map { $0.changes[field] ?? nil }
      guard let last = values.last else { continue }
      // On a page the source goes with the answers it came with, so two sources are no two versions.
      if Set(values).count > 1, !(subject.isPage && field == .source) { conflicts[field] = values }
      if field == .at {
        if case .moment(let moment) = last { at = moment }
      } else if field == .by {
        by = if case .text(let initials) = last { initials } else { nil }
      } else {
        details[field] = last
      }
    }
    self.entry = entry
    self.subject = subject
    self.at = at
    self.by = by
    self.details = details
    self.amendments = amendments.map(\.id)
    self.conflicts = conflicts
    says = subject.isPage ? Self.says(recorded, by, amendments) : [:]
    self.isRetracted = isRetracted
    let changes = amendments.filter(\.changesWhatItSays)
    let edits = changes.map { Edit(at: $0.at, by: $0.by) }
    lastEdit = edits.last ?? (entry.movedFrom == nil ? nil : Edit(at: entry.written, by: nil))
    // To say who wrote what nobody signed corrects nothing.
    let signature = entry.by == nil ? changes.first { Array($0.changes.keys) == [.by] } : nil
    isCorrected =
      entry.movedFrom != nil || !conflicts.isEmpty
      || Self.corrects(entry, recorded, amendments: changes.filter { $0.id != signature?.id })
  }

  private static func says(_ recorded: Details, _ by: String?, _ amendments: [Entry]) -> [Field: WhoSays] {
    let first = WhoSays(by: by, source: recorded.text(.source))
    var says = Dictionary(uniqueKeysWithValues: recorded.fields.filter { $0 != .source }.map { ($0, first) })
    for amendment in amendments {
      let changes = amendment.changes
      let source = if case .text(let word)? = changes[.source] ?? nil { word } else { String?.none }
      let answers = changes.keys.filter { ![.at, .by, .source].contains($0) }
      // A source set by itself holds for all answers.
      if answers.isEmpty, changes.keys.contains(.source) {
        says = says.mapValues { WhoSays(by: $0.by, source: source) }
      }
      for field in answers {
        says[field] = (changes[field] ?? nil) == nil ? nil : WhoSays(by: amendment.by, source: source)
      }
    }
    return says
  }

  /// True if an amendment says otherwise than what stood, or comes when the entry is no longer fresh.
  private static func corrects(_ entry: Entry, _ recorded: Details, amendments: [Entry]) -> Bool {
    if amendments.isEmpty { return false }
    var known = Dictionary(uniqueKeysWithValues: recorded.fields.map { ($0, entry.stamp) })
    for amendment in amendments {
      func isOver(_ seconds: Int64, since stamp: Stamp) -> Bool {
        amendment.stamp.milliseconds - stamp.milliseconds > seconds * 1000
      }
      if isOver(Int64(freshMinutes) * 60, since: entry.stamp) { return true }
      // A source that comes with an answer is part of it, and no second thought about the one before.
      for field in amendment.changes.keys where field != .source || amendment.changes.count == 1 {
        // How long ago it was is said by the next key; after that a time is corrected.
        if field == .at, amendment.by == entry.by, !isOver(timeMinutes * 60, since: entry.stamp) { continue }
        if field == .at || field == .by { return true }
        // A second thought while still typing (1, then 0 for ten) is no correction.
        if let stamp = known[field], isOver(10, since: stamp) || recorded[field] != nil { return true }
        known[field] = amendment.stamp
      }
    }
    return false
  }
}

extension Entry {
  /// True for an amendment that does more than leave the entry as it is.
  var changesWhatItSays: Bool { changes.keys.contains { $0 != .asIs } }

  /// What an amendment sets; empty for anything else.
  var changes: Changes {
    guard case .amend(_, let changes) = body else { return [:] }
    return changes
  }
}
