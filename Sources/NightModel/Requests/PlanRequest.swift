internal import Text

/// Checks a key and a value as typed, and makes settings of them as they are kept.
public enum PlanRequest {
  /// Reads a setting as typed.
  /// - Parameters:
  ///   - key: the key.
  ///   - value: the value; empty for blank.
  ///   - catalogue: the care catalogue with the family's own items.
  ///   - times: reads typed dates.
  /// - Returns: one or more keys with their values, nil meaning blank.
  /// - Throws: `Refusal` naming what is wrong with the key or the value.
  public static func settings(
    key: String, value: String, catalogue: Catalogue, times: TimeReader
  ) throws(Refusal) -> [(setting: Setting, value: String?)] {
    guard let known = PlanKey.find(key) else {
      throw .unknown("setting", key, among: PlanKey.names, help: "nightstand plan --help")
    }
    if known == .equipment, key == known.rawValue { return try equipmentList(value, catalogue) }
    guard var setting = Setting(key), setting.member?.isEmpty != true else {
      throw .misspelled(key, known)
    }
    if let member = setting.member, let kind = known.member {
      if kind == .night {
        setting = Setting(known, "\(try times.night(member, .either).settled(so: Refusal.nothingChanged))")
      } else {
        try check(member, kind, catalogue, isBlank: value.isEmpty)
      }
    }
    return [(setting, value.isEmpty ? nil : try checked(value, setting, catalogue, times))]
  }

  /// Makes drafts of a setting as typed.
  /// - Parameters:
  ///   - key: the key.
  ///   - value: the value; empty for blank.
  ///   - plan: the plan at `moment`.
  ///   - moment: when it is set.
  ///   - by: initials of who sets it; nil if not given.
  ///   - isDated: true if the moment was given; from then on the setting counts.
  ///   - catalogue: the care catalogue adapted to the plan.
  /// - Returns: no drafts for a value that stands already, unless it decides between versions or drops what lies ahead.
  /// - Throws: `Refusal` naming what is wrong with the key or the value.
  public static func drafts(
    key: String, value: String, plan: Plan, at moment: Instant, by: String?, isDated: Bool = false, catalogue: Catalogue
  ) throws(Refusal) -> [Draft] {
    let key = Setting(key).map { plan.asSpelled($0).description } ?? key
    let times = TimeReader(
      zone: .fixed(minutes: moment.offsetMinutes), rule: plan.nightRule, clock: plan.clock, now: moment)
    let settings = try settings(key: key, value: value, catalogue: catalogue, times: times)
    for (setting, value) in settings {
      // What stands already was typed before a unit was asked for: it can be chosen of two versions.
      guard let form = value.flatMap({ withUnit($0, for: setting) }), plan.value(setting) != value,
        !plan.versions(setting).contains(where: { $0.details.text(.to) == value })
      else { continue }
      throw .withoutUnit(value ?? "", of: setting.description, nearest: form)
    }
    return
      settings
      .filter { plan.value($0.setting) != $0.value || plan.standing($0.setting)?.isOpen == true }
      .map { draft($0.setting, value: $0.value, plan: plan, at: moment, by: by, isDated: isDated) }
  }

  /// A length of time that was typed without its unit, in hours, as labels and batteries mostly have it: `8 hours`. Nil for what has
  /// words, and for settings that are no length of time.
  public static func withUnit(_ value: String, for setting: Setting) -> String? {
    guard [.medicineGap, .equipmentRunTime].contains(setting.key) else { return nil }
    let typed = value.trimmingSpaces()
    let isBare = typed.allSatisfy { $0.isNumber || " .,-–/".contains($0) }
    guard isBare, typed.contains(where: \.isNumber) else { return nil }
    return typed == "1" ? "1 hour" : "\(typed) hours"
  }

  /// The draft that sets one setting, or makes it blank, over all that the plan has of it.
  public static func draft(
    _ setting: Setting, value: String?, plan: Plan, at moment: Instant, by: String?, isDated: Bool = false
  ) -> Draft {
    plan.timeline.draft(
      setting.subject, Details(value.map { [.to: .text($0)] } ?? [:]), in: .plan, at: moment, by: by, isDated: isDated)
  }

