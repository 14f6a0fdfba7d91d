public import NightModel

/// When medicines were last given, however long ago.
extension Store {
  /// The last doses in the nights that are not at hand. `remark` is told the reading of each night that is not sound.
  public func lastDoses(_ question: DoseQuestion, remark: @escaping (PartitionReading) -> Void) -> KnownDoses {
    let search = DoseSearch(self, question, remark: remark)
    while !search.known.isComplete { search.step() }
    return search.known
  }

  /// The same a little at a time: asked the same again it goes on where it stopped, and the answer is complete once it
  /// says so. `goesOn` is asked after every step, each well under two milliseconds; false to stop for now.
  public func lastDoses(_ question: DoseQuestion, while goesOn: () -> Bool) -> KnownDoses {
    rows.lookForDoses(question, while: goesOn)
  }
}

/// Searches for the last doses, a step at a time: from the newest night back, as far as a medicine is still missing.
///
/// A night counts only as its files lie there now. So each night on the way is looked at: its row says what it holds, and a
/// night without one is read. A night that could not be read whole may hold a later dose than any found before it.
final class DoseSearch {
  let question: DoseQuestion
  private(set) var known = KnownDoses()
  private let scan: NightScan
  private let remark: (PartitionReading) -> Void
  /// How many of the folders that could not be listed are noted.
  private var unlisted = 0
  /// The years still to be listed, the newest last.
  private var years: [String]
  /// The nights still to be looked at, the newest last.
  private var nights: [CivilDate] = []
  private var wanted: Set<MedicineName>
  /// The oldest night to look at, once nothing is missing.
  private var horizon: CivilDate

  /// How many nights a step looks at, and how many of them it reads.
  private static let (looks, reads) = (16, 4)

  init(_ store: Store, _ question: DoseQuestion, remark: @escaping (PartitionReading) -> Void = { _ in }) {
    self.question = question
    self.remark = remark
    scan = NightScan(store)
    years = Set(scan.years() + (scan.waiting ?? []).map { NightScan.year($0) }).sorted()
    wanted = question.medicines
    horizon = question.atHand.lowerBound.adding(days: -Self.overlap)
    missUnlisted()
  }

  /// Notes the folders that could not be listed since: what is still looked for may lie in them.
  private func missUnlisted() {
    let found = scan.unlisted.dropFirst(unlisted)
    guard !found.isEmpty else { return }
    unlisted += found.count
    known.miss(wanted, found.map(\.finding))
  }

  /// A change of the split hour may put a dose into the night before one that holds an earlier dose.
  private static let overlap = 1

  /// One step: a year is listed, some nights are looked at, or a year of what was read is kept.
  func step() {
    if nights.isEmpty, let year = years.popLast() {
      if wanted.isEmpty, year < NightScan.year(horizon) { years = [] } else { list(year) }
      return
    }
    if let next = nights.last, wanted.isEmpty, next < horizon { nights = [] }
    guard !nights.isEmpty else {
      if years.isEmpty, !scan.keepOne() { known.complete(question) }
      return
    }
    look()
  }

  private func list(_ year: String) {
    let waiting = (scan.waiting ?? []).filter { NightScan.year($0) == year }
    nights = Set(scan.nights(of: year)).union(waiting).filter(isWanted).sorted()
    missUnlisted()
  }

  /// Nights after those at hand are looked at where a clock that ran ahead may have written into them.
  private func isWanted(_ night: CivilDate) -> Bool {
    if question.atHand.contains(night) { return false }
    guard night > question.atHand.upperBound else { return true }
    let today = CivilDate(daysSince1970: Int(question.clock / 86_400_000))
    return night <= question.atHand.upperBound.adding(days: Self.overlap) || night >= today.adding(days: -2)
  }

  private func look() {
    var batch: [CivilDate] = []
    var rows: [CivilDate: NightRow] = [:]
    while batch.count < Self.looks, batch.count - rows.count < Self.reads, let night = nights.popLast() {
      batch.append(night)
      rows[night] = scan.kept(night)
    }
    let missing = batch.filter { rows[$0] == nil }
    for (night, row) in zip(missing, missing.isEmpty ? [] : scan.read(missing, remark)) { rows[night] = row }
    for night in batch where !wanted.isEmpty || night >= horizon {
      if let unread = scan.unread[night] { known.miss(wanted, unread) }
      for dose in rows[night]?.doses(clock: question.clock) ?? [] { known.add(dose, question) }
      let left = known.missing(question)
      if left.count < wanted.count { horizon = min(horizon, night.adding(days: -Self.overlap)) }
      wanted = left
    }
  }
}
