/// What can be set in the plan: a setting, or a family of settings with a member each, such as `people.MK`.
///
/// One list for the command line, the screens, the emergency card and the help, in the order they are shown. The raw value
/// is how it is spelled in the record, for ever.
public enum PlanKey: String, Hashable, Sendable, CaseIterable {
  case person
  case personInitials = "person-initials"
  case people

  case equipment
  case equipmentStep = "equipment-step"
  case equipmentWaiting = "equipment-waiting"
  case equipmentNext = "equipment-next"
  case equipmentSupplier = "equipment-supplier"
  case equipmentPhone = "equipment-phone"
  case equipmentRental = "equipment-rental"
  case equipmentReplace = "equipment-replace"
  case equipmentRunTime = "equipment-run-time"
  case equipmentTested = "equipment-tested"
  case equipmentNote = "equipment-note"

  case routine
  case own
  case order
  case starterRoutine = "starter-routine"
  case turnInterval = "turn-interval"
  case turnPositions = "turn-positions"
  case turnLine = "turn-line"

  case medicine
  case medicineWhen = "medicine-when"
  case medicineGap = "medicine-gap"
  case medicineMost = "medicine-most"
  case number
  case numberOrder = "number-order"
  case hospiceFirst = "hospice-first"
  case comfortKit = "comfort-kit"

  case cardDiagnosis = "card.diagnosis"
  case cardBirth = "card.birth"
  case cardAddress = "card.address"
  case cardUnderstands = "card.understands"
  case cardYes = "card.yes"
  case cardNo = "card.no"
  case cardMaskOff = "card.mask-off"
  case cardAirway = "card.airway"
  case cardAllergies = "card.allergies"
  case cardOxygen = "card.oxygen"
  case cardSwallowing = "card.swallowing"
  case cardMachine = "card.machine"
  case cardUsual = "card.usual"
  case cardEquipment = "card.equipment"
  case cardMedicines = "card.medicines"
  case cardDoor = "card.door"
  case cardWishes = "card.wishes"
  case cardPaper = "card.paper"
  case cardAsk = "card.ask"
  case cardBreathing = "card.breathing"
  case cardAgreed = "card.agreed"
  case nightsPositions = "nights.positions"
  case nightsStraps = "nights.straps"
  case nightsSwitch = "nights.switch"
  case nightsYesNo = "nights.yes-no"
  case nightsMaskOff = "nights.mask-off"
  case nightsNever = "nights.never"
  case nightsPower = "nights.power"
  case nightsMore = "nights.more"
  case ask

  case question
  case signLine = "sign-line"
  case told
  case countAnew = "count-anew"
  case insurerAsks = "insurer-asks"

  case splitHour = "split-hour"
  case clock
  case theme
  case input
  case pointer
  case letters
  case scanWay = "scan.way"
  case scanBlocks = "scan.blocks"
  case scanStep = "scan.step"
  case scanFirst = "scan.first"
  case scanAfter = "scan.after"
  case scanLate = "scan.late"
  case scanLoops = "scan.loops"
  case scanDwell = "scan.dwell"
  case scanStart = "scan.start"
  case scanCardFirst = "scan.card-first"
  case switchIgnore = "switch.ignore"
  case keyRepeat = "key.repeat"
  case movesPerSecond = "nav.rate"
  case personal = "for"
  case carerFigures = "carer-figures"
  case glance
  case reader
  case welcome
  case closed
  case away
  case mark

  /// The key of a setting as it is spelled, or of the family that is spelled; nil if there is none.
  public static func find(_ spelled: String) -> PlanKey? {
    if let whole = byName[spelled] { return whole }
    let family = byName[String(decoding: spelled.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)]
    return family?.member == nil ? nil : family
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The families of settings on a page of the plan.
  public static func families(on page: Page) -> [PlanKey] { allCases.filter { $0.page == page && $0.member != nil } }

  /// The minutes a turn interval may have.
  public static let turnIntervals = 15...720

  /// Who a number can belong to, in the order they are shown unless the family has one of its own.
  public static let numbers = [
    "emergency", "clinic", "on-call", "hospice", "supplier", "urgent-nurse", "power-company", "crisis",
  ]

  /// What stands for a line that the family took off the card.
  public static let noLine = "none"
}

extension PlanKey {
  /// What follows the dot of a family's keys.
  public enum Member: Hashable, Sendable {
    /// Initials of a person.
    case initials
    /// A kind of equipment, by its id.
    case equipment
    /// A checklist or environment item, by its id.
    case item
    /// A group of checklist items, or the bedtime list as a whole, by its id.
    case group
    /// A group and a name within it, such as `comfort.music`.
    case nameInGroup
    /// A name as typed.
    case name
    /// A medicine by its name, which is the same however it is spelled.
    case medicine
    /// A night, by the date of its evening.
    case night
    /// One of a few words, or any other name.
    case who([String])
    /// A rule that looks for a sign, by its id.
    case rule
    /// Initials of a writer and a setting that they may have for themselves, such as `MK.input`.
    case writerAndSetting
  }

  /// What may stand in a setting.
  public enum Rule: Hashable, Sendable {
    /// Free text of at most so many characters.
    case text(limit: Int)
    /// A line of the emergency card that stands anyway, in standard words or made from the plan: words of one's own, or
    /// `none` for no line.
    case line
    /// One of a few words.
    case choice([String])
    /// A whole number in a range, or the one word.
    case number(ClosedRange<Int>, or: String? = nil, unit: String)
    /// A length of time in milliseconds, in a range.
    case milliseconds(ClosedRange<Int>)
    /// Some of a few words, in an order of one's own, with commas between them.
    case list([String], mayRepeat: Bool = false)
    /// Ids of the items of the group, or of the list, that the key names, in an order of one's own.
    case items
    /// A phone number, as one dials or remembers it.
    case phone
    /// Initials.
    case initials
    /// A step on the way through insurer and supplier, by its id.
    case step
    /// A date.
    case date
    /// A date of birth.
    case birth

    /// The most characters that may be typed.
    public var limit: Int {
      switch self {
      case .text(let limit): limit
      case .line: 500
      case .phone: 60
      case .initials: 12
      case .number, .milliseconds, .date, .birth: 10
      case .choice, .list, .items, .step: 1000
      }
    }
  }

  /// The pages of the plan.
  public enum Page: String, CaseIterable, Sendable {
    /// The person with ALS.
    case person
    /// Who helps at night.
    case people
    /// What is in use, and what is on its way.
    case equipment
    /// What is part of the routine.
    case routine
    /// Turning.
    case turning
    /// Medicines, as on the label.
    case medicines
    /// Phone numbers.
    case numbers
    /// The emergency card.
    case card
    /// How we do nights.
    case nights
    /// Signs, and the page for the clinic.
    case report
    /// How the program looks and cuts the nights.
    case settings
    /// Switches and scanning.
    case switches
    /// The record itself: closing it, nights away.
    case record
  }
}
