internal import CellUI
internal import NightModel
internal import Text

/// Who wrote an entry, how it came to read as it does, and whether to move it.
extension App {
  func entryOriginScene(_ target: Target) -> Scene {
    guard let item = record.item(target) else { return Scene("entry-origin", "This entry is not there any more") }
    var scene = Scene("entry-origin", "\(clock.words(item.at)) \(item.words(catalogue))")
    var items = [
      SceneItem("by", "Who wrote it", state: item.by?.forDisplay ?? "blank", .open(.choice(target, .by)))
    ]
    if item.subject.fields.contains(.source) {
      items.append(
        SceneItem(
          "source", "Who says so", state: Field.source.words(item.details[.source], for: item.subject),
          .open(.choice(target, .source))))
    }
    let count = record.nights[target.night]?.timeline.versions(of: item).count ?? 1
    items.append(
      SceneItem(
        "history", "What it said before", state: count > 1 ? "\(count) versions" : "never changed",
        .open(.history(target))))
    scene.list = SceneList(items + [.back])
    return scene
  }

  func historyScene(_ target: Target) -> Scene {
    guard let item = record.item(target), let timeline = record.nights[target.night]?.timeline else {
      return Scene("history", "This entry is not there any more")
    }
    var scene = Scene("history", "\(clock.words(item.at)) \(item.words(catalogue))")
    scene.isReading = true
    scene.facts = timeline.versions(of: item).flatMap { version -> [Fact] in
      guard !version.changes.isEmpty else {
        let first = Timeline([version.entry]).all.first?.words(catalogue) ?? ""
        return [Fact("\(when(version.at, version.by)):", "written, \(clock.words(version.entry.at)) \(first)")]
      }
      return version.changes.map { change in
        Fact("\(when(version.at, version.by)):", words(change, item.subject))
      }
    }
    if timeline.wasMovedHere(item) {
      scene.facts.insert(Fact("", "It was moved here from another night, where its earlier versions are kept."), at: 0)
    }
    for taker in timeline.takers(of: item) {
      scene.facts.append(Fact("\(when(taker.at, taker.by)):", "taken back"))
    }
    return scene
  }

  private func when(_ at: Instant, _ by: String?) -> String {
    NightWords.moment(at, clock) + (by.map { " \($0.forDisplay)" } ?? "")
  }

  /// A field before and after: `which side: left -> right`.
  private func words(_ change: Timeline.Change, _ subject: Subject) -> String {
    let (before, after) = (words(change.before, change.field, subject), words(change.after, change.field, subject))
    return "\(change.field.label(for: subject).lowercasedFirst): \(before) -> \(after)"
  }

  /// What stands in a field, a moment with its day.
  private func words(_ value: FieldValue?, _ field: Field, _ subject: Subject) -> String {
    if case .moment(let moment)? = value { NightWords.moment(moment, clock) } else { field.words(value, for: subject) }
  }

  /// The versions of a field that were made apart, to be chosen from.
  func versionItems(_ field: Field, of item: Item, _ target: Target) -> [SceneItem] {
    let versions = record.nights[target.night]?.timeline.conflicting(field, of: item) ?? []
    return versions.enumerated().map { index, version in
      let value = version.changes.first { $0.field == field }?.after
      return SceneItem(
        "version-\(index)", words(value, field, item.subject), state: "written \(when(version.at, version.by))",
        heading: index == 0 ? "Written apart: which stands?" : nil, .amend(target, [field: value]))
    }
  }

  /// The fields of an entry that two people changed without knowing of each other.
  func conflictFacts(_ item: Item) -> [Fact] {
    Field.allCases.filter { item.conflicts[$0] != nil }.map { field in
      let values = (item.conflicts[field] ?? []).map { field.words($0, for: item.subject) }
      return Fact(
        "",
        "Two versions of \"\(field.label(for: item.subject).lowercasedFirst)\", written apart: "
          + "\(values.joined(separator: ", or ")). Open it to choose.")
    }
  }

  func movingScene(_ target: Target, _ moment: Instant, _ remark: String?) -> Scene {
    var scene = Scene("moving", "When it happened")
    guard let item = record.item(target) else { return scene }
    let spoken = NightWords.moment(moment, clock)
    let night = record.plan.nightRule.night(of: moment)
    scene.facts = [
      .init("", "\(NightWords.moment(item.at, clock)) \(item.words(catalogue))"),
      .init("new time:", spoken),
    ]
    if let remark { scene.facts.append(.init("", "\(remark.capitalizedFirst).")) }
    let isElsewhere = item.subject.movesWithItsTime && night != target.night
    if isElsewhere { scene.facts.append(.init("", "That is the \(NightWords.night(night)); the entry goes there.")) }
    if moment.milliseconds > now.milliseconds {
      scene.facts.append(.init("", "\(spoken) is still to come. Written so on purpose?"))
    }
    scene.list = SceneList([
      SceneItem("change", "Change it: type another time", .type(.time(target))),
      SceneItem(
        "keep", isElsewhere ? "Move it there" : "Keep it as typed", .feature(.entry(.moveAnyway(target, moment)))),
      .back,
    ])
    return scene
  }
}
