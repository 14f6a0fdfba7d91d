/// All entries about one thing that stands until it is set anew, such as one setting: which of them counts, which count
/// beside it, and which will count later.
///
/// An entry names those it was written over, and overrides all that can be reached through them, retracted or not. So an
/// entry whose writer had seen all others counts alone, whatever any clock said. Clocks only choose among entries whose
/// writers did not know of each other, and all of those are shown until somebody decides. An entry of an older record
/// names none; it overrides the earlier entries that name none, and never one that does.
public struct Versions: Hashable, Sendable {
  /// The entries, retracted or not, in the order of their stamps.
  private let items: [Item]
  /// For each entry the places of those it names, as far as they are known here.
  private let below: [[Int]]

  /// The versions of one thing by all the items about it, in any order.
  init(_ given: [Item]) {
    guard given.count > 1 else {
      (items, below) = (given, given.map { _ in [] })
      return
    }
    let items = given.sorted { ($0.entry.stamp, $0.id) < ($1.entry.stamp, $1.id) }
    let places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.id, $0) })
    var below: [[Int]] = []
    below.reserveCapacity(items.count)
    var older: Int?
    for (index, item) in items.enumerated() {
      if let over = item.entry.over {
        below.append(over.compactMap { places[$0] }.filter { $0 != index })
      } else {
        // The one before it leads to all the earlier ones.
        below.append(older.map { [$0] } ?? [])
        older = index
      }
    }
    (self.items, self.below) = (items, below)
  }

  /// The entries that no other one names, retracted or not. An entry written now names all of them.
  public var heads: [EntryID] {
    var isNamed = Array(repeating: false, count: items.count)
    for names in below { for index in names { isNamed[index] = true } }
    let heads = items.indices.filter { !isNamed[$0] }.map { items[$0].id }
    // In a circle (only a hand can make one) the last closes it for good.
    return heads.isEmpty ? items.suffix(1).map(\.id) : heads
  }

  /// How the thing stands at a moment.
  /// - Parameters:
  ///   - moment: the moment; nil for all entries, those dated ahead included.
  ///   - now: the time it is, where the moment lies in a night that is over. Entries written since then do not count there.
  /// - Returns: nil if no entry counts by then.
  public func standing(at moment: Instant? = nil, now: Instant? = nil) -> Standing? {
    let isIn = items.indices.map { counts($0, at: moment, now: now ?? moment) }
    var covers = Covers(below)
    for index in items.indices where isIn[index] { covers.add(index) }
    var top = items.indices.filter { isIn[$0] && !covers.isBehind[$0] }
    if top.isEmpty { top = items.indices.filter { isIn[$0] } }
    top.sort { order($0) < order($1) }
    let ahead = ahead(items.indices.filter { !isIn[$0] && !items[$0].isRetracted }, &covers)
    guard let last = top.last else {
      return ahead.isEmpty ? nil : Standing(item: nil, since: nil, versions: [], ahead: ahead)
    }
    let since = [start(last), now ?? moment].compactMap(\.self).min { $0.milliseconds < $1.milliseconds }
    return Standing(item: items[last], since: since, versions: versions(top), ahead: ahead)
  }

  /// The different values of entries that count beside each other, the one that counts first; empty if all are the same.
  private func versions(_ top: [Int]) -> [Item] {
    guard top.count > 1 else { return [] }
    // Of entries with the same value the last one is kept.
    var told: Set<Item.Said> = []
    let versions = top.reversed().map { items[$0] }.filter { told.insert($0.said).inserted }
    return versions.count > 1 ? versions : []
  }

  /// Walks from the entries that count down to those they were written over, through entries that let pass.
  /// - Parameters:
  ///   - moment: the moment at which entries count.
  ///   - pass: true for an entry to be walked through.
  /// - Returns: the entries that did not let pass, and true if there is a way past all of them.
  func met(asOf moment: Instant, pass: (Item) -> Bool) -> (items: [Item], isThrough: Bool) {
    let isIn = items.indices.map { counts($0, at: moment, now: moment) }
    var covers = Covers(below)
    for index in items.indices where isIn[index] { covers.add(index) }
    var next = items.indices.filter { isIn[$0] && !covers.isBehind[$0] }
    var met: [Item] = []
    var isThrough = next.isEmpty
    var isSeen = Array(repeating: false, count: items.count)
    while let index = next.popLast() {
      guard !isSeen[index] else { continue }
      isSeen[index] = true
      if isIn[index], !pass(items[index]) {
        met.append(items[index])
      } else {
        if below[index].isEmpty { isThrough = true }
        next += below[index]
      }
    }
    return (met, isThrough)
  }

  /// From when on each entry counts in nights that are over.
  var starts: [Instant] { items.indices.map(start) }

  /// The moments to come for which something was set. At each of them the standing may change.
  var momentsAhead: [Instant] {
    items.indices.compactMap { index in
      dated(index).flatMap { $0.milliseconds > items[index].entry.stamp.milliseconds ? $0 : nil }
    }
  }

  /// True if an entry lies behind another one.
  func isBehind(_ id: EntryID, _ other: EntryID) -> Bool {
    guard let place = items.firstIndex(where: { $0.id == id }), let over = items.firstIndex(where: { $0.id == other })
    else { return false }
    var covers = Covers(below)
    covers.add(over)
    return covers.isBehind[place]
  }

  /// How many milliseconds the time of an older entry may differ from its stamp before it counts as typed.
  private static let typing: Int64 = 120_000

  /// The moment an entry was dated to. An older entry does not hold it, but its time then differs from its stamp.
  private func dated(_ index: Int) -> Instant? {
    let entry = items[index].entry
    guard entry.over == nil, entry.dated == nil else { return entry.dated }
    return abs(entry.at.milliseconds - entry.stamp.milliseconds) > Self.typing ? entry.at : nil
  }

  private func counts(_ index: Int, at moment: Instant?, now: Instant?) -> Bool {
    guard !items[index].isRetracted else { return false }
    guard let moment, let now else { return true }
    let isOver = moment.milliseconds < now.milliseconds
    guard let dated = dated(index) else { return !isOver || start(index).milliseconds <= moment.milliseconds }
    if dated.milliseconds <= moment.milliseconds { return true }
    // A clock that is set back must not undo a setting: what was not ahead when it was written counts now.
    return !isOver && dated.milliseconds <= items[index].entry.stamp.milliseconds
  }

  /// An entry without a date counts from when it was written, and never before those it was written over.
  private func start(_ index: Int) -> Instant {
    if let dated = dated(index) { return dated }
    return below[index].filter { dated($0) == nil }.map { items[$0].entry.at }
      .reduce(items[index].entry.at) { $0.milliseconds < $1.milliseconds ? $1 : $0 }
  }

  private func order(_ index: Int) -> (Int64, Stamp, EntryID) {
    let entry = items[index].entry
    return (dated(index)?.milliseconds ?? entry.stamp.milliseconds, entry.stamp, entry.id)
  }

  /// The entries that will count at their moment, unless another one overrides them by then.
  private func ahead(_ waiting: [Int], _ covers: inout Covers) -> [Standing.Ahead] {
    var ahead: [Standing.Ahead] = []
    var rest = waiting.map { (index: $0, start: start($0)) }
      .sorted { ($0.start.milliseconds, $0.index) < ($1.start.milliseconds, $1.index) }[...]
    while let moment = rest.first?.start {
      let coming = rest.prefix { $0.start.milliseconds == moment.milliseconds }
      rest = rest.dropFirst(coming.count)
      for (index, _) in coming { covers.add(index) }
      ahead += coming.filter { !covers.isBehind[$0.index] }.map { .init(item: items[$0.index], from: $0.start) }
    }
    return ahead
  }

  /// Which entries are overridden by those that were added. Each is visited once, however many are added.
  private struct Covers {
    private let below: [[Int]]
    private(set) var isBehind: [Bool]

    init(_ below: [[Int]]) {
      self.below = below
      isBehind = Array(repeating: false, count: below.count)
    }

    mutating func add(_ index: Int) {
      var next = below[index]
      while let behind = next.popLast() {
        guard !isBehind[behind] else { continue }
        isBehind[behind] = true
        next += below[behind]
      }
    }
  }
}

