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

  /// The values that are recorded, with their nights.
  var recorded: [(night: CivilDate, minutes: Int)] {
    minutes.enumerated().compactMap { index, value in value.map { (first.adding(days: index), $0) } }
  }

  /// The chart in a sentence.
  var sentence: String {
    let values = recorded
    guard let median = Summary(values.map(\.minutes))?.median, let least = values.min(by: { $0.minutes < $1.minutes }),
      let most = values.max(by: { $0.minutes < $1.minutes })
    else { return "\(name): nothing recorded." }
    if values.count == 1 {
      return
        "\(name): \(NightWords.duration(least.minutes)) in the only night recorded, \(day(least.night))."
    }
    return "\(name): median \(NightWords.duration(median)) over \(values.count) recorded nights; least "
      + "\(NightWords.duration(least.minutes)) (\(day(least.night))), most "
      + "\(NightWords.duration(most.minutes)) (\(day(most.night)))."
  }

  private func day(_ night: CivilDate) -> String { NightWords.day(night, among: minutes.count) }

  /// How many nights go into one figure where there is no room for each, so that there are 14 figures at the most.
  var nightsPerFigure: Int {
    [1, 7, 28, 91, 273].first { (minutes.count + $0 - 1) / $0 <= 14 } ?? 365
  }

  /// How many nights go into the first figure, if it is not as many as into the others.
  var nightsOfFirst: Int? {
    let rest = minutes.count % nightsPerFigure
    return rest == 0 ? nil : rest
  }

  /// Its row of a table: its name, and each of its medians as `5:45`, a dash for none.
  var row: [String] {
    [name] + medians.map { $0.map { "\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" } ?? "-" }
  }

  /// Its medians, as many as there is room for.
  var medians: [Int?] { medians(of: nightsPerFigure) }

  /// The medians of so many nights at a time, the newest group whole; nil where none of them is recorded.
  func medians(of step: Int) -> [Int?] {
    var groups: [Int?] = []
    var end = minutes.count
    while end > 0 {
      groups.insert(Summary(minutes[max(0, end - step)..<end].compactMap { $0 })?.median, at: 0)
      end -= step
    }
    return groups
  }
}
