import Bedside
import NightModel
import Text

/// `nightstand log --from FILE`: notes kept on paper, all good lines as one action.
extension Session {
  /// The most bytes of a file that can be somebody's notes.
  private static let mostBytes = 1_000_000

  /// Reads the notes of a night, saves the lines that can be read, and says of every other why not.
  /// - Throws: `Failure` with exit code 1 if some lines were not saved, 64 if none could be read.
  func logPaper(_ path: String, of night: CivilDate) throws {
    let text = try paper(path)
    // Paper is written by people, so its times are those of the clock on the wall.
    let times = TimeReader(zone: zone, rule: plan.nightRule, clock: plan.clock, now: moment)
    let notes = PaperNotes(night: night, times: times, now: moment, plan: plan)
    let sheet = notes.sheet(text, by: by, besides: nights([night]).first)
    let name = path == "-" ? "standard input" : path.forDisplay
    guard !sheet.notes.isEmpty || !sheet.wrong.isEmpty || !sheet.here.isEmpty else {
      throw Failure("\(name) holds no notes, so nothing was saved; write a line such as 2310 turn left", exitCode: 64)
    }
    for line in sheet.wrong {
      let asNote = line.result.asNote == nil ? "" : " To keep it as it is, write note before it."
      Machine.tell("line \(line.number): \(line.result.sentence)\(asNote)\n")
    }
    guard !sheet.notes.isEmpty || !sheet.here.isEmpty else {
      throw Failure("no line of \(name) could be read, so nothing was saved; mend them and try again", exitCode: 64)
    }
    for line in sheet.remarks { Failure.note("line \(line.number): \(line.result)") }
    if !sheet.notes.isEmpty {
      for entry in try save(sheet.notes.map(\.result)) { tell(entry, of: night) }
    }
    if let here = sheet.hereWords {
      try confirmOnDisk([.night(night)])
      print(here + (sheet.notes.isEmpty ? "; nothing was saved" : ""))
    }
    guard sheet.wrong.isEmpty else {
      let isOne = sheet.wrong.count == 1
      throw Failure(
        "\(isOne ? "1 line was" : "\(sheet.wrong.count) lines were") not saved, and the other "
          + "\(sheet.notes.count + sheet.here.count) are; mend \(isOne ? "it" : "them") and read all of it again: what is "
          + "here is passed over", exitCode: 1)
    }
  }

  private func paper(_ path: String) throws -> String {
    let name = path == "-" ? "standard input" : path.forDisplay
    let bytes = try Machine.read(path, most: Self.mostBytes, orElse: "nothing was saved; give the notes of one night")
    guard let text = TextBytes.text(bytes), !text.utf8.contains(0) else {
      throw Failure(
        "\(name) is no text (UTF-8, or UTF-16 with a mark), so nothing was saved; give a file of lines", exitCode: 64)
    }
    guard text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) <= PaperNotes.mostLines else {
      throw Failure(
        "\(name) has more than \(PaperNotes.mostLines) lines, so nothing was saved; give the notes of one night",
        exitCode: 64)
    }
    return text
  }
}
