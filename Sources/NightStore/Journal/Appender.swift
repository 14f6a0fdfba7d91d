internal import NightModel

/// The append protocol for one file, under the lock: open, look, one write, sync, sync the folders' names, look again.
struct Appender {
  let store: Store
  /// The folders from the file's own up, innermost first.
  let folders: [String]
  let partition: Partition
  var isRescue = false

  private var files: any FileSystem { store.files }

  /// How often a file that is replaced under our hands (by a sync engine) is written again.
  private static let tries = 5

  /// Appends entries so that they are on the disk when it returns.
  /// - Returns: the entries under the writer id they were written by.
  func append(_ given: [Entry]) throws(SystemError) -> [Entry] {
    let writer = try append { writer in given.map { LineFormat.Content($0.restamped(writer: writer)) } }
    return given.map { $0.restamped(writer: writer) }
  }

  /// Appends records of an import, as they came, so that they are on the disk when it returns.
  func append(_ records: [Record], importedBy action: EntryID, order: Int?) throws(SystemError) {
    let contents = records.map { LineFormat.Content($0, importedBy: action, order: order) }
    _ = try append { _ in contents }
  }

  /// Appends lines, made for the writer they will be written by.
  /// - Returns: that writer.
  private func append(_ given: (_ writer: String) -> [LineFormat.Content]) throws(SystemError) -> String {
    // There may be a file more after this.
    store.sweepUnderWay = nil
    for _ in 0..<Self.tries {
      let writer = store.writer ?? store.renewWriter()
      let contents = given(writer)
      let path = folders[0] + "/" + Places.fileName(partition, writer: writer)
      guard !store.doomedFiles().contains(store.shown(path)) else {
        // It is about to go, and what is added to it would go with it.
        _ = store.renewWriter()
        continue
      }
      guard let file = try openFile(path, writer) else { continue }
      defer { files.close(file) }
      let status = try files.status(file)
      guard status.kind == .file else { throw .notAFile }

      let end = try end(of: file, status)
      let newest = isRescue || end.isOurs ? nil : store.state?.marks.mark(partition)
      if let newest, newest.writer != writer { keepIfLost(newest) }
      let mark = newest.flatMap { $0.writer == writer ? $0 : nil }
      if let mark, !mark.agrees(with: end.next) {
        // Put back from a backup: going on here would fork what other devices have.
        abandonFile(after: mark)
        continue
      }
      let (bytes, next) = try lines(contents, after: end, writer: writer)
      guard status.size + bytes.count <= LineFormat.largestFile else {
        // What is larger is not read, so this file is full.
        _ = store.renewWriter()
        continue
      }
      try writeOnce(bytes, to: file, size: status.size)
      do throws(SystemError) {
        if try !files.syncDataIfPossible(file) { store.noteUncovered(path) }
      } catch {
        store.syncFailed = true
        throw error
      }
      if mark == nil, !end.isOurs { try syncNames() }
      // The file is still open, so that number is nobody else's.
      guard let there = try? files.status(at: path), there.inode == status.inode, there.links >= 1 else {
        store.tails[partition] = nil
        continue
      }
      if !isRescue {
        store.state?.marks.set(
          .init(partition: partition, writer: writer, position: next, size: status.size + bytes.count))
        store.tails[partition] = Store.Tail(
          inode: status.inode, size: status.size + bytes.count, next: next,
          latest: contents.map(\.stamp).max())
      }
      return writer
    }
    throw .missing
  }

  /// Where a file ends: as this run left it, if nobody touched it since, or as it reads now.
  private struct End {
    var next: LineFormat.Position
    var isTerminated = true
    /// True if this run wrote it last, so that its mark is known and its names are on the disk.
    var isOurs = false
  }

  private func end(of file: FileDescriptor, _ status: FileStatus) throws(SystemError) -> End {
    if !isRescue, let tail = store.tails[partition], tail.inode == status.inode, tail.size == status.size {
      return End(next: tail.next, isOurs: true)
    }
    guard status.size > 0 else { return End(next: .start) }
    let reading = FileReading(try files.readAll(file, status))
    return End(next: reading.next, isTerminated: reading.isTerminated)
  }

  /// Leaves a file that no longer reaches its mark to itself: what the mark proves is kept, and a new writer's file begun.
  private func abandonFile(after mark: Marks.Mark) {
    store.state?.marks.keepLost(mark)
    _ = store.renewWriter()
  }

  /// Keeps a mark whose place is taken by that of another writer's file, if the file it is about lacks what it proves.
  private func keepIfLost(_ mark: Marks.Mark) {
    // What cannot be looked at is told as such.
    if (try? store.isShorter(store.file(of: mark), than: mark)) == true { store.state?.marks.keepLost(mark) }
  }

  /// Opens the file, or makes it; nil if it was here and is gone, in which case there is a new writer to try.
  private func openFile(_ path: String, _ writer: String) throws(SystemError) -> FileDescriptor? {
    do {
      return try files.open(path, .append)
    } catch SystemError.missing {
      if !isRescue, let mark = store.state?.marks.mark(partition, writer: writer) {
        // An empty file under the old name would be spread as the newest state of it.
        abandonFile(after: mark)
        return nil
      }
      try files.makeFolders(folders[0])
      do {
        return try files.open(path, .appendNew)
      } catch SystemError.exists {
        return try files.open(path, .append)
      }
    }
  }

  private func lines(
    _ contents: [LineFormat.Content], after end: End, writer: String
  ) throws(SystemError) -> (bytes: [UInt8], next: LineFormat.Position) {
    // Seals a torn line. What we did not write is never cut off.
    var bytes: [UInt8] = end.isTerminated ? [] : [UInt8(ascii: "\n")]
    var next = end.next
    if next == .start {
      let header = LineFormat.header(
        store: store.identity ?? "", partition: partition, writer: writer, device: store.world.device,
        program: store.world.program)
      bytes += header.line
      next = header.next
    }
    for content in contents {
      let line = LineFormat.line(content, at: next)
      guard line.line.count <= LineFormat.longestWritten else { throw .lineTooLong }
      bytes += line.line
      next = line.next
    }
    return (bytes, next)
  }

  private func writeOnce(_ bytes: [UInt8], to file: FileDescriptor, size: Int) throws(SystemError) {
    for _ in 0..<3 {
      do throws(SystemError) {
        let written = try files.write(file, bytes)
        if written == bytes.count { return }
        // Part of a line went in: take back our own bytes. If that fails the next append seals what is left.
        try? files.truncate(file, to: size)
        throw SystemError.diskFull
      } catch SystemError.interrupted {
        continue
      }
    }
    throw .interrupted
  }

  /// Puts the names of the file and its folders on the disk. Only where there is no mark: a mark is set after this was
  /// done, so whoever finds one need not do it again.
  private func syncNames() throws(SystemError) {
    for folder in folders where try !files.syncFolder(folder) { store.noteUncovered(folder) }
    guard let outermost = folders.last else { return }
    do throws(SystemError) {
      try files.syncFolder(outermost.parentFolder)
    } catch  where error.isForbidden {
      // A folder of somebody else's, in which ours was made for us.
    }
  }
}
