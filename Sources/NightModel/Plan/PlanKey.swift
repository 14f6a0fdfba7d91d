internal import Text

/// One setting of the plan, or a family of them: its key, what may stand in it, and the words that explain it.
///
/// One table for the command line, the screens, the emergency card and the help, so that they cannot disagree.
public struct PlanKey: Hashable, Sendable {
  /// The key, or what comes before the dot of a family of keys such as `people.MK`.
  public let name: String
  /// What follows the dot; nil if the key stands alone.
  public let member: Member?
  /// What it is called on a screen.
  public let label: String
  /// One line on what it is for and what may stand in it.
  public let help: String
  /// What may stand in it.
  public let rule: Rule
  /// The page of the plan it is on.
  public let page: Page
  /// What is so while nothing stands there; nil where that is nothing.
  public let standard: String?
  /// False for what the program notes for itself.
  public let isAsked: Bool

  /// False where of two versions the one that shows stands silently: how a machine looks, and orders.
  public var isDecided: Bool {
    !["theme", "clock", "input", "glance", "welcome", "sign-line", "number-order", "order"].contains(name)
  }

  init(
    _ name: String, each member: Member? = nil, _ label: String, _ rule: Rule = .text(limit: 200), on page: Page,
    standard: String? = nil, isAsked: Bool = true, _ help: String
  ) {
    (self.name, self.member, self.label, self.rule, self.page, self.help) = (name, member, label, rule, page, help)
    (self.standard, self.isAsked) = (standard, isAsked)
  }

  /// What follows the dot of a family's keys.
  public enum Member: Hashable, Sendable {
    /// Initials of a person.
    case initials
    /// A kind of equipment, by its id.
    case equipment
    /// A checklist or environment item, by its id.
    case item
    /// A group of checklist items, by its id.
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
    /// A sign to call for, by its id.
    case sign

    /// How it is spelled in help.
    public var spelling: String {
      switch self {
      case .initials: "INITIALS"
      case .equipment: "ID"
      case .item: "ITEM"
      case .group: "GROUP"
      case .nameInGroup: "GROUP.NAME"
      case .name, .medicine: "NAME"
      case .night: "NIGHT"
      case .who: "WHO"
      case .sign: "SIGN"
      }
    }
  }

  /// What may stand in a setting.
  public enum Rule: Hashable, Sendable {
    /// Free text of at most so many characters.
    case text(limit: Int)
    /// A line of the emergency card that has standard words: words of one's own, or `none` for no line.
    case line
    /// One of a few words, each with how it is shown.
    case choice([Choice])
    /// A whole number in a range, or the one word.
    case number(ClosedRange<Int>, or: Choice? = nil, unit: String)
    /// Some of a few words, in an order of one's own, with commas between them.
    case list([String], mayRepeat: Bool = false)
    /// Ids of the items of the group that the key names, in an order of one's own.
    case items
    /// A phone number, as one dials or remembers it.
    case phone
    /// Initials.
    case initials
    /// A step on the way through insurer and supplier, by its id.
    case step
    /// A date.
    case date
    /// The last day something is put aside for, and why.
    case aside

    /// The most characters that may be typed.
    public var limit: Int {
      switch self {
      case .text(let limit): limit
      case .line: 500
      case .phone: 60
      case .aside: 110
      case .initials: 12
      case .number, .date: 10
      case .choice, .list, .items, .step: 1000
      }
    }
  }

  /// A word that can stand in a setting.
  public struct Choice: Hashable, Sendable {
    /// As it is kept.
    public let value: String
    /// As it is shown.
    public let label: String

    init(_ value: String, _ label: String) { (self.value, self.label) = (value, label) }
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
    /// The record itself: closing it, nights away.
    case record
  }

  /// The minutes a turn interval may have.
  public static let turnIntervals = 15...720

  /// Who a number can belong to, in the order they are shown unless the family has one of its own.
  public static let numbers = [
    "clinic", "on-call", "hospice", "supplier", "emergency", "urgent-nurse", "power-company", "crisis",
  ]

  /// The setting, or the family of settings, that a key belongs to.
  public static func find(_ key: String) -> PlanKey? {
    if let alone = alone[key] { return alone }
    return families[String(decoding: key.utf8.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)]
  }

  private static let alone = byName(all.filter { $0.member == nil })
  private static let families = byName(all.filter { $0.member != nil })

  private static func byName(_ keys: [PlanKey]) -> [String: PlanKey] {
    Dictionary(keys.map { ($0.name, $0) }) { first, _ in first }
  }

  /// What follows the dot of a key; nil if it stands alone.
  public static func member(of key: String) -> String? {
    guard find(key)?.member != nil, let dot = key.firstIndex(of: ".") else { return nil }
    return String(key[key.index(after: dot)...])
  }

  /// A key as keys are held against each other: `medicine.Lorazepam` and `medicine.lorazepam` are one.
  static func folded(_ key: String) -> String {
    guard let dot = key.utf8.firstIndex(of: UInt8(ascii: ".")), medicineFamilies.contains(String(key[..<dot])) else {
      return key
    }
    return key[...dot] + MedicineName(String(key[key.index(after: dot)...])).folded
  }

  private static let medicineFamilies = Set(all.filter { $0.member == .medicine }.map(\.name))

  /// What is shown while nothing stands there.
  public var wordsForBlank: String {
    if rule == .line { return "the standard line" }
    return standard.map { "\(words($0)), until changed" } ?? "blank"
  }

  /// How a value is shown: a choice by its label, anything else as typed and safe for any terminal.
  public func words(_ value: String) -> String {
    switch rule {
    case .choice(let choices): choices.first { $0.value == value }?.label ?? value.forDisplay
    case .number(_, let word?, _) where word.value == value: word.label
    case .number(_, _, let unit): value.forDisplay + unit
    case .list: value.split(separator: ",").map { String($0).hyphensAsSpaces }.joined(separator: ", ").forDisplay
    case .line where value == PlanKey.noLine: "no line"
    case .aside: SignAside(value)?.words ?? value.forDisplay
    default: value.forDisplay
    }
  }

  /// What stands for a line that the family took off the card.
  public static let noLine = "none"
}
