/// One partition as it was read.
public struct LoadedPartition: Hashable, Sendable {
  /// The partition.
  public let partition: Partition
  /// Its entries.
  public let entries: [Entry]
  /// What is wrong with it; empty if nothing is.
  public let findings: [RecordFinding]
  /// The emergency card as it was kept before, where the plan it is made of is damaged or gone; nil if all is well.
  public let keptCard: String?

  /// A partition that was read.
  public init(partition: Partition, entries: [Entry], findings: [RecordFinding] = [], keptCard: String? = nil) {
    self.partition = partition
    self.entries = entries
    self.findings = findings
    self.keptCard = keptCard
  }
}
