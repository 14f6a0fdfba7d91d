/// What was asked of the page for the clinic: which nights, which parts of it, and whether names stand there.
public struct ReportRequest: Hashable, Sendable {
  /// The first night.
  public var from: CivilDate
  /// The last night.
  public var to: CivilDate
  /// The parts that are left out.
  public var without: Set<Section>
  /// True if the person's name and the initials of who wrote stand there.
  public var withNames: Bool

  /// The parts of the page that can be left out, in the order they stand in.
  public enum Section: String, CaseIterable, Sendable {
    case breathing, signs, charts, mask, care, symptoms, sleep, caregiver, changes, questions, recorded
  }

  /// How many nights a report may span.
  public static let mostNights = 3660
  /// How many nights it spans unless said otherwise.
  public static let usualNights = 30

  /// The nights from one to another.
  public init(from: CivilDate, to: CivilDate, without: Set<Section> = [], withNames: Bool = true) {
    (self.from, self.to, self.without, self.withNames) = (from, to, without, withNames)
  }

  /// How many calendar nights it spans.
  public var nightCount: Int { to.daysSince1970 - from.daysSince1970 + 1 }

  /// Refuses a span that nothing can be said of.
  /// - Parameters:
  ///   - oldest: the first night that has anything written; nil for an empty record.
  ///   - newest: the last night that may be asked for: tonight.
  public func check(oldest: CivilDate?, newest: CivilDate) throws(Refusal) {
    guard oldest == nil || from <= newest else {
      throw .refused("\(from) is still to come, so there is nothing to report; tonight is \(newest)")
    }
    guard from <= to else {
      throw .usage("the first night \(from) lies after the last, \(to), so there is nothing to report; swap them")
    }
    guard nightCount <= Self.mostNights else {
      throw .usage("from \(from) to \(to) is over ten years, so nothing was made; name a shorter span")
    }
    guard let oldest else {
      throw .refused("nothing is recorded yet, so there is nothing to report; the first entry begins the record")
    }
    guard to >= oldest else {
      throw .refused("\(to) lies before the record, which begins on \(oldest), so there is nothing to report")
    }
  }
}
