internal import Text

/// This house at night: one page made from the plan, for somebody who takes a night here. What may be dangerous comes first.
///
/// It says only what was written. What everybody who comes has to know says so where nothing was; all else is left out.
public struct HousePage: Sendable {
  /// What the page tells of, in the order it is read. The raw value is how it is spelled in JSON, for ever.
  public enum Topic: String, CaseIterable, Sendable {
    case breathing
    case mask
    case never
    case swallowing
    case allergies
    case yesNo = "yes-no"
    case turns
    case lies
    case medicines
    case equipment
    case power
    case numbers
    case ours
    case lastNight = "last-night"

    /// What it is called.
    public var title: String {
      switch self {
      case .breathing: "Breathing"
      case .mask: "Mask"
      case .never: "Never"
      case .swallowing: "Swallowing"
      case .allergies: "Allergies"
      case .yesNo: "Yes and no"
      case .turns: "Turns"
      case .lies: "Position"
      case .medicines: "Medicines"
      case .equipment: "Equipment"
      case .power: "Power"
      case .numbers: "Call"
      case .ours: "Ours"
      case .lastNight: "Last night"
      }
    }
  }

  /// A part of the page.
  public struct Part: Hashable, Sendable {
    /// What it tells of.
    public let topic: Topic
    /// What it says, line by line; never empty.
    public let lines: [String]
  }

  /// What it is called.
  public static let title = "This house at night"

  /// The parts that have anything to say, in order.
  public let parts: [Part]
  /// The medicines of the plan, with what is known of the last dose of each.
  public let medicines: [(planned: PlannedMedicine, known: Board.Medicine?)]
  /// The person's name, as typed.
  public let person: String?
  /// The moment the page is of.
  public let now: Instant
  /// How times of day are shown.
  public let clock: ClockStyle
  /// False if part of the plan could not be read.
  public let isWhole: Bool

  /// The page that a plan makes.
  /// - Parameters:
  ///   - plan: the plan at the moment.
  ///   - board: what was last done, for the medicines.
  ///   - lastNight: the figures of the night before; nil if they are not known.
  ///   - catalogue: the care catalogue adapted to the plan.
  ///   - now: the moment.
  ///   - isWhole: false if part of the plan could not be read: then nothing is said to be unwritten.
  ///   - ages: false where nothing may change because time passes.
  public init(
    _ plan: Plan, board: Board, lastNight: NightFigures?, catalogue: Catalogue, now: Instant, isWhole: Bool = true,
    ages: Bool = true
  ) {
    (self.now, clock, person, self.isWhole) = (now, plan.clock, plan.person, isWhole)
    medicines = plan.medicines.map { planned in (planned, board.medicines.first { $0.name == planned.name }) }
    let house = HouseLines(plan: plan, catalogue: catalogue, now: now)
    let (doses, clock) = (medicines, clock)
    parts = Topic.allCases.compactMap { topic in
      let lines =
        switch topic {
        case .breathing, .mask, .never, .swallowing, .allergies, .yesNo, .turns, .lies, .equipment, .power, .numbers,
          .ours:
          house.lines(topic)
        case .medicines: doses.map { Self.words($0.planned, $0.known, now, clock, ages) }
        case .lastNight: lastNight.map { [Self.words($0, catalogue)] } ?? []
        }
      if !lines.isEmpty { return Part(topic: topic, lines: lines) }
      return house.isNeeded(topic) ? Part(topic: topic, lines: [isWhole ? Self.nothing : Self.unread]) : nil
    }
  }

  private static let nothing = "Nothing is written."
  private static let unread = "Nothing can be read."

  private static func words(
    _ planned: PlannedMedicine, _ known: Board.Medicine?, _ now: Instant, _ clock: ClockStyle, _ ages: Bool
  ) -> String {
    let name = [planned.name, planned.when].compactMap(\.self).joined(separator: ", ")
    let parts = [name, planned.labelWords(known), known?.words(now: now, clock: clock, ages: ages) ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ").forDisplay
  }

  private static func words(_ figures: NightFigures, _ catalogue: Catalogue) -> String {
    let woke = [figures.wakings.map { "woke \($0)" }, figures.wakingsByDiary.map { "diary \($0)" }].compactMap(\.self)
    let parts = [
      figures.diary.totalSleepTime.map { "slept \(NightWords.duration($0))" },
      figures.mask.map { "mask \(NightWords.duration($0))" },
      woke.isEmpty ? nil : (figures.wakings == nil ? "woke: " : "") + woke.joined(separator: ", "),
      figures.turns.map { "turned \($0)" },
    ].compactMap(\.self)
    let told = parts + worst(figures, catalogue)
    // With its date: in the morning the night that is ending is not yet the last one.
    let night = NightWords.nightSpan(figures.night)
    return "\(night): \(told.isEmpty ? nothing.lowercased() : told.joined(separator: " · "))"
  }

  /// How many symptoms of the last night are told: the page is one page, and who comes is to see the worst.
  private static let mostSymptoms = 2

  /// The symptoms with the highest grades, the worst first.
  private static func worst(_ figures: NightFigures, _ catalogue: Catalogue) -> [String] {
    (figures.symptoms ?? []).filter { $0.highest != nil }
      .sorted { ($1.highest ?? 0, $1.count, $0.id) < ($0.highest ?? 0, $0.count, $1.id) }.prefix(mostSymptoms)
      .map { Grade.words((catalogue.symptom($0.id)?.label ?? $0.id.forDisplay).lowercasedFirst, $0.highest) }
  }
}

/// What a plan says for the page.
private struct HouseLines {
  let plan: Plan
  let catalogue: Catalogue
  let now: Instant

