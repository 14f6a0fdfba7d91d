/// The origin of an answer: who wrote it down, and where they had it from.
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
}
