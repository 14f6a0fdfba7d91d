internal import NightModel

/// Why nothing could be appended.
enum AppendError: Error {
  /// The system would not do it.
  case refused(SystemError)
  /// The disk would not confirm what was written: the file may have dropped what it was asked to keep, and a second sync
  /// would say that all is well.
  case notConfirmed(SystemError)

  /// What the system answered.
  var reason: SystemError {
    switch self {
    case .refused(let reason), .notConfirmed(let reason): reason
    }
  }

  /// True if the file may have dropped what it was asked to keep.
  var mayHaveDropped: Bool {
    switch self {
    case .notConfirmed: true
    case .refused: false
    }
  }
}

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
  func append(_ given: [Entry]) throws(AppendError) -> [Entry] {
    let writer = try append { writer in given.map { LineFormat.Content($0.restamped(writer: writer)) } }
    return given.map { $0.restamped(writer: writer) }
  }

  /// Appends records of an import, as they came, so that they are on the disk when it returns.
  func append(_ records: [Record], importedBy action: EntryID, order: Int?) throws(AppendError) {
    let contents = records.map { LineFormat.Content($0, importedBy: action, order: order) }
    _ = try append { _ in contents }
  }

  /// Appends lines, made for the writer they will be written by.
  /// - Returns: that writer.
  private func append(_ given: (_ writer: String) -> [LineFormat.Content]) throws(AppendError) -> String {
    store.rows.mayGrow()
    for _ in 0..<Self.tries {
      let writer = store.writer.id ?? store.writer.renew()
      let path = folders[0] + "/" + StorePaths.fileName(partition, writer: writer)
      guard !JournalListing(store).isBeingErased(path) else {
        // It is about to go, and what is added to it would go with it.
        _ = store.writer.renew()
        continue
      }
      let opened: FileDescriptor?
      do throws(SystemError) { opened = try openFile(path, writer) } catch { throw .refused(error) }
      guard let opened else { continue }
      defer { files.close(opened) }
      let isDone = try append(given(writer), to: opened, path, writer)
      if isDone { return writer }
    }
    throw .refused(.missing)
  }

  /// Appends lines to an open file.
  /// - Returns: false if the file is none to be written to, or not the one at its path any more; then there is another to
  ///   try.
  private func append(
    _ contents: [LineFormat.Content], to file: FileDescriptor, _ path: String, _ writer: String
  ) throws(AppendError) -> Bool {
    let written: Written?
    do throws(SystemError) { written = try write(contents, to: file, writer) } catch { throw .refused(error) }
    guard let written else { return false }
    do throws(SystemError) {
      if try !files.syncDataIfPossible(file) { store.uncovered.note(path) }
    } catch {
      throw .notConfirmed(error)
    }
    do throws(SystemError) { if written.isUnmarked { try syncNames() } } catch { throw .refused(error) }
    // The file is still open, so that number is nobody else's.
    guard let there = try? files.status(at: path), there.inode == written.inode, there.links >= 1 else {
      store.writer.note(nil, of: partition)
      return false
    }
    if !isRescue {
      store.state?.marks.set(.init(partition: partition, writer: writer, position: written.next, size: written.size))
      store.writer.note(
        .init(
          inode: written.inode, start: written.start, size: written.size, next: written.next,
          latest: contents.map(\.stamp).max()),
        of: partition)
    }
    return true
  }

  /// A file after it was written to.
  private struct Written {
    let inode: UInt64
    /// Bytes before and after.
    let (start, size): (Int, Int)
    let next: LineFormat.Position
    /// True if no mark tells that its names are on the disk.
    let isUnmarked: Bool
  }

  /// Writes lines at the end of a file.
  /// - Returns: nil if nothing was written because it is another file that has to be written to.
  private func write(
    _ contents: [LineFormat.Content], to file: FileDescriptor, _ writer: String
  ) throws(SystemError) -> Written? {
    let status = try files.status(file)
    guard status.kind == .file else { throw .notAFile }
    let end = try end(of: file, status)
    let newest = isRescue || end.isOurs ? nil : store.state?.marks.mark(partition)
    if let newest, newest.writer != writer { keepIfLost(newest) }
    let mark = newest.flatMap { $0.writer == writer ? $0 : nil }
    if let mark, !mark.agrees(with: end.next) {
      // Put back from a backup: going on here would fork what other devices have.
      abandonFile(after: mark)
      return nil
    }
    let (bytes, next) = try lines(contents, after: end, writer: writer)
    guard status.size + bytes.count <= LineFormat.largestFile else {
      // What is larger is not read, so this file is full.
      _ = store.writer.renew()
      return nil
    }
    try writeOnce(bytes, to: file, size: status.size)
    return Written(
      inode: status.inode, start: status.size, size: status.size + bytes.count, next: next,
      isUnmarked: mark == nil && !end.isOurs)
  }

  /// Where a file ends: as this run left it, if nobody touched it since, or as it reads now.
  private struct End {
    var next: LineFormat.Position
    var isTerminated = true
    /// True if this run wrote it last, so that its mark is known and its names are on the disk.
    var isOurs = false
  }

  private func end(of file: FileDescriptor, _ status: FileStatus) throws(SystemError) -> End {
    if !isRescue, let tail = store.writer.tail(of: partition), tail.inode == status.inode, tail.size == status.size {
      return End(next: tail.next, isOurs: true)
    }
    guard status.size > 0 else { return End(next: .start) }
    let reading = FileReading(try files.readAll(file, status))
    return End(next: reading.next, isTerminated: reading.isTerminated)
  }

  /// Leaves a file that no longer reaches its mark to itself: what the mark proves is kept, and a new writer's file begun.
  private func abandonFile(after mark: HighWaterMark) {
    store.state?.marks.keepLost(mark)
    _ = store.writer.renew()
  }

  /// Keeps a mark whose place is taken by that of another writer's file, if the file it is about lacks what it proves.
  private func keepIfLost(_ mark: HighWaterMark) {
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
    for folder in folders where try !files.syncFolder(folder) { store.uncovered.note(folder) }
    guard let outermost = folders.last else { return }
    do throws(SystemError) {
      try files.syncFolder(outermost.parentFolder)
    } catch  where error.isForbidden {
      // A folder of somebody else's, in which ours was made for us.
    }
  }
}
