/// Notes kept on paper, read line by line: a time, what happened, and whatever else was written behind it.
///
/// The night is chosen once. A time belongs to it by the split hour, so lines may stand in any order and need no date.
public struct PaperNotes: Sendable {
  /// The night the notes are of.
  public let night: CivilDate
  private let times: TimeReader
  private let now: Instant
  private let medicines: [String]
  private var typedAt: Instant?

  /// The most lines that are read at once.
  public static let mostLines = 1000

  /// A reader for the notes of a night.
  /// - Parameters:
  ///   - night: the date of its evening.
  ///   - times: reads typed times.
  ///   - now: a later time is still to come, and refused.
  ///   - plan: gives the spelling of medicines.
  ///   - typedAt: when a single line was typed in the night that runs: without a time it is of that moment; nil for paper,
  ///     on which each line needs its time.
  public init(night: CivilDate, times: TimeReader, now: Instant, plan: Plan, typedAt: Instant? = nil) {
    self.typedAt = typedAt
    self.night = night
    self.times = times
    self.now = now
    medicines = plan.values(of: .medicine).map(\.name)
  }

  /// Something that happened, as a line says it.
  public struct Note: Hashable, Sendable {
    /// When.
    public let moment: Instant
    /// What its time could also have meant, and what is odd about the line, each as a sentence without a full stop.
    public let remarks: [String]
    /// What.
    public let body: Entry.Body
  }

  /// What one line comes to.
  public enum Reading: Hashable, Sendable {
    /// Blank, or a remark that begins with `#`.
    case nothing
    /// From here on somebody else wrote: `by AA`.
    case by(String)
    /// Something that happened.
    case note(Note)
    /// Why it cannot be read, as a sentence without a full stop, and the note it can be kept as: its time is clear, and
    /// only what happened is no word known here; nil for everything else.
    case wrong(String, asNote: Note?)
  }

  /// Reads one line.
  public func reading(_ line: String) -> Reading {
    // Some editors put a mark before the first line.
    let line = line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    guard let first = words.first, !first.hasPrefix("#") else { return .nothing }
    var asNote: Note?
    do throws(Refusal) {
      _ = try TextRule.check(line, limit: Field.noteLimit, what: "line")
      if words.count == 2, PaperWords.plain(first) == "by" { return .by(try TextRule.initials(words[1])) }
      let (reading, span, what) = try time(of: words)
      func note(_ line: PaperLine) -> Note {
        let remarks = [reading.remark, line.remark].compactMap(\.self)
        return Note(moment: reading.moment, remarks: remarks, body: .record(line.subject, line.details))
      }
      if !what.isEmpty, !PaperLine.isKnown(what, .standard) {
        asNote = note(try PaperLine(note: what, span: span))
      }
      return .note(note(try PaperLine(what, .standard, medicines: medicines, span: span)))
    } catch {
      // The other lines are saved all the same.
      return .wrong(error.with(outcome: Refusal.lineNotSaved).sentence, asNote: asNote)
    }
  }

  /// When it was, how long it lasted, and the words behind that.
  private func time(
    of words: ArraySlice<String>
  ) throws(Refusal) -> (TimeReader.Moment, PaperSpan?, ArraySlice<String>) {
    guard let time = PaperTime(words, times.clock, isSubject: { PaperLine.isKnown($0, .standard) }) else {
      if let meant = PaperTime.meant(words) { throw .lineTimeUnread(meant, nearest: times.nearestMoment(to: meant)) }
      guard let typedAt else { throw .lineWithoutTime }
      return (TimeReader.Moment(moment: typedAt, remark: nil), nil, words.drop { PaperWords.bare($0).isEmpty })
    }
    let typed = words.prefix(time.count).joined(separator: " ")
    let reading = try times.moment(of: time.start, typed, in: night, near: typedAt).settled(so: Refusal.lineNotSaved)
    let end = try time.end.map { end throws(Refusal) in try self.end(end, of: reading.moment) }
    for moment in [reading.moment, end].compactMap(\.self) where moment.milliseconds > now.milliseconds {
      throw .lineStillToCome(moment, times.clock)
    }
    let other = times.rule.night(of: reading.moment)
    guard other == night else { throw .lineOfAnotherNight(reading.moment, other, times.clock) }
    let span = end.map { PaperSpan(minutes: $0.minutes(since: reading.moment), end: $0.time) }
    return (reading, span, words.dropFirst(time.count))
  }