  private static func checked(
    _ value: String, _ setting: Setting, _ catalogue: Catalogue, _ times: TimeReader
  ) throws(Refusal) -> String {
    let (known, key) = (setting.key, setting.description)
    func words(_ allowed: [String], mayRepeat: Bool) throws(Refusal) -> String {
      let words = value.split(separator: ",").map { $0.trimmingSpaces() }
      guard !words.isEmpty else { throw .notOneOf(value, allowed, of: key) }
      for word in words where !allowed.contains(word) { throw .notOneOf(word, allowed, of: key) }
      if !mayRepeat, Set(words).count < words.count {
        throw .namedTwice(in: key)
      }
      return words.joined(separator: ",")
    }
    switch setting.kind.rule {
    case .text, .line, .phone:
      let text = try TextRule.check(value, limit: known.rule.limit, what: known.label.lowercased())
      guard !text.trimmingSpaces().isEmpty else {
        throw .onlySpaces(known.label.lowercased())
      }
      if known == .own { return try ownLabel(text, setting, catalogue) }
      return text
    case .choice(let choices):
      guard choices.contains(value) else { throw .notOneOf(value, choices, of: key) }
    case .number(let range, let word, _):
      guard Int(value).map(range.contains) == true || value == word else {
        throw .noNumber(value, in: range, orWord: word, of: key)
      }
    case .milliseconds(let range):
      guard let milliseconds = Self.milliseconds(value), range.contains(milliseconds) else {
        throw .noLength(value, in: range, of: key)
      }
      return "\(milliseconds)"
    case .list(let allowed, let mayRepeat): return try words(allowed, mayRepeat: mayRepeat)
    case .items:
      let list = ChecklistGroup.List(rawValue: setting.member ?? "").map(catalogue.items)
      let items = list ?? catalogue.items.filter { $0.group == setting.member }
      return try words(items.map(\.id), mayRepeat: false)
    case .initials: return try TextRule.initials(value)
    case .step:
      let steps = catalogue.steps.map(\.id)
      guard steps.contains(value) else { throw .notOneOf(value, steps, of: key) }
    case .birth: return "\(try times.birth(value).settled(so: Refusal.stays(key)))"
    case .date: return "\(try times.day(value, .either).settled(so: Refusal.stays(key)))"
    }
    return value
  }

  /// A length of time as typed: `1500`, `1500 ms`, `1.5 s`; nil for anything else.
  private static func milliseconds(_ typed: String) -> Int? {
    let typed = typed.lowercased().filter { $0 != " " }
    if typed.hasSuffix("ms") { return Int(typed.dropLast(2)) }
    // A small number alone was meant as seconds.
    if let whole = Int(typed) { return (1..<50).contains(whole) ? nil : whole }
    guard typed.hasSuffix("s"), let seconds = Double(typed.dropLast()), (0...1000).contains(seconds) else { return nil }
    return Int((seconds * 1000).rounded())
  }

  private static func check(
    _ member: String, _ kind: PlanKey.Member, _ catalogue: Catalogue, isBlank: Bool
  ) throws(Refusal) {
    func oneOf(_ ids: [String], _ what: String, help: String) throws(Refusal) {
      // What a later catalogue dropped, or another version knows, can still be made blank.
      guard ids.contains(member) || isBlank else { throw .unknown(what, member, among: ids, help: help) }
    }
    switch kind {
    // What an older record has can still be made blank.
    case .initials: if !isBlank { _ = try TextRule.initials(member) }
    case .equipment: try oneOf(catalogue.equipment.map(\.id), "equipment", help: "nightstand plan --help")
    case .item: try oneOf(catalogue.items.map(\.id), "item", help: "nightstand check --help")
    case .group:
      let bedtime = ChecklistGroup.List.bedtime.rawValue
      try oneOf(catalogue.groups.map(\.id) + [bedtime], "group", help: "nightstand plan --help")
    case .nameInGroup:
      let parts = member.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw .noGroupAndItem(member) }
      guard catalogue.groups.contains(where: { $0.id == parts[0] }) || isBlank else {
        throw .unknown("group", parts[0], among: catalogue.groups.map(\.id), help: "nightstand plan --help")
      }
      guard parts[1].allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }), parts[1].count <= 40
      else { throw .noItemName(parts[1]) }
    case .writerAndSetting:
      guard let personal = Setting(.personal, member).personal else {
        let typed = member.split(separator: ".", maxSplits: 1).map(String.init)
        throw .notPersonal(typed.count == 2 ? typed[1] : "", among: PlanKey.personalKeys.map(\.rawValue))
      }
      _ = try TextRule.initials(personal.writer)
    case .rule: try oneOf(SignRule.standard.map(\.id), "rule", help: "nightstand signs --all")
    case .name, .medicine, .who:
      let name = try TextRule.check(member, limit: 60, what: "name")
      guard name == name.trimmingSpaces(), !name.isEmpty else { throw .spaceAtEnd(name) }
    // A night is read as one.
    case .night: break
    }
  }

  /// A label of the family's own: one line, and different from the other labels of its group.
  private static func ownLabel(_ text: String, _ setting: Setting, _ catalogue: Catalogue) throws(Refusal) -> String {
    let label = text.trimmingSpaces()
    guard label.forDisplay == label else { throw .notOneLine }
    let group = (setting.member ?? "").prefix { $0 != "." }
    let twin = catalogue.items.first { item in
      item.group == group && item.id != setting.description && item.label.lowercased() == label.lowercased()
    }
    if let twin { throw .inGroupAlready(twin.label) }
    return label
  }

  private static func equipmentList(
    _ value: String, _ catalogue: Catalogue
  ) throws(Refusal) -> [(setting: Setting, value: String?)] {
    let value = try TextRule.check(value, limit: 1000, what: "list")
    let wanted = value.split(separator: ",").map { $0.trimmingSpaces() }
    let ids = catalogue.equipment.map(\.id)
    for id in wanted where !ids.contains(id) {
      throw .unknown("equipment", id, among: ids, help: "nightstand plan --help")
    }
    return ids.map { (Setting(.equipment, $0), wanted.contains($0) ? "in-use" : nil) }
  }
}

extension PlanKey {
  /// The names of all settings and families, for whoever spelled one wrongly.
  public static var names: [String] { allCases.map(\.rawValue) }
}
