/// How far the rows of all nights are: what lists, searches and trends are made from, a little at a time.
public struct RowProgress: Hashable, Sendable {
  /// Nights whose rows are known.
  public let done: Int
  /// Nights that have anything written, as far as they were counted.
  public let total: Int
  /// True once there is nothing left to do.
  public let isComplete: Bool

  /// How far they are.
  public init(done: Int, total: Int, isComplete: Bool) {
    (self.done, self.total, self.isComplete) = (done, total, isComplete)
  }
}
