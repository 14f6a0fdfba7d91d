/// The keys that switches send on this machine: they stand beside the record, because at another bed another box sends
/// other keys.
extension Store {
  /// Each switch with its key, such as `a F5`, as they were noted; none if nothing was.
  public var switchKeys: [String] { record.owner?.switchKeys ?? [] }

  /// Notes them.
  /// - Returns: false if there is no place to note them in, such as for a record that has not begun.
  public func noteSwitchKeys(_ keys: [String]) -> Bool {
    guard record.owner != nil, (try? record.note { $0.switchKeys = keys }) != nil else { return false }
    return record.owner?.switchKeys == keys
  }
}
