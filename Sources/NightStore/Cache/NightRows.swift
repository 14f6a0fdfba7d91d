public import NightModel

/// Many nights at once: their facts and their lines, from what is kept of them or, where that is not to be believed, from
/// the journal.
extension Store {
  /// The facts of every night of a run, with those around it that its figures need.
  /// - Parameters:
  ///   - nights: of the run, where they were read already.
  ///   - remark: told the reading of each night that is not sound.
  public func run(
    of span: ClosedRange<CivilDate>, having nights: [Night] = [], remark: (PartitionReading) -> Void = { _ in }
  ) -> NightRun {
    let sweep = NightSweep(self)
    defer { sweep.finish(keepingAny: false) }
    sweep.take(nights)
    var run = NightRun(of: span) { sweep.facts(of: $0, remark: remark) }
    run.unread = sweep.unread
    return run
  }

  /// The newest nights of a run, so that a run of years can be had a little at a time: asked again for what is older, it
  /// goes on where it stopped.
  /// - Parameter goesOn: asked after each few nights, well under a millisecond; false to stop for now. One night is had in
  ///   any case.
  public func newestRun(of span: ClosedRange<CivilDate>, while goesOn: () -> Bool) -> NightRun {
    let sweep = sweep(goingOnAt: span.upperBound)
    var first = span.upperBound.adding(days: 1)
    repeat {
      let dates = (max(span.lowerBound, first.adding(days: -4))...first.adding(days: -1)).nights
      first = dates[0]
      _ = sweep.facts(of: dates)
      // Year by year, so that no step has many to write.
      if dates[0].components.year != dates[dates.count - 1].components.year { _ = sweep.keepOne() }
    } while first > span.lowerBound && goesOn()
    var run = NightRun(of: first...span.upperBound) { sweep.facts(of: $0) }
    run.unread = sweep.unread
    if first == span.lowerBound {
      sweep.finish(keepingAny: true)
      sweepUnderWay = nil
    } else {
      sweepUnderWay = (sweep, first.adding(days: -1))
    }
    return run
  }

  /// The marks of nights before a night of what may still go on in it.
  /// - Parameters:
  ///   - marks: those of the nights from it on.
  ///   - remark: told the reading of each night that is not sound.
  public func marks(
    before night: CivilDate, known marks: [Mark], remark: (PartitionReading) -> Void = { _ in }
  ) -> [Mark] {
    let sweep = NightSweep(self)
    defer { sweep.finish(keepingAny: false) }
    return NightRun.marks(before: night, known: marks) { sweep.facts(of: $0, remark: remark) }
  }

  /// The pass that stopped at a night a moment ago, or a new one: what an old one knows of the folders is no longer so.
  private func sweep(goingOnAt night: CivilDate) -> NightSweep {
    guard let (sweep, next) = sweepUnderWay, next == night, sweep.isFresh else { return NightSweep(self) }
    return sweep
  }

  /// Looks through all nights, newest first.
  /// - Parameters:
  ///   - labels: what items of the family's own are called.
  ///   - remark: told the reading of each night that is not sound.
  ///   - found: told every entry that was found, newest first.
  public func search(
    _ query: SearchQuery, labels: OwnLabels, remark: (PartitionReading) -> Void = { _ in },
    found: (EntryLine) -> Void
  ) {
    let sweep = NightSweep(self)
    let nights = sweep.recordedNights().filter(query.covers).reversed()
    for start in stride(from: 0, to: nights.count, by: 64) {
      for row in sweep.rows(of: Array(nights.dropFirst(start).prefix(64)), remark: remark) {
        query.matches(in: row.lines, labels: labels, found)
      }
    }
    sweep.finish(keepingAny: true)
  }

  /// Where this machine keeps what nights come to; nil if there is no place for it.
  var cachePath: String? {
    if (try? files.status(at: places.ownState)) != nil { return places.ownState + "/" + Places.ownCacheName }
    guard let root = places.cacheRoot, let identity else { return nil }
    return root + "/" + identity
  }

  /// What is kept of nights; nil if there is no place for it.
  func cache() -> NightCache? {
    guard let path = cachePath else { return nil }
    if let known = knownCache, known.folder == path { return known }
    knownCache = NightCache(folder: path, stamp: "\(cacheStamp) \(CacheLayout.description)", files: files)
    return knownCache
  }

  /// What is kept of folders; nil if there is no place for it.
  func soundFolders() -> SoundFolders? {
    cachePath.map { SoundFolders(folder: $0, stamp: cacheStamp, now: world.now(), files: files) }
  }

  /// What program and record what is kept must be of.
  private var cacheStamp: String { "nightstand \(world.program) \(identity ?? "")" }
}

/// What one night comes to, as it was kept or as it was just read.
enum NightRow {
  /// As it was kept.
  case kept(CivilDate, NightCache.Row)
  /// As it was read.
  case read(Night)

