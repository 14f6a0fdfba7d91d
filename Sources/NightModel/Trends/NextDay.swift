/// A figure of the night against a figure of the next day: how the mornings after nights above the person's own median
/// were, and those after nights below it. It says nothing of causes.
public struct NextDay: Hashable, Sendable {
  /// What the diary says of the day.
  public enum Day: String, CaseIterable, Sendable {
    /// Rested on waking, 1...5.
    case rested
    /// Quality of the night, 1...5.
    case quality
    /// Headache on waking.
    case headache

    /// What was written of it in the morning after a night; 1 and 0 for yes and no.
    func value(in figures: NightFigures) -> Int? {
      switch self {
      case .rested: figures.summary.diary?.number(.rested)
      case .quality: figures.summary.diary?.number(.quality)
      case .headache: figures.summary.diary?.flag(.headache).map { $0 ? 1 : 0 }
      }
    }
  }

  /// The night's figures that are put against the day.
  public static let nights: [Measure] = [.slept, .mask]

  /// So many nights are needed on either side.
  public static let needed = 10

  /// What is put against what.
  public let night: Measure
  /// The day's figure.
  public let day: Day
  /// The median of the night's figure over the nights that have both; nil if there are none.
  public let median: Summary?
  /// The day's figures after nights above that median.
  public let above: [Int]
  /// The day's figures after nights below it. Nights on the median are on neither side.
  public let below: [Int]

  /// Each of the night's figures against each of the day's. Rows of other nights count nothing.
  public static func all(in rows: some Sequence<NightFigures>, nights: ClosedRange<CivilDate>) -> [NextDay] {
    var tally = Tally(nights: nights)
    for row in rows { tally.add(row) }
    return tally.all
  }

  /// Collects nights one at a time.
  public struct Tally: Sendable {
    private let nights: ClosedRange<CivilDate>
    private var pairs = Array(
      repeating: Array(repeating: [(night: Int, day: Int)](), count: Day.allCases.count), count: NextDay.nights.count)

    /// A tally without nights.
    public init(nights: ClosedRange<CivilDate>) { self.nights = nights }

    /// Adds a night. Each is added once, in any order; one that lies outside does not count.
    public mutating func add(_ row: NightFigures) {
      guard nights.contains(row.night) else { return }
      let felt = Day.allCases.map { $0.value(in: row) }
      for (index, night) in NextDay.nights.enumerated() {
        guard let value = night.value(in: row) else { continue }
        for (place, day) in felt.enumerated() {
          if let day { pairs[index][place].append((value, day)) }
        }
      }
    }

    /// Each of the night's figures against each of the day's.
    public var all: [NextDay] {
      zip(NextDay.nights, pairs).flatMap { night, pairs in
        zip(Day.allCases, pairs).map { NextDay(night, $0, $1) }
      }
    }
  }

  private init(_ night: Measure, _ day: Day, _ pairs: [(night: Int, day: Int)]) {
    let median = Summary(pairs.map(\.night))
    let middle = median?.twiceMedian ?? 0
    (self.night, self.day, self.median) = (night, day, median)
    above = pairs.filter { 2 * $0.night > middle }.map(\.day).sorted()
    below = pairs.filter { 2 * $0.night < middle }.map(\.day).sorted()
  }

  /// True if there are enough nights on either side.
  public var isEnough: Bool { min(above.count, below.count) >= Self.needed }
}
