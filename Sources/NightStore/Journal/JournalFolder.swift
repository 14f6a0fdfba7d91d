internal import NightModel

/// One file of the journal, by its name.
struct JournalFile {
  fileprivate let folder: String
  /// The name as it is spelled.
  let spelled: String
  let name: JournalName

  var path: String { folder + "/" + spelled }
}

/// The journal's files in one folder: its names taken apart once, however many partitions are read one after the other.
struct JournalFolder {
  /// All of them, sorted by name.
  private(set) var files: [JournalFile] = []
  private var places: [Partition: [Int]] = [:]

  /// A folder without any.
  init() {}

  /// The files among some names. `home` tells what lies in the folder; nil where all kinds do.
  init(_ names: [String], in folder: String, _ home: JournalHome?) {
    for name in names {
      guard let known = home.map({ $0.journal(name) }) ?? JournalName(anywhere: name) else { continue }
      places[known.partition, default: []].append(files.count)
      files.append(JournalFile(folder: folder, spelled: name, name: known))
    }
  }

  /// The files of one partition, sorted by name.
  func files(of partition: Partition) -> [JournalFile] { (places[partition] ?? []).map { files[$0] } }
}
