/// Trends over some nights: one row for each measure that was recorded in them. They hold the person's own figures and no
/// norms.
public struct Trends: Hashable, Sendable {
  /// The nights looked at.
  public let nights: ClosedRange<CivilDate>
  /// In how many of them anything is recorded.
  public let recorded: Int
  /// In how many of them an event or symptom is recorded. Only there does a symptom that was not noted count as none.
  public let withEvents: Int
  /// The measures, in the order they are shown: the night's, symptoms by how many nights had them, the caregiver's.
  public let rows: [Row]

  /// Under so many recorded nights it is said that a picture needs more of them.
  public static let steadyFrom = 7

  /// One measure along the nights.
  public struct Row: Hashable, Sendable {
    /// What is followed.
    public let measure: Measure
    /// What it was in each night, the oldest first; nil where it was not recorded.
    public let values: [Int?]
    /// What was recorded, in short.
    public let summary: Summary
    /// Of a symptom: in how many nights it was noted.
    public let nightsNoted: Int
    /// Of a symptom: the highest grade given; nil if none was.
    public let highestGrade: Int?
  }

  /// The trends over `nights`, by figures in any order. Those of other nights do not count. The caregiver's own figures are
  /// left out unless `withCarer`.
  public init(_ figures: some Sequence<NightFigures>, nights: ClosedRange<CivilDate>, withCarer: Bool) {
    var tally = Tally(nights: nights, withCarer: withCarer)
    for row in figures { tally.add(row) }
    tally.make(figures: .max)
    self = tally.trends
  }

  fileprivate init(nights: ClosedRange<CivilDate>, recorded: Int, withEvents: Int, rows: [Row]) {
    (self.nights, self.recorded, self.withEvents, self.rows) = (nights, recorded, withEvents, rows)
  }

  /// The row of a measure; nil if it was not recorded.
  public func row(_ measure: Measure) -> Row? { rows.first { $0.measure == measure } }

  /// Collects nights one at a time and then makes rows of them a few at a time, so that no key waits for ten years of them.
  public struct Tally: Sendable {
    private let nights: ClosedRange<CivilDate>
    private let measures: [Measure]
    private var columns: [[Int?]]
    private var symptoms: [[NightFigures.SymptomCount]?]
    private var since: WrittenSince?
    private var recorded = 0
    private var withEvents = 0
    private var rows: [Row] = []
    /// The rows that are not made yet, the next one last.
    private var left: [Piece]

    private enum Piece {
      case measure(Int)
      case symptoms
    }

    /// A tally without nights.
    public init(nights: ClosedRange<CivilDate>, withCarer: Bool) {
      self.nights = nights
      measures = Measure.ofTheNight + (withCarer ? Measure.ofTheCarer : [])
      columns = Array(repeating: Array(repeating: nil, count: nights.count), count: measures.count)
      symptoms = Array(repeating: nil, count: nights.count)
      let pieces = measures.indices.map(Piece.measure)
      left = (pieces.prefix(Measure.ofTheNight.count) + [.symptoms] + pieces.dropFirst(Measure.ofTheNight.count))
        .reversed()
    }

    /// Adds a night. Each is added once, in any order; one that lies outside does not count.
    public mutating func add(_ row: NightFigures) {
      guard let index = nights.index(of: row.night) else { return }
      if row.entries > 0 { recorded += 1 }
      if row.symptoms != nil { withEvents += 1 }
      symptoms[index] = row.symptoms
      since = row.since
      for (column, measure) in measures.enumerated() { columns[column][index] = measure.value(in: row) }
    }

    /// Makes rows, once all nights are added.
    /// - Parameter most: about how many figures may be looked at; one row or the symptoms are made in any case.
    public mutating func make(figures most: Int) {
      var looked = 0
      while looked < most, let piece = left.popLast() {
        switch piece {
        case .measure(let index):
          if let row = Row(measures[index], columns[index]) { rows.append(row) }
        case .symptoms: rows += noted
        }
        looked += nights.count
      }
    }

    /// True once all rows are made.
    public var isMade: Bool { left.isEmpty }

    /// The trends, as far as rows are made.
    public var trends: Trends { Trends(nights: nights, recorded: recorded, withEvents: withEvents, rows: rows) }

    private var noted: [Row] {
      // None of it counts as 0 from the first night on in which it was written.
      func none(_ symptom: String) -> [Int?] {
        symptoms.enumerated().map { index, night in
          night != nil && since?.holds(symptom: symptom, by: nights[night: index]) == true ? 0 : nil
        }
      }
      var noted: [String: (values: [Int?], nights: Int, highest: Int?)] = [:]
      for (index, night) in symptoms.enumerated() {
        for symptom in night ?? [] {
          var row = noted.removeValue(forKey: symptom.id) ?? (none(symptom.id), 0, nil)
          row.values[index] = symptom.count
          row.nights += 1
          if let grade = symptom.highest { row.highest = max(grade, row.highest ?? grade) }
          noted[symptom.id] = row
        }
      }
      return noted.compactMap { id, row in
        Row(.symptom(id), row.values, nightsNoted: row.nights, highestGrade: row.highest)
      }
      .sorted { (-$0.nightsNoted, $0.measure.id) < (-$1.nightsNoted, $1.measure.id) }
    }
  }
}

extension Trends.Row {
  fileprivate init?(_ measure: Measure, _ values: [Int?], nightsNoted: Int = 0, highestGrade: Int? = nil) {
    guard let summary = Summary(values.lazy.compactMap { $0 }) else { return nil }
    (self.measure, self.values, self.summary) = (measure, values, summary)
    (self.nightsNoted, self.highestGrade) = (nightsNoted, highestGrade)
  }
}
