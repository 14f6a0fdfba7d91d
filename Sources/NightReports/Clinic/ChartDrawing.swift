internal import NightModel

/// A chart by night as SVG: a bar a night, or a bar for the median of several, and gaps where nothing is recorded.
struct ChartDrawing {
  private let chart: NightChart
  private let id: String
  private let bars: [Int?]
  private let nightsPerBar: Int
  /// The places of the nights of each bar.
  private let groups: [Range<Int>]
  /// The hours at the top of the scale.
  private let top: Int

  // All lengths in the units of the view box.
  private static let (width, height) = (360, 150)
  private static let (left, right, upper, lower) = (30, 6, 14, 22)

  init(_ chart: NightChart, id: String) {
    self.chart = chart
    self.id = id
    nightsPerBar = [1, 7, 28].first { chart.groups(of: $0).count <= 120 } ?? 91
    groups = chart.groups(of: nightsPerBar)
    bars = chart.medians(of: nightsPerBar)
    let most = bars.compactMap { $0 }.max() ?? 0
    top = max(8, (most + 239) / 240 * 4)
  }

  /// The drawing with its title, its sentence and a caption.
  var figure: [String] {
    let what = nightsPerBar == 1 ? "a bar a night" : "a bar is the median of \(nightsPerBar) nights"
    let title = HTML.escaped("\(chart.name), night by night")
    let sentence = HTML.escaped("\(chart.sentence) A gap is a night not recorded.")
    return [
      "<figure>",
      "<svg viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\" aria-label=\"\(title)\" aria-describedby=\"\(id)\">",
      "<title>\(title)</title>", "<desc id=\"\(id)\">\(sentence)</desc>",
    ] + scale + columns + median + marks + dates
      + ["</svg>", "<figcaption><strong>\(title)</strong> (\(what)). \(sentence)</figcaption>", "</figure>"]
  }

  private var plotWidth: Int { Self.width - Self.left - Self.right }
  private var plotHeight: Int { Self.height - Self.upper - Self.lower }
  private var ground: Int { Self.height - Self.lower }

  /// Tenths of a unit as SVG reads them.
  private func units(_ tenths: Int) -> String { tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)" }

  private func y(_ minutes: Int) -> Int { ground * 10 - minutes * plotHeight * 10 / (top * 60) }

  private func x(_ bar: Int) -> Int { Self.left * 10 + bar * plotWidth * 10 / max(1, bars.count) }

  /// The bar that holds a night, by the night's place.
  private func bar(of place: Int) -> Int { groups.firstIndex { $0.contains(place) } ?? 0 }

  private var scale: [String] {
    stride(from: 0, through: top, by: 4).map { hours in
      let height = units(y(hours * 60))
      return "<line x1=\"\(Self.left)\" x2=\"\(Self.width - Self.right)\" y1=\"\(height)\" y2=\"\(height)\" "
        + "class=\"grid\"/><text x=\"\(Self.left - 4)\" y=\"\(units(y(hours * 60) + 35))\" "
        + "text-anchor=\"end\">\(hours) h</text>"
    }
  }

  private var columns: [String] {
    let wide = plotWidth * 10 / max(1, bars.count)
    // Bars stand apart as long as there is room for a gap to be seen.
    let bar = min(240, wide > 30 ? wide - wide / 5 : max(8, wide - 4))
    return bars.enumerated().compactMap { index, minutes in
      guard let minutes else { return nil }
      let roof = min(y(minutes), ground * 10 - 8)
      return "<rect x=\"\(units(x(index) + max(0, (wide - bar) / 2)))\" y=\"\(units(roof))\" width=\"\(units(bar))\" "
        + "height=\"\(units(ground * 10 - roof))\" class=\"bar\"/>"
    }
  }

  private var median: [String] {
    guard chart.recorded.count > 1 else { return [] }
    return chart.stretches.compactMap { stretch in
      guard let median = Summary(chart.minutes[stretch].compactMap(\.self))?.median else { return nil }
      let (from, to) = (units(x(bar(of: stretch.lowerBound))), units(x(bar(of: stretch.upperBound - 1) + 1)))
      let height = units(y(median))
      return "<line x1=\"\(from)\" x2=\"\(to)\" y1=\"\(height)\" y2=\"\(height)\" class=\"median\"/>"
    }
  }

  private var marks: [String] {
    chart.marks.map { letter, night in
      let place = x(bar(of: max(0, night.daysSince1970 - chart.first.daysSince1970)))
      return
        "<line x1=\"\(units(place))\" x2=\"\(units(place))\" y1=\"\(Self.upper)\" y2=\"\(ground)\" class=\"mark\"/>"
        + "<text x=\"\(units(place))\" y=\"10\" text-anchor=\"middle\">\(letter)</text>"
    }
  }

  private var dates: [String] {
    let last = chart.first.adding(days: chart.minutes.count - 1)
    let words = { (date: CivilDate) in NightWords.shortDay(date, among: chart.minutes.count) }
    let first = "<text x=\"\(Self.left)\" y=\"\(Self.height - 7)\">\(words(chart.first))</text>"
    guard chart.minutes.count > 1 else { return [first] }
    return [
      first,
      "<text x=\"\(Self.width - Self.right)\" y=\"\(Self.height - 7)\" text-anchor=\"end\">\(words(last))</text>",
    ]
  }
}
