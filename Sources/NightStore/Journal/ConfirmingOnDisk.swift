public import NightModel

/// Making sure of what is read: a run that was killed between writing and syncing left bytes that everybody reads and a
/// power cut may take.
extension Store {
  /// Puts all that is in the record of some partitions on the disk, as far as it is not there yet.
  /// - Returns: false if the disk would not confirm it.
  public func settle(_ partitions: [Partition]) -> Bool {
    var folders: Set<String> = []
    return partitions.allSatisfy { settledIDs($0, &folders).isWhole }
  }

  /// The ids of the entries that the record holds of a partition, once they are on the disk; without those of files that
  /// the disk would not confirm, and none where it would not confirm the names of its folders.
  /// - Parameter folders: those whose names are known to be on the disk, and are from then on.
  func settledIDs(_ partition: Partition, _ folders: inout Set<String>) -> (ids: Set<EntryID>, isWhole: Bool) {
    let folder = places.folder(of: partition)
    let doomed = doomedFiles()
    var ids: Set<EntryID> = []
    let isNamed = settleNames(of: partition, &folders)
    var isWhole = isNamed
    let found = try? names(in: folder)
    if found == nil { isWhole = false }
    for name in found ?? [] where JournalName(name, inPlan: partition == .plan)?.partition == partition {
      let path = folder + "/" + name
      guard !doomed.contains(shown(path)) else { continue }
      do throws(SystemError) {
        let reading = try files.with(path, .read) { file throws(SystemError) in
          let bytes = try files.readAll(file, try files.status(file))
          try files.syncDataIfPossible(file)
          return FileReading(bytes, keepsRecords: true)
        }
        ids.formUnion((reading.records + reading.handRecords).map(\.id))
      } catch {
        isWhole = false
        // What that file was asked to keep it may have dropped, and would not say so a second time.
        if JournalName(name, inPlan: partition == .plan)?.writer == writer { _ = renewWriter() }
      }
    }
    return (isNamed ? ids : [], isWhole)
  }

  private func settleNames(of partition: Partition, _ folders: inout Set<String>) -> Bool {
    for folder in places.chain(of: partition) where !folders.contains(folder) {
      do throws(SystemError) {
        try files.syncFolder(folder)
        folders.insert(folder)
      } catch .missing {
        // Nothing was ever written there.
      } catch {
        return false
      }
    }
    return true
  }
}
