internal import NightModel
internal import Text

/// The table of Tonight: what can be done, in columns that are walked down one after the other. The order never changes;
/// where there are fewer columns the rest is behind More.
extension TonightFeature {
  /// The table's columns for a width.
  func table(_ c: Context) -> [[SceneItem]] {
    let digits = digitColumns(c)
    if c.surface.isRead { return [digits.joined() + [moreItem(c), c.cardItem, leaveItem(c)]] }
    if c.surface.isTight { return inThrees(digits.joined() + [moreItem(c)]) }
    let ways = [moreItem(c), c.cardItem, bedtime(c), morning(c)]
    if c.surface.columns < Widths.columns { return digits + [ways] }
    return digits + [ways, [pastNights(c), handover(c), plan(c), leaveItem(c)]]
  }

  /// How many rows the table has where it is one column: all its lines on a usual screen; on a smaller one it turns by pages
  /// before what stands and what was written goes.
  static func readRows(_ c: Context) -> Int { max(4, min(11, c.surface.rows - 10)) }

  /// In a closed record everything stays to be read.
  func closedTable(_ c: Context) -> [[SceneItem]] {
    var items = [
      pastNights(c), c.cardItem, SceneItem("report", "Clinic report", .open(.report)), handover(c), plan(c),
      SceneItem("guide", "Guide", .open(.guide)), SceneItem("help", "Help", .command(.help)), leaveItem(c),
    ]
    for index in items.indices.dropLast() { items[index].digit = index + 1 }
    if c.surface.isRead { return [items] }
    return c.surface.isTight ? inThrees(items) : [Array(items[..<4]), Array(items[4...])]
  }

  /// Three rows of items, with no room for the letters beside them.
  private func inThrees(_ items: [SceneItem]) -> [[SceneItem]] {
    var items = items
    for index in items.indices where items[index].digit != nil { items[index].keys = "" }
    return stride(from: 0, to: items.count, by: 3).map { Array(items[$0..<min($0 + 3, items.count)]) }
  }

  /// What the table for one switch leaves to More: the short lists, and what is adjusted.
  func leftToMore(_ c: Context) -> [SceneItem] {
    guard showsOften(c) else { return [] }
    return digitColumns(c).joined().filter { !["moment", "undo"].contains($0.id) }.map { item in
      var item = item
      (item.digit, item.keys) = (nil, "")
      return item
    }
  }

  /// What has a digit: the first and the second column. What this house lacks closes up; digits stay.
  private func digitColumns(_ c: Context) -> [[SceneItem]] {
    let moment = SceneItem(
      "moment", short("Mark", "Mark moment", "Mark this moment", c), digit: 1, .log(.event(.moment)))
    var undo = SceneItem("undo", "Undo", digit: 2, .undo)
    undo.keys = "u"
    var adjusted = SceneItem("adjusted", "Adjusted", digit: 4, .log(.event(.adjust)))
    adjusted.keys = "a"
    return [
      [moment, undo] + menuItem(.turn, digit: 3, keys: "t", c) + [adjusted],
      menuItem(.secretions, digit: 5, keys: "s", c) + menuItem(.mask, digit: 6, keys: "m o", c)
        + menuItem(.breathing, digit: 7, keys: "h", c) + menuItem(.hurts, digit: 8, keys: "p", c),
    ]
  }

  func moreItem(_ c: Context) -> SceneItem { SceneItem("more", "More", digit: 9, opening(.menu(.more))) }

  /// The way to a short list, if this house needs it.
  private func menuItem(_ id: LogMenu.ID, digit: Int, keys: String, _ c: Context) -> [SceneItem] {
    guard let menu = c.catalogue.menu(id), !menuItems(id, c).isEmpty else { return [] }
    var item = SceneItem(id.rawValue, c.surface.isSpoken ? menu.label : menu.short, digit: digit, opening(.menu(id)))
    item.keys = keys
    return [item]
  }

  private func short(_ short: String, _ usual: String, _ spoken: String, _ c: Context) -> String {
    c.surface.isSpoken ? spoken : c.surface.isTight ? short : usual
  }

  func leaveItem(_ c: Context) -> SceneItem {
    SceneItem("quit", c.surface.isSpoken ? "Leave Nightstand" : "Leave", digit: 0, .back)
  }

  private func bedtime(_ c: Context) -> SceneItem { SceneItem("bedtime", "Bedtime", .open(.checklist(.bedtime))) }

  private func morning(_ c: Context) -> SceneItem {
    SceneItem("morning", "Morning", .open(.morning(c.nightJustSlept)))
  }

  private func pastNights(_ c: Context) -> SceneItem { SceneItem("past-nights", "Past nights", .open(.pastNights)) }

  func handover(_ c: Context) -> SceneItem { SceneItem("handover", "Handover", .open(.handover)) }

  var allSymptoms: SceneItem { SceneItem("symptoms", "All symptoms", .open(.symptoms)) }

  private func plan(_ c: Context) -> SceneItem { SceneItem("plan", "Plan", .open(.plan)) }

  /// The ways to all other screens: the table gives them no digits, and has room for few of them where it is narrow.
  func otherScreens(_ c: Context) -> [SceneItem] {
    let shown = table(c).joined().map(\.id)
    let all = [
      c.cardItem, bedtime(c), morning(c), SceneItem("getting-up", "Getting up", .open(.checklist(.gettingUp))),
      SceneItem("environment", "Sleep environment", .open(.checklist(.environment))),
      allSymptoms, SceneItem("ask", "Ask, line by line", .open(.ask)),
      SceneItem("entries", "Tonight's entries", .open(.night(c.tonight))), pastNights(c), plan(c),
      SceneItem("signs", "When to call", .open(.signs)), SceneItem("guide", "Guide", .open(.guide)),
      SceneItem("help", "Help: what the keys do", .command(.help)),
    ]
    return all + (shown.contains("quit") ? [] : [SceneItem("quit", "Leave Nightstand", .leave)])
  }
}
