internal import NightModel
internal import Text

/// When an entry happened, the values of its fields, who wrote it and how it came to read as it does.
extension EntryFeature {
  func time(_ c: Context) -> Scene {
    var scene = Scene("time", "When it happened")
    guard let item = c.record.item(target) else { return scene }
    scene.facts = [.init("", "\(NightWords.moment(item.at, c.clock)) \(item.words(c.catalogue))")]
    let steps = [-5, -15, -60, 5, 15, 60].map { minutes in
      SceneItem(
        "shift\(minutes)", "\(NightWords.duration(abs(minutes))) \(minutes < 0 ? "earlier" : "later")",
        .feature(.entry(.shift(minutes: minutes))))
    }
    let typed = SceneItem(SceneItem.typedID, "Type the time", .type(.entry(.time(target))))
    scene.list = SceneList(versionItems(.at, of: item, c) + steps + [typed, .back])
    return scene
  }

  func moving(_ moment: Instant, _ remark: String?, _ c: Context) -> Scene {
    var scene = Scene("moving", "When it happened")
    guard let item = c.record.item(target) else { return scene }
    let spoken = NightWords.moment(moment, c.clock)
    let night = c.plan.nightRule.night(of: moment)
    scene.facts = [
      .init("", "\(NightWords.moment(item.at, c.clock)) \(item.words(c.catalogue))"), .init("new time:", spoken),
    ]
    if let remark { scene.facts.append(.init("", "\(remark.capitalizedFirst).")) }
    let isElsewhere = item.subject.movesWithItsTime && night != target.night
    if isElsewhere { scene.facts.append(.init("", "That is the \(NightWords.night(night)); the entry goes there.")) }
    if moment.milliseconds > c.now.milliseconds {
      scene.facts.append(.init("", "\(spoken) is still to come. Written so on purpose?"))
    }
    scene.list = SceneList([
      SceneItem("change", "Change it: type another time", .feature(.entry(.type(.time(target))))),
      SceneItem("keep", isElsewhere ? "Move it there" : "Keep it as typed", .feature(.entry(.moveAnyway(moment)))),
      .back,
    ])
    return scene
  }

