import NightModel
import NightStore

/// What is wrong with the record, told on standard error by a command: each thing once, however many readings met it.
final class FindingNotes {
  private var told: Set<String> = []
  /// The partitions of which part could not be read.
  private(set) var unread: Set<Partition> = []

  /// The nights among them.
  var unreadNights: Set<CivilDate> {
    Set(unread.compactMap { partition in if case .night(let date) = partition { date } else { nil } })
  }

  /// True if all of some nights could be read, as far as they were.
  func isWhole(_ nights: [CivilDate]) -> Bool { unreadNights.isDisjoint(with: nights) }

  /// Says a sentence, unless it was said before.
  func tell(_ sentence: String) {
    if told.insert(sentence).inserted { Failure.note(sentence) }
  }

  /// Says what of a partition was not read.
  func tell(_ reading: PartitionReading) {
    if !reading.isWhole { unread.insert(reading.partition) }
    for finding in reading.unread { tell(finding.words) }
    if reading.newerLines > 0 {
      tell(
        "\(reading.partition.words) holds \(reading.newerLines) lines from a newer version, which are kept and not shown"
      )
    }
  }
}

/// A command that shows the record or hands it out: whatever is wrong with the record is said beside it.
protocol ReadingCommand: SessionCommand {}

extension ReadingCommand {
  func run() throws {
    try Failure.handled {
      let session = try Session(common)
      defer { session.tellFindings() }
      session.tellIfNoRecord()
      try run(in: session)
    }
  }
}

extension Session {
  /// Says on standard error that there is no record, where there is none: what is shown then is no empty record's.
  func tellIfNoRecord() {
    guard store.identity == nil, !store.holdsNights else { return }
    notes.tell("there is no record in \(store.places.store.forDisplay) yet; the first entry begins one")
  }

  /// What is wrong with the record as a whole, said on standard error unless it was said before.
  /// - Parameter night: the night that is shown, if it is one: what concerns it is said by itself, and first.
  /// - Returns: what is wrong in the record itself, said now or before.
  @discardableResult
  func tellFindings(of night: CivilDate? = nil) -> [RecordFinding] {
    let whole = store.lookForFindings { true }.findings.whole
    let own = night.flatMap { whole.nights[$0] } ?? []
    let found = RecordFinding.ranked(own) + RecordFinding.ranked(whole.record + strayFindings)
    for finding in found { notes.tell(finding.words) }
    return whole.record
  }

  /// What waits beside the record on this machine and is no part of it.
  var strayFindings: [RecordFinding] {
    store.strayEntries.map(\.finding)
  }
}
