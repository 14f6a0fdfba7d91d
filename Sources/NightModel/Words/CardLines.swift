internal import Text

/// The lines of the emergency card, sorted by where they come from.
///
/// What a stranger acts on stands first wherever it comes from: the numbers, who it is, the diagnosis and how to help
/// breathing. What can be long comes last, so that it hides nothing.
struct CardLines {
  let plan: Plan
  /// False if part of the plan could not be read.
  let isWhole: Bool

  /// Where a line comes from.
  enum Origin {
    /// The family typed it for the card.
    case family
    /// It stands on every card.
    case standard
    /// The plan lists it: equipment in use, medicines.
    case lists

    /// What stands above its lines.
    var heading: String {
      switch self {
      case .family: "Typed by the family:"
      case .standard: "Standard, not typed by the family:"
      case .lists: "From the household's own lists:"
      }
    }
  }

  /// All lines, part by part.
  var parts: [(Origin, [TextBlock])] {
    [(.family, first), (.standard, standard), (.family, more), (.lists, lists)]
  }

  /// The parts below each other, a heading above each that comes from somewhere else than the one before. `top` stands
  /// above what the family typed first.
  static func headed(_ parts: [(Origin, [TextBlock])], top: TextBlock? = nil) -> [TextBlock] {
    var (blocks, above) = (top.map { [$0] } ?? [], top.map { _ in Origin.family })
    for (origin, lines) in parts where !lines.isEmpty {
      if origin != above { blocks.append(.paragraph(origin.heading)) }
      blocks += lines
      above = origin
    }
    return blocks
  }

  // MARK: What the family typed

  /// Where the signed paper is, in columns, so that the numbers stand in the first rows of a small screen.
  private static let mostForPlace = 30

  /// When what the family typed was changed, and where the signed paper is.
  func top(changed: Instant) -> TextBlock {
    let place = plan.value(.cardPaper).map { "it is \($0)" }
    let paper =
      isPaperBelow
      ? "where it is stands below" : place ?? (isWhole ? "where it is was not typed" : "where it is cannot be read")
    return .paragraph(
      "Typed by the family, changed \(NightWords.fullDay(changed.date)). The signed paper rules; \(paper).")
  }

  /// True if where the paper is takes a line of its own.
  private var isPaperBelow: Bool {
    let isOpen = plan.standing(Setting(.cardPaper))?.isOpen == true
    return isOpen || plan.value(.cardPaper).map { TextWidth.columns(of: $0) > Self.mostForPlace } ?? false
  }

  /// What is read first. The numbers stand before anything that may be long.
  private var first: [TextBlock] {
    let isHospiceFirst = plan.value(.hospiceFirst) == "yes"
    var blocks: [TextBlock] = []
    if isHospiceFirst {
      blocks += EmergencyCard.blocks(
        "hospice comes first:", Setting(.number, "hospice"), plan, blank: "no number typed; see the paper")
    }
    if !plan.versions(Setting(.hospiceFirst)).isEmpty {
      blocks += typed("hospice comes first:", .hospiceFirst, blank: "not said")
    }
    blocks += typed("comfort kit:", .comfortKit)
    blocks += EmergencyCard.numbers(plan, without: isHospiceFirst ? ["hospice", "crisis"] : ["crisis"])
    blocks += typed("name:", .person) + typed("address:", .cardAddress)
    blocks += typed("born:", .cardBirth) { PlanKey.cardBirth.words($0) }
    blocks += own("diagnosis:", .cardDiagnosis) + own("", .cardBreathing) + own("", .cardUnderstands)
    return blocks
  }

  /// What the family typed besides, the longer the later.
  private var more: [TextBlock] {
    // Of two versions, and of one that lies ahead, each has its own date.
    let machine = plan.standing(Setting(.cardMachine))
    let asOf = machine?.isOpen == true ? nil : machine?.since
    var blocks = typed("yes =", .cardYes) + typed("no =", .cardNo)
    blocks += typed("mask:", .cardMaskOff) { PlanKey.cardMaskOff.words(ofChoice: $0) }
    blocks += own("airway:", .cardAirway) + typed("allergies:", .cardAllergies)
    blocks += typed("usual oxygen:", .cardOxygen) + typed("swallowing:", .cardSwallowing)
    blocks += typed("door and lock:", .cardDoor)
    blocks += typed("machine:", .cardMachine) { $0 + (asOf.map { " (as of \(NightWords.fullDay($0.date)))" } ?? "") }
    blocks += typed("usual here:", .cardUsual)
    blocks += own("equipment:", .cardEquipment) + own("medicines:", .cardMedicines)
    if isPaperBelow { blocks += typed("signed paper:", .cardPaper) }
    return blocks + own("wishes:", .cardWishes)
  }

