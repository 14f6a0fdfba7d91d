internal import CellUI
internal import NightModel
internal import Text

/// Typing off notes that were kept on paper: a line, Enter, the next line. Each is on the disk before the next is typed.
extension App {
  /// Who wrote the paper of a night: as a line of it said, else who writes.
  func paperWriter(_ night: CivilDate) -> String? { sittings[night]?.by ?? by }

  /// Answers a key while a line of paper notes is typed.
  /// - Returns: nil if the field is for something else.
  mutating func typePaper(_ key: Key, _ entry: TextEntry) -> [Effect]? {
    guard case .paper(let night) = entry.purpose else { return nil }
    if case .paste(let pasted) = key, pasted.contains(where: \.isNewline) {
      emptyField(entry)
      let begun = entry.field.text.isEmpty ? "" : entry.field.text + "\n"
      return readPaper(begun + pasted, of: night, .keepAll)
    }
    var entry = entry
    guard entry.field.press(key) else { return [] }
    place.screen = .text(entry)
    if entry.field.isOverfull { return say("Only \(entry.field.limit) characters fit; what came after was left out.") }
    return readPaper(entry.field.text, of: night, .look)
  }

  /// Is done with a line; an empty one is the end of the paper.
  mutating func finishPaper(_ entry: TextEntry, of night: CivilDate) -> [Effect] {
    guard !entry.field.text.trimmingSpaces().isEmpty else {
      leaveText(entry)
      return []
    }
    if sittings[night]?.refused == entry.field.text { return keepAsNote(nil, of: night) }
    return readPaper(entry.field.text, of: night, .save)
  }

  /// Saves a line that holds no word known here as the note it is.
  /// - Parameter number: of the line in the list; nil for the one in the field.
  mutating func keepAsNote(_ number: Int?, of night: CivilDate) -> [Effect] {
    guard !isClosed(), var sitting = sittings[night] else { return [] }
    let note: Draft?
    if let number {
      let index = sitting.wrong.firstIndex { $0.number == number }
      note = index.flatMap { sitting.wrong.remove(at: $0).asNote }
    } else {
      note = sitting.look?.wrong.first?.result.asNote
      (sitting.look, sitting.refused) = (nil, nil)
    }
    guard let note else { return [] }
    sitting.remark = ""
    sittings[night] = sitting
    if number == nil, case .text(let entry) = screen, entry.purpose == .paper(night) { emptyField(entry) }
    return [.save([note], .paper(night))]
  }

  /// Reads paper notes of a night, for what they are to become.
  mutating func readPaper(_ text: String, of night: CivilDate, _ use: Sitting.Use) -> [Effect] {
    let notes = PaperNotes(night: night, moments: moments, now: now, plan: record.plan)
    return take(notes.sheet(text, by: paperWriter(night), besides: record.night(night)), of: night, use)
  }

  private mutating func take(_ sheet: PaperNotes.Sheet, of night: CivilDate, _ use: Sitting.Use) -> [Effect] {
    guard use != .look else {
      sittings[night, default: Sitting()].look = sheet
      sittings[night]?.refused = nil
      return []
    }
    var sitting = sittings[night] ?? Sitting()
    let mayWrite = !isClosed()
    if use == .save {
      // What is refused stays in the field, with its reason.
      sitting.look = sheet
      if let wrong = sheet.wrong.first {
        sitting.refused = wrong.result.asNote.map { _ in wrong.text }
        _ = say(
          "Not saved: \(wrong.result.sentence)" + (sitting.refused == nil ? "" : " Enter again saves it as a note."))
      }
      guard sheet.wrong.isEmpty, mayWrite else {
        sittings[night] = sitting
        return []
      }
    }
    if !mayWrite { for line in sheet.notes { sitting.keep(line.text, "the record is closed") } }
    for line in sheet.wrong { sitting.keep(line.text, line.result.reason, asNote: line.result.asNote) }
    // Whoever a line named stays named, also if they are who writes: somebody else may write here before the next line.
    if sheet.by != paperWriter(night) { sitting.by = sheet.by }
    sitting.look = nil
    let here = sheet.hereWords.map { "\($0)." }
    sitting.remark = ([here].compactMap(\.self) + sheet.remarks.map { "\($0.result.capitalizedFirst)." })
      .joined(separator: " ")
    sittings[night] = sitting
    if case .text(let entry) = screen, entry.purpose == .paper(night) { emptyField(entry) }
    guard mayWrite, !sheet.notes.isEmpty else {
      if !sheet.wrong.isEmpty { return sayWaiting(night) }
      return here.map { say($0) } ?? sayWriter(night)
    }
    return [.save(sheet.notes.map(\.result), .paper(night))]
  }

