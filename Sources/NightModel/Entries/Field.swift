/// The details an entry can carry, each with its name on disk, its name on the command line and what may stand in it.
///
/// One table for reading, writing, `edit`, the command line and help, so that they cannot disagree.
public enum Field: String, CaseIterable, Sendable {
  // Of every entry, and amended like the rest.
  case at, by
  // Of events and symptoms.
  case value, minutes, times, side, what, place, helped, woke, source, note
  // Of checklist and environment items.
  case state
  // Of what was written with one key and is to stay as it is: not asked about again.
  case asIs
  // Of the morning diary (care-facts: Consensus Sleep Diary items, in words of our own).
  case intoBed, tried, sol, wakings, waso, finalWake, tryAfter, outOfBed, quality, rested, headache, naps
  // Of a night in parts: minutes out of bed between sleeps, and minutes slept elsewhere than in bed.
  case upBetween, elsewhere
  // Of the caregiver's own night.
  case slept, up, stretch, wornOut, relief
  // Of a handover.
  case who
  // Of a plan setting.
  case to

  /// What may stand in a field.
  public enum Rule: Hashable, Sendable {
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// One of a few words.
    case choice([String])
    /// Free text of at most so many characters.
    case text(limit: Int)
    /// Yes or no.
    case flag
    /// A moment, typed as a time of day.
    case moment
  }

  /// Hashes its place in the table: the name, which an enumeration of names is hashed by, takes many times as long.
  public func hash(into hasher: inout Hasher) { withUnsafeBytes(of: self) { hasher.combine(bytes: $0) } }

  /// The most characters a note may have.
  public static let noteLimit = 2000

  /// What may stand in this field. Minutes count up to a day, times from once; grades run 0 (none) to 10 (worst imaginable).
  public var rule: Rule {
    switch self {
    case .at, .intoBed, .tried, .finalWake, .outOfBed: .moment
    case .value, .wornOut: .number(0...10)
    case .minutes, .sol, .waso, .tryAfter, .upBetween, .elsewhere, .naps, .slept, .stretch: .number(0...1440)
    case .wakings, .up: .number(0...200)
    case .times: .number(1...200)
    case .quality, .rested: .number(1...5)
    case .side: .choice(["left", "right", "back", "other"])
    case .source: .choice(WhoSays.sources)
    case .state: .choice(ItemState.allCases.map(\.rawValue))
    case .woke, .headache, .relief, .asIs: .flag
    case .by: .text(limit: 12)
    case .what, .place: .text(limit: 100)
    case .who: .text(limit: 60)
    case .helped: .text(limit: 200)
    case .to: .text(limit: 2000)
    case .note: .text(limit: Self.noteLimit)
    }
  }

  /// The field's name on the command line, such as `into-bed`.
  public var optionName: String {
    var name = ""
    for character in rawValue {
      if character.isUppercase { name += "-" }
      name += character.lowercased()
    }
    return name
  }

  /// The field of that name, either spelling.
  public init?(named name: String) {
    guard let field = Self.allCases.first(where: { $0.rawValue == name || $0.optionName == name }) else { return nil }
    self = field
  }
}

/// What stands in a field.
public enum FieldValue: Hashable, Sendable {
  /// A whole number.
  case number(Int)
  /// A word or free text, as typed.
  case text(String)
  /// Yes or no.
  case flag(Bool)
  /// A moment.
  case moment(Instant)
}

/// How a checklist or environment item stands.
public enum ItemState: String, CaseIterable, Sendable {
  /// Done tonight.
  case done
  /// Looked at and not needed tonight.
  case notNeeded = "not-needed"
  /// Tried or meant to, and it could not be done.
  case couldNot = "could-not"
  /// Standing: in place.
  case inPlace = "in-place"
  /// Standing: still to do.
  case toDo = "to-do"
  /// Standing: not wanted here.
  case notWanted = "not-wanted"
  /// Standing: nobody is sure.
  case unsure

  /// The answers a bedtime or getting-up item takes.
  public static let ofTheNight: [ItemState] = [.done, .notNeeded, .couldNot]
  /// The answers an item of the sleep environment takes.
  public static let standing: [ItemState] = [.inPlace, .toDo, .notWanted, .unsure]

  /// What says the same in the other kind of list; itself where nothing does.
  var counterpart: ItemState {
    switch self {
    case .done: .inPlace
    case .notNeeded: .notWanted
    case .couldNot: .toDo
    case .inPlace: .done
    case .toDo: .couldNot
    case .notWanted: .notNeeded
    case .unsure: .unsure
    }
  }
}
