internal import NightModel
internal import Text

/// Setting what stands in the plan, as several features do. Every change is an entry of the plan, so it has a date and an
/// author and can be undone.
extension Context {
  /// What is said where a text was left as it stood.
  static let nothingTyped = "Nothing was typed, so nothing was changed."

  /// Sets a setting; empty makes it blank.
  /// - Returns: what is saved, or what is said where nothing is.
  /// - Throws: `Refusal` naming what is wrong with the key or the value.
  func set(_ key: String, _ value: String) throws(Refusal) -> [Act] {
    // What stands can be changed in a closed record, or it could not be opened again; nights are marked no more.
    if PlanKey.find(key)?.name == "mark", plan.isClosed { return [.say(Self.closedWords)] }
    let drafts = try PlanRequest.drafts(
      key: key, value: value, plan: plan, at: now, by: by, isDated: isDated, catalogue: catalogue)
    return drafts.isEmpty
      ? [.say("It stands so already; nothing was changed.")] : [.save(drafts, .setting(key))]
  }

  /// A draft that sets one key of the plan, or makes it blank.
  func draft(ofSetting key: String, _ value: String?) -> Draft {
    PlanRequest.draft(key: key, value: value, plan: plan, at: now, by: by, isDated: isDated)
  }

  /// The key and the name of a member of a family of settings by its name as typed, and what stands there; nil where
  /// nothing was typed. Until more is said a name stands for itself.
  func member(of family: String, named text: String) -> (key: String, name: String, value: String)? {
    let typed = text.split(separator: " ").joined(separator: " ")
    guard !typed.isEmpty else { return nil }
    let key = plan.asSpelled("\(family).\(typed)")
    let name = String(key.dropFirst(family.count + 1))
    return (key, name, plan.value(key) ?? name)
  }
}

extension App {
  /// Sets a setting; empty makes it blank. The values, or the text, that it was chosen from are left.
  mutating func set(_ key: String, _ value: String) -> [Effect] {
    if case .text(let entry) = screen { leaveText(entry) } else { leaveChoice() }
    do throws(Refusal) {
      return try context.set(key, value).flatMap { act($0) }
    } catch {
      return say("\(error.sentence.capitalizedFirst).")
    }
  }

  /// Leaves the list of values that a choice was made in.
  mutating func leaveChoice() {
    if screen.isChoice { leaveLevel() }
  }

  /// Says what was set.
  mutating func saySet(_ key: String, _ entries: [Entry]) {
    // Being done with the first questions says what can be changed later, and that stays said.
    if key == "welcome" { return }
    let words = entries.compactMap { entry in Timeline([entry]).items.first?.words(catalogue) }
    let more = words.count > 1 ? " And \(words.count - 1) more." : ""
    let dropped = PlanRequest.dropped(by: entries, plan: record.plan).map { " \($0.capitalizedFirst)." }.joined()
    var said = "\(words.first ?? key).\(dropped)\(toldNobody)\(more)"
    if key == "split-hour", let value = entries.last.flatMap({ Timeline([$0]).items.first })?.details.text(.to),
      let rule = Int(value).flatMap(NightRule.init)
    {
      said += " Now it is the \(NightWords.night(rule.night(of: now)))."
    }
    status = .written(said)
  }
}
