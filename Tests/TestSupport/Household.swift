import NightModel

/// Made-up histories of one thing that stands until it is said otherwise: some machines whose clocks go wrong by years,
/// which see each other's entries late, set, take back and bring back, now or from a day on; older entries first.
package struct Household {
  /// One machine: what it has seen, and how wrong its clock is.
  package struct Machine {
    /// What it has seen.
    package var seen: [Entry] = []
    fileprivate var error: Int64 = 0
    fileprivate var own: [Entry] = []
    fileprivate var undone: [Entry] = []
    fileprivate let writer: String
  }

  /// What happened last.
  package enum Step {
    /// Something was set.
    case set(Entry, before: [Entry])
    /// An entry was taken back that was the last its machine had seen of the matter.
    case undone(former: [Entry])
    /// Something was brought back.
    case redone(before: [Entry], isSeen: Bool)
    /// Nothing that changes what stands in a way that is known.
    case other
  }

  /// The machines.
  package var machines: [Machine]
  /// Which of them did the last step.
  package private(set) var current = 0
  private let subject: Subject
  private let partition: Partition
  private var chance: Chance
  private var real: Int64 = 1_795_384_800_000
  private var count: UInt64 = 0
  private var views: [EntryID: [Entry]] = [:]

  /// A household by its seed, and what it is about.
  package init(seed: UInt64, about subject: Subject) {
    chance = Chance(seed: seed)
    self.subject = subject
    partition = if case .plan = subject { .plan } else { .night(Samples().night) }
    let machines = chance.number(in: 1...3)
    self.machines = (0..<machines).map { Machine(writer: "m\($0)") }
    for index in self.machines.indices where chance.oneIn(2) { self.machines[index].error = clockError() }
  }

  /// Everything that was ever written.
  package var all: [Entry] { machines.flatMap(\.own) }

  /// A moment to look at: near what was dated, now by some clock, or long before or after.
  package mutating func moment() -> Instant {
    let dated: [Int64] = all.compactMap { $0.dated?.milliseconds }
    let points: [Int64] = dated.map { $0 - 1 } + dated + [real, real + clockError(), 0, real * 2]
    return Instant(milliseconds: max(0, chance.one(of: points)), offsetMinutes: 0)
  }

  /// Some of what was said, in another order and twice.
  package mutating func shuffled(_ entries: [Entry]) -> [Entry] {
    (entries + entries.filter { _ in chance.oneIn(2) }).shuffled(using: &chance)
  }

  /// Entries of a program from before they named others.
  package mutating func old() {
    for _ in 0..<chance.number(in: 0...3) {
      current = chance.number(in: 0...machines.count - 1)
      pass()
      _ = write(.record(chosen(), value()), over: nil, dated: nil)
      deliver()
    }
  }

  /// The next thing that happens.
  package mutating func step() -> Step {
    current = chance.number(in: 0...machines.count - 1)
    pass()
    if chance.oneIn(8) { machines[current].error = clockError() }
    switch chance.number(in: 0...9) {
    case 0...2:
      deliver()
      return .other
    case 3:
      guard let last = machines[current].own.last(where: { stands($0) && $0.names.isEmpty && $0.over != nil })
      else { return .other }
      // Only of what was done last is it known what stood before it.
      let isLast = machines[current].seen.last?.id == last.id
      let former = views[last.id] ?? []
      machines[current].undone.append(write(.retract(of: [last.id]), over: nil, dated: nil))
      return isLast ? .undone(former: former) : .other
    case 4:
      guard let undo = machines[current].undone.popLast() else { return .other }
      let before = machines[current].seen
      let place = before.firstIndex { $0.id == undo.names.first } ?? 0
      // Whoever set it anew since, and still stands by it, had seen it.
      let isSeen = before.suffix(from: place).contains { entry in
        entry.dated == nil && entry.over != nil && stands(entry) && reaches(undo.names.first, from: entry, before)
      }
      _ = write(.retract(of: [undo.id]), over: nil, dated: nil)
      return .redone(before: before, isSeen: isSeen)
    default:
      let before = machines[current].seen
      let days = Int64(chance.number(in: -20...20)) * 86_400_000
      let dated = chance.oneIn(4) ? Instant(milliseconds: max(0, clock + days), offsetMinutes: 0) : nil
      let subject = chosen()
      let over = Timeline(before).versions(of: subject).heads
      let entry = write(.record(subject, value()), over: over, dated: dated)
      views[entry.id] = before
      return .set(entry, before: before)
    }
  }

  private var clock: Int64 { max(0, real + machines[current].error) }

  private mutating func clockError() -> Int64 {
    let year: Int64 = 31_557_600_000
    return switch chance.number(in: 0...3) {
    case 0: Int64(chance.number(in: -50...5)) * year
    case 1: Int64(chance.number(in: -48...48)) * 3_600_000
    case 2: Int64(chance.number(in: -10...10)) * 60_000
    default: 0
    }
  }

  private mutating func pass() { real += Int64(chance.number(in: 1...100_000)) * 1000 }

  private mutating func deliver() {
    let from = chance.number(in: 0...machines.count - 1)
    let news = machines[from].seen.filter { entry in !machines[current].seen.contains { $0.id == entry.id } }
    let isWhole = chance.oneIn(2)
    machines[current].seen += news.filter { _ in isWhole || chance.oneIn(2) }
  }

  private mutating func chosen() -> Subject {
    subject == .handover(.took) && chance.oneIn(3) ? .handover(.left) : subject
  }

  private mutating func value() -> Details {
    let number = chance.number(in: 0...4)
    switch subject {
    case .plan: return Details(number == 0 ? [:] : [.to: .text("\(number)")])
    case .environment: return Details([.state: .text(ItemState.standing[number % 4].rawValue)])
    case .check: return Details([.state: .text(ItemState.ofTheNight[number % 3].rawValue)])
    default: return Details()
    }
  }

  private mutating func write(_ body: Entry.Body, over: [EntryID]?, dated: Instant?) -> Entry {
    count += 1
    let now = clock
    let machine = machines[current]
    let stamp = Stamp.next(
      now: now, after: Stamp.latest(of: machine.seen.map(\.stamp), asOf: now), writer: machine.writer)
    let entry = Entry(
      id: EntryID(milliseconds: now, random: (count, 0xABC)), stamp: stamp,
      at: dated ?? Instant(milliseconds: now, offsetMinutes: 0), by: chance.one(of: ["MK", "TR", "JD"]), over: over,
      dated: dated, body: body)
    machines[current].seen.append(entry)
    machines[current].own.append(entry)
    return entry
  }

  private func stands(_ entry: Entry) -> Bool {
    Timeline(machines[current].seen).item(entry.id)?.isRetracted == false
  }

  private func reaches(_ id: EntryID?, from entry: Entry, _ entries: [Entry]) -> Bool {
    var next = entry.over ?? []
    var met: Set<EntryID> = []
    while let name = next.popLast() {
      if name == id { return true }
      guard met.insert(name).inserted else { continue }
      next += entries.first { $0.id == name }?.over ?? []
    }
    return false
  }
}
