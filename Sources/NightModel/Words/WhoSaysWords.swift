internal import Text

/// The origin of an answer in words.
extension WhoSays {
  /// Both in words, such as `said by the person, MK`; empty if neither is known.
  public var words: String {
    [source.map { Self.words(ofSource: $0) }, by?.forDisplay].compactMap { $0 }.joined(separator: ", ")
  }

  private static let sourceWords = [
    ("said", "said by the person"), ("seen", "seen by the caregiver"), ("read-off", "read off a machine"),
  ]

  /// Every source that is known here, in the order in which they are told.
  public static let sources = sourceWords.map(\.0)

  /// A source in words; the word itself if it is none that is known here.
  public static func words(ofSource source: String) -> String {
    sourceWords.first { $0.0 == source }?.1 ?? source.forDisplay
  }
}

extension Page.Version {
  /// The answer with who says so, such as `22:30 by MK`.
  public func words(_ clock: ClockStyle) -> String {
    (value?.words(clock) ?? "blank") + (who?.by.map { " by \($0.forDisplay)" } ?? "")
  }
}
