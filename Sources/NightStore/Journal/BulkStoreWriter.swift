public import NightModel
internal import Text

/// Writes a whole store at once, for made-up histories: a file per partition, nothing synced one by one.
///
/// Never for a record that somebody keeps: that one only ever grows by `Store.perform`.
public struct BulkStoreWriter {
  private let places: StorePaths
  private let files: any FileSystem
  private let identity: EntryID
  private let writer: String
  private let program: String

  /// Begins a store in a folder that is missing or empty, with its state inside itself. `writer` is one to sixteen
  /// lower-case letters and digits. Returns nil if the folder holds anything, so that nothing made up gets among real
  /// entries. Throws `StoreError.cannotCreate`.
  public init?(
    folder: String, identity: EntryID, writer: String, program: String, files: any FileSystem
  ) throws(StoreError) {
    places = StorePaths(store: folder, stateRoot: nil)
    self.files = files
    self.identity = identity
    self.writer = writer
    self.program = program
    do {
      try files.makeFolders(folder)
      guard try files.list(folder).isEmpty else { return nil }
      try files.makeFolder(places.ownState)
      let text = JSON.object([JSON.Member("store", .string("\(identity)")), JSON.Member("format", 1)])
      try files.replace(places.identity, with: Array("\(text)\n".utf8))
    } catch {
      throw .cannotCreate(path: folder, error)
    }
  }

  /// Goes on with a store that is there, as another machine would: under a writer id that has no file in it yet.
  /// `writer` is one to sixteen lower-case letters and digits.
  package init(addingTo folder: String, identity: EntryID, writer: String, program: String, files: any FileSystem) {
    places = StorePaths(store: folder, stateRoot: nil)
    self.files = files
    self.identity = identity
    self.writer = writer
    self.program = program
  }

  /// Writes the one file of a partition.
  /// - Throws: `StoreError.cannotCreate`.
  public func write(_ partition: Partition, _ entries: [Entry]) throws(StoreError) {
    let header = LineFormat.header(
      store: "\(identity)", partition: partition, writer: writer, device: "made-up", program: program)
    var bytes = header.line
    var next = header.next
    for entry in entries {
      let line = LineFormat.line(entry, at: next)
      bytes += line.line
      next = line.next
    }
    let folder = places.folder(of: partition)
    let path = folder + "/" + StorePaths.fileName(partition, writer: writer)
    do {
      try files.makeFolders(folder)
      try files.with(path, .appendNew) { file throws(SystemError) in
        guard try files.write(file, bytes) == bytes.count else { throw SystemError.diskFull }
      }
    } catch {
      throw .cannotCreate(path: path, error)
    }
  }
}
