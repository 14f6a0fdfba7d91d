internal import NightModel

/// Figures by night, to be drawn and to be told: a value for each night in a row, nil where none is recorded.
struct NightChart {
  /// What is drawn, such as `Slept`.
  var name: String
  /// The first night.
  var first: CivilDate
  /// Minutes, a night each.
  var minutes: [Int?]
  /// The nights on which something changed, by the letters they have in the list of changes.
  var marks: [(letter: String, night: CivilDate)] = []
  /// The first nights with something else, such as a mask: no median goes over nights on both sides of one.
  var cuts: [CivilDate] = []

  /// The values that are recorded, with their nights.
  var recorded: [(night: CivilDate, minutes: Int)] {
    minutes.enumerated().compactMap { index, value in value.map { (first.adding(days: index), $0) } }
  }

  /// The chart in a sentence.
  var sentence: String {
    let values = recorded
    guard let least = values.min(by: { $0.minutes < $1.minutes }),
      let most = values.max(by: { $0.minutes < $1.minutes })
    else { return "\(name): nothing recorded." }
    if values.count == 1 {
      return
        "\(name): \(NightWords.duration(least.minutes)) in the only night recorded, \(day(least.night))."
    }
    let told = stretches.compactMap { stretch -> String? in
      guard let summary = Summary(minutes[stretch].compactMap(\.self)) else { return nil }
      let from = cuts.isEmpty ? "" : stretch.lowerBound == 0 ? "before: " : "from \(day(night(stretch.lowerBound))): "
      return "\(from)median \(NightWords.duration(summary.median)) over \(NightWords.nights(summary.count)) recorded"
    }
    return
      "\(name): \(told.joined(separator: "; ")); least \(NightWords.duration(least.minutes)) (\(day(least.night))), "
      + "most \(NightWords.duration(most.minutes)) (\(day(most.night)))."
  }

  private func night(_ index: Int) -> CivilDate { first.adding(days: index) }

  /// The places of the nights between one cut and the next.
  var stretches: [Range<Int>] {
    let places = cuts.map { $0.daysSince1970 - first.daysSince1970 }.filter { 0 < $0 && $0 < minutes.count }
    return zip([0] + places, places + [minutes.count]).map { $0..<$1 }
  }

  private func day(_ night: CivilDate) -> String { NightWords.day(night, among: minutes.count) }

  /// How many nights go into one figure where there is no room for each, so that there are 14 figures at the most.
  var nightsPerFigure: Int {
    [1, 7, 28, 91, 273].first { groups(of: $0).count <= 14 } ?? 365
  }

  /// How many nights go into the first figure, if it is not as many as into the others.
  var nightsOfFirst: Int? {
    groups(of: nightsPerFigure).first.map(\.count).flatMap { $0 == nightsPerFigure ? nil : $0 }
  }

  /// True if a figure after the first is of fewer nights, because something changed after them.
  var isCut: Bool { groups(of: nightsPerFigure).dropFirst().contains { $0.count < nightsPerFigure } }

  /// Its row of a table: its name, and each of its medians as `5:45`, a dash for none.
  var row: [String] {
    [name] + medians.map { $0.map(Self.clock) ?? "-" }
  }

  /// Minutes as `5:45`.
  static func clock(_ minutes: Int) -> String { "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)" }

  /// Its medians, as many as there is room for.
  var medians: [Int?] { medians(of: nightsPerFigure) }

  /// The medians of so many nights at a time, the newest group whole; nil where none of them is recorded.
  func medians(of step: Int) -> [Int?] {
    groups(of: step).map { Summary(minutes[$0].compactMap { $0 })?.median }
  }

  /// The places of so many nights at a time, the newest group of every stretch whole and none over a cut.
  func groups(of step: Int) -> [Range<Int>] {
    stretches.flatMap { stretch in
      stride(from: stretch.upperBound, to: stretch.lowerBound, by: -step).reversed()
        .map { max(stretch.lowerBound, $0 - step)..<$0 }
    }
  }
}
