internal import NightModel

/// What a reading of every line of the store came to.
public struct Verification: Sendable {
  /// Files read.
  public internal(set) var files = 0
  /// Nights that have a file.
  public internal(set) var nights = 0
  /// Entries whose checksum is right.
  public internal(set) var sound = 0
  /// Lines from a newer version of the program: sound, kept, not understood.
  public internal(set) var newer = 0
  /// Lines written by hand, without a checksum.
  public internal(set) var byHand = 0
  /// Files whose names are not those of a journal, which were not read.
  public internal(set) var otherFiles: [String] = []
  /// Files that were begun in another store: copied or merged in, and read like any other.
  public internal(set) var fromElsewhere: [String] = []
  /// What was set aside, and why.
  public internal(set) var findings: [PartitionReading.FoundInFile] = []

  /// True if nothing was set aside and no entry is missing.
  public var isSound: Bool { findings.isEmpty }
}

extension Store {
  /// Reads every line of the store and checks it, changing nothing.
  /// - Parameter progress: told after every file: how many of how many.
  public func verify(progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }) -> Verification {
    var result = Verification()
    if let identity, EntryID(identity) == nil {
      result.findings.append(.init(file: "store.json", line: nil, words: "damaged; the entries do not need it"))
    }
    var jobs: [(path: String, partition: Partition, writer: String)] = []
    var nights: Set<Partition> = []
    for folder in folders(&result) {
      for name in names(in: folder, &result) {
        let path = folder + "/" + name
        guard let known = JournalName(name, inPlan: folder == places.folder(of: .plan)) else {
          if !name.hasPrefix(".") { result.otherFiles.append(shown(path)) }
          continue
        }
        nights.insert(known.partition)
        jobs.append((path, known.partition, known.writer))
      }
    }
    nights.remove(.plan)
    result.nights = nights.count
    for (index, job) in jobs.enumerated() {
      check(job.path, job.partition, job.writer, &result)
      progress(index + 1, jobs.count)
    }
    return result
  }

  private func folders(_ result: inout Verification) -> [String] {
    let nights = places.store + "/nights"
    return [places.folder(of: .plan)]
      + names(in: nights, &result).filter { !$0.hasPrefix(".") }.map { nights + "/" + $0 }
  }

  private func names(in folder: String, _ result: inout Verification) -> [String] {
    do {
      return try files.list(folder).sorted()
    } catch .missing {
      return []
    } catch {
      result.findings.append(.init(file: shown(folder), line: nil, words: "not read, because \(error.words)"))
      return []
    }
  }

  private func check(_ path: String, _ partition: Partition, _ writer: String, _ result: inout Verification) {
    let file = shown(path)
    func found(_ line: Int?, _ words: String) { result.findings.append(.init(file: file, line: line, words: words)) }
    do {
      guard let bytes = try files.contents(of: path) else { return }
      let reading = FileReading(bytes)
      result.files += 1
      result.sound += reading.soundLines - reading.newerLines
      result.newer += reading.newerLines
      result.byHand += reading.handLines
      if let home = reading.store, let identity, home != identity { result.fromElsewhere.append(file) }
      for finding in reading.findings { found(finding.line, finding.words) }
      if let mark = state?.marks.mark(partition, writer: writer)?.position {
        if reading.next.number < mark.number {
          found(nil, "\(mark.number - reading.next.number) lines that were saved here are missing at its end")
        } else if reading.next.number == mark.number, reading.next != mark, reading.findings.isEmpty {
          found(nil, "its last line is not the one that was saved here")
        }
      }
    } catch {
      found(nil, "not read, because \(error.words)")
    }
  }
}
