internal import Text

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
  /// A moment before its own time at which it had been written already; nil if nothing tells of one.
  public let writtenBefore: Instant?
  /// True if its time was typed as one still to come, so that no clock is to blame.
  public let isTypedAhead: Bool

  /// A dose; `writtenBefore` and `isTypedAhead` only matter for one that is ahead of the clock.
  public init(name: String, at: Instant, by: String?, writtenBefore: Instant? = nil, isTypedAhead: Bool = false) {
    (self.name, self.at, self.by, self.writtenBefore) = (name, at, by, writtenBefore)
    self.isTypedAhead = isTypedAhead
  }

  /// The medicine.
  public var medicine: MedicineName { MedicineName(name) }
}

extension Night {
  /// The doses that stand, by time, edited ones as edited.
  public var doses: [Dose] { doses(clock: nil) }

  /// The doses that stand, by time, with how far those ahead of the clock can be trusted.
  ///
  /// Such a dose was written before every entry that follows it in the order of the record and is not ahead itself.
  /// - Parameter clock: what the clock shows, in milliseconds since 1970; nil where nobody asks which are ahead.
  /// - Returns: one dose for each medicine entry with a name.
  public func doses(clock: Int64?) -> [Dose] {
    items.compactMap { item in
      guard item.subject == .event(.medicine), let name = item.details.text(.what) else { return nil }
      guard let clock else { return Dose(name: name, at: item.at, by: item.by) }
      let stamp = item.entry.stamp.milliseconds
      return Dose(
        name: name, at: item.at, by: item.by, writtenBefore: writtenBefore(item, clock),
        isTypedAhead: stamp < item.at.milliseconds - Self.slack && item.at.milliseconds > clock)
    }
  }

  /// By how many milliseconds two clocks may differ that are right: who writes on one machine and then on another is no
  /// proof that either is wrong.
  private static let slack: Int64 = 300_000

  private func writtenBefore(_ item: Item, _ clock: Int64) -> Instant? {
    // What was mended was given a time on purpose.
    guard item.at == item.entry.at else { return nil }
    let latest = min(clock, item.at.milliseconds - Self.slack)
    return timeline.all.lazy.filter { $0.entry.stamp > item.entry.stamp }.map(\.entry.written)
      .filter { $0.milliseconds <= latest }.min { $0.milliseconds < $1.milliseconds }
  }
}
