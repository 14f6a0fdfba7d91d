/// A request for the page for the clinic: the nights, the parts, and whether names are shown.
public struct ReportRequest: Hashable, Sendable {
  /// The first night.
  public var from: CivilDate
  /// The last night.
  public var to: CivilDate
  /// The parts that are left out.
  public var without: Set<Section>
  /// True if the person's name and the initials of who wrote stand there.
  public var withNames: Bool
  /// True for one sheet to be read in two minutes, false for two at the most.
  public var isBrief: Bool

  /// The parts of the page that can be left out, in the order they stand in.
  public enum Section: String, CaseIterable, Sendable {
    case breathing, mask, sleep, care, caregiver, signs, charts, symptoms, medicines, events, places, questions
    case changes, notes, recorded
  }

  /// How many nights a report may span.
  public static let mostNights = 3660
  /// How many nights it spans unless said otherwise.
  public static let usualNights = 30

  /// The nights from one to another.
  public init(
    from: CivilDate, to: CivilDate, without: Set<Section> = [], withNames: Bool = true, isBrief: Bool = false
  ) {
    (self.from, self.to, self.without) = (from, to, without)
    (self.withNames, self.isBrief) = (withNames, isBrief)
  }

  /// How many of its last nights are told beside all of them.
  public static let recentNights = 14

  /// The last nights, which are told beside all of them; nil where they are all of them.
  public var recent: ClosedRange<CivilDate>? {
    nightCount > Self.recentNights ? to.adding(days: 1 - Self.recentNights)...to : nil
  }

  /// How many calendar nights it spans.
  public var nightCount: Int { to.daysSince1970 - from.daysSince1970 + 1 }

  /// Checks the span.
  /// - Parameters:
  ///   - oldest: the first night that has anything written; nil for an empty record.
  ///   - newest: the last night that may be asked for: tonight.
  /// - Throws: `Refusal` if the span is reversed, too long, or holds no night of the record.
  public func check(oldest: CivilDate?, newest: CivilDate) throws(Refusal) {
    guard oldest == nil || from <= newest else { throw .reportStillToCome(from: from, tonight: newest) }
    guard from <= to else { throw .reportSwapped(from: from, to: to) }
    guard nightCount <= Self.mostNights else { throw .reportTooLong(from: from, to: to) }
    guard let oldest else { throw .reportOfNothing }
    guard to >= oldest else { throw .reportBeforeRecord(to: to, oldest: oldest) }
  }
}
