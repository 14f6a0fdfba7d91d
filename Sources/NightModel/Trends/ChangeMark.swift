internal import Text

/// Something that changed between one night and the next: a new mask, another mattress, a medicine. Typed by the family,
/// or found in the plan's own history.
public struct ChangeMark: Hashable, Sendable {
  /// The first night with it.
  public let night: CivilDate
  /// What changed, in a few words.
  public let words: String
  /// True if the family typed it, false if it was found in the plan.
  public let isTyped: Bool
  /// The id of the equipment that came into use; nil for everything else.
  public internal(set) var equipment: String?

  /// Every change of a span, oldest first. What stood before its first night is how things were, and no change.
  public static func all(
    in plan: Plan, nights: ClosedRange<CivilDate>, catalogue: @autoclosure () -> Catalogue
  ) -> [ChangeMark] {
    let typed = plan.values(of: .mark).compactMap { name, words in
      CivilDate(name).map { ChangeMark(night: $0, words: words.forDisplay, isTyped: true) }
    }
    let found = changes(of: plan)
    guard !typed.isEmpty || !found.isEmpty else { return [] }
    let names = found.isEmpty ? nil : catalogue()
    let told = found.map { change in
      ChangeMark(
        night: change.date, words: names.map(change.words) ?? "", isTyped: false,
        equipment: change.kind == .equipment && change.isNew ? change.member : nil)
    }
    return (typed + told).filter { $0.night > nights.lowerBound && $0.night <= nights.upperBound }
      .sorted { ($0.night, $0.isTyped ? 0 : 1, $0.words) < ($1.night, $1.isTyped ? 0 : 1, $1.words) }
  }

  /// A change that the plan's own history tells.
  struct Change {
    /// What kind of thing changed.
    let kind: Kind
    /// Its id in the catalogue, or its name as typed.
    let member: String
    /// The evening of the first night with it.
    let date: CivilDate
    /// True if it came, false if it went.
    let isNew: Bool

    /// What can change.
    enum Kind: CaseIterable {
      /// A kind of equipment, by its id, in use or not.
      case equipment
      /// A medicine, by its name, on the list or off it.
      case medicine

      /// The settings that tell of it.
      var key: PlanKey {
        switch self {
        case .equipment: .equipment
        case .medicine: .medicine
        }
      }
    }
  }

  /// When equipment came into use or went out of it, and medicines came onto the list or off it.
  ///
  /// The date the clock showed is the evening of the first whole night with it, also for what was set in the small hours.
  ///
  /// What is told on the first day of the plan, or on the next, describes how things are: nothing says that it is new.
  private static func changes(of plan: Plan) -> [Change] {
    guard let begun = plan.timeline.items.map(\.at.date).min() else { return [] }
    let settled = begun.adding(days: 1)
    var standing: Set<Setting> = []
    return plan.timeline.items.compactMap { item in
      guard let setting = item.subject.setting, let member = setting.member,
        let kind = Change.Kind.allCases.first(where: { $0.key == setting.key })
      else { return nil }
      let isSet = item.details.text(.to) != nil
      let isNews = isSet ? standing.insert(setting).inserted : standing.remove(setting) != nil
      guard isNews, item.at.date > settled else { return nil }
      return Change(kind: kind, member: member, date: item.at.date, isNew: isSet)
    }
  }
}

extension ChangeMark {
  /// The first nights with some equipment, each time it came into use, in order.
  static func nights(ofNew equipment: Set<String>, in plan: Plan) -> [CivilDate] {
    guard !equipment.isEmpty else { return [] }
    return changes(of: plan).filter { $0.kind == .equipment && $0.isNew && equipment.contains($0.member) }.map(\.date)
  }
}

extension [ChangeMark] {
  /// The changes with those of one night told together, since no night lies between them. They must be in order.
  public var byNight: [ChangeMark] {
    reduce(into: []) { marks, mark in
      guard let last = marks.last, last.night == mark.night else { return marks.append(mark) }
      marks[marks.count - 1] = ChangeMark(
        night: last.night, words: "\(last.words); \(mark.words)", isTyped: last.isTyped || mark.isTyped,
        equipment: last.equipment ?? mark.equipment)
    }
  }
}

/// One measure before a change and after it, as far as the span reaches on either side.
public struct BeforeAfter: Hashable, Sendable {
  /// The change.
  public let mark: ChangeMark
  /// What was recorded in the nights before it, the lowest first.
  public let before: [Int]
  /// What was recorded from it on.
  public let after: [Int]
  let measure: Measure

  /// Under so many recorded nights on either side nothing is put side by side.
  public static let needed = 5

  /// A measure around a mark that lies in the span.
  public init(_ mark: ChangeMark, _ row: Trends.Row, nights: ClosedRange<CivilDate>) {
    let index = nights.index(of: mark.night) ?? 0
    self.mark = mark
    measure = row.measure
    before = row.values[..<index].compactMap { $0 }.sorted()
    after = row.values[index...].compactMap { $0 }.sorted()
  }

  /// True if enough was recorded on both sides.
  public var isEnough: Bool { min(before.count, after.count) >= Self.needed }
}
