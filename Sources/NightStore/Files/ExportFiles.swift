/// Writes files that are meant to leave: whole or not at all, never over what stands there unless told so.
///
/// They are written beside their place, put on the disk and only then given their name, so that a full disk or a lost
/// power leaves what was there before.
public struct ExportFiles {
  private let files: any FileSystem
  private let replaces: Bool

  /// Files for others. `replaces` is true if what stands there may be replaced.
  public init(files: any FileSystem, replaces: Bool) {
    self.files = files
    self.replaces = replaces
  }

  /// Writes one file, 0600.
  /// - Throws: `StoreError.taken` if something stands there, `StoreError.notExported` if writing failed; nothing is left
  ///   then.
  public func write(_ parts: some Sequence<[UInt8]>, to path: String) throws(StoreError) {
    try checkIsFree(path, .file)
    let file = try create(Self.draft(path), parts, for: path)
    do throws(SystemError) {
      if replaces { try file.replace(path) } else { try file.place(at: path) }
    } catch .exists where !replaces {
      throw .taken(path: path, mayBeReplaced: true)
    } catch {
      throw .notExported(path: path, error, wasBegun: true)
    }
    _ = try? files.syncFolder(path.parentFolder)
  }

  /// Writes a folder of files, 0700. In one that may be replaced, only files of those names are. Files named
  /// in `gone` are removed if they are there from before. Throws as `write`.
  public func writeFolder(
    _ contents: [(name: String, parts: [[UInt8]])], without gone: [String] = [], to path: String
  ) throws(StoreError) {
    let isThere = try checkIsFree(path, .folder)
    let folder = isThere ? path : Self.draft(path)
    if !isThere {
      do throws(SystemError) { try files.makeFolder(folder) } catch {
        throw .notExported(path: path, error, wasBegun: false)
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
    (path.contains("/") ? path.parentFolder + "/" : "") + "." + path.lastName + ".unfinished"
  }

  /// - Returns: true if something of that kind is there and may be replaced.
  /// - Throws: `StoreError.taken` if something stands there that stays.
  @discardableResult
  private func checkIsFree(_ path: String, _ kind: FileStatus.Kind) throws(StoreError) -> Bool {
    let found: FileStatus?
    do throws(SystemError) { found = try files.statusIfThere(path) } catch {
      throw .notExported(path: path, error, wasBegun: false)
    }
    guard let found else { return false }
    guard replaces, found.kind == kind else { throw .taken(path: path, mayBeReplaced: found.kind == kind) }
    return true
  }

  @discardableResult
  private func create(
    _ draft: String, _ parts: some Sequence<[UInt8]>, for path: String
  ) throws(StoreError) -> WholeFile {
    let file: WholeFile
    do throws(SystemError) { file = try WholeFile(draft: draft, files: files) } catch {
      throw .notExported(path: path, error, wasBegun: false)
    }
    do throws(SystemError) { try file.write(parts) } catch {
      throw .notExported(path: path, error, wasBegun: true)
    }
    return file
  }

  private func rename(_ draft: String, to path: String) throws(StoreError) {
    do throws(SystemError) {
      try files.rename(draft, to: path)
    } catch {
      throw .notExported(path: path, error, wasBegun: true)
    }
  }
}
