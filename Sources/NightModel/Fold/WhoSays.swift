internal import Text

/// On whose word something stands: who wrote it down, and where they had it from.
public struct WhoSays: Hashable, Sendable {
  /// Initials of who wrote it, if given.
  public let by: String?
  /// `said` by the person, `seen` by the caregiver, or `read-off` a machine; nil if nobody said which.
  public let source: String?

  /// By whom, and on whose word.
  public init(by: String? = nil, source: String? = nil) {
    self.by = by
    self.source = source
  }

  /// Both in words, such as `said by the person, MK`; empty if neither is known.
  public var words: String {
    [source.map { Self.words(ofSource: $0) }, by?.forDisplay].compactMap { $0 }.joined(separator: ", ")
  }

  /// A source in words; the word itself if it is none that is known here.
  public static func words(ofSource source: String) -> String {
    switch source {
    case "said": "said by the person"
    case "seen": "seen by the caregiver"
    case "read-off": "read off a machine"
    default: source.forDisplay
    }
  }
}
