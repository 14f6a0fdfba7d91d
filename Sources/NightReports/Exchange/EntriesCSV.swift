public import NightModel

/// Everything that stands as CSV, for spreadsheets: one row for each entry, one column for each field, corrections applied,
/// retracted entries left out. `date` and `time` are as the clock showed them; `at` is exact. Only JSON loses nothing.
public enum EntriesCSV {
  private static let fields = Field.allCases.filter { $0 != .at && $0 != .by }

  /// The beginning of a file, by which spreadsheets tell UTF-8.
  public static let byteOrderMark = CSV.byteOrderMark

  /// The heading row behind the byte order mark.
  public static var head: String {
    let names =
      ["night", "date", "time", "at", "tz", "entered", "kind", "item", "by", "edited"] + fields.map(\.rawValue) + ["id"]
    return CSV.byteOrderMark + CSV.row(names.map { .plain($0) })
  }

  /// The rows of one partition, by time. The plan's have no night.
  public static func rows(_ timeline: Timeline, of partition: Partition) -> String {
    timeline.items.map { row($0, partition) }.joined()
  }

  private static func row(_ item: Item, _ partition: Partition) -> String {
    func text(_ text: String?) -> CSV.Cell { text.map { .text($0) } ?? .blank }
    let night: CSV.Cell = if case .night(let date) = partition { .plain("\(date)") } else { .blank }
    let values: [CSV.Cell] = fields.map { field in
      switch item.details[field] {
      case nil: .blank
      case .number(let number): .plain("\(number)")
      case .flag(let flag): .plain(flag ? "yes" : "no")
      case .moment(let moment): .plain("\(moment)")
      case .text(let text): .text(text)
      }
    }
    let head: [CSV.Cell] = [
      night, .plain("\(item.at.date)"), .plain("\(item.at.time)"), .plain("\(item.at)"), text(item.entry.zone),
      item.entry.entered.map { .plain("\($0)") } ?? .blank,
      .text(item.kindWord), text(item.subject.thing), text(item.by), .plain(item.isEdited ? "yes" : "no"),
    ]
    return CSV.row(head + values + [.plain("\(item.id)")])
  }
}

extension Subject {
  /// The checklist item, the key of the setting, or the kind of handover that an entry is about.
  fileprivate var thing: String? {
    switch self {
    case .check(let item), .environment(let item): item
    case .plan(let key): key
    case .handover(let kind): kind.rawValue
    case .event, .symptom, .diary, .carer, .note: nil
    }
  }
}
