/// How much of a scene a screen shows.
public struct Room: Hashable, Sendable {
  /// How many items of its list.
  public var lines: Int
  /// Which items of its list; nil where that was not measured, and all can be reached at once.
  public var page: Range<Int>?
  /// How wide it is.
  public var columns = 80
  /// True where it is told in lines, one after the other: columns say nothing to who hears them.
  public var isSpoken = false
  /// How many rows of its facts.
  public var shownFacts = 0
  /// How many rows of its facts it has no room for.
  public var hiddenFacts = 0
  /// How many lines of what was written.
  public var shownLog = 0
  /// True if it is the facts that scroll, and not what was written.
  public var scrollsFacts = false
  /// The row of the facts on which the one to begin at stands; nil if none is asked for.
  public var anchorRow: Int?
}
