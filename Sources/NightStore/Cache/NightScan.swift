internal import NightModel

/// One pass over nights: folders are listed once, and every night's files are looked at once.
final class NightScan {
  private let store: Store
  private let cache: NightCache?
  private let listing: JournalListing
  /// Nights of which something waits beside the record; nil if that cannot be told.
  private(set) var waiting: Set<CivilDate>? = []
  /// The folders that could not be listed, as far as they were looked at: what lies in them is not known.
  private(set) var unlisted: [UnlistedFolder] = []
  /// What could not be read of the nights that were read; nothing where all is well.
  private(set) var unread: [CivilDate: [RecordFinding]] = [:]
  private var unlistedYears: Set<String> = []
  private var listed: [String: [CivilDate: [String]]] = [:]
  /// The facts known so far: nights next to each other need the same ones.
  private var facts: [CivilDate: NightSummary] = [:]
  /// Nights from here on are never kept: they are still being written.
  private let newest: CivilDate
  private let now: Int64

  init(_ store: Store) {
    self.store = store
    cache = store.rows.cache()
    listing = JournalListing(store)
    now = store.world.now()
    newest = CivilDate(daysSince1970: Int(now / 86_400_000) - 1)
    guard let rescue = store.state?.rescue else { return }
    guard let aside = list(rescue, { () throws(SystemError) in try listing.files(in: rescue) }) else {
      waiting = nil
      return
    }
    for file in aside {
      if case .night(let date) = file.name.partition { waiting?.insert(date) }
    }
  }

  /// The slots of this machine's marks: read once for all nights, when the first is to be kept.
  private lazy var markSlots = store.state?.marks.read().slots ?? []

  /// True unless a night's file, as it was just read, ends before its mark.
  private func reachesMark(_ night: CivilDate) -> Bool {
    guard let mark = HighWaterMarks.mark(of: .night(night), in: markSlots) else { return true }
    return store.ends.lines(of: store.file(of: mark)).map { $0 >= mark.position.number } ?? true
  }

  /// True while what it knows of the folders is not older than a second.
  var isFresh: Bool { (0...1000).contains(store.world.now() - now) }

  /// What a folder holds; nil if it cannot be listed, which is kept in mind.
  private func list<Thing>(_ folder: String, _ list: () throws(SystemError) -> [Thing]) -> [Thing]? {
    do throws(SystemError) {
      return try list()
    } catch {
      let found = UnlistedFolder(path: store.shown(folder), reason: error)
      if !unlisted.contains(found) { unlisted.append(found) }
      return nil
    }
  }

  /// The years that have a folder, newest first.
  func years() -> [String] {
    let nights = store.places.store + "/nights"
    return (list(nights) { () throws(SystemError) in try store.names(in: nights) } ?? [])
      .filter(StorePaths.isYear).reversed()
  }

  /// The nights of a year that have a file, newest first.
  func nights(of year: String) -> [CivilDate] { Array(files(of: year).keys).sorted(by: >) }

  /// The dates of all nights that have a file, oldest first.
  func recordedNights() -> [CivilDate] { years().reversed().flatMap { nights(of: $0).reversed() } }

  /// How far they reach; nil if there is none.
  func extent() -> RecordExtent? {
    let years = Array(years().reversed())
    for year in years {
      if let oldest = nights(of: year).last { return RecordExtent(oldest: oldest, years: years.compactMap { Int($0) }) }
    }
    return nil
  }

  /// The facts of some nights, in the order asked for.
  func facts(of dates: [CivilDate], remark: (PartitionReading) -> Void = { _ in }) -> [NightSummary] {
    let missing = dates.filter { facts[$0] == nil }
    for (date, row) in zip(missing, rows(of: missing, remark: remark)) {
      facts[date] = row.summary ?? NightSummary(Night(date: date, entries: store.nights([date])[0].entries))
    }
    return dates.compactMap { facts[$0] }
  }

  /// True if the facts of some nights are known already.
  func knows(_ dates: [CivilDate]) -> Bool { dates.allSatisfy { facts[$0] != nil } }

  /// Adds nights that were read already.
  func add(_ nights: [Night]) {
    for night in nights { facts[night.date] = NightSummary(night) }
  }

