internal import CellUI
internal import NightModel
internal import Text

/// One entry, field by field, and the values its fields can take. What is chosen is saved at once.
extension App {
  func entryScene(_ target: Target) -> Scene {
    guard let item = record.item(target) else { return Scene("entry", "This entry is not there any more") }
    var scene = Scene("entry", "\(clock.words(item.at)) \(item.words(catalogue))")
    scene.facts = facts(of: item)
    if item.isRetracted { return takenBack(item, target, scene) }
    if item.subject.isPage { return pageEntryScene(target, item) }
    let fields = item.subject.fields.filter { $0.rule != .moment && $0 != .source }
    var items = fields.enumerated().map { index, field in
      SceneItem(
        field.rawValue, field.label(for: item.subject), state: field.words(item.details[field], for: item.subject),
        digit: index < 6 ? index + 1 : nil,
        field.isChosen(for: item.subject) || item.conflicts[field] != nil
          ? .open(.choice(target, field)) : .type(.field(target, field)))
    }
    // The same digits on every entry, so that a practised hand never takes back what it meant to note.
    items.append(
      SceneItem("origin", "Who wrote it, who says so", state: origin(of: item), digit: 7, .open(.entryOrigin(target))))
    items.append(SceneItem("time", "When", state: NightWords.moment(item.at, clock), digit: 8, .open(.time(target))))
    items.append(SceneItem("retract", "Take this entry back", digit: 9, .retract(target)))
    scene.list = SceneList(items + [.back], numbering: fields.count <= 6 ? .own : .inOrder)
    return scene
  }

  private func origin(of item: Item) -> String {
    let source = item.details[.source].map { Field.source.words($0, for: item.subject).lowercasedFirst }
    return [item.by?.forDisplay ?? "not said", source].compactMap { $0 }.joined(separator: ", ")
  }

  /// An entry that was taken back can be looked at and brought back.
  private func takenBack(_ item: Item, _ target: Target, _ scene: Scene) -> Scene {
    var scene = scene
    let timeline = record.nights[target.night]?.timeline
    let history = SceneItem("history", "What it said before", .open(.history(target)))
    guard let timeline, timeline.takenBack.contains(where: { $0.id == item.id }) else {
      scene.facts.append(.init("", "Taken back, because another entry stands for it. Undo brings it back."))
      scene.list = SceneList([history, .back])
      return scene
    }
    let together = timeline.comesBack(with: item).count
    scene.facts.append(
      .init(
        "",
        "Taken back; it counts nowhere."
          + (together == 0 ? "" : " What was taken back with it comes back with it: \(together) more.")))
    scene.list = SceneList([
      SceneItem("bring-back", "Bring it back", .feature(.entry(.bringBack(target)))), history, .back,
    ])
    return scene
  }

  func facts(of item: Item) -> [Fact] {
    var facts = [Fact("when:", NightWords.moment(item.at, clock))]
    if let by = item.by { facts.append(.init("written by:", by.forDisplay)) }
    if let symptom = item.subject.symptom.flatMap({ catalogue.symptom($0) }) { facts.append(.init("", symptom.what)) }
    if case .environment = item.subject {
      facts.append(.init("", "What was seen in this night; how it stands now is in the list of the sleep environment."))
    }
    if let note = item.details.text(.note) { facts.append(.init("note:", note.forDisplay)) }
    if let edited = item.editedWords(clock) {
      facts.append(.init("", "\(edited.capitalizedFirst); what it said before is kept."))
    }
    return facts + conflictFacts(item)
  }

  func timeScene(_ target: Target) -> Scene {
    var scene = Scene("time", "When it happened")
    guard let item = record.item(target) else { return scene }
    scene.facts = [
      .init("", "\(NightWords.moment(item.at, clock)) \(item.words(catalogue))"),
      .init("", "To another night: type date and time, as \(item.at.date) \(item.at.time)."),
    ]
    let steps = [-5, -15, -60, 5, 15, 60].map { minutes in
      SceneItem(
        "shift\(minutes)",
        "\(NightWords.duration(abs(minutes))) \(minutes < 0 ? "earlier" : "later")",
        .feature(.entry(.shift(target, minutes: minutes))))
    }
    let typed = SceneItem("typed", "Type the time", .type(.time(target)))
    scene.list = SceneList(versionItems(.at, of: item, target) + steps + [typed, .back])
    return scene
  }

  func choiceScene(_ target: Target, _ field: Field) -> Scene {
    let subject = record.item(target)?.subject ?? .note
    var scene = Scene("choice", field.label(for: subject))
    if let item = record.item(target) { scene.facts = [.init("", "\(clock.words(item.at)) \(item.words(catalogue))")] }
    var items = record.item(target).map { versionItems(field, of: $0, target) } ?? []
    let isApart = !items.isEmpty
    var choices = field.choices(for: subject)
    if field == .by { choices = writers.map { ($0.initials, .text($0.initials)) } }
    items += choices.enumerated().map { index, choice in
      SceneItem(
        "value-\(choice.label)", choice.label, heading: isApart && index == 0 ? "Or say it anew" : nil,
        .amend(target, [field: choice.value]))
    }
    if field.isTypedToo {
      items.append(SceneItem("typed", "Something else: type it", .type(.field(target, field))))
    }
    if field != .state { items.append(SceneItem("blank", "Leave it blank", .amend(target, [field: FieldValue?.none]))) }
    scene.list = SceneList(items + [.back])
    return scene
  }

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
    case .trends, .handover, .report: break
    case .answer(let question): return answerScene(entry, question)
    case .note: break
    case .medicine: (scene.title, label) = ("Medicine", "Its name")
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
    case .time(let target):
      scene.title = record.item(target).map { "\(clock.words($0.at)) \($0.words(catalogue))" } ?? "When"
      label = "Time, as 02:15, or \(tonight) 23:10"
    case .end(let target):
      scene.title = record.item(target).map { "\(clock.words($0.at)) \($0.words(catalogue))" } ?? "When"
      label = "Its end, as 06:40"
    case .field(let target, let field):
      let item = record.item(target)
      label = field.label(for: item?.subject ?? .note)
      scene.title = item.map { "\(clock.words($0.at)) \($0.words(catalogue))" } ?? label
      if case .number(let range) = field.rule { label += " (\(range.lowerBound)-\(range.upperBound))" }
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
      SceneItem("save", form.doing.label, digit: digitsType(entry) ? nil : 1, .finishText),
    ]
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

extension Subject {
  fileprivate var symptom: String? {
    guard case .symptom(let id) = self else { return nil }
    return id
  }
}
