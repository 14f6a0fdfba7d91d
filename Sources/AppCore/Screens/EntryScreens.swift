internal import CellUI
internal import NightModel

/// One entry, field by field, and the values its fields can take. What is chosen is saved at once.
extension App {
  func entryScene(_ target: Target) -> Scene {
    guard let item = record.item(target) else { return Scene("entry", "This entry is not there any more") }
    var scene = Scene("entry", "\(clock.words(item.at)) \(item.words(catalogue))")
    scene.facts = facts(of: item)
    if item.isRetracted {
      scene.facts.append(.init("", "Taken back. Undo brings it back if that was the last thing done."))
      return scene
    }
    let fields = item.subject.fields.filter { $0.rule != .moment && $0 != .state }
    var items = fields.enumerated().map { index, field in
      SceneItem(
        field.rawValue, field.label(for: item.subject), state: field.words(item.details[field]),
        digit: index < 7 ? index + 1 : nil,
        field.isChosen ? .open(.choice(target, field)) : .type(.field(target, field)))
    }
    // The same digits on every entry, so that a practised hand never takes back what it meant to note.
    items.append(SceneItem("time", "When", state: clock.words(item.at), digit: 8, .open(.time(target))))
    items.append(SceneItem("retract", "Take this entry back", digit: 9, .retract(target)))
    scene.list = SceneList(items + [.back], numbering: fields.count <= 7 ? .own : .inOrder)
    return scene
  }

  private func facts(of item: Item) -> [Fact] {
    var facts = [Fact("when:", "\(NightWords.day(item.at.date)) \(clock.words(item.at))")]
    if let by = item.by { facts.append(.init("written by:", by.forDisplay)) }
    if let symptom = item.subject.symptom.flatMap({ catalogue.symptom($0) }) { facts.append(.init("", symptom.what)) }
    if let note = item.details.text(.note) { facts.append(.init("note:", note.forDisplay)) }
    if item.isCorrected { facts.append(.init("", "Edited; what it said before is kept.")) }
    return facts
  }

  func timeScene(_ target: Target) -> Scene {
    var scene = Scene("time", "When it happened")
    guard let item = record.item(target) else { return scene }
    scene.facts = [.init("", "\(NightWords.day(item.at.date)) \(clock.words(item.at)) \(item.words(catalogue))")]
    let steps = [-5, -15, -60, 5, 15, 60].map { minutes in
      SceneItem(
        "shift\(minutes)",
        "\(NightWords.duration(abs(minutes))) \(minutes < 0 ? "earlier" : "later")",
        .shiftEntry(target, minutes: minutes))
    }
    scene.list = SceneList(steps + [SceneItem("typed", "Type the time", .type(.time(target))), .back])
    return scene
  }