  /// The items of the sleep environment that tell of power, by their ids.
  private static let powerItems = ["power-plan", "battery-tested"]

  /// True for what says so where nothing is written.
  func isNeeded(_ topic: HousePage.Topic) -> Bool {
    switch topic {
    case .mask: plan.equipment.isEmpty || plan.equipment.contains("mask")
    case .never, .yesNo, .turns, .lies, .medicines, .numbers: true
    case .breathing, .swallowing, .allergies, .equipment, .power, .ours, .lastNight: false
    }
  }

  func lines(_ topic: HousePage.Topic) -> [String] {
    switch topic {
    case .breathing:
      [
        airway, told(.cardBreathing), told(.cardMachine), told(.cardUsual),
        told(.cardOxygen).map { "usual oxygen: \($0)" },
      ].compactMap(\.self)
    case .mask: mask
    case .never: [told(.nightsNever)].compactMap(\.self)
    case .swallowing: [told(.cardSwallowing)].compactMap(\.self)
    case .allergies: [told(.cardAllergies)].compactMap(\.self)
    case .yesNo:
      [told(.cardYes).map { "yes = \($0)" }, told(.cardNo).map { "no = \($0)" }, told(.nightsYesNo)].compactMap(\.self)
    case .turns: turns
    case .lies: [told(.nightsPositions)].compactMap(\.self)
    case .equipment: equipment
    case .power: power
    case .numbers: EmergencyCard.numbers(plan, without: ["crisis"]).map(\.line)
    case .ours: [told(.nightsMore)].compactMap(\.self)
    case .medicines, .lastNight: []
    }
  }

  /// A setting in words, or both its versions; nil where nothing stands, and for a line taken off the card.
  private func told(_ key: PlanKey) -> String? {
    let setting = Setting(key)
    guard plan.versions(setting).isEmpty else { return plan.told(setting)?.forDisplay }
    return plan.value(setting).flatMap { $0 == PlanKey.noLine && key.rule == .line ? nil : key.words($0) }
  }

  /// The airway in the family's words, else that there is a windpipe tube. A mask has its own part of the page.
  private var airway: String? {
    let isWorded = plan.value(.cardAirway) != nil || plan.standing(Setting(.cardAirway))?.isOpen == true
    return isWorded ? told(.cardAirway) : plan.equipment.contains("tracheostomy") ? CardLines.airway(plan) : nil
  }

  private var mask: [String] {
    [told(.cardMaskOff), told(.nightsMaskOff).map { "off alone: \($0)" }, told(.nightsStraps)].compactMap(\.self)
  }

  private var turns: [String] {
    let isOne = plan.versions(Setting(.turnInterval)).isEmpty
    let often = isOne ? plan.turnInterval.map(Self.every) ?? told(.turnInterval) : told(.turnInterval)
    let plain = [often, told(.turnPositions)].compactMap(\.self)
    return (plain.isEmpty ? [] : [plain.joined(separator: ", ")]) + [told(.turnLine)].compactMap(\.self)
  }

  /// `every 3 hours`, `every 2 h 30`.
  private static func every(_ minutes: Int) -> String {
    if minutes == 60 { return "every hour" }
    return "every \(minutes % 60 == 0 ? "\(minutes / 60) hours" : NightWords.duration(minutes))"
  }

  private var equipment: [String] {
    let used = catalogue.equipment.filter { plan.equipment.contains($0.id) }.map(\.label)
    return (used.isEmpty ? [] : [used.joined(separator: " · ")]) + [told(.nightsSwitch)].compactMap(\.self)
  }

  private var power: [String] {
    let known = Self.powerItems.compactMap { id -> String? in
      guard let item = plan.environment[id], let state = item.details.text(.state) else { return nil }
      return "\(catalogue.label(ofItem: id)): \(state.hyphensAsSpaces), \(NightWords.fullDay(item.at.date))".forDisplay
    }
    return [told(.nightsPower)].compactMap(\.self) + PowerPage.runTimes(plan, catalogue) + known
  }
}

/// The page as it is laid out, the same on the screen and on paper.
extension HousePage {
  /// Each line with the title of its part before the first. Short ones that belong together share a line.
  public var rows: [(title: String, line: String)] {
    (isWhole ? [] : [("", EmergencyCard.unread)])
      + parts.flatMap { part in
        let isShort = [.mask, .yesNo, .turns].contains(part.topic)
        let lines = isShort ? [part.lines.joined(separator: " · ")] : part.lines
        return lines.enumerated().map { ($0 == 0 ? part.topic.title : "", $1) }
      }
  }
}
