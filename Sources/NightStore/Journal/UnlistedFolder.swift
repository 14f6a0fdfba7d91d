public import NightModel
internal import Text

/// A folder of the record, or of what waits beside it, whose names could not be listed: what lies in it is not known.
public struct UnlistedFolder: Hashable, Sendable {
  /// The folder, below the store's folder where it lies in it.
  public let path: String
  /// Why.
  public let reason: SystemError

  /// As readers hand it on.
  public var finding: RecordFinding {
    RecordFinding(
      .unreadable,
      "the folder \(path.forDisplay) could not be listed because \(reason.words), so what is written in it is neither "
        + "shown nor counted; nothing of it was changed; see to the folder, and all is there again", hiding: hidden)
  }

  /// The nights that may lie in it.
  private var hidden: RecordFinding.HiddenNights? {
    if path == "plan" { return nil }
    return path.parentFolder == "nights" ? .year(path.lastName) : .all
  }
}

extension Store {
  /// The names in a folder, sorted; none if there is no such folder.
  func names(in folder: String) throws(SystemError) -> [String] {
    try folders.names(in: folder)
  }

  /// The folders of the record that cannot be listed now: looks at the plan's, that of the nights, and each year's.
  public func unlistedFolders() -> [UnlistedFolder] {
    let scan = NightScan(self)
    for year in scan.years() { _ = scan.nights(of: year) }
    var unlisted = scan.unlisted
    let plan = places.folder(of: .plan)
    do throws(SystemError) {
      _ = try names(in: plan)
    } catch {
      unlisted.insert(.init(path: shown(plan), reason: error), at: 0)
    }
    return unlisted
  }
}
