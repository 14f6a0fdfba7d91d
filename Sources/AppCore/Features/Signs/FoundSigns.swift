internal import NightModel
internal import Text

/// The signs found in the record: few, calm, each with everything behind it.
extension SignsFeature {
  /// What is said above the list where no sign is in it.
  func foundFacts(_ c: Context) -> [Fact] {
    guard c.record.isWatched else { return [] }
    guard let findings = c.record.signFindings else { return [.init("", SignWords.tooFew)] }
    return findings.isEmpty ? [.init("", SignWords.nothingFound)] : []
  }

  /// The signs found, each a line; those put aside come last and say so.
  func foundItems(_ c: Context) -> [SceneItem] {
    let signs = (c.record.signFindings ?? []).map(\.rule.sign).eachOnce
    let open = signs.filter { c.plan.aside($0, on: c.now.date) == nil }
    let aside = signs.filter { !open.contains($0) }
    return (open + aside).enumerated().map { index, sign in
      let nights = Set(c.record.findings(of: sign).flatMap(\.nights).map(\.night)).count
      let state = c.plan.aside(sign, on: c.now.date).map { "put aside \($0.words)" }
      return SceneItem(
        "found-\(sign)", c.catalogue.sign(sign)?.label ?? sign,
        state: state ?? NightWords.nights(nights),
        heading: index == 0 ? "Found in the record" : nil, .open(.foundSign(sign)))
    }
  }

  func foundSign(_ id: String, _ c: Context) -> Scene {
    let sign = c.catalogue.sign(id)
    var scene = Scene("found-sign", sign?.label ?? id.forDisplay)
    let found = c.record.findings(of: id)
    scene.facts = levelFacts(of: sign, c)
    for finding in found { scene.facts += finding.facts(c.catalogue, withDates: false) }
    if found.isEmpty { scene.facts.append(.init("", "The rules do not find it in the nights recorded now.")) }
    let aside = c.plan.aside(id, on: c.now.date)
    if let aside { scene.facts.append(.init("put aside:", aside.words)) }
    let values = Dictionary(
      found.flatMap { finding in finding.nights.map { ($0.night, finding.details(of: $0.value)) } }
    ) { $0 + $1 }
    var items = values.keys.sorted(by: >).enumerated().map { index, night in
      SceneItem(
        "night-\(night)", NightWords.fullDay(night), state: values[night]?.trimmingSpaces() ?? "",
        heading: index == 0 ? "The nights" : nil, .open(.night(night)))
    }
    items += [
      SceneItem("report", "Tell the clinic: make the report", heading: "What you can do", .open(.report)),
      aside == nil
        ? SceneItem("aside", "Put it aside, with a reason", .open(.planChoice(Setting(.aside, id))))
        : SceneItem("not-aside", "Put it aside no longer", .set(Setting(.aside, id), "")),
      SceneItem("card", "Your numbers: emergency card", .open(.card)),
    ]
    scene.list = SceneList(items + [.back])
    return scene
  }
}
