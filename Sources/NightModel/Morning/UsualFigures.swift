/// A night's figures beside the usual of the nights before it.
public struct UsualFigures: Sendable {
  /// A figure of the night, and the median of the recorded nights before it; nil where nothing was recorded.
  public struct Row: Sendable {
    /// What it counts.
    public let measure: Measure
    /// What it was in the night.
    public let value: Int?
    /// Twice the median, so that it is whole.
    public let twiceUsual: Int?
    /// What the diary says of the same where that is another number; nil for nothing.
    public let byDiary: Int?
  }

  /// The figures, in the order they are told.
  public let rows: [Row]
  /// How many recorded nights the usual is of.
  public let nights: Int

  /// The most recorded nights that count.
  public static let mostNights = 14
  /// How many calendar nights back they are looked for.
  public static let reach = 42

  /// A night's figures, by the figures of some nights in any order.
  public init(of date: CivilDate, among figures: [NightFigures]) {
    let before = figures.filter { $0.night < date && $0.entries > 0 }.sorted { $0.night > $1.night }
      .prefix(Self.mostNights)
    let night = figures.first { $0.night == date }
    nights = before.count
    rows = Measure.ofOneNight.map { measure in
      Row(
        measure: measure, value: night.flatMap { measure.value(in: $0) },
        twiceUsual: Summary(before.compactMap { measure.value(in: $0) })?.twiceMedian,
        byDiary: measure == .wakings
          ? night?.wakingsByDiary : nil
      )
    }
  }
}
