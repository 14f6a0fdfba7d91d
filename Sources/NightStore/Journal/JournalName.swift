internal import NightModel

/// A file's name taken apart; nil for names that are not in the canonical form, which are not read.
struct JournalName: Hashable {
  let partition: Partition
  let writer: String

  /// Reads `2026-11-22.k7f3q2xm.jsonl` in a year's folder, or `k7f3q2xm.jsonl` in the plan's.
  init?(_ name: String, inPlan: Bool) {
    // By bytes: a look over the record reads thousands of names.
    var name = name
    guard let known = name.withUTF8({ Self.parts($0, inPlan: inPlan) }) else { return nil }
    (partition, writer) = known
  }

  /// Reads either, for files that lie in neither of these folders.
  init?(anywhere name: String) {
    guard let known = JournalName(name, inPlan: false) ?? JournalName(name, inPlan: true) else { return nil }
    self = known
  }

  private static func parts(_ name: UnsafeBufferPointer<UInt8>, inPlan: Bool) -> (Partition, writer: String)? {
    let ending = ".jsonl".utf8
    guard name.count > ending.count, name.suffix(ending.count).elementsEqual(ending) else { return nil }
    let dateCount = 10
    let start = inPlan ? 0 : dateCount + 1
    let end = name.count - ending.count
    guard start < end else { return nil }
    let writer = UnsafeBufferPointer(rebasing: name[start..<end])
    guard WriterID.isValid(utf8: writer) else { return nil }
    let spelled = String(decoding: writer, as: UTF8.self)
    if inPlan { return (.plan, spelled) }
    guard name[dateCount] == UInt8(ascii: "."),
      let date = CivilDate(utf8: UnsafeBufferPointer(rebasing: name[..<dateCount]))
    else { return nil }
    return (.night(date), spelled)
  }
}

/// A folder in which files of the journal lie: the plan's, or that of a year.
enum JournalHome {
  case plan
  /// The year as its folder is named.
  case year(String)

  /// A file's name taken apart; nil if it is none of the journal's in this folder, which readings look at.
  func journal(_ name: String) -> JournalName? {
    switch self {
    case .plan: JournalName(name, inPlan: true)
    case .year(let year): name.utf8.starts(with: year.utf8) ? JournalName(name, inPlan: false) : nil
    }
  }
}

extension Store {
  /// What a folder holds of the journal; nil for every other folder.
  func journalHome(_ folder: String) -> JournalHome? {
    if folder == places.folder(of: .plan) { return .plan }
    let nights = places.store + "/nights/"
    guard folder.hasPrefix(nights) else { return nil }
    let year = String(folder.dropFirst(nights.count))
    return year.utf8.count == 4 ? .year(year) : nil
  }
}
