internal import NightModel
internal import Text

/// The morning of a night: what to complete, the diary with its proposals, and the ways from it.
extension App {
  /// The night a person means in the morning when none is named.
  var nightJustSlept: CivilDate { record.plan.nightRule.nightJustSlept(at: now) }

  /// The line of Tonight's list that leads to the morning of the night just slept.
  var morningItem: SceneItem {
    SceneItem("morning", "Morning", state: progress(nightJustSlept, .diary), .open(.morning(nightJustSlept)))
  }

  func morningScene(_ date: CivilDate) -> Scene {
    var scene = Scene("morning", "Morning after the \(NightWords.night(date))")
    scene.shortTitle = "Morning, \(NightWords.short(date))"
    scene.facts = maskFacts(date) + versionFacts(date, .diary)
    let proposed = proposals(date, .diary).count
    let open = record.toComplete(date).count
    let complete = open == 0 ? [] : [SceneItem("to-complete", "To complete: \(open)", .open(.toComplete(date)))]
    var items = complete + walkItems(date, .diary)
    if proposed > 0 {
      items.append(
        SceneItem(
          "confirm", "Confirm all that is proposed", state: "\(proposed)", .feature(.morning(.confirmProposals(date)))))
    }
    items += context.answerItems(date, .diary)
    let word = source.map { WhoSays.words(ofSource: $0) } ?? "not said"
    var more = [SceneItem("who-says-so", "Who says so, from here on", state: word, heading: "More", .open(.whoSays))]
    if date == tonight, !record.plan.isClosed {
      more.append(
        SceneItem(
          "getting-up", "Getting up", state: context.routine(.gettingUp).progress, .open(.checklist(.gettingUp))))
    }
    more +=
      [
        SceneItem("carer", "Caregiver's own night", state: progress(date, .carer), .open(.carerNight(date))),
        SceneItem("figures", "Figures", .open(.figures(date))),
      ] + entryItems(date, .diary)
    scene.list = SceneList(items + more + [.back])
    return scene
  }

  func carerNightScene(_ date: CivilDate) -> Scene {
    var scene = Scene("carer-night", "Caregiver's own night, \(NightWords.night(date))")
    scene.shortTitle = "Caregiver, \(NightWords.short(date))"
    scene.facts = versionFacts(date, .carer)
    if !record.plan.showsCarerFigures {
      scene.facts.insert(
        .init("", "It is shown here and nowhere else, unless you turn that on in the settings."), at: 0)
    }
    scene.list = SceneList(
      walkItems(date, .carer) + context.answerItems(date, .carer) + entryItems(date, .carer) + [.back])
    return scene
  }

  /// The ways to the entries a page is made of, one for each who began it apart: who wrote it, its versions, and the way
  /// to take it back.
  private func entryItems(_ date: CivilDate, _ subject: Subject) -> [SceneItem] {
    (answers(date, subject)?.items ?? []).map { item in
      SceneItem(
        "versions-\(item.id)", "Versions, who wrote it", state: item.by?.forDisplay ?? "",
        .open(.entry(Target(night: date, id: item.id))))
    }
  }

  private func walkItems(_ date: CivilDate, _ subject: Subject) -> [SceneItem] {
    record.plan.isClosed
      ? []
      : [
        SceneItem(
          "fill-in", "Fill in, question by question", state: progress(date, subject),
          .feature(.morning(.walk(date, subject))))
      ]
  }

  /// How much of a page is answered; empty if nothing is.
  private func progress(_ date: CivilDate, _ subject: Subject) -> String {
    guard let page = answers(date, subject) else { return "" }
    let all = subject.questions
    return "\(all.filter { page.details[$0] != nil }.count) of \(all.count)"
  }

  /// What two people said differently; both are kept, and answering the question settles it.
  private func versionFacts(_ date: CivilDate, _ subject: Subject) -> [Fact] {
    guard let page = answers(date, subject) else { return [] }
    return subject.questions.compactMap { field in
      page.versions[field].map { versions in
        Fact(
          "\(field.question(of: subject).lowercasedFirst), two versions:",
          versions.map { context.words(of: $0, field) }.joined(separator: "; "))
      }
    }
  }

  /// The mask of a night as it was written, to answer by.
  func maskFacts(_ date: CivilDate) -> [Fact] {
    let nights = (-1...1).compactMap { record.nights[date.adding(days: $0)] }
    let lasting = record.lasting(in: date)
    let short = Interval.pairs(.mask, in: nights, until: now).filter { interval in
      !interval.isLasting && interval.milliseconds(in: date, bounds: record.bounds) > 0
    }
    let worn = (short + lasting.filter { $0.kind == .mask }).sorted { $0.start.at < $1.start.at }
    return worn.map { interval in
      guard !interval.isLasting || interval.end == nil else {
        let doubt = interval.isUnconfirmed ? ", not confirmed" : ""
        return Fact("mask:", "\(interval.words(clock).dropFirst(5)), \(interval.hours ?? "") (as written\(doubt))")
      }
      let end = interval.end.map { "off \(clock.words($0.at))" } ?? "not noted as taken off"
      return Fact("mask:", "on \(clock.words(interval.start.at)), \(end) (as written)")
    }
  }

  func whoSaysScene() -> Scene {
    var scene = Scene("who-says", "Who says so")
    scene.facts = [.init("", "It goes with every answer you give from here on, until you change it.")]
    let words = ["said", "seen", "read-off"].map { word in
      SceneItem(
        word, WhoSays.words(ofSource: word).capitalizedFirst, state: saysSo == word ? "chosen" : "",
        .feature(.morning(.setSource(word))))
    }
    scene.list = SceneList(
      words + [
        SceneItem("not-said", "Not said", state: saysSo == nil ? "chosen" : "", .feature(.morning(.setSource(nil)))),
        .back,
      ])
    return scene
  }
}
