internal import NightModel
internal import Text

/// The list of `x`: which medicine it was. None is chosen by itself.
extension TonightFeature {
  func medicines(_ c: Context) -> Scene {
    var scene = Scene("medicines", "Which medicine?")
    let (planned, told) = (c.plan.medicines, c.board.medicines)
    if planned.isEmpty { scene.facts = [.init("", "None is in the plan yet; type its name.")] }
    scene.foot = "Nightstand does not reckon whether a dose is due. The label and your team do."
    let another = SceneItem("another", "Another: type its name", .type(.tonight(.medicine)))
    let back = SceneItem("back", "Back, nothing written", digit: 0, .back)
    let isTable = c.surface.columns >= Widths.columns && !c.surface.isSpoken && !c.surface.isRead
    let widest = (planned.map(\.name.forDisplay) + [another.label]).map { TextWidth.columns(of: $0) }.max() ?? 0
    let columns = isTable ? Self.nameColumns + 2 : min(c.surface.isNarrow ? 18 : Widths.label, widest)
    var items = planned.map { medicine in
      item(medicine, told.first { $0.name == medicine.name }, columns: c.surface.columns - columns - 7, isTable, c)
    }
    items.append(another)
    if items.count <= 9 {
      for index in items.indices { items[index].digit = index + 1 }
      scene.list = SceneList([back] + items, numbering: .own)
    } else {
      scene.list = SceneList(items + [back])
    }
    scene.list.labelColumns = columns
    if isTable {
      scene.list.header = ("", TextWidth.padded("last written", columns: 2 * Self.partColumns) + "on the label")
    }
    return scene
  }

  /// How many columns a name has; what is longer goes on below.
  private static let nameColumns = 24
  /// How many columns the time and the age have each.
  private static let partColumns = 16

  /// A medicine with when it was last written. Beside the name stands as much of it as there are columns for, and the rest
  /// below.
  private func item(
    _ medicine: PlannedMedicine, _ told: Board.Medicine?, columns: Int, _ isTable: Bool, _ c: Context
  ) -> SceneItem {
    func joined(_ parts: [String], _ separator: String) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: separator)
    }
    let last = told?.words(now: c.now, clock: c.clock, ages: c.tellsAges) ?? ""
    let label = LabelParts(said: medicine.labelBesidesName?.forDisplay ?? "", gap: told?.gapColumn ?? "")
    var hidden = label
    var (row, state, more) = (nil as TableRow?, [last, medicine.labelWords(told)], [String]())
    if isTable, let told { row = Self.row(told, columns: columns, &hidden, c) }
    func fits() -> Bool {
      c.surface.isSpoken || c.surface.isRead || row != nil || TextWidth.columns(of: joined(state, ", ")) <= columns
    }
    if !fits(), !isTable, let told, let (written, _) = told.columns(now: c.now, clock: c.clock) {
      // Where a dose is chosen the label's gap is in sight, and when the last was written, as far as a row below has room.
      let below = c.surface.columns - 7
      let shown =
        [label, LabelParts(gap: label.gap)].first { parts in
          TextWidth.columns(of: joined([parts.said, parts.gap, written], " · ")) <= below
        } ?? LabelParts()
      hidden = LabelParts(said: shown.said.isEmpty ? label.said : "", gap: shown.gap.isEmpty ? label.gap : "")
      row = TableRow(
        label: medicine.name.forDisplay, state: told.ageWords(now: c.now),
        moreLabel: joined([shown.said, shown.gap, written], " · "))
      if TextWidth.columns(of: written) > below { more.append(last) }
    }
    if !fits() { (state, more) = ([last], [medicine.labelWords(told)]) }
    if !fits() { (state, more) = ([told?.ageWords(now: c.now) ?? ""], [last, medicine.labelWords(told)]) }
    let rest = joined([hidden.said, hidden.gap], ", ")
    if row != nil, !rest.isEmpty { more.append("label: \(rest)") }
    more.append(medicine.most.map { "in 24 h: \($0.forDisplay)" } ?? "")
    var item = SceneItem(
      "medicine-\(medicine.name)", medicine.name.forDisplay, state: joined(state, ", "),
      detail: joined(more, " · "), .log(Log(.event(.medicine), [.what: .text(medicine.name)])))
    item.row = row
    return item
  }

  /// A medicine in the columns of the table; nil where there is more to say of it than they hold. `label` is what its label
  /// says, and becomes what of it the columns do not show whole.
  private static func row(
    _ told: Board.Medicine, columns: Int, _ label: inout LabelParts, _ c: Context
  ) -> TableRow? {
    guard let (written, age) = told.columns(now: c.now, clock: c.clock),
      TextWidth.columns(of: written) < 2 * partColumns
    else { return nil }
    let name = TextWidth.wrapped(told.name.forDisplay, columns: nameColumns)
    let second = name.count > 1 ? TextWidth.fit(name[1...].joined(separator: " "), columns: nameColumns - 2) : ""
    func padded(_ text: String) -> String { TextWidth.padded(text, columns: partColumns) }
    let isLong = TextWidth.columns(of: written) >= partColumns
    let first = isLong ? TextWidth.padded(written, columns: 2 * partColumns) : padded(written) + padded(age)
    let room = columns - 2 * partColumns
    let (onLabel, below) = label.take(columns: room)
    let late = isLong && !age.isEmpty ? padded("") + age : ""
    return TableRow(
      label: name[0], state: first + onLabel, moreLabel: second,
      moreState: below.isEmpty ? late : TextWidth.padded(late, columns: 2 * partColumns) + below)
  }
}

/// What stands under "on the label": what it says besides the name, and the least time between doses.
private struct LabelParts: Hashable {
  var said = ""
  var gap = ""

  /// Takes what a column shows, in a first and a second row; what is longer than it is cut there, and stays to be told.
  mutating func take(columns: Int) -> (first: String, second: String) {
    let parts = [said, gap].filter { !$0.isEmpty }
    let both = parts.joined(separator: ", ")
    func isWhole(_ part: String) -> Bool { TextWidth.columns(of: part) <= columns }
    if isWhole(both) {
      self = LabelParts()
      return (both, "")
    }
    self = LabelParts(said: isWhole(said) ? "" : said, gap: isWhole(gap) ? "" : gap)
    let shown = parts.map { TextWidth.fit($0, columns: max(1, columns)) }
    return (shown[0], shown.count > 1 ? shown[1] : "")
  }
}