  func choice(_ field: NightModel.Field, _ c: Context) -> Scene {
    let item = c.record.item(target)
    let subject = item?.subject ?? .note
    var scene = Scene("choice", field.label(for: subject))
    if let item { scene.facts = [.init("", "\(c.clock.words(item.at)) \(item.words(c.catalogue))")] }
    var items = item.map { versionItems(field, of: $0, c) } ?? []
    let isApart = !items.isEmpty
    let choices =
      field == .by
      ? c.writers.map { ($0.initials, FieldValue.text($0.initials)) } : field.choices(for: subject, c.catalogue)
    if field == .value, !subject.isWithoutGrade {
      items.append(SceneItem("anew", "Say it anew", .feature(.entry(.open(.grades)))))
      scene.list = SceneList(items + [.back])
      return scene
    }
    items += choices.enumerated().map { index, choice in
      SceneItem(
        "value-\(choice.1.words)", choice.0, heading: isApart && index == 0 ? "Or say it anew" : nil,
        .feature(.entry(.choose(field, choice.1))))
    }
    if field.isTypedToo {
      items.append(
        SceneItem(SceneItem.typedID, "Something else: type it", .feature(.entry(.type(.field(target, field))))))
    }
    if field != .state { items.append(SceneItem("blank", "Leave it blank", .feature(.entry(.choose(field, nil))))) }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// How bad it was. Leaving it comes first, so that one key too many changes nothing.
  func grades(isHigh: Bool, _ c: Context) -> Scene {
    var scene = Scene(isHigh ? "high-grades" : "grades", NightModel.Field.value.label(for: .note))
    guard let item = c.record.item(target) else { return scene }
    scene.facts = [.init("", "\(c.clock.words(item.at)) \(item.words(c.catalogue))")]
    func grade(_ value: Int) -> AppCore.Intent { .feature(.entry(.choose(.value, .number(value)))) }
    let stands = item.details.number(.value) != nil
    let leave = SceneItem(
      "leave", stands ? "Leave it as it is" : "Leave it blank", digit: 0, .feature(.entry(.leaveGrade)))
    let blank = SceneItem("blank", "Make it blank", digit: 3, .feature(.entry(.choose(.value, nil))))
    let grades =
      isHigh
      ? GradeItems.high(grade) + (stands ? [blank] : [])
      : GradeItems.low(c, more: .feature(.entry(.open(.highGrades))), grade)
    scene.list = SceneList([leave] + grades, numbering: .own)
    return scene
  }

  func origin(_ c: Context) -> Scene {
    guard let item = c.record.item(target) else { return Scene("entry-origin", "This entry is not there any more") }
    var scene = Scene("entry-origin", "\(c.clock.words(item.at)) \(item.words(c.catalogue))")
    var items = [
      SceneItem(
        "by", "Who wrote it", state: item.by?.forDisplay ?? "blank", .feature(.entry(.open(.choice(.by)))))
    ]
    if item.subject.fields.contains(.source) {
      items.append(
        SceneItem(
          "source", "Who says so", state: Field.source.words(item.details[.source], for: item.subject, c.catalogue),
          .feature(.entry(.open(.choice(.source))))))
    }
    let count = c.record.nights[target.night]?.timeline.versions(of: item).count ?? 1
    items.append(
      SceneItem(
        "history", "What it said before", state: count > 1 ? "\(count) versions" : "never changed",
        .feature(.entry(.open(.history)))))
    scene.list = SceneList(items + [.back])
    return scene
  }

  func history(_ c: Context) -> Scene {
    guard let item = c.record.item(target), let timeline = c.record.nights[target.night]?.timeline else {
      return Scene("history", "This entry is not there any more")
    }
    var scene = Scene("history", "\(c.clock.words(item.at)) \(item.words(c.catalogue))")
    scene.isReading = true
    scene.facts = timeline.versions(of: item).flatMap { version -> [Fact] in
      guard !version.changes.isEmpty else {
        let first = Timeline([version.entry]).all.first?.words(c.catalogue) ?? ""
        return [
          Fact("\(when(version.at, version.by, c)):", "written, \(c.clock.words(version.entry.at)) \(first)")
        ]
      }
      return version.changes.map { change in
        Fact("\(when(version.at, version.by, c)):", words(change, item.subject, c))
      }
    }
    if timeline.wasMovedHere(item) {
      scene.facts.insert(Fact("", "It was moved here from another night, where its earlier versions are kept."), at: 0)
    }
    for taker in timeline.takers(of: item) {
      scene.facts.append(Fact("\(when(taker.at, taker.by, c)):", "taken back"))
    }
    return scene
  }

  private func when(_ at: Instant, _ by: String?, _ c: Context) -> String {
    NightWords.moment(at, c.clock) + (by.map { " \($0.forDisplay)" } ?? "")
  }

  /// A field before and after: `which side: left -> right`.
  private func words(_ change: Timeline.Change, _ subject: Subject, _ c: Context) -> String {
    let (before, after) = (
      words(change.before, change.field, subject, c), words(change.after, change.field, subject, c)
    )
    return "\(change.field.label(for: subject).lowercasedFirst): \(before) -> \(after)"
  }

  /// What stands in a field, a moment with its day.
  private func words(_ value: FieldValue?, _ field: NightModel.Field, _ subject: Subject, _ c: Context) -> String {
    if case .moment(let moment)? = value { return NightWords.moment(moment, c.clock) }
    return field.words(value, for: subject, c.catalogue)
  }

  /// The versions of a field that were made apart, to be chosen from.
  private func versionItems(_ field: NightModel.Field, of item: Item, _ c: Context) -> [SceneItem] {
    let versions = c.record.nights[target.night]?.timeline.conflicting(field, of: item) ?? []
    return versions.enumerated().map { index, version in
      let value = version.changes.first { $0.field == field }?.after
      return SceneItem(
        "version-\(index)", words(value, field, item.subject, c), state: "written \(when(version.at, version.by, c))",
        heading: index == 0 ? "Written apart: which stands?" : nil, .feature(.entry(.choose(field, value))))
    }
  }

  /// What is read above its fields.
  func facts(of item: Item, _ c: Context) -> [Fact] {
    var facts = [Fact("when:", NightWords.moment(item.at, c.clock))]
    if let by = item.by { facts.append(.init("written by:", by.forDisplay)) }
    if case .symptom(let id) = item.subject, let symptom = c.catalogue.symptom(id) {
      facts.append(.init("", symptom.what))
    }
    if case .environment = item.subject {
      facts.append(.init("", "What was seen in this night; how it stands now is in the list of the sleep environment."))
    }
    if let note = item.details.text(.note) { facts.append(.init("note:", note.forDisplay)) }
    if let edited = item.editedWords(c.clock) {
      facts.append(.init("", "\(edited.capitalizedFirst); what it said before is kept."))
    }
    return facts + conflictFacts(item, c)
  }

  /// The fields of an entry that two people changed without knowing of each other.
  private func conflictFacts(_ item: Item, _ c: Context) -> [Fact] {
    NightModel.Field.allCases.filter { item.conflicts[$0] != nil }.map { field in
      let values = (item.conflicts[field] ?? []).map { field.words($0, for: item.subject, c.catalogue) }
      return Fact(
        "",
        "Two versions of \"\(field.label(for: item.subject).lowercasedFirst)\", written apart: "
          + "\(values.joined(separator: ", or ")). Open it to choose.")
    }
  }
}
