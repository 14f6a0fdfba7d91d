public import NightModel

/// Making sure of what is read: a run that was killed between writing and syncing left bytes that everybody reads and a
/// power cut may take.
extension Store {
  /// Puts all that is in the record of some partitions on the disk, as far as it is not there yet.
  /// - Returns: false if the disk would not confirm it.
  public func confirmOnDisk(_ partitions: [Partition]) -> Bool {
    var folders: Set<String> = []
    return partitions.allSatisfy { confirmedIDs($0, &folders).isWhole }
  }

  /// The ids of the entries that the record holds of a partition, once they are on the disk; without those of files
  /// that the disk would not confirm, and none where it would not confirm the names of its folders. `folders` are those
  /// whose names are known to be on the disk, and are from then on.
  func confirmedIDs(_ partition: Partition, _ folders: inout Set<String>) -> (ids: Set<EntryID>, isWhole: Bool) {
    var ids: Set<EntryID> = []
    let isNamed = confirmNames(of: partition, &folders)
    let found = try? JournalListing(self).files(of: partition)
    var isWhole = isNamed && found != nil
    for file in found ?? [] {
      do throws(SystemError) {
        let reading = try files.with(file.path, .read) { open throws(SystemError) in
          let bytes = try files.readAll(open, try files.status(open))
          try files.syncDataIfPossible(open)
          return FileReading(bytes, keepsRecords: true)
        }
        ids.formUnion(reading.recordedIDs)
      } catch {
        isWhole = false
        // What that file was asked to keep it may have dropped, and would not say so a second time.
        if file.name.writer == writer.id { _ = writer.renew() }
      }
    }
    return (isNamed ? ids : [], isWhole)
  }

  private func confirmNames(of partition: Partition, _ folders: inout Set<String>) -> Bool {
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
