internal import NightModel

/// Who writes in this run, and where the files of that writer end.
final class CurrentWriter {
  /// The id written under; nil until it is known.
  private(set) var id: String?
  /// True if nobody on this machine had written here before this run.
  private(set) var isNew = false
  /// True while nobody else can know the id, so that its files need no lock.
  private(set) var isAlone = false
  /// Where its files end, as this run left them.
  private var tails: [Partition: Tail] = [:]
  private let record: RecordIdentity
  private let random: () -> UInt64

  /// The end of a file: as long as inode and size are the same, nobody else has touched it.
  struct Tail {
    var inode: UInt64
    /// Bytes before this run last wrote into it.
    var start: Int
    /// Bytes after that.
    var size: Int
    var next: LineFormat.Position
    /// The latest place in the order that was given out for it.
    var latest: Stamp?
  }

  init(record: RecordIdentity, random: @escaping () -> UInt64) { (self.record, self.random) = (record, random) }

  /// The id this run writes under, if the store may have been written by it before.
  func known() -> String? {
    if id == nil, let state = record.state, let folder = record.folderInode {
      id = (try? state.writers(storeInode: folder))?.first
    }
    return id
  }

  /// Every id that runs on this machine have kept for this store, those of its folder as it is now first. A record that was
  /// moved has another folder, and keeps who wrote in it before.
  var own: [String] {
    guard let state = record.state, let folder = record.folderInode else { return [] }
    return (try? state.writers(storeInode: folder) + state.writers(notIn: folder)) ?? []
  }

  /// Starts writing where nobody on this machine has written before.
  func begin() {
    isNew = true
    _ = renew()
  }

  /// Starts writing under a new id, into new files.
  func renew() -> String {
    let fresh = borrow()
    keep()
    return fresh
  }

  /// Writes under an id of its own, not kept for later runs: for a run that cannot have the lock, or tries a new file.
  @discardableResult
  func borrow() -> String {
    let fresh = WriterID.make(random: random())
    use(fresh)
    isAlone = true
    return fresh
  }

  /// Writes under an id from here on; nil to find out anew.
  func use(_ id: String?) {
    self.id = id
    isAlone = false
    tails = [:]
  }

  /// Keeps the id for later runs.
  func keep() {
    guard let id, let folder = record.folderInode, record.missing == nil else { return }
    record.state?.keep(writer: id, storeInode: folder)
    isAlone = false
  }

  /// Where its file of a partition ends, as this run left it; nil if this run does not know.
  func tail(of partition: Partition) -> Tail? { tails[partition] }

  /// Notes where its file of a partition ends; nil where it may end elsewhere by now.
  func note(_ tail: Tail?, of partition: Partition) { tails[partition] = tail }
}
