internal import Text

/// The plan in words: what a setting is called, and how equipment stands.
extension Setting {
  /// What it is called, such as `Overlay: where it stands`. `catalogue` is asked for only if the member is named in it.
  public func title(_ catalogue: @autoclosure () -> Catalogue) -> String {
    guard let kind = key.member, let name = member else { return key.label }
    if let (writer, key) = personal { return "\(writer.forDisplay): \(key.label.lowercasedFirst)" }
    let shown =
      switch kind {
      case .equipment: catalogue().label(ofEquipment: name)
      case .item: catalogue().label(ofItem: name)
      case .group: catalogue().groups.first { $0.id == name }?.label ?? name
      case .nameInGroup: catalogue().groups.first { name.hasPrefix("\($0.id).") }?.label ?? name
      case .who(let known): known.contains(name) ? name.hyphensAsSpaces.capitalizedFirst : name
      case .rule: SignWords.name(ofRule: name)
      case .initials, .name, .medicine, .night, .writerAndSetting: name
      }
    return "\(shown.forDisplay): \(key.label.lowercasedFirst)"
  }

  /// What it says, as a sentence without its full stop: `Mask and breathing machine: in use`. `value` is nil where it was
  /// made blank.
  public func sentence(_ value: String?, _ catalogue: Catalogue) -> String {
    let member = member ?? ""
    switch key {
    case .equipment:
      return "\(catalogue.label(ofEquipment: member).forDisplay): \(value == nil ? "not in use" : "in use")"
    case .routine:
      let words = value.map { "switched \($0)" } ?? "follows the equipment"
      return "\(catalogue.label(ofItem: member).forDisplay): \(words.forDisplay)"
    case .order:
      let name = catalogue.groups.first { $0.id == member }?.label ?? ChecklistGroup.List(rawValue: member)?.title
      return "\(name ?? member): in a new order".forDisplay
    case .starterRoutine: return value == nil ? "every line at bedtime" : "the starter routine at bedtime"
    case .own:
      return value.map { "\($0.forDisplay), an item of your own" }
        ?? "\(catalogue.label(ofItem: description).forDisplay) taken off the list"
    case .people, .medicine:
      guard let value else { return "\(member.forDisplay) taken off the list" }
      return value == member ? member.forDisplay : "\(member.forDisplay): \(value.forDisplay)"
    case .told:
      return
        "\(SignWords.name(ofRule: member)): \(value.map { "the team was told on \(Self.day($0))" } ?? "the team was not told")"
    case .countAnew:
      return "\(SignWords.name(ofRule: member)): "
        + (value.map { "counted anew from \(Self.day($0))" } ?? "not counted anew any more")
    case .question: return "question for the team\(value.map { ": \($0.forDisplay)" } ?? " taken off the list")"
    case .equipmentStep:
      guard let id = value else { return usualSentence(value, catalogue) }
      let step = catalogue.step(id)?.label.lowercasedFirst ?? id
      return "\(catalogue.label(ofEquipment: member)), insurer and supplier: \(step)".forDisplay
    case .closed: return value == nil ? "the record is open again" : "the record is closed"
    case .away: return value.map { "away on \(member): \($0.forDisplay)" } ?? "at home on \(member)"
    case .mark:
      return value.map { "change marked on \(member): \($0.forDisplay)" } ?? "no change marked on \(member)"
    case .person, .personInitials, .equipmentWaiting, .equipmentNext, .equipmentSupplier, .equipmentPhone,
      .equipmentRental, .equipmentReplace, .equipmentRunTime, .equipmentTested, .equipmentNote, .turnInterval,
      .turnPositions, .turnLine, .medicineWhen,
      .medicineGap, .medicineMost, .number, .numberOrder, .hospiceFirst, .comfortKit, .cardDiagnosis,
      .cardBirth, .cardAddress, .cardUnderstands, .cardYes, .cardNo, .cardMaskOff, .cardAirway, .cardAllergies,
      .cardOxygen, .cardSwallowing, .cardMachine, .cardUsual, .cardEquipment, .cardMedicines, .cardDoor, .cardWishes,
      .cardPaper,
      .cardAsk, .cardBreathing, .cardAgreed, .nightsPositions, .nightsStraps, .nightsSwitch, .nightsYesNo,
      .nightsMaskOff, .nightsNever, .nightsPower, .nightsMore, .ask, .signLine, .insurerAsks, .splitHour, .clock,
      .theme,
      .input, .pointer, .letters, .scanWay, .scanBlocks, .scanStep, .scanFirst, .scanAfter, .scanLate, .scanLoops,
      .scanDwell,
      .scanStart,
      .scanCardFirst, .switchIgnore, .keyRepeat, .movesPerSecond, .personal, .carerFigures, .glance, .reader, .welcome:
      return usualSentence(value, catalogue)
    }
  }

