/// A figure that every night can have: its unit, its names, and how it is read from the figures of a night.
/// `MeasureTable.swift` lists all of them. Two are equal if they have the same id.
public struct Measure: Sendable {
  /// Its name within the program, such as `turn-gap` or `symptom-cramp`.
  public let id: String
  /// What it counts.
  public let unit: Unit
  /// What it is called in an export.
  public let exportName: String
  /// The id of the symptom it counts; nil for everything else.
  public let symptom: String?
  let names: MeasureWords
  private let read: @Sendable (NightFigures) -> Int?

  /// What a measure counts.
  public enum Unit: Sendable {
    /// Minutes.
    case minutes
    /// Tenths of a percent.
    case percent
    /// How many.
    case count
    /// 1 for yes, 0 for no.
    case flag
  }

  /// A measure; `exportName` is its id unless given, and `read` gives its figure in one night, nil if not recorded.
  init(
    _ id: String, _ unit: Unit, _ names: MeasureWords, exportName: String? = nil, symptom: String? = nil,
    read: @escaping @Sendable (NightFigures) -> Int?
  ) {
    (self.id, self.unit, self.names, self.symptom, self.read) = (id, unit, names, symptom, read)
    self.exportName = exportName ?? id
  }

  /// What is told first of one night.
  public static let ofOneNight: [Measure] = [.slept, .mask, .wakings, .turns]

  /// What it was in one night, in its unit; nil if that was not recorded, which is never zero.
  public func value(in figures: NightFigures) -> Int? { read(figures) }

  /// What several nights are drawn as. Counts take the mean, because the median of small counts hardly ever moves.
  public var middle: Series.Middle { unit == .count ? .mean : .median }
}

extension Measure: Hashable {
  /// True if both have the same id.
  public static func == (one: Measure, other: Measure) -> Bool { one.id == other.id }
  /// Takes in the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
