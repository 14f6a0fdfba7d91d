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
    let isTable = c.surface.columns >= Self.tableFrom && !c.surface.isSpoken
    let widest = (planned.map(\.name.forDisplay) + [another.label]).map { TextWidth.columns(of: $0) }.max() ?? 0
    let columns = isTable ? Self.nameColumns + 2 : min(c.surface.isNarrow ? 18 : 34, widest)
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

  /// From so many columns the list is a table.
  private static let tableFrom = 72
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
    let (last, gap) = (told?.words(now: c.now, clock: c.clock) ?? "", told?.gapWords ?? "")
    var row = isTable ? told.flatMap { Self.row($0, columns: columns, c) } : nil
    var (state, more) = ([last, gap], [String]())
    // What a row below has room for, and whether the gap stands whole in the row or below it.
    let below = c.surface.columns - 7
    var showsGap = TextWidth.columns(of: told?.gapColumn ?? "") <= columns - 2 * Self.partColumns
    func fits() -> Bool { c.surface.isSpoken || row != nil || TextWidth.columns(of: joined(state, ", ")) <= columns }
    if !fits(), !isTable, let told, let (written, _) = told.columns(now: c.now, clock: c.clock) {
      // Where a dose is chosen the label's gap is in sight, and when the last was written.
      let both = joined([told.gapColumn, written], " · ")
      showsGap = TextWidth.columns(of: both) <= below
      row = TableRow(
        label: medicine.name.forDisplay, state: told.ageWords(now: c.now), moreLabel: showsGap ? both : written)
      if TextWidth.columns(of: written) > below { more.append(last) }
    }
    if !fits() { (state, more) = ([last], [gap]) }
    if !fits() { (state, more) = ([told?.ageWords(now: c.now) ?? ""], [last, gap]) }
    if let gap = told?.gapColumn, !gap.isEmpty, row != nil, !showsGap { more.append("label: \(gap)") }
    more.append(medicine.most.map { "in 24 h: \($0.forDisplay)" } ?? "")
    if medicine.label != medicine.name { more.append(medicine.label.forDisplay) }
    var item = SceneItem(
      "medicine-\(medicine.name)", medicine.name.forDisplay, state: joined(state, ", "),
      detail: joined(more, " · "), .log(Log(.event(.medicine), [.what: .text(medicine.name)])))
    item.row = row
    return item
  }

  /// A medicine in the columns of the table; nil where there is more to say of it than they hold.
  private static func row(_ told: Board.Medicine, columns: Int, _ c: Context) -> TableRow? {
    guard let (written, age) = told.columns(now: c.now, clock: c.clock),
      TextWidth.columns(of: written) < 2 * partColumns
    else { return nil }
    let name = TextWidth.wrapped(told.name.forDisplay, columns: nameColumns)
    let second = name.count > 1 ? TextWidth.fit(name[1...].joined(separator: " "), columns: nameColumns - 2) : ""
    func padded(_ text: String) -> String { TextWidth.padded(text, columns: partColumns) }
    let isLong = TextWidth.columns(of: written) >= partColumns
    let first = isLong ? TextWidth.padded(written, columns: 2 * partColumns) : padded(written) + padded(age)
    return TableRow(
      label: name[0], state: first + told.gapColumn, moreLabel: second,
      moreState: isLong && !age.isEmpty ? padded("") + age : "")
  }
}
