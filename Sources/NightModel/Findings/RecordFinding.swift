internal import Text

/// A problem of the record that users must be told: missing or unreadable parts, entries that wait beside it, two versions
/// of a setting, a wrong clock or zone.
///
/// Findings are passed on as values. Screens show them where they matter, commands write them to standard error.
public struct RecordFinding: Hashable, Sendable {
  /// What it is about, the worst first.
  public enum Kind: Int, CaseIterable, Sendable, Comparable {
    /// A record that was here is not.
    case recordMissing
    /// Entries wait beside the record on this machine.
    case keptAside
    /// Files, lines or folders could not be read.
    case unreadable
    /// The emergency card's text beside the record may be an earlier one.
    case staleCard
    /// What this machine keeps of its own writing cannot be written, so undo does not know what is saved.
    case closedState
    /// A setting or an answer has two versions.
    case twoVersions
    /// The clock or the time zone of this machine, or one that wrote here, is wrong.
    case clock
    /// Files that were here are gone or shorter.
    case gone
    /// Files under other names hold entries that are nowhere else.
    case otherFiles
    /// The disk cannot promise that what is saved outlasts a power cut.
    case powerCut

    /// By rank.
    public static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
  }

  /// What it is about.
  public let kind: Kind
  /// What is wrong, what was kept and what to do, as a sentence without a full stop.
  public let words: String
  /// The nights of which something may not be shown because of it; nil if there are none, or only those it is told with.
  public let hidden: HiddenNights?

  /// What the program can do about it besides what `words` say; nil for nothing. Whoever tells it knows by what command.
  public let remedy: Remedy?

  /// What the program can do about a finding.
  public enum Remedy: Hashable, Sendable {
    /// A check of every line lists each place.
    case listPlaces
    /// Erasing what is left of a night ends the finding.
    case erase(CivilDate)
  }

  /// Nights of which something may not be shown.
  public enum HiddenNights: Hashable, Sendable {
    /// Every night.
    case all
    /// Those of a year, by its four digits.
    case year(String)

    /// True for a night among them.
    public func contains(_ night: CivilDate) -> Bool {
      switch self {
      case .all: true
      case .year(let year): "\(night)".hasPrefix(year)
      }
    }
  }

  /// A finding by its kind and sentence.
  public init(_ kind: Kind, _ words: String, hiding hidden: HiddenNights? = nil, remedy: Remedy? = nil) {
    (self.kind, self.words, self.hidden, self.remedy) = (kind, words.forDisplay, hidden, remedy)
  }

  /// Findings by rank, each once.
  public static func ranked(_ findings: [RecordFinding]) -> [RecordFinding] {
    findings.eachOnce.enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(\.element)
  }
}
