internal import NightModel
internal import Text

/// This house at night, which a handover begins with, and how it is printed.
extension HandoverFeature {
  func house(_ c: Context) -> Scene {
    var scene = Scene("house", HousePage.title)
    scene.isReading = true
    let page = c.record.housePage(lastNight: c.record.rows[c.record.lastNight], ages: c.tellsAges)
    // In a column of their own the titles are found at a glance; heard, each is a word before its line.
    let columns = c.surface.isSpoken ? 0 : (page.rows.map { TextWidth.columns(of: $0.title) }.max() ?? 0) + 1
    scene.facts = page.rows.map { Fact(TextWidth.padded($0.title, columns: columns), $0.line) }
    scene.list = SceneList(houseItems(c) + [.back]).inTwoColumns
    return scene
  }

  /// What can be done from the page: never empty.
  func houseItems(_ c: Context) -> [SceneItem] {
    let ways = [
      nights, SceneItem("since", "Since you left", .feature(.handover(.open(.since)))),
      SceneItem("print", "Print this", .feature(.handover(.open(.printing)))),
    ]
    guard !c.plan.isClosed else { return ways }
    return takers(c) + leaving(c) + ways
  }

  var printing: Scene {
    var scene = Scene("house-printing", "Print this")
    scene.isReading = true
    scene.facts = [
      Fact("", "It is printed at the shell, 60 columns wide:"), Fact("", "nightstand house | lp"),
      Fact("", "Into a file, to print elsewhere:"), Fact("", "nightstand house > house.txt"),
    ]
    return scene
  }
}