  /// A date as it stands in a setting, in words.
  private static func day(_ value: String) -> String { CivilDate(value).map(NightWords.fullDay) ?? value.forDisplay }

  private func usualSentence(_ value: String?, _ catalogue: Catalogue) -> String {
    "\(title(catalogue)): \(value.map { kind.words($0) } ?? "blank again")"
  }
}

extension Catalogue {
  /// What a kind of equipment is called; its id if it is none that is known here.
  public func label(ofEquipment id: String) -> String { equipment.first { $0.id == id }?.label ?? id.forDisplay }

  /// What several kinds are called of which any does: `Mask and breathing machine or Tracheostomy`.
  public func label(ofAny ids: Set<String>) -> String {
    ids.sorted().map(label(ofEquipment:)).joined(separator: " or ")
  }
}

/// How one piece of equipment stands: its way through insurer and supplier, as typed and by plain arithmetic.
public struct EquipmentStanding: Sendable {
  /// The equipment.
  public let id: String
  /// True if it is in use.
  public let isInUse: Bool
  /// The step it is at, with the day that was said; nil if nobody said.
  public let step: (id: String, since: CivilDate)?
  private let plan: Plan

  /// How equipment stands in a plan.
  public init(_ id: String, in plan: Plan) {
    self.id = id
    self.plan = plan
    isInUse = plan.equipment.contains(id)
    let setting = Setting(.equipmentStep, id)
    let since = plan.standing(setting)?.since?.date
    step = plan.value(setting).flatMap { step in since.map { (step, $0) } }
  }

  /// What was typed of it, such as its supplier.
  public func value(_ family: PlanKey) -> String? { plan.value(family, id) }

  /// True if anything of it was said.
  public var isKnown: Bool {
    isInUse || PlanKey.allCases.contains { $0.member == .equipment && value($0) != nil }
  }

  /// In one line: the step it is at, else whether it is in use.
  public func words(_ catalogue: Catalogue) -> String {
    guard let step else { return isInUse ? "in use" : "" }
    let label = catalogue.step(step.id)?.label.lowercased() ?? step.id.forDisplay
    return isInUse && step.id != "in-use" ? "in use; \(label)" : label
  }

  /// All that stands of it on a day. The rental month counts from the date typed; nothing here promises cover.
  public func facts(on day: CivilDate, _ catalogue: Catalogue) -> [Fact] {
    var facts: [Fact] = []
    if let step { facts.append(Fact("step:", "\(words(catalogue)), said \(NightWords.day(step.since))")) }
    if let began = value(.equipmentRental).flatMap(CivilDate.init) {
      facts.append(Fact("rental:", Self.rental(since: began, on: day)))
    }
    if let from = value(.equipmentReplace).flatMap(CivilDate.init) {
      facts.append(Fact("replacement:", "possible from \(NightWords.fullDay(from)), as typed; ask the insurer"))
    }
    if let next = value(.equipmentNext).flatMap(CivilDate.init) {
      facts.append(Fact("next date:", NightWords.fullDay(next)))
    }
    return facts
  }

  /// `rental month 5 of 13`; a month is over when its day of the month comes round.
  static func rental(since began: CivilDate, on day: CivilDate) -> String {
    guard day >= began else { return "begins \(NightWords.fullDay(began))" }
    let (from, to) = (began.components, day.components)
    let months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0) + 1
    return months <= 13
      ? "rental month \(months) of 13" : "13 rental months are over, counted from \(NightWords.fullDay(began))"
  }
}

extension Plan {
  /// The equipment somebody has to do something about, with whom that is or the next date, soonest first.
  public func waiting(_ catalogue: Catalogue) -> [(id: String, on: String)] {
    let standing = catalogue.equipment.map { EquipmentStanding($0.id, in: self) }
    return standing.filter { $0.value(.equipmentWaiting) != nil || $0.value(.equipmentNext) != nil }
      .sorted { ($0.value(.equipmentNext) ?? "9") < ($1.value(.equipmentNext) ?? "9") }
      .map { standing in
        let who = standing.value(.equipmentWaiting).map { "waiting on \($0.forDisplay)" }
        let date = standing.value(.equipmentNext).flatMap(CivilDate.init).map { NightWords.fullDay($0) }
        return (standing.id, [who, date].compactMap { $0 }.joined(separator: ", "))
      }
  }
}