  /// The rows of some nights, in the order asked for.
  func rows(of dates: [CivilDate], remark: (PartitionReading) -> Void) -> [NightRow] {
    let known = dates.map { kept($0) }
    let missing = zip(dates, known).filter { $0.1 == nil }.map(\.0)
    guard !missing.isEmpty else { return known.compactMap(\.self) }
    var fresh: [CivilDate: NightRow] = [:]
    for start in stride(from: 0, to: missing.count, by: 32) {
      for (date, row) in zip(missing[start...].prefix(32), read(Array(missing[start...].prefix(32)), remark)) {
        fresh[date] = row
      }
    }
    return zip(dates, known).map { date, row in row ?? fresh[date] ?? .read(Night(date: date, entries: [])) }
  }

  /// The row of a night without reading its journal; nil if no row of these files is kept.
  func kept(_ date: CivilDate) -> NightRow? {
    if hasNothing(date) { return .read(Night(date: date, entries: [])) }
    guard let key = key(of: date) else { return nil }
    return cache?.row(of: date, key: key).map { .kept(date, $0) }
  }

  /// Reads some nights, and keeps what they come to.
  func read(_ dates: [CivilDate], _ remark: (PartitionReading) -> Void) -> [NightRow] {
    let keys = dates.map { key(of: $0) }
    return zip(zip(dates, keys), store.nights(dates)).map { asked, reading in
      let (date, key) = asked
      let night = Night(date: date, entries: reading.entries)
      guard reading.isSound else {
        if !reading.isWhole { unread[date] = reading.unread }
        remark(reading)
        return .read(night)
      }
      // Kept only if nothing was written while it was read.
      guard let cache, let key, key == self.key(of: date) else { return .read(night) }
      // One that ends too early is read again and again, so that it is told again and again.
      guard reachesMark(date) else { return .read(night) }
      let row = NightCache.Row(summary: NightSummary(night).encoded[...], lines: EntryLines(night).encoded)
      cache.keep(row, of: date, key: key)
      return .kept(date, row)
    }
  }

  /// Ends the scan. Rows that were made are kept for later runs; if not `keepingAny`, only those of years with 64 new
  /// rows or more.
  func finish(keepingAny: Bool) {
    while keepOne(keepingAny: keepingAny) {}
  }

  /// Writes the new rows of one year into the cache.
  /// - Returns: false if no year has new ones.
  func keepOne(keepingAny: Bool = true) -> Bool {
    cache?.writeOne(ifOver: keepingAny ? 0 : 63) { year in
      // Looked at once more: a night that was erased meanwhile, here or by another program, must not come back.
      let fresh = NightScan(store)
      return Set(fresh.nights(of: String(CivilDate(year: year, month: 1, day: 1)?.description.prefix(4) ?? "")))
    } ?? false
  }

  private func hasNothing(_ date: CivilDate) -> Bool {
    let year = Self.year(date)
    return files(of: year)[date] == nil && !unlistedYears.contains(year) && waiting?.contains(date) == false
  }

  /// The name of the folder a night lies in.
  static func year(_ date: CivilDate) -> String { String(date.description.prefix(4)) }

  private func files(of year: String) -> [CivilDate: [String]] {
    if let known = listed[year] { return known }
    var found: [CivilDate: [String]] = [:]
    let folder = store.places.store + "/nights/" + year
    let files = list(folder) { () throws(SystemError) in try listing.files(in: folder) }
    if files == nil { unlistedYears.insert(year) }
    for file in files ?? [] {
      if case .night(let date) = file.name.partition { found[date, default: []].append(file.spelled) }
    }
    listed[year] = found
    return found
  }

  /// What tells whether a night's files are as they were: names, inodes, sizes and times. Nil for a night that must not be
  /// kept: it is still being written, something of it waits beside the record, or it was changed so lately that a further
  /// change might not show in its time.
  private func key(of date: CivilDate) -> [UInt8]? {
    guard cache != nil, date < newest, waiting?.contains(date) == false else { return nil }
    let year = Self.year(date)
    var key: [UInt8] = []
    let names = files(of: year)[date] ?? []
    guard !unlistedYears.contains(year) else { return nil }
    for name in names {
      guard let status = try? store.files.status(at: "\(store.places.store)/nights/\(year)/\(name)"),
        status.kind == .file, status.isSettled(at: now)
      else { return nil }
      key += name.utf8
      for number in [status.inode, UInt64(bitPattern: Int64(status.size)), UInt64(bitPattern: status.modified)] {
        withUnsafeBytes(of: number.littleEndian) { key += $0 }
      }
    }
    return key
  }
}

extension PartitionReading {
  /// True if all of it was read and understood, and all of it lies in the record.
  var isSound: Bool { isWhole && newerLines == 0 && waiting == 0 }
}
