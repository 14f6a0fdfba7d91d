/// The longest time of a night in which nobody wrote anything. The caregiver may have slept then, and is asked, because
/// silence is not sleep.
public struct SilentStretch: Hashable, Sendable {
  /// When it began: an entry, or going to bed.
  public let start: Instant
  /// When it ended: the next entry, or getting up.
  public let end: Instant
  /// How long it was, in minutes.
  public var minutes: Int { end.minutes(since: start) }

  /// Shorter stretches are not asked about, in minutes.
  static let least = 30

  /// The longest stretch inside bed hours, which are the diary's where it has them, else from the first entry to the
  /// last; nil if none is long enough.
  public init?(_ night: Night) {
    let diary = night.diary
    let (bed, up) = (diary?.moment(.intoBed), diary?.moment(.outOfBed))
    let written = night.items.filter { !$0.subject.isPage }.map(\.at)
    let inside = written.filter { at in
      (bed.map { at.milliseconds >= $0.milliseconds } ?? true)
        && (up.map { at.milliseconds <= $0.milliseconds } ?? true)
    }
    // Before anything was written and after the last of it nobody need have been there, unless the diary says so.
    let marks = ([bed].compactMap { $0 } + inside + [up].compactMap { $0 }).sorted()
    let longest = zip(marks, marks.dropFirst()).max { $0.1.minutes(since: $0.0) < $1.1.minutes(since: $1.0) }
    guard !written.isEmpty, let longest, longest.1.minutes(since: longest.0) >= Self.least else { return nil }
    (start, end) = longest
  }
}
