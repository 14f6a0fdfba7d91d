/// Writes files that are meant to leave: whole or not at all, never over what stands there unless told so.
///
/// They are written beside their place, put on the disk and only then given their name, so that a full disk or a lost
/// power leaves what was there before.
public struct Handout {
  private let files: any FileSystem
  private let replaces: Bool

  /// Files for others.
  /// - Parameter replaces: true if what stands there may be replaced.
  public init(files: any FileSystem, replaces: Bool) {
    self.files = files
    self.replaces = replaces
  }

  /// Writes one file, 0600.
  /// - Throws: `StoreError.taken` if something stands there, `StoreError.notHandedOut` if writing failed; nothing is left
  ///   then.
  public func write(_ parts: some Sequence<[UInt8]>, to path: String) throws(StoreError) {
    try checkIsFree(path, .file)
    let draft = Self.draft(path)
    try create(draft, parts, for: path)
    do throws(StoreError) {
      try name(draft, as: path)
    } catch {
      try? files.remove(draft)
      throw error
    }
    _ = try? files.syncFolder(path.parentFolder)
  }

  /// Writes a folder of files, 0700. In one that may be replaced, only files of those names are.
  /// - Parameter gone: names of files that are removed if they are there from before.
  /// - Throws: as `write`.
  public func writeFolder(
    _ contents: [(name: String, parts: [[UInt8]])], without gone: [String] = [], to path: String
  ) throws(StoreError) {
    let isThere = try checkIsFree(path, .folder)
    let folder = isThere ? path : Self.draft(path)
    if !isThere {
      do throws(SystemError) { try files.makeFolder(folder) } catch {
        throw .notHandedOut(path: path, error, wasBegun: false)
      }
    }
    var drafts: [(draft: String, place: String)] = []
    do throws(StoreError) {
      for (name, parts) in contents {
        let place = folder + "/" + name
        let draft = isThere ? Self.draft(place) : place
        drafts.append((draft, place))
        try create(draft, parts, for: place)
      }
      for (draft, place) in drafts where draft != place { try rename(draft, to: place) }
      for name in gone where isThere { _ = try? files.removeIfThere(folder + "/" + name) }
      if !isThere {
        _ = try? files.syncFolder(folder)
        try rename(folder, to: path)
      }
    } catch {
      for (draft, _) in drafts { try? files.remove(draft) }
      if !isThere { try? files.removeFolder(folder) }
      throw error
    }
    _ = try? files.syncFolder(isThere ? path : path.parentFolder)
  }

  /// Where a file or folder lies until it is whole.
  private static func draft(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "export"
    return (path.contains("/") ? path.parentFolder + "/" : "") + "." + name + ".unfinished"
  }

  /// - Returns: true if something of that kind is there and may be replaced.
  /// - Throws: `StoreError.taken` if something stands there that stays.
  @discardableResult
  private func checkIsFree(_ path: String, _ kind: FileStatus.Kind) throws(StoreError) -> Bool {
    let found: FileStatus?
    do throws(SystemError) { found = try files.statusIfThere(path) } catch {
      throw .notHandedOut(path: path, error, wasBegun: false)
    }
    guard let found else { return false }
    guard replaces, found.kind == kind else { throw .taken(path: path, mayBeReplaced: found.kind == kind) }
    return true
  }

  private func create(
    _ draft: String, _ parts: some Sequence<[UInt8]>, for path: String
  ) throws(StoreError) {
    let file: FileDescriptor
    do throws(SystemError) {
      // What an interrupted run left.
      try files.removeIfThere(draft)
      file = try files.open(draft, .appendNew)
    } catch {
      throw .notHandedOut(path: path, error, wasBegun: false)
    }
    defer { files.close(file) }
    do throws(SystemError) {
      for part in parts { try writeAll(part, to: file) }
      try files.syncIfPossible(file)
    } catch {
      try? files.remove(draft)
      throw .notHandedOut(path: path, error, wasBegun: true)
    }
  }

  private func writeAll(_ bytes: [UInt8], to file: FileDescriptor) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(SystemError) {
        let written = try files.write(file, Array(rest))
        guard written > 0 else { throw SystemError.diskFull }
        rest = rest.dropFirst(written)
      } catch .interrupted {
        continue
      }
    }
  }

  /// Gives a whole file its name; where nothing may be replaced, not even what came there meanwhile.
  private func name(_ draft: String, as path: String) throws(StoreError) {
    guard !replaces else { return try rename(draft, to: path) }
    do throws(SystemError) {
      try files.link(draft, as: path)
    } catch .exists {
      throw .taken(path: path, mayBeReplaced: true)
    } catch {
      // A disk on which no file has two names.
      return try rename(draft, to: path)
    }
    try? files.remove(draft)
  }

  private func rename(_ draft: String, to path: String) throws(StoreError) {
    do throws(SystemError) {
      try files.rename(draft, to: path)
    } catch {
      throw .notHandedOut(path: path, error, wasBegun: true)
    }
  }
}
