public import Text

/// The emergency card: what the family typed for whoever comes in the night, in the order it is read.
///
/// It says what was typed, what the plan lists, and a few standard lines, each below a heading that says which it is; and
/// where something that matters was not typed it says that.
public struct EmergencyCard: Hashable, Sendable {
  /// The breathing line, which the family can reword or remove (care-facts 6A: EMS, MEDO, NSW, MNDAO). It names a machine
  /// only where the plan has one in use.
  public static func breathing(hasMachine: Bool) -> String {
    let (support, alone) =
      hasMachine
      ? ("Breathing support first: the person's own machine, sitting up.", "the machine")
      : ("Breathing support first, sitting up.", "breathing support")
    return
      "\(support) Tell them: oxygen alone, without \(alone), can make CO2 rise. In comfort care, follow the comfort "
      + "plan."
  }
  /// The line on understanding, which the family can reword or remove.
  public static let understands = "Hears, feels and understands."
  private static let nothingElse = "Nothing else typed yet. Call your emergency number."
  /// What stands on a card on which nothing was typed.
  public static let empty = "Nothing typed yet. Call your emergency number."

  /// What stands on a card made from a plan that could not be read whole: what does not show may well have been typed.
  public static let unread =
    "Part of what was typed could not be read. What does not show here may have been typed. Call your emergency number."

  /// The diagnosis while the family has no words of its own for it.
  public static let diagnosis = "ALS (motor neurone disease)"

  /// The lines of the card.
  public let blocks: [TextBlock]
  /// True if nothing was typed for it.
  public let isEmpty: Bool

  /// The card that a plan makes. If part of the plan could not be read (`isWhole` false), nothing is said to be untyped.
  public init(_ plan: Plan, isWhole: Bool = true) {
    isEmpty = !plan.standings.contains { subject, standing in
      guard let setting = subject.setting, Self.isOnCard(setting.key) else { return false }
      return plan.value(setting) != nil || standing.isOpen
    }
    let lines = CardLines(plan: plan, isWhole: isWhole)
    var blocks: [TextBlock] = isWhole ? [] : [.paragraph(Self.unread)]
    guard !isEmpty, let changed = Self.changed(plan) else {
      let (name, lists) = (lines.typed("name:", .person), lines.lists)
      blocks += name
      if isWhole { blocks.append(.paragraph(name.isEmpty ? Self.empty : Self.nothingElse)) }
      // Where part of the plan is lost the card as it was kept follows, and is not to be pushed away.
      let isListed = isWhole && !lists.isEmpty
      self.blocks = blocks + (isListed ? CardLines.headed([(.standard, lines.standard), (.lists, lists)]) : [])
      return
    }
    self.blocks = blocks + CardLines.headed(lines.parts, top: lines.top(changed: changed))
  }

  /// When anything on the card was last typed, changed or made blank.
  private static func changed(_ plan: Plan) -> Instant? {
    plan.standings.flatMap { subject, standing -> [Item] in
      guard let setting = subject.setting, isOnCard(setting.key) else { return [] }
      return [standing.item].compactMap(\.self) + standing.versions + standing.ahead.map(\.item)
    }
    .map(\.entry.written).max { $0.milliseconds < $1.milliseconds }
  }

  /// One line of the card: its value, or both versions with who and when until somebody has chosen, and what lies ahead.
  /// Where nothing stands it says `blank`; there is no line if that is nil.
  static func blocks(
    _ label: String, _ setting: Setting, _ plan: Plan, blank: String? = nil, _ words: (String) -> String = { $0 }
  ) -> [TextBlock] {
    let versions = plan.versions(setting)
    func told(_ value: String) -> TextBlock { label.isEmpty ? .paragraph(value) : .row(label, value) }
    var blocks: [TextBlock] = []
    if versions.isEmpty {
      if let value = plan.value(setting) { blocks = [told(words(value))] }
    } else {
      blocks = [told("Two versions; ask which counts.")]
      blocks += versions.map { version in
        let value = version.details.text(.to).map(words) ?? "left blank"
        return .row("- \(version.authorWords(plan.clock)):", value)
      }
    }
    if blocks.isEmpty, let blank { blocks = [told(blank)] }
    let ahead = plan.standing(setting)?.factsAhead { $0.map(words) ?? "blank" } ?? []
    if blocks.isEmpty, !ahead.isEmpty { blocks = [told("blank")] }
    return blocks + ahead.map(\.block)
  }

  private static func isOnCard(_ key: PlanKey) -> Bool {
    key.page == .card && key != .cardAgreed || key.page == .numbers
  }

  /// The phone numbers, in the family's order; the emergency number first until they have one.
  public static func numbers(_ plan: Plan, without hidden: Set<String> = []) -> [TextBlock] {
    let first = plan.value(.hospiceFirst) == "yes" ? ["hospice"] : []
    let order = first + (plan.value(.numberOrder)?.split(separator: ",").map(String.init) ?? [])
    // A number that was taken off in one of two versions, or that lies ahead, is told as well.
    let told = plan.standings.keys.compactMap { subject in
      subject.setting.flatMap { $0.key == .number ? $0.member : nil }
    }
    let all = (order + PlanKey.numbers + told.sorted()).eachOnce
    return all.filter { !hidden.contains($0) }.flatMap { who in
      blocks("\(PlanKey.numbers.contains(who) ? who.hyphensAsSpaces : who):", Setting(.number, who), plan)
    }
  }

  /// "If tonight is too much, for either of you": own numbers first, then the country's crisis line if one is set
  /// (care-facts 8, 6A W09). `isWhole` is false if part of the plan could not be read.
  public static func tooMuch(_ plan: Plan, isWhole: Bool = true) -> [TextBlock] {
    var blocks: [TextBlock] = [
      .paragraph("For either of you, at any hour. Nobody has to manage this alone, and asking is part of the plan.")
    ]
    let own = numbers(plan, without: ["crisis"])
    let none = isWhole ? "No number is typed yet." : "No number can be read."
    blocks += own.isEmpty ? [.paragraph("\(none) Call your emergency number.")] : own
    let crisis = Self.blocks("crisis line:", Setting(.number, "crisis"), plan)
    if crisis.isEmpty, isWhole {
      blocks.append(.paragraph("No crisis line is typed; yours can be added under Phone numbers."))
    }
    blocks += crisis
    blocks += [
      .paragraph("Falling asleep on your feet, or unsafe to go on: hand over now, or call somebody in."),
      .paragraph("Thoughts of hurting yourself or each other: call now; in danger, the emergency number first."),
      .paragraph("Tomorrow: the clinic's social worker and your ALS organisation can help find night relief."),
    ]
    return blocks
  }

  /// "What we agreed", in the family's words; empty if nothing was typed.
  public static func agreed(_ plan: Plan) -> [TextBlock] {
    blocks("", Setting(.cardAgreed), plan)
  }

  /// "How we do nights", in the family's words.
  public static func nights(_ plan: Plan) -> [TextBlock] {
    PlanKey.allCases.filter { $0.page == .nights }.flatMap {
      blocks("\($0.label.lowercased()):", Setting($0), plan)
    }
  }

  /// What the page "what we agreed" is called.
  public static func agreedTitle(_ plan: Plan) -> String {
    "If \(plan.person?.forDisplay ?? "the person") is dying or has died: what we agreed"
  }
}
