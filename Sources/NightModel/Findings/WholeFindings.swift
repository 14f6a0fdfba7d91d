/// What is wrong with the record as a whole, as far as it was looked for.
public struct WholeFindings: Hashable, Sendable {
  /// What is said wherever the record is shown: what concerns many nights at once in one sentence.
  public var record: [RecordFinding]
  /// What is said of single nights, on their own screens.
  public var nights: [CivilDate: [RecordFinding]]
  /// False if there is more to look at.
  public var isComplete: Bool

  /// Findings; all of them unless `isComplete` is false.
  public init(record: [RecordFinding] = [], nights: [CivilDate: [RecordFinding]] = [:], isComplete: Bool = true) {
    (self.record, self.nights, self.isComplete) = (record, nights, isComplete)
  }
}
