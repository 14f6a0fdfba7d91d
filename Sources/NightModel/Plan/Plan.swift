/// What stands: the person, the people around the bed, the equipment, the routine and the settings.
public struct Plan: Hashable, Sendable {
  /// Every setting that stands, by its key as keys are held against each other, with the item that set it.
  private var settings: [String: Item]
  /// How one presses whatever is set; nil where that is what is set.
  private(set) var way: WayToPress?
  /// True if somebody has a setting for themselves.
  private let hasPersonal: Bool
  /// How each item of the sleep environment stands, with the item that said so.
  public let environment: [String: Item]
  /// The ids of the equipment in use.
  public let equipment: Set<String>
  /// How everything stands that was ever set, blank or not: what counts, what counts beside it, and what lies ahead. How a
  /// subject is spelled its standing tells.
  public let standings: [Subject: Standing]
  /// The plan's entries, folded.
  public let timeline: Timeline

  /// The plan as it stands at a moment (nil: by all that was ever set), from its entries in any order.
  public init(entries: some Sequence<Entry> = [], asOf moment: Instant? = nil) {
    let timeline = Timeline(entries)
    self.init(timeline, timeline.versions, asOf: moment)
  }

  /// The plan of some entries at a moment. `now` is the time it is, if the moment is that of a night that is over.
  init(_ timeline: Timeline, _ versions: [Subject: Versions], asOf moment: Instant?, now: Instant? = nil) {
    self.timeline = timeline
    standings = versions.compactMapValues { $0.standing(at: moment, now: now) }
    var settings: [String: Item] = [:]
    var environment: [String: Item] = [:]
    for (subject, standing) in standings {
      switch subject {
      case .plan(let key): if standing.value != nil { settings[key] = standing.item }
      case .environment(let id): environment[id] = standing.item
      case .event, .symptom, .check, .diary, .carer, .note, .handover: break
      }
    }
    self.settings = settings
    hasPersonal = settings.keys.contains { $0.hasPrefix(PlanKey.personal.rawValue + ".") }
    self.environment = environment
    equipment = Set(Self.items(settings, below: PlanKey.equipment.rawValue).map(\.name))
  }

  /// The item that set a setting; nil if it is blank.
  public func item(_ setting: Setting) -> Item? { settings[Setting.folded(setting.description)] }

  /// The value of a setting; nil if it is blank.
  public func value(_ setting: Setting) -> String? { item(setting)?.details.text(.to) }

  /// The value of a setting by its key, and its member where the key is a family's; nil if it is blank.
  public func value(_ key: PlanKey, _ member: String? = nil) -> String? { value(Setting(key, member)) }

  /// The plan as it is for one who writes: what they have for themselves stands in place of what holds for everybody.
  /// `way` is how one presses whatever it says; nil where it says that.
  public func asSet(for writer: String?, pressing way: WayToPress? = nil) -> Plan {
    guard way != nil || writer != nil && hasPersonal else { return self }
    var plan = self
    for key in PlanKey.personalKeys {
      guard let writer, let own = item(Setting(key, for: writer)) else { continue }
      plan.settings[key.rawValue] = own
    }
    plan.way = way
    return plan
  }

  /// How a setting stands; nil if it was never set.
  public func standing(_ setting: Setting) -> Standing? { standing(of: setting.subject) }

  /// How a subject stands, a setting that is not known here as well; nil if it was never set.
  public func standing(of subject: Subject) -> Standing? { subject.standing.flatMap { standings[$0] } }

  /// The settings of a family by their members as they were spelled last, in alphabetical order.
  public func values(of family: PlanKey) -> [(name: String, value: String)] { values(below: family.rawValue) }

  /// The settings whose keys begin with a word and a dot, such as all of `card.`, by what follows the dot as it was
  /// spelled last, in alphabetical order.
  public func values(below word: String) -> [(name: String, value: String)] {
    Self.items(settings, below: word).map { ($0.name, $0.item.details.text(.to) ?? "") }.sorted { $0.0 < $1.0 }
  }

  private static func items(_ settings: [String: Item], below word: String) -> [(name: String, item: Item)] {
    let prefix = word + "."
    return settings.compactMap { key, item in
      guard key.hasPrefix(prefix), case .plan(let spelled) = item.subject else { return nil }
      return (String(spelled.dropFirst(word.count + 1)), item)
    }
  }

  /// The name of the person with ALS, as typed.
  public var person: String? { value(.person) }

  /// What a person is called who does not exist: the demo's.
  public static let madeUpPerson = "MADE-UP PERSON"

  /// True for the record of a person who does not exist, which every screen says.
  public var isMadeUp: Bool { person == Self.madeUpPerson }

  /// The rule by which nights are cut; noon unless set.
  public var nightRule: NightRule { NightRule(set: value(.splitHour)) }

  /// True once the first questions were asked, or passed over.
  public var wasWelcomed: Bool { timeline.items.contains { $0.subject == Setting(.welcome).subject } }

  /// True once the family has closed the record: nothing is asked, planned or marked any more.
  public var isClosed: Bool { value(.closed) == "yes" }

  /// True if the family wants the caregiver's own figures shown outside the caregiver's own page.
  public var showsCarerFigures: Bool { value(.carerFigures) == "yes" }

  /// Where the person was in a night away, such as a hospital; nil for a night at home.
  public func away(on night: CivilDate) -> String? { value(.away, "\(night)") }

  /// How times of day are shown.
  public var clock: ClockStyle { value(.clock) == "12" ? .twelve : .twentyFour }

  /// Minutes between planned turns; nil if no interval was set or turns are on request.
  public var turnInterval: Int? {
    value(.turnInterval).flatMap { Int($0) }.flatMap { PlanKey.turnIntervals.contains($0) ? $0 : nil }
  }

  /// The sides to turn to, in order; empty if none were set.
  public var turnPositions: [String] {
    value(.turnPositions)?.split(separator: ",").map(String.init) ?? []
  }

  /// The side that follows `side` in the planned order; nil if there is no order.
  public func side(after side: String?) -> String? {
    let positions = turnPositions
    guard let side, let index = positions.firstIndex(of: side) else { return positions.first }
    return positions[(index + 1) % positions.count]
  }
}
