/// An entry on the disk: the night it lies in, and its id.
public struct Target: Hashable, Sendable {
  /// The night.
  public let night: CivilDate
  /// The entry.
  public let id: EntryID

  /// An entry by its night and id.
  public init(night: CivilDate, id: EntryID) {
    self.night = night
    self.id = id
  }
}
