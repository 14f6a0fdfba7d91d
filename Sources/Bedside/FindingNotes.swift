public import NightModel
public import NightStore
internal import Text

/// Tells what is wrong with the record, each thing once, however many readings met it.
public final class FindingNotes {
  /// Tells a sentence without a full stop, whether it was told before or not.
  public let tellAgain: (String) -> Void
  private var told: Set<String> = []
  /// The partitions of which part could not be read.
  public private(set) var unread: Set<Partition> = []

  /// A finding as a sentence without a full stop.
  private let words: (RecordFinding) -> String

  /// Notes that go to `tell`, as sentences without full stops. `words` says a finding where these notes are read.
  public init(words: @escaping (RecordFinding) -> String, tell: @escaping (String) -> Void) {
    (self.words, tellAgain) = (words, tell)
  }

  /// The nights of which part could not be read.
  public var unreadNights: Set<CivilDate> {
    Set(unread.compactMap { partition in if case .night(let date) = partition { date } else { nil } })
  }

  /// True if all of some nights could be read, as far as they were.
  public func isWhole(_ nights: [CivilDate]) -> Bool { unreadNights.isDisjoint(with: nights) }

  /// Tells a sentence without a full stop, unless it was told before.
  public func tell(_ sentence: String) {
    if told.insert(sentence).inserted { tellAgain(sentence) }
  }

  /// Tells a finding, unless it was told before.
  public func tell(_ finding: RecordFinding) { tell(words(finding)) }

  /// Tells what of a partition was not read.
  public func tell(_ reading: PartitionReading) {
    if !reading.isWhole { unread.insert(reading.partition) }
    for finding in reading.unread { tell(finding) }
    if reading.newerLines > 0 {
      tell(
        "\(reading.partition.words) holds \(reading.newerLines) lines from a newer version, which are kept and not shown"
      )
    }
  }
}

extension Session {
  /// Tells that there is no record where there is none: what is shown then is no empty record's.
  /// - Returns: true if there is none.
  public func tellIfNoRecord() -> Bool {
    guard store.identity == nil, !store.holdsNights else { return false }
    notes.tell("there is no record in \(store.places.store.forDisplay) yet; the first entry begins one")
    return true
  }

  /// Tells what is wrong with the record as a whole, unless it was told before.
  /// - Parameter night: the night that is shown, if it is one: what concerns it is told by itself, and first.
  /// - Returns: what is wrong in the record itself, told now or before.
  @discardableResult
  public func tellFindings(of night: CivilDate? = nil) -> [RecordFinding] {
    let whole = store.lookForFindings { true }.findings.whole
    let own = night.flatMap { whole.nights[$0] } ?? []
    let found = RecordFinding.ranked(own) + RecordFinding.ranked(whole.record + store.strayFindings)
    for finding in found { notes.tell(finding) }
    return whole.record
  }
}

extension Store {
  /// What waits beside the record on this machine and is no part of it.
  var strayFindings: [RecordFinding] { strayEntries.map(\.finding) }

  /// What is wrong with how this machine reads the record and keeps what belongs to it. `waiting` is what waits beside
  /// the record for the next save.
  func machineFindings(_ clock: MachineClock, waiting: [WaitingEntries]) -> [RecordFinding] {
    let machine = [
      clock.zoneFinding, stateTrouble.map { RecordFinding(.closedState, $0) },
      powerCutRemark.map { RecordFinding(.powerCut, $0) },
    ]
    return machine.compactMap(\.self) + waiting.map(\.finding)
  }
}