  /// When something ended that began at a moment: at the first such time after it.
  private func end(_ time: TypedClock, of start: Instant) throws(Refusal) -> Instant {
    let ends = time.times.map { hour in
      let date = hour < start.time ? start.date.adding(days: 1) : start.date
      return Instant(date: date, time: hour, offsetMinutes: 0)
    }
    guard let first = ends.min() else { throw .lineWithoutTime }
    return try times.moment(of: .wall(first), times.clock.words(first), in: night).settled().moment
  }
}

extension PaperNotes {
  /// A whole paper as it was read.
  public struct Sheet: Hashable, Sendable {
    /// The lines that can be written down, from the top.
    public var notes: [Line<Draft>] = []
    /// The lines that were written down before, such as those of a paper that is read again once it was mended.
    public var here: [Line<Draft>] = []
    /// What their times could also have meant, and what is odd about them.
    public var remarks: [Line<String>] = []
    /// The lines that cannot, with the reason and the note they can be kept as.
    public var wrong: [Line<Wrong>] = []
    /// Who wrote the last of it.
    public var by: String?
  }

  /// A line that cannot be read.
  public struct Wrong: Hashable, Sendable {
    /// Why, as a sentence without a full stop.
    public let reason: String
    /// The note that all of it behind its time can be kept as; nil if it can not.
    public let asNote: Draft?

    /// The reason as a whole sentence.
    public var sentence: String { reason.hasSuffix("?") ? reason : "\(reason)." }
  }

  /// A line, and what it comes to.
  public struct Line<Result: Hashable & Sendable>: Hashable, Sendable {
    /// Its number on the paper, from 1.
    public let number: Int
    /// What stands in it.
    public let text: String
    /// What it comes to.
    public let result: Result
  }

  /// Reads a whole paper.
  /// - Parameters:
  ///   - text: the paper, line by line.
  ///   - by: who wrote it, until a line says otherwise.
  ///   - known: the night as it stands; a line that stands there already is not written again.
  /// - Returns: the lines, by what they come to.
  public func sheet(_ text: String, by: String?, besides known: Night? = nil) -> Sheet {
    var sheet = Sheet(by: by)
    // An entry answers for one line, even if the paper has the same line again.
    var standing = known?.items ?? []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var paper = self
    // Several lines at once come off a paper.
    if lines.count > 1 { paper.typedAt = nil }
    for (index, line) in lines.enumerated() {
      let text = String(line)
      switch paper.reading(text) {
      case .nothing: break
      case .by(let initials): sheet.by = initials
      case .wrong(let reason, let asNote):
        let wrong = Wrong(reason: reason, asNote: asNote.map { draft($0, by: sheet.by) })
        sheet.wrong.append(Line(number: index + 1, text: text, result: wrong))
      case .note(let note):
        let line = Line(number: index + 1, text: text, result: draft(note, by: sheet.by))
        if let here = standing.firstIndex(where: note.isTold(by:)) {
          standing.remove(at: here)
          sheet.here.append(line)
        } else {
          sheet.notes.append(line)
          sheet.remarks += note.remarks.map { Line(number: index + 1, text: text, result: $0) }
        }
      }
    }
    return sheet
  }

  private func draft(_ note: Note, by: String?) -> Draft {
    Draft(partition: .night(night), at: note.moment, by: by, body: note.body)
  }
}

extension PaperNotes.Note {
  /// True if an item says the same at the same time, as it was first written or as it stands.
  fileprivate func isTold(by item: Item) -> Bool {
    body == item.entry.body && moment == item.entry.at
      || body == .record(item.subject, item.details) && moment == item.at
  }
}
