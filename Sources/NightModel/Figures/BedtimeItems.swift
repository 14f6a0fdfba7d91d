/// The bedtime checklist as the figures of nights count it: the ids of its items, the same for all nights of one plan.
struct BedtimeItems {
  /// All of them.
  private let all: Set<String>
  /// The equipment in use.
  let equipment: Set<String>
  /// Those of the person's routine.
  private let routine: Set<String>

  /// The items of the bedtime checklist.
  /// - Parameters:
  ///   - plan: the plan whose routine counts.
  ///   - catalogue: the catalogue adapted to that plan.
  init(plan: Plan, catalogue: Catalogue) {
    let items = catalogue.items(of: .bedtime)
    all = Set(items.map(\.id))
    equipment = plan.equipment
    routine = Set(items.filter(plan.includes).map(\.id))
  }

  /// Counts a night's answers to the checklist.
  /// - Parameter checks: the answers by item; nil inside for one that was made blank again.
  /// - Returns: nil if nothing on the checklist was answered.
  func count(_ checks: [String: ItemState?]) -> NightFigures.ChecklistCount? {
    var counts: [ItemState: Int] = [:]
    var open = routine.count
    for (id, state) in checks where all.contains(id) {
      guard let state else { continue }
      counts[state, default: 0] += 1
      if routine.contains(id) { open -= 1 }
    }
    guard !counts.isEmpty else { return nil }
    return .init(
      done: counts[.done] ?? 0, notNeeded: counts[.notNeeded] ?? 0, couldNot: counts[.couldNot] ?? 0, open: open)
  }
}
