/// Where entries are kept together: one night's, or the plan's. No fold ever needs another partition's entries.
public enum Partition: Hashable, Sendable, Comparable {
  /// What stands: person, equipment, routine, settings.
  case plan
  /// One night, by the date of its evening.
  case night(CivilDate)

  /// The plan first, then the nights by date.
  public static func < (one: Partition, other: Partition) -> Bool {
    switch (one, other) {
    case (.plan, .night): true
    case (.night(let date), .night(let otherDate)): date < otherDate
    default: false
    }
  }
}

extension Partition: CustomStringConvertible {
  /// `plan`, or the date of the night.
  public var description: String {
    switch self {
    case .plan: "plan"
    case .night(let date): date.description
    }
  }
}

/// An entry that is about to be written: all but the id and the place in the order, which the store gives it.
public struct Draft: Hashable, Sendable {
  /// Where it will be kept.
  public var partition: Partition
  /// When it happened.
  public var at: Instant
  /// Initials of who writes it, if given.
  public var by: String?
  /// The entry it replaces in another night, if it is moved.
  public var movedFrom: EntryID?
  /// What it says.
  public var body: Entry.Body

  /// A draft by its parts.
  public init(partition: Partition, at: Instant, by: String? = nil, movedFrom: EntryID? = nil, body: Entry.Body) {
    self.partition = partition
    self.at = at
    self.by = by
    self.movedFrom = movedFrom
    self.body = body
  }
}