  func choiceScene(_ target: Target, _ field: Field) -> Scene {
    let subject = record.item(target)?.subject ?? .note
    var scene = Scene("choice", field.label(for: subject))
    if let item = record.item(target) { scene.facts = [.init("", "\(clock.words(item.at)) \(item.words(catalogue))")] }
    var items = field.choices.map { choice in
      SceneItem("value-\(choice.label)", choice.label, .amend(target, [field: choice.value]))
    }
    if field.isTypedToo {
      items.append(SceneItem("typed", "Something else: type it", .type(.field(target, field))))
    }
    items.append(SceneItem("blank", "Leave it blank", .amend(target, [field: FieldValue?.none])))
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func settingLabels(_ key: String) -> (title: String, label: String) {
    guard let known = PlanKey.find(key) else { return (key.forDisplay, "Value") }
    if case .date = known.rule { return (known.title(key, catalogue), "Date, as \(now.date)") }
    return (known.title(key, catalogue), known.label)
  }

  func textScene(_ entry: TextEntry) -> Scene {
    var label = "Note"
    var scene = Scene("text", "Note on the night")
    switch entry.purpose {
    case .note: break
    case .medicine: (scene.title, label) = ("Medicine", "Its name")
    case .date: (scene.title, label) = ("Go to a night", "Date, as \(tonight)")
    case .search: (scene.title, label) = ("Search all nights", "Look for")
    case .guideSearch: (scene.title, label) = ("Search the guide", "Words to look for")
    case .setting(let key): (scene.title, label) = settingLabels(key)
    case .member("people"): (scene.title, label) = ("Who helps at night", "Initials")
    case .member("away"): (scene.title, label) = ("A night away", "Date of its evening, as \(tonight)")
    case .member("mark"): (scene.title, label) = ("Mark a change", "First night with it, as \(tonight)")
    case .nights(let isFirst):
      scene.title = isFirst ? "The first nights to compare" : "The second nights to compare"
      label = "From and to, as \(tonight.adding(days: -6)) to \(tonight)"
    case .member("number"): (scene.title, label) = ("A phone number", "Whose it is")
    case .member: (scene.title, label) = ("A medicine", "Its name")
    case .paperNight: (scene.title, label) = ("Paper notes of another night", "Date of its evening, as \(tonight)")
    case .handover(let kind): (scene.title, label) = kind.question
    case .paper(let night):
      (scene.title, scene.shortTitle, label) = (paperTitle(night), Sitting.title(night), "A line, as 2310 turn left")
      (scene.facts, scene.log, scene.factRows) = (preview(of: night), paperLog(night), 2)
    case .ownItem(let group):
      scene.title = catalogue.groups.first { $0.id == group }?.label ?? group
      label = "An item of your own, in a few words"
    case .time(let target):
      scene.title = record.item(target).map { "\(clock.words($0.at)) \($0.words(catalogue))" } ?? "When"
      label = "Time, as 02:15"
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
      SceneItem(
        "save",
        entry.purpose.savesNothing ? "Go on" : [.guideSearch, .search].contains(entry.purpose) ? "Search" : "Save",
        digit: 1, .finishText),
    ]
    if case .setting(let key) = entry.purpose, record.plan.value(key) != nil {
      items.append(SceneItem("blank", "Leave it blank", digit: 2, .set(key, "")))
    }
    scene.list = SceneList(items + [.back], numbering: .own)
    return scene
  }
}

extension Subject {
  fileprivate var symptom: String? {
    guard case .symptom(let id) = self else { return nil }
    return id
  }
}

extension Field {
  /// What the field is called in a list.
  fileprivate func label(for subject: Subject) -> String {
    switch self {
    case .value: "How bad, 0 to 10"
    case .minutes: "How many minutes"
    case .side: "Which side"
    case .what: subject == .event(.medicine) ? "Which medicine" : "What"
    case .place: "Where on the body"
    case .helped: "What helped"
    case .woke: "Did it wake the person"
    case .source: "Who says so"
    case .note: subject == .handover(.line) ? "For whoever comes" : "Note"
    case .who: "Who is expected, and when"
    case .sol: "Minutes to fall asleep"
    case .wakings: "Times woken"
    case .waso: "Minutes awake"
    case .tryAfter: "Minutes trying after it"
    case .quality: "Quality, 1 to 5"
    case .rested: "Rested, 1 to 5"
    case .headache: "Headache"
    case .naps: "Minutes of naps"
    case .slept: "Minutes slept"
    case .up: "Times up"
    case .stretch: "Minutes of longest stretch"
    case .wornOut: "Worn out, 0 to 10"
    case .relief: "Relief needed"
    default: optionName
    }
  }

  /// What stands in it, in the words of its list.
  fileprivate func words(_ value: FieldValue?) -> String {
    guard let value else { return "blank" }
    return choices.first { $0.value == value }?.label ?? value.words
  }

  /// True if its values are picked from a list.
  fileprivate var isChosen: Bool { !choices.isEmpty }

  /// True if the list is not all that can stand in it.
  fileprivate var isTypedToo: Bool {
    switch rule {
    case .text: true
    case .number(let range): range.count > choices.count
    default: false
    }
  }

  /// The values to pick from.
  fileprivate var choices: [(label: String, value: FieldValue)] {
    switch (self, rule) {
    case (.minutes, _): [1, 2, 5, 10, 15, 20, 30, 45, 60, 90].map { ("\($0) min", .number($0)) }
    case (.source, _):
      [
        ("Said by the person", .text("said")), ("Seen by the caregiver", .text("seen")),
        ("Read off a machine", .text("read-off")),
      ]
    case (.place, _):
      [
        "left calf", "right calf", "left foot", "right foot", "left thigh", "right thigh", "left hand", "right hand",
        "shoulders", "neck", "back", "buttocks", "knees", "face",
      ].map { ($0.capitalizedFirst, .text($0)) }
    case (.helped, _):
      ["turning", "adjusting", "stretching", "suction", "cough assist", "medicine", "company", "nothing"]
        .map { ($0.capitalizedFirst, .text($0)) }
    case (_, .flag): [("Yes", .flag(true)), ("No", .flag(false))]
    case (_, .choice(let words)): words.map { ($0.capitalizedFirst, .text($0)) }
    case (_, .number(let range)) where range.count <= 11: range.map { ("\($0)", .number($0)) }
    default: []
    }
  }
}