/// How one thing stands: the entry that counts, and what else has to be shown.
public struct Standing: Hashable, Sendable {
  /// The entry that counts; nil while all of them lie ahead.
  public let item: Item?
  /// From when on it counts, as far as that is known; never later than now.
  public let since: Instant?
  /// Where entries say different things whose writers did not know of each other: one of each, what counts first. Empty
  /// where there is one version.
  public let versions: [Item]
  /// What will count, by when.
  public let ahead: [Ahead]

  /// Something set for a moment to come.
  public struct Ahead: Hashable, Sendable {
    /// What was set.
    public let item: Item
    /// From when on.
    public let from: Instant
  }

  /// What it is about, as whoever said what counts spelled it; else as what lies ahead does.
  public var subject: Subject? { (item ?? ahead.first?.item)?.subject }

  /// True if the versions are what an import brought and what was here before: everything that is so can be chosen at once.
  public var isImportedAndOwn: Bool { Set(versions.map { $0.entry.importedBy != nil }).count > 1 }

  /// True if setting what counts anyway changes something: it decides, or it drops what lies ahead.
  public var isOpen: Bool { !versions.isEmpty || !ahead.isEmpty }
}

extension Item {
  /// The value by which two versions differ.
  struct Said: Hashable {
    let subject: Subject
    let value: FieldValue?
    let by: String?
  }

  var said: Said {
    let isWho = subject.said == .by
    return Said(subject: subject, value: isWho ? nil : subject.said.flatMap { details[$0] }, by: isWho ? by : nil)
  }
}

extension Subject {
  /// The field that says how it stands; nil for what does not stand.
  var said: Field? {
    switch self {
    case .plan: .to
    case .check, .environment: .state
    case .handover(.took), .handover(.left): .by
    case .event, .symptom, .diary, .carer, .note, .handover: nil
    }
  }
}

extension Timeline {
  /// The versions of each thing that stands until it is set anew.
  var versions: [Subject: Versions] {
    var items: [Subject: [Item]] = [:]
    for item in all {
      if let subject = item.subject.standing { items[subject, default: []].append(item) }
    }
    return items.mapValues { Versions($0) }
  }

  /// The versions of one thing.
  public func versions(of subject: Subject) -> Versions {
    let standing = subject.standing
    return Versions(standing == nil ? [] : all.filter { $0.subject.standing == standing })
  }

  /// A draft that sets how something stands and overrides all entries known here; it counts from `moment` on if `isDated`.
  public func draft(
    _ subject: Subject, _ details: Details, in partition: Partition, at moment: Instant, by: String?, isDated: Bool
  ) -> Draft {
    Draft(
      partition: partition, at: moment, by: by, over: subject.standing.map { versions(of: $0).heads },
      dated: isDated && subject.standing != nil ? moment : nil, body: .record(subject, details))
  }
}
