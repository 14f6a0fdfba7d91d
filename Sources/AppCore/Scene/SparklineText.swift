internal import NightModel

/// A line of steps as it is drawn.
extension Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  private static let letters = Array("_.-=+*%#")

  /// The line drawn in at most so many columns.
  func text(columns: Int, isASCII: Bool) -> String {
    let drawn = isASCII ? Self.letters : Self.blocks
    return String(steps(drawn.count, points: columns).map { $0.map { drawn[$0] } ?? " " })
  }
}
