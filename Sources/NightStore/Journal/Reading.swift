public import NightModel

/// Reading: lazily, by partition, changing nothing.
extension Store {
  /// The plan's entries.
  public func plan() -> PartitionReading {
    read([.plan])[0]
  }

  /// The entries of some nights, in the order asked for. A night nobody wrote is an empty reading.
  public func nights(_ dates: some Sequence<CivilDate>) -> [PartitionReading] {
    read(dates.map { .night($0) })
  }

  /// The dates of all nights that have a file, oldest first; not those in folders that cannot be listed.
  public func recordedNights() -> [CivilDate] { NightScan(self).recordedNights() }

  /// How far the nights that have a file reach, nil if none has: told by the first year that has any, however many follow,
  /// and not by folders that cannot be listed.
  public func extent() -> RecordExtent? { NightScan(self).extent() }

  /// True if a night has a file, or one that is being erased.
  public func knows(_ night: CivilDate) -> Bool {
    let folder = places.folder(of: .night(night))
    return ((try? names(in: folder)) ?? []).contains { JournalName($0, inPlan: false)?.partition == .night(night) }
      || ((try? state?.erasing.lines()) ?? []).contains { $0.extent == .night(night) }
  }

  /// True if any night has a folder, or that cannot be told; looks at one folder, however many nights there are.
  public var holdsNights: Bool { (try? names(in: places.store + "/nights"))?.isEmpty != true }

  /// What some partitions hold; folders are listed once each, however many partitions lie in them.
  public func read(_ partitions: [Partition]) -> [PartitionReading] {
    read(partitions, keepingRecords: false)
  }

  /// As `read`, with every line as it is spelled if that is asked for.
  func read(_ partitions: [Partition], keepingRecords: Bool) -> [PartitionReading] {
    let listing = JournalListing(self)
    var listed: [String: ListedFolder] = [:]
    func list(_ folder: String) -> ListedFolder {
      let found = listed[folder] ?? ListedFolder(folder, by: listing)
      listed[folder] = found
      return found
    }
    let rescue = state?.rescue
    let isAnythingAside = isAnythingAside
    return partitions.map { partition in
      var reading = PartitionReading(partition)
      reading.isAnythingAside = isAnythingAside
      // What lies here while the record is away is not its own.
      if missing == nil {
        let folder = places.folder(of: partition)
        let found = list(folder)
        if let error = found.error { reading.addUnlisted(shown(folder), error) }
        for file in listing.standing(found.journal.files(of: partition)) {
          add(file.path, of: file.name.writer, to: &reading, keepingRecords: keepingRecords)
        }
      }
      if let rescue {
        let found = list(rescue)
        if let error = found.error { reading.addUnlisted(shown(rescue), error) }
        let recorded = reading.entries.count
        for file in listing.standing(found.journal.files(of: partition)) {
          add(file.path, of: nil, to: &reading, keepingRecords: keepingRecords)
        }
        if reading.entries.count > recorded {
          let known = Set(reading.entries[..<recorded].map(\.id))
          reading.waiting = reading.entries[recorded...].count { !known.contains($0.id) }
        }
      }
      if partition == .plan { checkPlan(&reading, listing) }
      reading.addHandEntries()
      if partition == .plan { addNightRule(to: &reading) }
      return reading
    }
  }

  /// The journal's files in a folder, or why it could not be listed.
  private struct ListedFolder {
    var journal = JournalFolder()
    var error: SystemError?

    init(_ folder: String, by listing: JournalListing) {
      do throws(SystemError) {
        journal = try listing.journal(in: folder)
      } catch {
        self.error = error
      }
    }
  }

  /// A path as it is told to people: below the store's folder where it lies in it.
  func shown(_ path: String) -> String {
    path.hasPrefix(places.store + "/") ? String(path.dropFirst(places.store.count + 1)) : path
  }

  private func add(
    _ path: String, of writer: String?, to reading: inout PartitionReading, keepingRecords: Bool
  ) {
    do {
      // A file that went away since the folder was listed holds nothing any more.
      guard let (bytes, status) = try files.measuredContents(of: path) else { return }
      let file = FileReading(bytes, keepsRecords: keepingRecords)
      ends.note(file.reach, of: path)
      reading.add(file, file: shown(path), of: writer)
      reading.files[path] = status
    } catch {
      reading.addUnread(shown(path), error)
    }
  }
}
