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
  func set(_ setting: Setting, _ value: String) throws(Refusal) -> [Act] {
    // What stands can be changed in a closed record, or it could not be opened again; nights are marked no more.
    if setting.key == .mark, plan.isClosed { throw Self.closed }
    let drafts = try PlanRequest.drafts(
      key: setting.description, value: value, plan: plan, at: now, by: by, isDated: isDated, catalogue: catalogue)
    return drafts.isEmpty
      ? [.say("It stands so already; nothing was changed.")] : [.save(drafts, .setting(setting.key))]
  }

  /// A setting as whoever writes has it: for themselves, if it stands so, else for everybody.
  func own(_ key: PlanKey) -> Setting {
    guard let by, plan.value(Setting(key, for: by)) != nil else { return Setting(key) }
    return Setting(key, for: by)
  }

  /// A draft that sets one setting of the plan, or makes it blank.
  func draft(of setting: Setting, _ value: String?) -> Draft {
    PlanRequest.draft(setting, value: value, plan: plan, at: now, by: by, isDated: isDated)
  }

  /// The setting of a member of a family by its name as typed, the name, and what stands there; nil where nothing was
  /// typed. Until more is said a name stands for itself.
  func member(of family: PlanKey, named text: String) -> (setting: Setting, name: String, value: String)? {
    let typed = text.split(separator: " ").joined(separator: " ")
    guard !typed.isEmpty else { return nil }
    let setting = plan.asSpelled(Setting(family, typed))
    let name = setting.member ?? typed
    return (setting, name, plan.value(setting) ?? name)
  }
}

extension App {
  /// Sets a setting; empty makes it blank. The values, or the text, that it was chosen from are left.
  mutating func set(_ setting: Setting, _ value: String) -> [Effect] {
    if case .text(let entry) = screen { leaveText(entry) } else { leaveChoice() }
    do throws(Refusal) {
      return try context.set(setting, value).flatMap { act($0) }
    } catch {
      return say(error.wholeSentence)
    }
  }

  /// Leaves the list of values that a choice was made in.
  mutating func leaveChoice() {
    if screen.isChoice { leaveLevel() }
  }

  /// Says what was set.
  mutating func saySet(_ key: PlanKey?, _ entries: [Entry]) {
    // Being done with the first questions says what can be changed later, and that stays said.
    if key == .welcome { return }
    let words = entries.compactMap { entry in Timeline([entry]).items.first?.words(catalogue) }
    guard let first = words.first else { return }
    let more = words.count > 1 ? " And \(words.count - 1) more." : ""
    let dropped = PlanRequest.dropped(by: entries, plan: record.plan).map { " \($0.capitalizedFirst)." }.joined()
    var said = "\(first).\(dropped)\(toldNobody)\(more)"
    if key == .splitHour, let value = entries.last.flatMap({ Timeline([$0]).items.first })?.details.text(.to),
      let rule = Int(value).flatMap(NightRule.init)
    {
      said += " Now it is the \(NightWords.night(rule.night(of: now)))."
    }
    status = .written(said)
  }
}
