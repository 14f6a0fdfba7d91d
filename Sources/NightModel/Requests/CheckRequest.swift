/// Reads an answer to a checklist or environment item.
public enum CheckRequest {
  /// The drafts that answer `item` with `state`.
  ///
  /// An answer to an item of tonight's lists belongs to the night. One to an item of the sleep environment is noted in
  /// the night as looked at, and in the plan if it changed how the item stands. A note is the night's alone, so that it
  /// goes when the night is erased.
  /// - Throws: `Refusal` naming the item or the state that does not fit, and the nearest that would.
  public static func drafts(
    item id: String, state text: String, note: String?, at: Instant, by: String?, plan: Plan, catalogue: Catalogue
  ) throws(Refusal) -> [Draft] {
    guard let list = catalogue.list(of: id) else {
      throw .unknown("item", id, among: catalogue.items.map(\.id), help: "nightstand check --help")
    }
    let allowed = list == .environment ? ItemState.standing : ItemState.ofTheNight
    guard let state = ItemState(rawValue: text), allowed.contains(state) else {
      throw .notOneOf(text, allowed.map(\.rawValue), of: id)
    }
    var details = Details([.state: .text(state.rawValue)])
    if let note { details[.note] = .text(try TextRule.check(note, limit: Field.noteLimit, what: "note")) }
    let night = Partition.night(plan.nightRule.night(of: at))
    guard list == .environment else {
      return [Draft(partition: night, at: at, by: by, body: .record(.check(item: id), details))]
    }
    func draft(_ partition: Partition, _ details: Details) -> Draft {
      Draft(partition: partition, at: at, by: by, body: .record(.environment(item: id), details))
    }
    let looked = draft(night, details)
    let stands = plan.environment[id]?.details.text(.state) == state.rawValue
    return stands ? [looked] : [draft(.plan, Details([.state: .text(state.rawValue)])), looked]
  }
}
