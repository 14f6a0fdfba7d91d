public import NightModel
internal import Text

/// The three checklists of a night as JSON, by the contract of `check --format json`.
public enum ChecklistJSON {
  /// The items in the order of their lists, as one object. Without `withRest` only those that are part of the routine, and
  /// what was answered anyway. `catalogue` is the one adapted to the plan.
  public static func text(_ night: Night, plan: Plan, catalogue: Catalogue, withRest: Bool) -> String {
    let lists: [ChecklistGroup.List] = [.bedtime, .gettingUp, .environment]
    let items = lists.flatMap { list -> [JSON] in
      let shown = Set(Routine(list, plan, night, catalogue).items.map(\.id))
      let answers = list == .environment ? plan.environment.merging(night.looks) { $1 } : night.checks
      return catalogue.items(of: list).filter { withRest || shown.contains($0.id) }.map { item in
        .object(members(item, list, answers[item.id]))
      }
    }
    return JSON.object([JSON.Member("items", .array(items))]).shown
  }

  private static func members(_ item: ChecklistItem, _ list: ChecklistGroup.List, _ answer: Item?) -> [JSON.Member] {
    let state = answer?.details.text(.state)
    // An answer that was made blank again says nothing, so neither does its time.
    let given = state == nil ? nil : answer
    return [
      JSON.Member("id", .string(item.id)), JSON.Member("list", .string(list.rawValue)),
      JSON.Member("group", .string(item.group)), JSON.Member("label", .string(item.label)),
      JSON.Member("state", state.map { .string($0) } ?? .null),
      JSON.Member("at", given.map { .string("\($0.at)") } ?? .null),
      JSON.Member("by", given?.by.map { .string($0) } ?? .null),
    ]
  }
}
