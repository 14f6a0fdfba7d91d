/// The distinct elements of a sequence.
extension Sequence where Element: Hashable {
  /// The elements without repeats, in the order in which they come first.
  public var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
