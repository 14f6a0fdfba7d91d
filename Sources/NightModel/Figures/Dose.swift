/// A medicine by its name, however it is spelled: `lorazepam` and `Lorazepam` are one.
public struct MedicineName: Hashable, Sendable {
  /// The name as names are held against each other.
  let folded: String

  /// A name as somebody typed it.
  public init(_ typed: String) {
    folded = String(decoding: FoldedText.bytes(of: typed.trimmingSpaces()), as: UTF8.self)
  }
}

/// One dose of a medicine, as it was written.
public struct Dose: Hashable, Sendable {
  /// The medicine's name as it was written with it.
  public let name: String
  /// When it was given, as written.
  public let at: Instant
  /// Initials of who wrote it, if given.
  public let by: String?
  /// A moment at which it had been written already, for a dose whose own time is still to come; nil if nothing tells.
  public let writtenBefore: Instant?

  /// A dose by its parts.
  public init(name: String, at: Instant, by: String?, writtenBefore: Instant? = nil) {
    (self.name, self.at, self.by, self.writtenBefore) = (name, at, by, writtenBefore)
  }

  /// The medicine.
  public var medicine: MedicineName { MedicineName(name) }
}

extension Night {
  /// The doses that stand, by time; those taken back are left out, edited ones are as edited.
  public var doses: [Dose] { doses(clock: .max) }

  /// The doses that stand, by time.
  /// - Parameter clock: what the clock shows, in milliseconds since 1970. For a dose that lies ahead of it, it is worked
  ///   out by when it had been written: whatever came after it in the order of the record and is not ahead itself.
  public func doses(clock: Int64) -> [Dose] {
    items.compactMap { item in
      guard item.subject == .event(.medicine), let name = item.details.text(.what) else { return nil }
      let bound = item.at.milliseconds > clock ? writtenBefore(item, clock) : nil
      return Dose(name: name, at: item.at, by: item.by, writtenBefore: bound)
    }
  }

  private func writtenBefore(_ item: Item, _ clock: Int64) -> Instant? {
    timeline.all.filter { $0.entry.stamp > item.entry.stamp }.map { $0.entry.entered ?? $0.entry.at }
      .filter { $0.milliseconds <= clock }.min()
  }
}
