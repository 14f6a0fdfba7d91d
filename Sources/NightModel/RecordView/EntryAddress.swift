/// The address of an entry: the night it lies in, and its id.
public struct EntryAddress: Hashable, Sendable {
  /// The night.
  public let night: CivilDate
  /// The entry.
  public let id: EntryID

  /// The address of an entry.
  public init(night: CivilDate, id: EntryID) {
    self.night = night
    self.id = id
  }
}
