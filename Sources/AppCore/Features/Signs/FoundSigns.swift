internal import NightModel
internal import Text

/// What the rules found in the record, and what was written and stands on the list too: few, calm, each with everything
/// behind it.
extension SignsFeature {
  /// What is said above the list: how much was looked at, and what cannot be compared yet.
  func foundFacts(_ c: Context) -> [Fact] { (c.record.signs?.remarks ?? []).map { Fact("", $0) } }

  /// What was found, each a line: those to call about first, then what the team was told of, what ended, and what was
  /// written and is repeated.
  func foundItems(_ c: Context) -> [SceneItem] {
    guard let signs = c.record.signs else { return [] }
    let untold = signs.findings.untold
    let groups = [
      ("Found: call today", untold.filter { $0.rule.level == .today }),
      ("Found: mention at next visit", untold.filter { $0.rule.level == .mention }),
      ("Found, and the team was told", signs.findings.filter(\.isTold)), ("Not so any more", signs.ended),
    ]
    return groups.flatMap { heading, findings in
      findings.enumerated().map { index, finding in
        SceneItem(
          "found-\(finding.rule.id)", finding.title(c.catalogue), state: finding.shortExtent(asOf: c.tonight),
          heading: index == 0 ? heading : nil, .open(.foundSign(finding.rule.id)))
      }
    } + echoItems(signs, c)
  }

  private func echoItems(_ signs: SignState, _ c: Context) -> [SceneItem] {
    signs.echoes.enumerated().map { index, echo in
      SceneItem(
        "wrote-\(index)", echo.title(c.catalogue),
        state: [echo.days, echo.inList(c.catalogue)].filter { !$0.isEmpty }.joined(separator: ", "),
        heading: index == 0 ? SignWords.echoes : nil, .open(.night(echo.nights[0])))
    }
  }

  func foundSign(_ id: String, _ c: Context) -> Scene {
    guard let found = c.record.finding(of: id) else {
      var scene = Scene("found-sign", SignRule.standard.first { $0.id == id }?.label ?? id.forDisplay)
      if c.record.isWatched { scene.facts = [Fact("", "No rule applies in the nights looked at now.")] }
      scene.list = SceneList(whatToDo(nil, c) + [.back])
      return scene
    }
    var scene = Scene("found-sign", found.title(c.catalogue))
    scene.facts = [Fact("", found.sentence(c.catalogue, asOf: c.tonight))]
    if found.span.ended == nil { scene.facts += levelFacts(found.rule.level, c) }
    scene.facts += found.facts(c.catalogue, withDates: false)
    let nights = found.nights.reversed().enumerated().map { index, night in
      SceneItem(
        "night-\(night.night)", NightWords.fullDay(night.night), state: found.figure(of: night),
        heading: index == 0 ? "The nights" : nil, .open(.night(night.night)))
    }
    scene.list = SceneList(whatToDo(found, c) + nights + [.back])
    return scene
  }

  /// What can be done about a sign.
  private func whatToDo(_ found: SignFinding?, _ c: Context) -> [SceneItem] {
    var items: [SceneItem] = []
    if let found, found.span.ended == nil {
      let told = Setting(.told, found.rule.id)
      items.append(
        found.isTold
          ? SceneItem("not-told", "We have not told the team yet", .set(told, ""))
          : SceneItem("told", "We told the team", .set(told, "\(c.now.date)")))
      if found.rule.nightsToCompare != nil {
        items.append(
          SceneItem(
            "anew", "Count anew from here", detail: "A new usual is looked for from tonight on.",
            .set(Setting(.countAnew, found.rule.id), "\(c.tonight)")))
      }
    }
    items += [
      SceneItem("report", "Tell the clinic: make the report", .open(.report)),
      SceneItem("card", "Your numbers: emergency card", .open(.card)),
    ]
    items[0].heading = "What you can do"
    return items
  }
}
