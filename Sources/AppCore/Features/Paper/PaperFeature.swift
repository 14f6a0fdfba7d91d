internal import CellUI
internal import NightModel
internal import Text

/// The paper notes of one night: what was typed off them, and the lines that wait to be mended.
public struct PaperFeature: Feature {
  let night: CivilDate
  /// What was written since the program began, in the order in which it was typed.
  private var written: [EntryAddress] = []
  private var waiting: [WaitingLine] = []
  /// How many lines have waited so far; what numbers them.
  private var waitedCount = 0
  /// True where its page was passed on the way to its line: it is passed on the way back too, unless a line waits there.
  private var isPassed = false
  /// Who wrote the paper, if a line said so.
  private var saidWriter: String?

  /// What a person can want of paper notes.
  public enum Intent: Hashable, Sendable {
    /// Saves the lines that can be read; the others wait.
    case take(String)
    /// Saves what stands in the field as the note it can be kept as.
    case takeAsNote(String)
    /// Saves a line that waits as the note it can be kept as.
    case keepAsNote(Int)
    /// Takes a line that waits into the field again.
    case mend(Int)
    /// Only passes the page on the way to its line.
    case pass
  }

  /// The paper notes of a night of which nothing was typed yet.
  init(_ night: CivilDate) { self.night = night }

  /// The paper notes of a night, where there is little room.
  static func title(_ night: CivilDate) -> String { "Paper notes \(NightWords.short(night))" }

  /// The paper notes of the night.
  var title: String { "Paper notes, \(NightWords.night(night))" }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .take(let text): return take(text, c)
    case .takeAsNote(let text): return takeAsNote(text, c)
    case .keepAsNote(let number):
      return c.unlessClosed { remove(number)?.asNote.map { [save([$0])] } ?? [] }
    case .mend(let number): return mend(number, c)
    case .pass:
      isPassed = true
      return []
    }
  }

  /// Who wrote the paper: as a line of it said, else who writes.
  func writer(_ c: Context) -> String? { saidWriter ?? c.by }

  /// What lines come to. Tonight a line without a time is of the moment it is typed.
  func sheet(_ text: String, _ c: Context) -> PaperNotes.Sheet {
    PaperNotes(night: night, times: c.times, now: c.now, plan: c.plan, typedAt: night == c.tonight ? c.now : nil)
      .sheet(text, by: writer(c), besides: c.record.night(night))
  }

  private mutating func take(_ text: String, _ c: Context) -> [Act] {
    let (sheet, before) = (sheet(text, c), waitedCount)
    if c.plan.isClosed { for line in sheet.notes { wait(line.text, "the record is closed") } }
    for line in sheet.wrong { wait(line.text, line.result.reason, asNote: line.result.asNote) }
    // Whoever a line named stays named, also if they are who writes: somebody else may write here before the next line.
    if sheet.by != writer(c) { saidWriter = sheet.by }
    let here = sheet.hereWords.map { "\($0)." }
    guard sheet.notes.isEmpty || c.plan.isClosed else {
      let remarks = [here].compactMap(\.self) + sheet.remarks.map { "\($0.result.capitalizedFirst)." }
      return [save(sheet.notes.map(\.result), remark: remarks.joined(separator: " "))]
    }
    if waitedCount > before { return [sayWaiting].compactMap(\.self) }
    let writer = writer(c).map { "\($0) wrote the lines that follow." }
    return [.say(here ?? writer ?? "Nothing in it was to be written down.")]
  }

  private mutating func takeAsNote(_ text: String, _ c: Context) -> [Act] {
    guard !c.plan.isClosed, let note = note(text, c) else { return take(text, c) }
    return [save([note])]
  }

  /// The note that a line can be kept as whose words are not known here; nil for any other.
  private func note(_ text: String, _ c: Context) -> Draft? { sheet(text, c).wrong.first?.result.asNote }

  private func save(_ drafts: [Draft], remark: String = "") -> Act {
    .save(drafts, .paper(night, remark: remark, waiting: waiting.count))
  }

  private var sayWaiting: Act? {
    waiting.last.map { line in
      let asNote = line.asNote == nil ? "" : " or saved as a note"
      return .say("Not saved: \(line.reason). It waits in the list behind this, to be mended\(asNote).")
    }
  }

  private mutating func wait(_ text: String, _ reason: String, asNote: Draft? = nil) {
    waitedCount += 1
    waiting.append(WaitingLine(number: waitedCount, text: text, reason: reason, asNote: asNote))
  }

  private mutating func remove(_ number: Int) -> WaitingLine? {
    waiting.firstIndex { $0.number == number }.map { waiting.remove(at: $0) }
  }

  private mutating func mend(_ number: Int, _ c: Context) -> [Act] {
    guard let line = remove(number) else { return [] }
    let key = FieldKey.paper(.line(night))
    // What was begun meanwhile takes its place in the list.
    if let other = c.drafts[key] { wait(other.field.text, "it was begun and not saved yet") }
    return [.typeAnew(key, line.text)]
  }

  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    if case .paper(night, _, _) = saved.origin { written += saved.entries }
    return []
  }

  func needs(_ c: Context) -> Needs { Needs(nights: [night]) }

  /// All of it: a line that waits must be found again.
  var left: PaperFeature? {
    var left = self
    left.isPassed = false
    return left
  }

  func isOver(_ c: Context) -> Bool { isPassed && waiting.isEmpty }

  var unread: UnreadLines? {
    waiting.isEmpty
      ? nil
      : UnreadLines(night: night, notes: waiting.map { "not finished, \(Self.title(night)): \($0.text)" })
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("paper", title)
    scene.shortTitle = Self.title(night)
    scene.facts = [
      .init("", "A line is a time, what it was, the rest: 0330 cramp 7 calf 10m"),
      .init("", "Any order will do: times belong to this night. \"by AA\" says who wrote it."),
    ]
    if let writer = writer(c) { scene.facts.append(.init("written by:", writer.forDisplay)) }
    let line = FieldKey.paper(.line(night))
    let begun = c.drafts[line]?.field.text.forDisplay ?? ""
    var items = [SceneItem("write", "Type the notes of this night", state: begun, .type(line))]
    for line in waiting {
      let text = TextWidth.fit(line.text.forDisplay, columns: 28)
      items.append(
        SceneItem(
          "wrong-\(line.number)", "Mend: \(text)", state: line.reason, detail: line.reason,
          .feature(.paper(.mend(line.number)))))
      guard line.asNote != nil else { continue }
      items.append(
        SceneItem("note-\(line.number)", "As a note: \(text)", .feature(.paper(.keepAsNote(line.number)))))
    }
    items.append(SceneItem("another-night", "Another night: type its date", .type(.paper(.anotherNight))))
    scene.list = SceneList(items + [.back])
    scene.log = log(c)
    return scene
  }

  /// What was written and still stands, newest first.
  func log(_ c: Context) -> Scene.Lines {
    let items = written.reversed().compactMap { c.record.item($0) }.filter { !$0.isRetracted }
    return Scene.Lines(count: items.count) { c.line(of: items[$0]) }
  }
}
