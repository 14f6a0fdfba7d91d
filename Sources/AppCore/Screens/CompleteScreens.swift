internal import CellUI
internal import NightModel
internal import Text

/// To complete: the quick entries of a night, each with what it still lacks.
extension App {
  func toCompleteScene(_ date: CivilDate) -> Scene {
    var scene = Scene("to-complete", "To complete, \(NightWords.night(date))")
    scene.shortTitle = "To complete"
    let open = record.toComplete(date)
    guard !open.isEmpty else {
      scene.facts = [.init("", "Nothing is to complete in this night.")]
      return scene
    }
    scene.facts = [.init("", "One key was enough at night. Say more, or leave it as it is; both are fine.")]
    var items = open.map { entry in
      SceneItem(
        "\(entry.id)", "\(clock.words(entry.item.at))  \(entry.item.words(catalogue))", state: state(entry),
        .open(.completing(Target(night: date, id: entry.id))))
    }
    if acceptable(date).count > 1 {
      items.append(SceneItem("accept-all", "Leave all of it as it is", .feature(.entry(.acceptAll(date)))))
    }
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = 44
    return scene
  }

  private func state(_ entry: ToComplete) -> String {
    switch entry.lacks {
    case .whatItWas: "what was it?"
    case .end: "no end written"
    case .length(let interval): interval.question
    case .field(.side): "to which side?"
    case .field(.value): "how bad?"
    case .field: entry.item.subject == .event(.maskFix) ? "what was done?" : "what came?"
    }
  }

  func completingScene(_ target: Target) -> Scene {
    guard let item = record.item(target), !item.isRetracted else {
      return Scene("completing", "This entry is not there any more")
    }
    var scene = Scene("completing", "\(clock.words(item.at)) \(item.words(catalogue))")
    let gap = gap(of: target)
    scene.facts = [.init("", gap.map { question($0) } ?? "Nothing is to complete here any more.")]
    if let by = item.by { scene.facts.append(.init("written by:", by.forDisplay)) }
    var items = gap.map { answers($0, target) } ?? []
    if let gap, !gap.lacks.isLength {
      let label = if case .end = gap.lacks { "Leave it open" } else { "Leave it as it is" }
      items.append(SceneItem("as-is", label, .feature(.entry(.acceptAsIs(target)))))
    }
    items.append(SceneItem("retract", "Take this entry back", .retract(target)))
    items.append(SceneItem("fields", "All its fields", .open(.entry(target))))
    if items.contains(where: { $0.heading != nil }), let index = items.firstIndex(where: { $0.id == "as-is" }) {
      items[index].heading = "Or"
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func question(_ entry: ToComplete) -> String {
    switch entry.lacks {
    case .whatItWas: "What was it?"
    case .length(let interval): "\(interval.words(clock).capitalizedFirst). \(interval.question.capitalizedFirst)"
    case .end(let kind):
      "\(kind.beginning(clock.words(entry.item.at)).capitalizedFirst), no end written. \(kind.question)"
    case .field(.side): "To which side?"
    case .field(.value): "How bad was it, 0 (none) to 10 (worst imaginable)?"
    case .field: entry.item.subject == .event(.maskFix) ? "What was done?" : "What came?"
    }
  }

  private func answers(_ entry: ToComplete, _ target: Target) -> [SceneItem] {
    switch entry.lacks {
    case .whatItWas: return whatItWas(target)
    case .end: return [SceneItem("typed", "Type the time", .type(.end(target)))]
    case .length(let interval):
      return [
        SceneItem("as-is", "Yes, it is right", .feature(.entry(.acceptAsIs(target)))),
        SceneItem(
          "typed", "No, type when it ended first",
          .type(.end(Target(night: interval.start.night, id: interval.start.id)))),
        SceneItem("unsure", "Nobody knows: let it count nothing", .amend(target, [.asIs: .flag(false)])),
      ]
    case .field(let field):
      let choices = field.choices(for: entry.item.subject)
      let items = choices.map { choice in
        SceneItem("value-\(choice.label)", choice.label, .amend(target, [field: choice.value]))
      }
      guard field == .what else { return items }
      return items + [SceneItem("typed", "Something else: type it", .type(.field(target, field)))]
    }
  }

  /// All that a marked moment can have been: what Tonight writes, list by list, then every other symptom.
  private func whatItWas(_ target: Target) -> [SceneItem] {
    let menus: [Screen.Menu] = [.turn, .secretions, .mask, .breathing, .hurts, .more]
    var items: [SceneItem] = []
    var symptoms: Set<String> = []
    for menu in menus {
      let logs = menu.logs.filter { offers($0.needs) } + (menu == .turn ? [.event(.adjust)] : [])
      for (index, log) in logs.enumerated() {
        if case .symptom(let id) = log.subject { symptoms.insert(id) }
        items.append(
          SceneItem(
            log.id, log.words(catalogue), heading: index == 0 ? menu.title : nil, .feature(.entry(.become(target, log)))
          ))
      }
    }
    let medicines = record.plan.values(below: "medicine").map { Log(.event(.medicine), [.what: .text($0.name)]) }
    for (index, log) in medicines.enumerated() {
      let name = log.details[.what].map(\.words) ?? ""
      items.append(
        SceneItem(
          "medicine-\(name)", name, heading: index == 0 ? "Medicine" : nil, .feature(.entry(.become(target, log)))))
    }
    let others = catalogue.symptoms.filter { symptom in
      !symptoms.contains(symptom.id) && symptom.needs.allSatisfy { offers($0) }
    }
    for (index, symptom) in others.enumerated() {
      items.append(
        SceneItem(
          symptom.id, symptom.label, heading: index == 0 ? "Other symptoms" : nil,
          .feature(.entry(.become(target, .symptom(symptom.id))))))
    }
    return items + [
      SceneItem("typed", "Something else: type it", heading: "In words", .type(.field(target, .what)))
    ]
  }

  func takenBackScene(_ date: CivilDate) -> Scene {
    var scene = Scene("taken-back", "Taken back, \(NightWords.night(date))")
    scene.shortTitle = "Taken back"
    let timeline = record.nights[date]?.timeline
    let items = timeline?.takenBack ?? []
    scene.facts = [
      .init(
        "",
        items.isEmpty ? "Nothing was taken back in this night." : "None of it counts; each can be brought back.")
    ]
    scene.list = SceneList(
      items.map { item in
        let taker = timeline?.takers(of: item).last
        let by = taker?.by.map { " by \($0.forDisplay)" } ?? ""
        return SceneItem(
          "\(item.id)", "\(clock.words(item.at))  \(item.words(catalogue))",
          state: taker.map { "taken back \(clock.words($0.at))\(by)" } ?? "",
          .open(.entry(Target(night: date, id: item.id))))
      } + [.back])
    scene.list.labelColumns = 44
    return scene
  }
}
