internal import Text

/// Trends in words: a measure, before and after a change, the night and the next day.
extension Trends.Row {
  /// The middle, in words: `5 h 45`; of a symptom, `12 nights`.
  public var middle: String {
    guard measure.symptom != nil else { return measure.words(twice: summary.twiceMedian) }
    return NightWords.nights(nightsNoted)
  }

  /// From where to where, in words: `4 h 10-7 h 05`; of a symptom, `highest 7`.
  public var range: String {
    guard measure.symptom != nil else {
      let (low, high) = (measure.words(summary.lowest), measure.words(summary.highest))
      // A unit that both have is said once.
      return measure.unit == .percent ? "\(low.dropLast(2))-\(high)" : "\(low)-\(high)"
    }
    return highestGrade.map { "highest \($0)" } ?? "not graded"
  }

  /// All of it as a sentence without its name and its full stop.
  public func sentence(of nights: Int) -> String {
    let counted = "recorded in \(summary.count) of \(NightWords.nights(nights))"
    guard measure.symptom != nil else {
      return "Median \(middle), from \(measure.words(summary.lowest)) to \(measure.words(summary.highest)), "
        + counted
    }
    let grade = highestGrade.map { ", the highest grade \($0)" } ?? ", not graded"
    return "Noted in \(nightsNoted) of the \(NightWords.nights(summary.count)) with events\(grade)"
  }
}

extension Trends {
  /// A measure in words, to be put beside the same of another span: `5 h 45 (28)`, with how many nights recorded it; of a
  /// symptom, `in 12 of 28`.
  func words(_ measure: Measure) -> String {
    guard let row = row(measure) else {
      // A symptom that nobody noted in nights with events was none in each of them.
      return measure.symptom != nil && withEvents > 0 ? "in 0 of \(withEvents)" : "not recorded"
    }
    if measure.symptom != nil { return "in \(row.nightsNoted) of \(row.summary.count)" }
    return "\(row.middle) (\(row.summary.count))"
  }
}

extension BeforeAfter {
  /// Both medians, each with how many nights recorded it, or how many are wanting; of a symptom, in how many nights it
  /// was noted.
  public var words: String {
    guard isEnough else {
      return "needs \(Self.needed) nights on each side; there are \(before.count) and \(after.count)"
    }
    return "before \(side(before)), after \(side(after))"
  }

  private func side(_ values: [Int]) -> String {
    if measure.symptom != nil { return "in \(values.count { $0 > 0 }) of \(values.count)" }
    return "\(Summary(values).map { measure.words(twice: $0.twiceMedian) } ?? "-") (\(values.count))"
  }
}

extension NextDay {
  /// Both sides in words, or how many nights are wanting.
  public var words: String {
    guard isEnough, let median else {
      return "needs \(Self.needed) nights on each side; there are \(above.count) and \(below.count)"
    }
    return "above \(night.words(twice: median.twiceMedian)): \(side(above)); below: \(side(below))"
  }

  private func side(_ values: [Int]) -> String {
    guard day != .headache else { return "yes in \(values.count { $0 == 1 }) of \(values.count)" }
    let middle = Summary(values).map { Summary.words(twice: $0.twiceMedian) }
    return "\(middle ?? "-") (\(NightWords.nights(values.count)))"
  }

  /// What it is called: `slept, then rested`.
  public var label: String { "\(night.id), then \(day.rawValue)" }
}

extension ChangeMark.Change {
  /// What changed: `Recliner: in use`, `medicine added: Baclofen`.
  func words(_ catalogue: Catalogue) -> String {
    switch kind {
    case .equipment: "\(catalogue.label(ofEquipment: member)): \(isNew ? "in use" : "not in use")".forDisplay
    case .medicine: "medicine \(isNew ? "added" : "taken off"): \(member.forDisplay)"
    }
  }
}