  private mutating func emptyField(_ entry: TextEntry) {
    var entry = entry
    entry.field = TextField(limit: entry.field.limit)
    (place.screen, begun[entry.purpose]) = (.text(entry), nil)
  }

  private mutating func sayWriter(_ night: CivilDate) -> [Effect] {
    say(paperWriter(night).map { "\($0) wrote the lines that follow." } ?? "Nothing in it was to be written down.")
  }

  private mutating func sayWaiting(_ night: CivilDate) -> [Effect] {
    guard let last = sittings[night]?.wrong.last else { return [] }
    let asNote = last.asNote == nil ? "" : " or saved as a note"
    return say("Not saved: \(last.reason). It waits in the list behind this, to be mended\(asNote).")
  }

  /// Says what was written down of a paper.
  mutating func sayWritten(_ entries: [Entry], of night: CivilDate) {
    var sitting = sittings[night] ?? Sitting()
    let targets = entries.map { Target(night: night, id: $0.id) }
    sitting.written += targets
    sittings[night] = sitting
    let waiting = sitting.wrong.count
    let tail = waiting == 0 ? "" : " \(waiting) could not be read and \(waiting == 1 ? "waits" : "wait") in the list."
    if let target = targets.first, targets.count == 1 {
      status = .saved(target, tail: (sitting.remark + tail).trimmingSpaces())
    } else {
      status = .written("\(targets.count) lines; one undo takes them back.\(tail) \(sitting.remark)")
    }
  }

  /// Takes a line that could not be read into the field again.
  mutating func mend(_ number: Int, of night: CivilDate) -> [Effect] {
    guard let index = sittings[night]?.wrong.firstIndex(where: { $0.number == number }),
      let line = sittings[night]?.wrong.remove(at: index)
    else { return [] }
    // What was begun meanwhile takes its place in the list.
    if let other = begun.removeValue(forKey: .paper(night)) {
      sittings[night]?.keep(other.field.text, "it was begun and not saved yet")
    }
    let field = TextField(line.text, limit: Field.noteLimit)
    begun[.paper(night)] = TextEntry(purpose: .paper(night), began: now, field: field, isTyping: true)
    return beginTyping(.paper(night))
  }

  /// Goes to the paper notes of another night, in place of these.
  mutating func goToPaper(_ text: String, _ entry: TextEntry) -> [Effect] {
    guard let date = CivilDate(text.trimmingSpaces()), date <= tonight, date.components.year >= 1970 else {
      return say("\"\(text.forDisplay)\" is no night up to tonight; type the date of its evening as \(tonight).")
    }
    leaveText(entry)
    if case .paper = screen { place = Place(.paper(date), route: .paper(date)) }
    return []
  }

  /// What keeps the lines that were never mended: notes of tonight, in the words that were typed.
  var unreadPaper: [Effect] {
    sittings.sorted { $0.key < $1.key }.flatMap { night, sitting in
      sitting.wrong.map { line in
        let note = FieldValue.text("not finished, \(Sitting.title(night)): \(line.text)")
        return .save([context.draft(.record(.note, Details([.note: note])))], .retry)
      }
    }
  }
}
