internal import NightModel

/// Who writes: whoever is on signs, and where several help and nobody is on it is asked once, after what was saved.
extension App {
  /// Whether it was asked in this run who writes.
  enum WriterQuestion: Hashable, Sendable {
    /// Not yet: what was written here by nobody, to be signed with the answer.
    case notYet([EntryAddress])
    /// It was asked, and is not asked again.
    case asked
  }

  /// Handovers after which who was named for this run writes no more.
  struct Relief: Hashable, Sendable {
    /// Those that were written before this run began; nil until that was read.
    var earlier: Set<EntryAddress>?
    /// Those written since, on whatever screen, whether they still stand or not.
    var since: Set<EntryAddress> = []
  }

  /// Initials of who writes: who was named for this run, until somebody takes over or they leave; else whoever is on; nil
  /// if that is not known.
  var by: String? {
    let isRelieved = relief.since.contains { record.nights[$0.night] == nil || record.standing($0) != nil }
    return isRelieved ? record.writer : named ?? record.writer
  }

  /// Notes who took over or left since this run began. By what was read, and not by the clock, which may be wrong.
  mutating func heedHandovers() {
    let dates = [tonight.adding(days: -1), tonight]
    guard let named, !record.isMissing, dates.allSatisfy({ record.nights[$0] != nil }) else { return }
    let found = dates.flatMap { date in
      record.night(date).items
        .filter { $0.subject == .handover(.took) || $0.subject == .handover(.left) && $0.by == named }
        .map { EntryAddress(night: date, id: $0.id) }
    }
    guard let earlier = relief.earlier else { return relief.earlier = Set(found) }
    relief.since.formUnion(Set(found).subtracting(earlier))
  }

  /// Notes what was just written by nobody, as long as it was not asked who writes.
  mutating func noteUnsigned(_ entries: [Entry], _ targets: [EntryAddress]) {
    guard case .notYet(let known) = writerQuestion, by == nil, !record.plan.writers.isEmpty else { return }
    let records = Set(entries.filter { if case .record = $0.body { $0.by == nil } else { false } }.map(\.id))
    writerQuestion = .notYet(known + targets.filter { records.contains($0.id) && !known.contains($0) })
  }

  /// Asks who writes once Tonight is there and asks nothing else.
  mutating func askWhoWrites() {
    guard case .notYet(let written) = writerQuestion, !written.isEmpty else { return }
    // What was taken back meanwhile needs nobody's name.
    let targets = written.filter { record.nights[$0.night] == nil || record.standing($0) != nil }
    writerQuestion = .notYet(targets)
    guard !targets.isEmpty else { return }
    // Somebody took over meanwhile, on another screen.
    guard by == nil else { return writerQuestion = .notYet([]) }
    guard isHome, !record.plan.isClosed else { return }
    writerQuestion = .asked
    _ = change { screen, context in screen.update(.tonight(.open(.writers(targets))), context) ?? [] }
  }
}

extension Context {
  /// Who can write: the person with ALS first, then who helps at night.
  var writers: [(initials: String, name: String)] {
    let own = plan.value(.personInitials)
    return plan.writers.map { initials in
      (initials, initials == own ? plan.person ?? "the person with ALS" : plan.value(.people, initials) ?? initials)
    }
  }

  /// Who leaves duty: whoever writes, unless somebody else is on; nil if neither is known.
  var leaver: String? {
    let on = board.duty.on.compactMap(\.by)
    return on.isEmpty || on.contains { $0 == by } ? by : on.last
  }

  /// The drafts with which somebody takes over. Initials typed for the first time stand in every list of people from then
  /// on.
  func takingOver(_ typed: String) -> [Draft] {
    let known = plan.writers.first { $0.lowercased() == typed.lowercased() }
    let initials = known ?? typed
    let took = draft(.handover(.took), Details(), by: initials)
    guard known == nil else { return [took] }
    let person = PlanRequest.draft(
      Setting(.people, initials), value: initials, plan: plan, at: now, by: initials, isDated: isDated)
    return [took, person]
  }

  /// The drafts with which somebody signs entries that nobody did.
  func signing(_ targets: [EntryAddress], by initials: String) -> [Draft] {
    targets.compactMap { target in
      guard let item = record.standing(target), item.by == nil else { return nil }
      var draft = amendment(of: item, target, [.by: .text(initials)])
      draft.by = initials
      return draft
    }
  }
}