  /// A line that is there only if it was typed, or where `blank` says what stands there otherwise.
  func typed(
    _ label: String, _ key: PlanKey, blank: String? = nil, _ words: (String) -> String = { $0 }
  ) -> [TextBlock] {
    EmergencyCard.blocks(label, Setting(key), plan, blank: blank, words)
  }

  /// What the family has of its own for a line that stands anyway; nothing where it was taken off.
  private func own(_ label: String, _ key: PlanKey) -> [TextBlock] {
    let isOpen = plan.standing(Setting(key))?.isOpen == true
    let mayBeOff = key.rule == .line
    if mayBeOff, !isOpen, plan.value(key) == PlanKey.noLine { return [] }
    let isNamed = stands(key) && label.isEmpty
    return typed(
      isNamed ? "\(key.label.lowercasedFirst):" : label, key, blank: isOpen ? "as on every card until then" : nil
    ) { mayBeOff && $0 == PlanKey.noLine ? "no line" : $0 }
  }

  /// True where the family has no words of its own for a line that stands anyway.
  private func stands(_ key: PlanKey) -> Bool { plan.value(key) == nil && plan.versions(Setting(key)).isEmpty }

  // MARK: What stands anyway

  /// The standard lines that the family neither worded nor took off.
  var standard: [TextBlock] {
    var blocks: [TextBlock] = []
    if stands(.cardDiagnosis) { blocks.append(.row("diagnosis:", EmergencyCard.diagnosis)) }
    if stands(.cardBreathing) {
      blocks.append(.paragraph(EmergencyCard.breathing(hasMachine: !plan.equipment.isDisjoint(with: Self.machines))))
    }
    if stands(.cardUnderstands) { blocks.append(.paragraph(EmergencyCard.understands)) }
    if stands(.cardWishes) {
      let blank =
        isWhole
        ? "Nothing is written here about this. That means neither yes nor no."
        : "What is written here cannot be read."
      blocks.append(.row("wishes:", "\(blank) Ask \(plan.value(.cardAsk) ?? "the family")."))
    }
    return blocks
  }

  /// The equipment that is a breathing machine of the person's own, by its ids.
  private static let machines = ["mask", "tracheostomy"]

  /// What the plan has of airway, equipment and medicines, where the family has no words of its own for them.
  var lists: [TextBlock] {
    var blocks: [TextBlock] = []
    if stands(.cardAirway), let airway = Self.airway(plan) { blocks.append(.row("airway:", airway)) }
    if stands(.cardEquipment), !plan.equipment.isEmpty {
      blocks.append(.row("equipment:", Self.names(plan.equipment).joined(separator: " · ")))
    }
    if stands(.cardMedicines) { blocks += plan.medicines.map { .row("medicine:", $0.onCard) } }
    return blocks
  }

  /// The airway by the equipment in use; nil where none of it tells.
  static func airway(_ plan: Plan) -> String? {
    let used = plan.equipment.intersection(machines)
    return used.isEmpty ? nil : names(used).joined(separator: " · ")
  }

  /// What kinds of equipment are called, in the order of the catalogue; those it does not know last.
  private static func names(_ ids: Set<String>) -> [String] {
    let catalogue = Catalogue.standard
    let known = catalogue.equipment.map(\.id)
    return (known.filter(ids.contains) + ids.subtracting(known).sorted()).map(catalogue.label(ofEquipment:))
  }
}

extension PlannedMedicine {
  /// Its name, what the label says besides, and when it is given, as typed.
  fileprivate var onCard: String { [name, labelBesidesName, when].compactMap(\.self).joined(separator: ", ") }
}
