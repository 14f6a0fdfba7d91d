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
    case (.plan, .plan), (.night, .plan): false
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

extension Partition {
  /// Reads `plan` or the date of a night.
  public init?(_ text: some StringProtocol) {
    if text == "plan" {
      self = .plan
    } else {
      guard let date = CivilDate(text) else { return nil }
      self = .night(date)
    }
  }
}

/// An entry that is about to be written: all but the place in the order and mostly the id, which the store gives it.
public struct Draft: Hashable, Sendable {
  /// Its id, if it already has one: a second attempt at what could not be confirmed as saved, so that, should both be
  /// there, they fold into one.
  public var id: EntryID?
  /// Where it will be kept.
  public var partition: Partition
  /// When it happened.
  public var at: Instant
  /// Initials of who writes it, if given.
  public var by: String?
  /// The entry it is to stand for: of another night if it is moved, of the same if an answer is said anew.
  public var movedFrom: EntryID?
  /// The entries about the same thing that it is written over; nil where it is about nothing that is said anew.
  public var over: [EntryID]?
  /// From when on it counts, if a moment was given.
  public var dated: Instant?
  /// What it says.
  public var body: Entry.Body

  /// A draft; most have neither an id nor an entry they replace.
  public init(
    id: EntryID? = nil, partition: Partition, at: Instant, by: String? = nil, movedFrom: EntryID? = nil,
    over: [EntryID]? = nil, dated: Instant? = nil, body: Entry.Body
  ) {
    self.id = id
    self.partition = partition
    self.at = at
    self.by = by
    self.movedFrom = movedFrom
    self.over = over
    self.dated = dated
    self.body = body
  }
}

extension [Draft] {
  /// Their partitions, each once, in the order in which the store writes them.
  public var partitions: [Partition] { map(\.partition).eachOnce }
}
