/// All that was ever said of one thing that stands until it is said otherwise, such as one setting: what counts, what
/// counts beside it, and what lies ahead.
///
/// An entry names those it was written over, and lies over all that is reached through them, taken back or not; so
/// whoever has seen all stands alone from then on, whatever any clock said. Clocks only choose among entries whose
/// writers did not know of each other, and those are all told until somebody decides. Entries of before they named
/// others lie over the earlier ones of their kind, by the order of all devices, and never over one that names.
public struct Versions: Hashable, Sendable {
  /// What was said, taken back or not, in the order of all devices.
  private let items: [Item]
  /// For each, those it names, as far as they are here.
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
        // The one before it reaches all the others.
        below.append(older.map { [$0] } ?? [])
        older = index
      }
    }
    (self.items, self.below) = (items, below)
  }

  /// The entries that are behind no other, taken back or not: what an entry written now lies over.
  public var heads: [EntryID] {
    var isNamed = Array(repeating: false, count: items.count)
    for names in below { for index in names { isNamed[index] = true } }
    let heads = items.indices.filter { !isNamed[$0] }.map { items[$0].id }
    // In a circle (only a hand can make one) the last closes it for good.
    return heads.isEmpty ? items.suffix(1).map(\.id) : heads
  }

  /// How the thing stands at a moment; nil if nothing was said of it by then.
  /// - Parameters:
  ///   - moment: nil for all that was ever said, what is dated ahead included.
  ///   - now: the time it is, if the moment is that of a night that is over. There what was set since does not count yet.
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

  /// What is said by several that count beside each other, what counts first; nothing if all say the same.
  private func versions(_ top: [Int]) -> [Item] {
    guard top.count > 1 else { return [] }
    // Of those that say the same the last one tells it.
    var told: Set<Item.Said> = []
    let versions = top.reversed().map { items[$0] }.filter { told.insert($0.said).inserted }
    return versions.count > 1 ? versions : []
  }

  /// What is met on the way from what counts to what it was written over, where some entries let pass.
  /// - Returns: what did not let pass, and true if there is a way past all of it.
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

  /// The moments ahead that were given: as they come, what stands may become another.
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

  /// How far the minute of an older entry may be from its place in the order before it was plainly given.
  private static let typing: Int64 = 120_000

  /// The moment an entry was dated to; an older one shows by its clock that one was given.
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
    // A dead clock here must not bring an old wish back: what was not ahead when it was written counts now.
    return !isOver && dated.milliseconds <= items[index].entry.stamp.milliseconds
  }

  /// What was set without a moment counts from when it was written, and not before what it was written over.
  private func start(_ index: Int) -> Instant {
    if let dated = dated(index) { return dated }
    return below[index].filter { dated($0) == nil }.map { items[$0].entry.at }
      .reduce(items[index].entry.at) { $0.milliseconds < $1.milliseconds ? $1 : $0 }
  }

  private func order(_ index: Int) -> (Int64, Stamp, EntryID) {
    let entry = items[index].entry
    return (dated(index)?.milliseconds ?? entry.stamp.milliseconds, entry.stamp, entry.id)
  }

  /// Those that will come to count, each when its moment comes, unless something lies over it by then.
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

  /// Which entries lie behind some others. Each is looked through once, however many are added.
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

/// How one thing stands: what counts, and what else has to be told.
public struct Standing: Hashable, Sendable {
  /// What counts; nil while all that was said lies ahead.
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
  /// What makes two versions different.
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
  /// What was said of each thing that stands until it is said otherwise.
  var versions: [Subject: Versions] {
    var items: [Subject: [Item]] = [:]
    for item in all {
      if let subject = item.subject.standing { items[subject, default: []].append(item) }
    }
    return items.mapValues { Versions($0) }
  }

  /// What was said of one thing.
  public func versions(of subject: Subject) -> Versions {
    let standing = subject.standing
    return Versions(standing == nil ? [] : all.filter { $0.subject.standing == standing })
  }

  /// A draft that says how something stands, over all that was seen of it.
  /// - Parameter isDated: true if a moment was given, from which on it counts.
  public func draft(
    _ subject: Subject, _ details: Details, in partition: Partition, at moment: Instant, by: String?, isDated: Bool
  ) -> Draft {
    Draft(
      partition: partition, at: moment, by: by, over: subject.standing.map { versions(of: $0).heads },
      dated: isDated && subject.standing != nil ? moment : nil, body: .record(subject, details))
  }
}
