internal import NightModel

/// Some figures drawn as a line of small blocks, from the person's own lowest to their own highest. Where nothing was
/// recorded nothing is drawn.
public struct Sparkline: Hashable, Sendable {
  /// The most columns it takes.
  static let most = 30
  private let values: [Int?]

  /// A line of figures, the oldest first.
  init(_ values: [Int?]) {
    self.values = Series.parts(values, Self.most)
  }

  /// How many columns it takes where there is room.
  var columns: Int { values.count }

  private static let blocks = Array("▁▂▃▄▅▆▇█")
  private static let letters = Array("_.-=+*%#")

  /// The line in at most so many columns.
  func text(columns: Int, isASCII: Bool) -> String {
    let steps = isASCII ? Self.letters : Self.blocks
    let shown = Series.parts(values, columns)
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return "" }
    return String(
      shown.map { value in
        guard let value else { return " " }
        // All alike stand in the middle: neither high nor low.
        return high == low ? steps[3] : steps[(value - low) * (steps.count - 1) / (high - low)]
      })
  }
}
