internal import CellUI
internal import NightModel
internal import Text

/// Text fields.
extension App {
  func textScene(_ entry: TextEntry) -> Scene {
    var label = "Note"
    var scene = Scene("text", "Note on the night")
    if let form = entry.purpose.form(context) { return textScene(entry, form) }
    switch entry.purpose {
    case .pastNights, .trends, .tonight, .answer, .completing, .entry, .handover, .report, .plan, .start, .guide: break
    case .paperNight: (scene.title, label) = ("Paper notes of another night", "Date of its evening, as \(tonight)")
    case .paper(let night):
      (scene.title, scene.shortTitle, label) = (paperTitle(night), Sitting.title(night), "A line, as 2310 turn left")
      (scene.facts, scene.log, scene.factRows) = (preview(of: night), paperLog(night), 2)
    }
    scene.field = Scene.Field(label: label, text: entry.field, isTyping: entry.isTyping)
    // The field has no digit: who has only digits could not get out of it again.
    var items = [
      SceneItem("type", "Type", state: entry.field.text.forDisplay, .resumeTyping),
      SceneItem("save", entry.purpose.doing.label, digit: digitsType(entry) ? nil : 1, .finishText),
    ]
    if case .paper(let night) = entry.purpose, sittings[night]?.look?.wrong.first?.result.asNote != nil {
      items.append(SceneItem("as-note", "Save it as a note", digit: 2, .feature(.paper(.keepAsNote(night, line: nil)))))
    }
    scene.list = SceneList(items + [.back], numbering: .own)
    return scene
  }

  /// The screen of a text field, by what it shows and takes.
  private func textScene(_ entry: TextEntry, _ form: TextForm) -> Scene {
    var scene = Scene("text", form.title)
    (scene.shortTitle, scene.facts) = (form.shortTitle, form.facts)
    scene.field = Scene.Field(label: form.label, text: entry.field, isTyping: entry.isTyping)
    // The field has no digit: who has only digits could not get out of it again.
    let items = [
      SceneItem("type", "Type", state: entry.field.text.forDisplay, .resumeTyping),
      SceneItem("save", form.doing.label, digit: digitsType(entry) && !form.savesByDigit ? nil : 1, .finishText),
    ]
    scene.lineHint = form.lineHint
    scene.list = SceneList(items + form.more + [.back], numbering: .own)
    return scene
  }
}

extension FieldKey {
  /// What is done with the text once it is typed, and that it does so.
  var doing: (label: String, does: String) {
    switch self {
    case .paperNight: ("Go", "goes there")
    default: ("Save", "saves")
    }
  }
}
