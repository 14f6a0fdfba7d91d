internal import NightModel
internal import Text

/// The night with the focus, drawn beside the list where there is room, once the focus has rested.
extension PastNightsFeature {
  /// How many columns are kept for it.
  func besideColumns(_ c: Context) -> Int {
    c.surface.isSpoken || c.surface.isRead ? 0 : Beside.columns(of: c.surface.columns)
  }

  /// What it needs read, and which night is wanted once the focus has rested.
  func lookBeside(_ needs: inout Needs, _ c: Context) {
    guard besideColumns(c) > 0 else { return }
    if let beside {
      needs.nightsInSight = Set((-1...1).map { beside.adding(days: $0) })
      (needs.figures, needs.digest) = (beside, beside)
    }
    if let night = c.focus.flatMap({ CivilDate($0) }), night != beside {
      needs.whenRested = .feature(.pastNights(.lookBeside(night)))
    }
  }

  /// A night in short; nil until it was read.
  func night(_ date: CivilDate, _ c: Context) -> Beside? {
    guard let night = c.record.nights[date] else { return nil }
    var beside = Beside(title: NightWords.nightSpan(date))
    guard !night.items.isEmpty, let figures = c.record.rows[date] else {
      let nothing = c.plan.wordsForNothing(on: date, isWhole: c.record.isWhole(date))
      beside.lines = nothing.isEmpty ? [] : ["\(nothing.capitalizedFirst)."]
      return beside
    }
    let told = Measure.ofOneNight.compactMap { measure in
      measure.value(in: figures).map { "\(measure.columnTitle) \(measure.words($0))" }
    }
    if !told.isEmpty { beside.lines = [told.joined(separator: "   ")] }
    beside.figure = c.record.digest(of: date).line.map { c.figure($0, of: date, hoursInBed: true) }
    let symptoms = night.items.filter { if case .symptom = $0.subject { true } else { false } }
    let notes = night.items.filter { $0.subject == .note }
    let first = c.record.signsBeginning(in: date).map { c.catalogue.sign($0)?.label ?? $0.forDisplay }
    beside.notes = [
      symptoms.prefix(Self.mostTold).map { $0.words(c.catalogue) }.joined(separator: " · "),
      notes.prefix(Self.mostTold).map { $0.words(c.catalogue) }.joined(separator: " · "),
      first.isEmpty ? "" : "first night of: \(first.joined(separator: ", "))",
    ].filter { !$0.isEmpty }.map { TextWidth.fit($0, columns: Self.mostColumns) }
    return beside
  }

  /// How many entries of a kind are told, and how many columns of them: what is drawn anew must not take long to be sent.
  private static let mostTold = 4
  private static let mostColumns = 180
}