  /// The night's facts; nil if what was kept is no such thing after all.
  var summary: NightSummary? {
    switch self {
    case .kept(_, let row): NightSummary(encoded: row.summary)
    case .read(let night): NightSummary(night)
    }
  }

  /// The night's doses: all that were written, or of what was kept the last of each medicine.
  /// - Parameter clock: what the clock shows, in milliseconds since 1970.
  func doses(clock: Int64) -> [Dose] {
    switch self {
    case .kept(_, let row): NightSummary.doses(encoded: row.summary)
    case .read(let night): night.doses(clock: clock)
    }
  }

  /// The night's lines.
  var lines: EntryLines {
    switch self {
    case .kept(let date, let row): EntryLines(night: date, encoded: row.lines)
    case .read(let night): EntryLines(night)
    }
  }
}

/// One pass over nights: folders are listed once, and every night's files are looked at once.
final class NightSweep {
  private let store: Store
  private let cache: NightCache?
  private let doomed: Set<String>
  /// Nights of which something waits beside the record; nil if that cannot be told.
  private(set) var waiting: Set<CivilDate>? = []
  /// The folders that could not be listed, as far as they were looked at: what lies in them is not known.
  private(set) var unlisted: [UnlistedFolder] = []
  /// What could not be read of the nights that were read; nothing where all is well.
  private(set) var unread: [CivilDate: [RecordFinding]] = [:]
  private var unlistedYears: Set<String> = []
  private var listed: [String: [CivilDate: [String]]] = [:]
  /// The facts that were had: nights next to each other need the same ones.
  private var facts: [CivilDate: NightSummary] = [:]
  /// Nights from here on are never kept: they are still being written.
  private let newest: CivilDate
  private let now: Int64

  init(_ store: Store) {
    self.store = store
    cache = store.cache()
    doomed = store.doomedFiles()
    now = store.world.now()
    newest = CivilDate(daysSince1970: Int(now / 86_400_000) - 1)
    guard let rescue = store.state?.rescue else { return }
    guard let names = list(rescue) else {
      waiting = nil
      return
    }
    for name in names {
      if case .night(let date)? = JournalName(name, inPlan: false)?.partition { waiting?.insert(date) }
    }
  }

  /// The slots of this machine's marks: read once for all nights, when the first is to be kept.
  private lazy var markSlots = store.state?.marks.read().slots ?? []

  /// True unless a night's file, as it was just read, ends before its mark.
  private func reachesMark(_ night: CivilDate) -> Bool {
    guard let mark = Marks.mark(of: .night(night), in: markSlots) else { return true }
    return store.reaches[store.file(of: mark)].map { $0 >= mark.position.number } ?? true
  }

  /// True while what it knows of the folders is not older than a second.
  var isFresh: Bool { (0...1000).contains(store.world.now() - now) }

  /// The names in a folder, sorted; nil if it cannot be listed, which is kept in mind.
  private func list(_ folder: String) -> [String]? {
    do throws(SystemError) {
      return try store.names(in: folder)
    } catch {
      let found = UnlistedFolder(path: store.shown(folder), reason: error)
      if !unlisted.contains(found) { unlisted.append(found) }
      return nil
    }
  }

  /// The years that have a folder, newest first.
  func years() -> [String] {
    (list(store.places.store + "/nights") ?? []).filter { $0.utf8.count == 4 && Int($0) != nil }.reversed()
  }

  /// The nights of a year that have a file, newest first.
  func nights(of year: String) -> [CivilDate] { Array(files(of: year).keys).sorted(by: >) }

  /// The dates of all nights that have a file, oldest first.
  func recordedNights() -> [CivilDate] { years().reversed().flatMap { nights(of: $0).reversed() } }

  /// The first of them; nil if there is none.
  func oldestNight() -> CivilDate? {
    for year in years().reversed() {
      if let oldest = nights(of: year).last { return oldest }
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

  /// Takes in nights that were read already.
  func take(_ nights: [Night]) {
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

  /// The row of a night without reading its journal; nil if there is none to be believed.
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

  /// Is done: what was made anew is kept for later runs, if it is worth a file.
  func finish(keepingAny: Bool) {
    while keepOne(keepingAny: keepingAny) {}
  }

  /// Keeps a year of what was made anew.
  /// - Returns: false if there was none.
  func keepOne(keepingAny: Bool = true) -> Bool {
    cache?.writeOne(ifOver: keepingAny ? 0 : 63) { year in
      // Looked at once more: a night that was erased meanwhile, here or by another program, must not come back.
      let fresh = NightSweep(store)
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
    let names = list(store.places.store + "/nights/" + year)
    if names == nil { unlistedYears.insert(year) }
    for name in names ?? [] {
      guard case .night(let date)? = JournalHome.year(year).journal(name)?.partition else { continue }
      if !doomed.contains("nights/\(year)/\(name)") { found[date, default: []].append(name) }
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
        status.kind == .file, status.modified < (now - 2000) * 1_000_000
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
