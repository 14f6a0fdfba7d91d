/// Reads an answer to a checklist or environment item.
public enum CheckRequest {
  /// The drafts that answer `item` with `state`.
  ///
  /// An answer to an item of tonight's lists belongs to the night. One to an item of the sleep environment is noted in
  /// the night as looked at, and in the plan if it changed how the item stands. A note is the night's alone, so that it
  /// goes when the night is erased.
  /// - Parameters:
  ///   - id: the item.
  ///   - text: the state as typed.
  ///   - note: a note as typed; nil for none.
  ///   - at: when it was looked at.
  ///   - by: initials of who writes; nil if not given.
  ///   - isDated: true if `at` was given.
  ///   - plan: the plan at that moment.
  ///   - night: the night of `at`, as far as it was read.
  ///   - catalogue: the care catalogue adapted to the plan.
  /// - Returns: one draft, or two where the plan changes too.
  /// - Throws: `Refusal` naming the item or the state that does not fit, and the nearest that would.
  public static func drafts(
    item id: String, state text: String, note: String?, at: Instant, by: String?, isDated: Bool = false, plan: Plan,
    night: Night, catalogue: Catalogue
  ) throws(Refusal) -> [Draft] {
    guard let list = catalogue.list(of: id) else {
      throw .unknown("item", id, among: catalogue.items.map(\.id), help: "nightstand check --help")
    }
    let allowed = list == .environment ? ItemState.standing : ItemState.ofTheNight
    let typed = ItemState(rawValue: text)
    // What stands in the sleep environment in some records only takes the words of both lists in all.
    let state = typed.map { catalogue.item(id)?.standing == nil || allowed.contains($0) ? $0 : $0.counterpart }
    guard let state, allowed.contains(state) else {
      throw .notOneOf(text, allowed.map(\.rawValue), of: id)
    }
    var details = Details([.state: .text(state.rawValue)])
    if let note { details[.note] = .text(try TextRule.check(note, limit: Field.noteLimit, what: "note")) }
    let partition = Partition.night(plan.nightRule.night(of: at))
    let seen = partition == .night(night.date) ? night.timeline : Timeline([])
    guard list == .environment else {
      return [seen.draft(.check(item: id), details, in: partition, at: at, by: by, isDated: isDated)]
    }
    let subject = Subject.environment(item: id)
    let looked = seen.draft(subject, details, in: partition, at: at, by: by, isDated: isDated)
    let standing = plan.standings[subject]
    if standing?.item?.details.text(.state) == state.rawValue, standing?.isOpen == false { return [looked] }
    let stands = plan.timeline.draft(
      subject, Details([.state: .text(state.rawValue)]), in: .plan, at: at, by: by, isDated: isDated)
    return [stands, looked]
  }
}
