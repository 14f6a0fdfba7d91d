/// Notes kept on paper, read line by line: a time, what happened, and whatever else was written behind it.
///
/// The night is chosen once. A time belongs to it by the split hour, so lines may stand in any order and need no date.
public struct PaperNotes: Sendable {
  /// The night the notes are of.
  public let night: CivilDate
  private let moments: MomentText
  private let now: Instant
  private let medicines: [String]

  /// The most lines that are read at once.
  public static let mostLines = 1000

  /// A reader for the notes of a night.
  /// - Parameters:
  ///   - now: what lies after it is still to come, and refused.
  ///   - plan: whose medicines are spelled as there.
  public init(night: CivilDate, moments: MomentText, now: Instant, plan: Plan) {
    self.night = night
    self.moments = moments
    self.now = now
    medicines = plan.values(below: "medicine").map(\.name)
  }

  /// Something that happened, as a line says it.
  public struct Note: Hashable, Sendable {
    /// When.
    public let moment: Instant
    /// What the time could also have meant, as a sentence without a full stop; nil if it is clear.
    public let remark: String?
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
    /// Why it cannot be read, as a sentence without a full stop.
    case wrong(String)
  }

  /// Reads one line.
  public func reading(_ line: String) -> Reading {
    // Some editors put a mark before the first line.
    let line = line.hasPrefix("\u{FEFF}") ? String(line.dropFirst()) : line
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    guard let first = words.first, !first.hasPrefix("#") else { return .nothing }
    do throws(Refusal) {
      _ = try TextRule.check(line, limit: Field.noteLimit, what: "line")
      if words.count == 2, PaperWords.plain(first) == "by" { return .by(try TextRule.initials(words[1])) }
      guard let (time, count) = PaperTime.read(words) else {
        throw .usage("no time stands at its beginning; begin with one such as 2310 or 23:10")
      }
      let reading = try moments.within(night, "\(time)")
      guard reading.moment.milliseconds <= now.milliseconds else {
        throw .refused("\(time) on \(NightWords.day(reading.moment.date)) is still to come")
      }
      let line = try PaperLine(words.dropFirst(count), .standard, medicines: medicines)
      let body = Entry.Body.record(line.subject, line.details)
      return .note(Note(moment: reading.moment, remark: reading.remark, body: body))
    } catch {
      // The other lines are saved all the same.
      return .wrong(error.sentence.replacing("nothing was saved", with: "this line was not saved"))
    }
  }
}

extension PaperNotes {
  /// What a whole paper comes to.
  public struct Sheet: Hashable, Sendable {
    /// The lines that can be written down, from the top.
    public var notes: [Line<Draft>] = []
    /// What their times could also have meant.
    public var remarks: [Line<String>] = []
    /// The lines that cannot, with the reason.
    public var wrong: [Line<String>] = []
    /// Who wrote the last of it.
    public var by: String?
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
  /// - Parameter by: who wrote it, until a line says otherwise.
  public func sheet(_ text: String, by: String?) -> Sheet {
    var sheet = Sheet(by: by)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let text = String(line)
      switch reading(text) {
      case .nothing: break
      case .by(let initials): sheet.by = initials
      case .wrong(let reason): sheet.wrong.append(Line(number: index + 1, text: text, result: reason))
      case .note(let note):
        let draft = Draft(partition: .night(night), at: note.moment, by: sheet.by, body: note.body)
        sheet.notes.append(Line(number: index + 1, text: text, result: draft))
        if let remark = note.remark { sheet.remarks.append(Line(number: index + 1, text: text, result: remark)) }
      }
    }
    return sheet
  }
}
