/// What holds for each setting: its page, what follows its dot, what may stand in it.
extension PlanKey {
  /// What holds for one setting or family.
  private struct Row {
    let page: Page
    let member: Member?
    let rule: Rule
    let standard: String?
    let isAsked: Bool
    let isDecided: Bool

    init(
      _ page: Page, each member: Member? = nil, _ rule: Rule = .text(limit: 200), standard: String? = nil,
      isAsked: Bool = true, isDecided: Bool = true
    ) {
      (self.page, self.member, self.rule, self.standard) = (page, member, rule, standard)
      (self.isAsked, self.isDecided) = (isAsked, isDecided)
    }
  }

  /// What one who writes may have for themselves: how they press, scan and see.
  public static let personalKeys: [PlanKey] = [
    .input, .pointer, .letters, .theme, .reader, .scanWay, .scanBlocks, .scanStep, .scanFirst, .scanAfter, .scanLate,
    .scanLoops, .scanDwell, .scanStart, .scanCardFirst, .switchIgnore, .keyRepeat, .movesPerSecond,
  ]

  /// The page of the plan it is on.
  public var page: Page { row.page }

  /// What follows the dot; nil if the key stands alone.
  public var member: Member? { row.member }

  /// What may stand in it.
  public var rule: Rule { row.rule }

  /// What is so while nothing stands there; nil where that is nothing.
  public var standard: String? { row.standard }

  /// False for what the program notes for itself.
  public var isAsked: Bool { row.isAsked }

  /// False where of two versions the one that shows stands silently: how a machine looks, and orders.
  public var isDecided: Bool { row.isDecided }

  private var row: Row {
    switch self {
    case .person: Row(.person, .text(limit: 100))
    case .personInitials: Row(.person, .initials)
    case .people: Row(.people, each: .initials, .text(limit: 100))

    case .equipment: Row(.equipment, each: .equipment, .choice(["in-use"]))
    case .equipmentStep: Row(.equipment, each: .equipment, .step)
    case .equipmentWaiting, .equipmentSupplier: Row(.equipment, each: .equipment)
    case .equipmentNext, .equipmentRental, .equipmentReplace, .equipmentTested: Row(.equipment, each: .equipment, .date)
    case .equipmentRunTime: Row(.equipment, each: .equipment, .text(limit: 100))
    case .equipmentPhone: Row(.equipment, each: .equipment, .phone)
    case .equipmentNote: Row(.equipment, each: .equipment, .text(limit: 500))

    case .routine: Row(.routine, each: .item, .choice(["on", "off"]))
    case .own: Row(.routine, each: .nameInGroup, .text(limit: 60))
    case .order: Row(.routine, each: .group, .items, isDecided: false)
    case .starterRoutine: Row(.routine, .choice(["yes"]))
    case .turnInterval: Row(.turning, .number(Self.turnIntervals, or: "on-request", unit: " min"))
    case .turnPositions: Row(.turning, .list(["left", "right", "back"], mayRepeat: true))
    case .turnLine: Row(.turning, .text(limit: 100))

    case .medicine: Row(.medicines, each: .medicine)
    case .medicineWhen, .medicineGap, .medicineMost: Row(.medicines, each: .medicine, .text(limit: 60))
    case .number: Row(.numbers, each: .who(Self.numbers), .phone)
    case .numberOrder: Row(.numbers, .list(Self.numbers), isDecided: false)
    case .hospiceFirst: Row(.numbers, .choice(["yes"]))
    case .comfortKit: Row(.numbers)

    case .cardDiagnosis, .cardAddress, .cardYes, .cardNo, .cardAllergies, .cardSwallowing, .cardDoor, .cardPaper,
      .cardAsk:
      Row(.card)
    case .cardBirth: Row(.card, .birth)
    case .cardOxygen: Row(.card, .text(limit: 100))
    case .cardUnderstands, .cardBreathing, .cardAirway, .cardEquipment, .cardMedicines: Row(.card, .line)
    case .cardMaskOff: Row(.card, .choice(["cannot", "can"]))
    case .cardMachine, .cardUsual: Row(.card, .text(limit: 500))
    case .cardWishes: Row(.card, .text(limit: 1000))
    case .cardAgreed: Row(.card, .text(limit: 2000))
    case .nightsPositions, .nightsStraps, .nightsSwitch, .nightsYesNo, .nightsMaskOff, .nightsNever:
      Row(.nights, .text(limit: 500))
    case .nightsPower, .nightsMore: Row(.nights, .text(limit: 1000))
    case .ask: Row(.nights, .text(limit: 300))

    case .question: Row(.report, each: .name)
    case .signLine: Row(.report, .choice(["yes", "no"]), standard: "yes", isDecided: false)
    case .told, .countAnew: Row(.report, each: .rule, .date, isAsked: false)
    case .insurerAsks: Row(.report, .choice(["yes"]))

    case .splitHour: Row(.settings, .number(0...23, unit: ":00"), standard: "12")
    case .clock: Row(.settings, .choice(["24", "12"]), standard: "24", isDecided: false)
    case .theme: Row(.settings, .choice(["amber", "red", "day", "mono"]), standard: "amber", isDecided: false)
    case .input: Row(.settings, .choice(WayToPress.allCases.map(\.rawValue)), isDecided: false)
    case .pointer: Row(.settings, .choice(["off", "click", "switch"]), standard: "off", isDecided: false)
    case .letters: Row(.settings, .choice(["on", "off"]), standard: "on", isDecided: false)
    case .scanWay: Row(.switches, .choice(["auto", "dwell"]), isDecided: false)
    case .scanBlocks, .scanCardFirst: Row(.switches, .choice(["on"]), isDecided: false)
    case .scanStep: Row(.switches, .milliseconds(300...10_000), standard: "1500", isDecided: false)
    case .scanFirst: Row(.switches, .milliseconds(0...10_000), standard: "700", isDecided: false)
    case .scanAfter: Row(.switches, .milliseconds(0...10_000), standard: "1000", isDecided: false)
    case .scanLate: Row(.switches, .milliseconds(0...300), standard: "200", isDecided: false)
    case .scanLoops: Row(.switches, .number(1...20, unit: ""), standard: "3", isDecided: false)
    case .scanDwell: Row(.switches, .milliseconds(500...10_000), standard: "2000", isDecided: false)
    case .scanStart: Row(.switches, .choice(["press"]), isDecided: false)
    case .switchIgnore: Row(.switches, .milliseconds(0...2000), standard: "700", isDecided: false)
    case .keyRepeat: Row(.switches, .milliseconds(0...2000), standard: "700", isDecided: false)
    case .movesPerSecond: Row(.switches, .number(1...20, unit: " a second"), standard: "8", isDecided: false)
    case .personal: Row(.switches, each: .writerAndSetting, .text(limit: 60), isAsked: false, isDecided: false)
    case .carerFigures: Row(.settings, .choice(["yes"]))
    case .glance:
      Row(.settings, .choice(["off", "1", "2", "5", "10", "15", "30"]), standard: "off", isDecided: false)
    case .reader: Row(.settings, .choice(["on", "off"]), standard: "off", isDecided: false)
    case .welcome: Row(.settings, .choice(["done"]), isAsked: false, isDecided: false)
    case .closed: Row(.record, .choice(["yes"]))
    case .away, .mark: Row(.record, each: .night, .text(limit: 60))
    }
  }
}
