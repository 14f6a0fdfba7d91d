internal import CellUI
internal import NightModel
internal import Text

/// Paper notes: which night, the lines that wait to be mended, and what was written in this sitting.
extension App {
  func paperTitle(_ night: CivilDate) -> String { "Paper notes, \(NightWords.night(night))" }

  func paperScene(_ night: CivilDate) -> Scene {
    var scene = Scene("paper", paperTitle(night))
    scene.shortTitle = Sitting.title(night)
    scene.facts = [
      .init("", "A line is a time, what it was, the rest: 0330 cramp 7 calf 10m"),
      .init("", "Any order will do: times belong to this night. \"by AA\" says who wrote it."),
    ]
    if let writer = paperWriter(night) { scene.facts.append(.init("written by:", writer.forDisplay)) }
    let begun = begun[.paper(night)]?.field.text.forDisplay ?? ""
    var items = [SceneItem("write", "Type the notes of this night", state: begun, .type(.paper(night)))]
    for line in sittings[night]?.wrong ?? [] {
      let text = TextWidth.fit(line.text.forDisplay, columns: 28)
      items.append(
        SceneItem(
          "wrong-\(line.number)", "Mend: \(text)", state: line.reason, detail: line.reason,
          .feature(.paper(.mend(night, line.number)))))
      guard line.asNote != nil else { continue }
      items.append(
        SceneItem("note-\(line.number)", "As a note: \(text)", .feature(.paper(.keepAsNote(night, line: line.number)))))
    }
    items.append(SceneItem("another-night", "Another night: type its date", .type(.paperNight)))
    scene.list = SceneList(items + [.back])
    scene.log = paperLog(night)
    return scene
  }

  /// What was written in this sitting and still stands, newest first.
  func paperLog(_ night: CivilDate) -> Scene.Lines {
    let items = (sittings[night]?.written ?? []).reversed().compactMap { record.item($0) }.filter { !$0.isRetracted }
    return Scene.Lines(items.map(context.line))
  }

  /// How the line in the field will be read, or why not.
  func preview(of night: CivilDate) -> [Fact] {
    let look = sittings[night]?.look
    if let wrong = look?.wrong.first { return [Fact("not yet:", wrong.result.reason)] }
    let here = look?.here.first?.result
    guard let draft = look?.notes.first?.result ?? here, let item = draft.item else {
      return [Fact("", "A time, what it was, the rest. Enter saves the line; an empty one ends.")]
    }
    let when = NightWords.moment(item.at, clock)
    let by = item.by.map { " · \($0.forDisplay)" } ?? ""
    return [Fact(here == nil ? "reads as:" : "here already:", "\(when)  \(item.words(catalogue))\(by)")]
      + (look?.remarks ?? []).map { Fact("", "\($0.result.capitalizedFirst).") }
  }
}
