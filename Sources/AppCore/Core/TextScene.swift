internal import CellUI
internal import NightModel
internal import Text

/// Text fields.
extension App {
  private func settingLabels(_ key: String) -> (title: String, label: String) {
    guard let known = PlanKey.find(key) else { return (key.forDisplay, "Value") }
    if case .date = known.rule { return (known.title(key, catalogue), "Date, as \(now.date)") }
    return (known.title(key, catalogue), known.label)
  }

  /// True while one of the first questions is answered by typing.
  private var isWelcome: Bool {
    if case .welcome? = places.dropLast().last?.screen { true } else { false }
  }

  func textScene(_ entry: TextEntry) -> Scene {
    var label = "Note"
    var scene = Scene("text", "Note on the night")
    if let form = entry.purpose.form(context) { return textScene(entry, form) }
    switch entry.purpose {
    case .trends, .tonight, .answer, .completing, .entry, .handover, .report: break
    case .date: (scene.title, label) = ("Go to a night", "Date, as \(tonight)")
    case .search: (scene.title, label) = ("Search all nights", "Look for")
    case .guideSearch: (scene.title, label) = ("Search the guide", "Words to look for")
    case .setting(let key): (scene.title, label) = settingLabels(key)
    case .member("people"): (scene.title, label) = (isWelcome ? "Your initials" : "Who helps at night", "Initials")
    case .member("away"): (scene.title, label) = ("A night away", "Date of its evening, as \(tonight)")
    case .member("mark"): (scene.title, label) = ("Mark a change", "First night with it, as \(tonight)")
    case .member("number"): (scene.title, label) = ("A phone number", "Whose it is")
    case .member: (scene.title, label) = ("A medicine", "Its name")
    case .paperNight: (scene.title, label) = ("Paper notes of another night", "Date of its evening, as \(tonight)")
    case .paper(let night):
      (scene.title, scene.shortTitle, label) = (paperTitle(night), Sitting.title(night), "A line, as 2310 turn left")
      (scene.facts, scene.log, scene.factRows) = (preview(of: night), paperLog(night), 2)
    case .ownItem(let group):
      scene.title = catalogue.groups.first { $0.id == group }?.label ?? group
      label = "An item of your own, in a few words"
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
    if case .setting(let key) = entry.purpose, record.plan.value(key) != nil {
      items.append(SceneItem("blank", "Leave it blank", digit: 2, .set(key, "")))
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
    case .search, .guideSearch: ("Search", "searches")
    case .date, .paperNight: ("Go", "goes there")
    case .member("mark"), .member("number"): ("Go on", "goes on")
    default: ("Save", "saves")
    }
  }
}
