internal import CellUI
internal import NightModel
internal import Text

/// The table of Tonight for who scans with one switch: what is written most often is two presses away, and all stations fit
/// into five. What is not in it stands in More.
extension TonightFeature {
  /// How many rows the table has.
  static let oftenRows = 5
  /// Its labels have so many columns, so that four columns stand side by side.
  private static let labelColumns = 16

  /// True where it takes the place of the usual table.
  func showsOften(_ c: Context) -> Bool {
    c.ways.wayToPress == .oneSwitch && !c.plan.isClosed && !c.surface.isSpoken && !c.surface.isRead
      && c.surface.columns >= Widths.columns && c.surface.rows >= 20
  }

  /// Mark and Undo, what is written often in two columns, and what leads elsewhere.
  func oftenTable(_ c: Context) -> [[SceneItem]] {
    let often = Self.often.map { half in half.compactMap { oftenItem($0, c) } }.filter { !$0.isEmpty }
    var moment = SceneItem("moment", c.surface.columns < 80 ? "Mark" : "Mark moment", .log(.event(.moment)))
    moment.digit = 1
    var undo = SceneItem("undo", "Undo", digit: 2, .undo)
    undo.keys = "u"
    let pause = SceneItem("pause", "Pause", .scan(.pause))
    return [[moment, undo]] + often + [[moreItem(c), c.cardItem, pause, leaveItem(c)]]
  }

  /// What is written most often, in two halves, by the ids of lists.
  private static let often = [
    ["turn-left", "turn-right", "turn-back", "woke", "asleep"],
    ["suction", "medicine", "adjust", "cramp", "hard-to-breathe"],
  ]

  /// What is called in fewer words than in lists.
  private static let shortWords = ["turn-back": "Turned on back", "woke": "Awake", "asleep": "Looks asleep"]

  /// An entry of it; nil for what this house lacks.
  private func oftenItem(_ id: String, _ c: Context) -> SceneItem? {
    if id == "medicine" { return SceneItem(id, "Medicine", opening(.medicines)) }
    guard let log = Log(id: id, c.catalogue), c.offers(log.subject) else { return nil }
    let words = Self.shortWords[id] ?? log.words(c.catalogue)
    return SceneItem(id, TextWidth.fit(words, columns: Self.labelColumns), .log(log))
  }
}

extension Log {
  /// What lists call by an id; nil for nothing that can be written with one key.
  init?(id: String, _ catalogue: Catalogue) {
    if let turn = ["left", "right", "back", "other"].map(Log.turn).first(where: { $0.id == id }) {
      self = turn
    } else if let kind = EventKind(rawValue: id) {
      self.init(.event(kind))
    } else if catalogue.symptom(id) != nil {
      self = .symptom(id)
    } else {
      return nil
    }
  }
}
