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
  public func recordedNights() -> [CivilDate] { NightSweep(self).recordedNights() }

  /// The first night that has a file, nil if none has: found in the first year that has any, however many follow, and
  /// not in folders that cannot be listed.
  public func oldestNight() -> CivilDate? { NightSweep(self).oldestNight() }

  /// True if a night has a file, or had one that is being erased.
  public func knows(_ night: CivilDate) -> Bool {
    let folder = places.folder(of: .night(night))
    let known = { JournalName($0, inPlan: false)?.partition == .night(night) }
    return ((try? names(in: folder)) ?? []).contains(where: known)
      || doomedFiles().contains { known($0.split(separator: "/").last.map(String.init) ?? "") }
  }

  /// True if any night has a folder, or that cannot be told; looks at one folder, however many nights there are.
  public var holdsNights: Bool { (try? names(in: places.store + "/nights"))?.isEmpty != true }

  /// What some partitions hold; folders are listed once each, however many partitions lie in them.
  public func read(_ partitions: [Partition]) -> [PartitionReading] {
    read(partitions, keepingRecords: false)
  }

  /// As `read`, with every line as it is spelled if that is asked for.
  func read(_ partitions: [Partition], keepingRecords: Bool) -> [PartitionReading] {
    var listed: [String: Listing] = [:]
    let wanted = Set(partitions)
    let doomed = doomedFiles()
    return partitions.map { partition in
      var reading = PartitionReading(partition)
      // What lies here while the record is away is not its own.
      let folders = missing == nil ? [places.folder(of: partition)] : []
      for folder in folders + [state?.rescue].compactMap({ $0 }) {
        let listing = listed[folder] ?? list(folder, wanted)
        listed[folder] = listing
        if let error = listing.error { reading.addUnlisted(shown(folder), error) }
        let recorded = reading.entries.count
        for name in listing.files[partition] ?? [] where !doomed.contains(shown(folder + "/" + name)) {
          let writer = folder == state?.rescue ? nil : JournalName(name, inPlan: partition == .plan)?.writer
          add(folder + "/" + name, of: writer, to: &reading, keepingRecords: keepingRecords)
        }
        guard folder == state?.rescue else { continue }
        reading.isAnythingAside = !listing.isEmpty
        if reading.entries.count > recorded {
          let known = Set(reading.entries[..<recorded].map(\.id))
          reading.waiting = reading.entries[recorded...].count { !known.contains($0.id) }
        }
      }
      if partition == .plan { checkPlan(&reading) }
      reading.takeInHandEntries()
      if partition == .plan { addNightRule(to: &reading) }
      return reading
    }
  }

  private struct Listing {
    var files: [Partition: [String]] = [:]
    var error: SystemError?
    /// False if there may be any name in the folder.
    var isEmpty = true
  }

  private func list(_ folder: String, _ wanted: Set<Partition>) -> Listing {
    let isPlan = folder == places.folder(of: .plan)
    let isRescue = folder == state?.rescue
    var listing = Listing()
    do {
      for name in try files.list(folder) {
        listing.isEmpty = false
        let known = JournalName(name, inPlan: isPlan) ?? (isRescue ? JournalName(name, inPlan: true) : nil)
        if let known, wanted.contains(known.partition) { listing.files[known.partition, default: []].append(name) }
      }
      listing.files = listing.files.mapValues { $0.sorted() }
    } catch .missing {
      // A night nobody wrote.
    } catch {
      (listing.error, listing.isEmpty) = (error, false)
    }
    return listing
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
      guard let bytes = try files.contents(of: path) else { return }
      let file = FileReading(bytes, keepsRecords: keepingRecords)
      reaches[path] = file.reach
      reading.add(file, file: shown(path), of: writer)
    } catch {
      reading.addUnread(shown(path), error)
    }
  }
}
