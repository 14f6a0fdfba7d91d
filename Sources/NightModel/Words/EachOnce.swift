/// What stands several times in a sequence, once.
extension Sequence where Element: Hashable {
  /// Every element where it stands first.
  public var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
