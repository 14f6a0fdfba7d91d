/// A file on its way: written beside its place, put on the disk, and only then given its name, so that it is there whole or
/// as it was before. Every file that is not added to line by line is written by this.
struct WholeFile {
  private let files: any FileSystem
  /// Where it lies until it is whole.
  private let draft: String
  private let file: FileDescriptor

  /// Begins a file, which `write` has to follow. `draft` is where it lies until it is whole. What an interrupted run
  /// left there goes.
  init(draft: String, files: any FileSystem) throws(SystemError) {
    (self.files, self.draft) = (files, draft)
    _ = try? files.removeIfThere(draft)
    file = try files.open(draft, .appendNew)
  }

  /// Writes all of it. Where that fails, nothing of it is left. `syncs` is true to put it on the disk.
  func write(_ parts: some Sequence<[UInt8]>, syncs: Bool = true) throws(SystemError) {
    defer { files.close(file) }
    do throws(SystemError) {
      for part in parts { try files.writeAll(part, to: file) }
      if syncs { try files.syncIfPossible(file) }
    } catch {
      try? files.remove(draft)
      throw error
    }
  }

  /// Gives it its name, in the place of what has it. Where that fails, nothing of it is left.
  func replace(_ path: String) throws(SystemError) {
    do throws(SystemError) { try files.rename(draft, to: path) } catch {
      try? files.remove(draft)
      throw error
    }
  }

  /// Gives it its name if nothing has it, not even what came there meanwhile.
  /// - Throws: `SystemError.exists` if something has. Nothing of it is left then, nor where it fails otherwise.
  func place(at path: String) throws(SystemError) {
    defer { _ = try? files.removeIfThere(draft) }
    do throws(SystemError) {
      try files.link(draft, as: path)
    } catch .exists {
      throw .exists
    } catch {
      // A disk on which no file has two names.
      try files.rename(draft, to: path)
    }
  }
}

extension FileSystem {
  /// Writes a small file whole, on the disk. The folder's list of names is not put there.
  func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let file = try WholeFile(draft: path + ".new", files: self)
    try file.write([bytes])
    try file.replace(path)
  }

  /// Writes a file whole as `replace` does, but puts nothing on the disk: for what can be made anew at any time. After a
  /// crash it may be there cut or empty, which whoever reads it has to notice.
  func replaceInPassing(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let file = try WholeFile(draft: path + ".new", files: self)
    try file.write([bytes], syncs: false)
    try file.replace(path)
  }

  /// Writes all of some bytes, however many calls that takes.
  func writeAll(_ bytes: [UInt8], to file: FileDescriptor) throws(SystemError) {
    var rest = bytes[...]
    var tries = 3
    while !rest.isEmpty {
      do throws(SystemError) {
        let written = try write(file, Array(rest))
        guard written > 0 else { throw SystemError.diskFull }
        rest = rest.dropFirst(written)
      } catch  where error == .interrupted && tries > 0 {
        tries -= 1
      }
    }
  }

  /// Makes a folder and those above it where they are missing, each put into the folder above it for good.
  func makeFolders(_ path: String) throws(SystemError) {
    do {
      try makeFolder(path)
    } catch SystemError.exists {
      return
    } catch SystemError.missing {
      try makeFolders(path.parentFolder)
      try makeFolder(path)
    }
    try syncFolder(path.parentFolder)
  }
}
