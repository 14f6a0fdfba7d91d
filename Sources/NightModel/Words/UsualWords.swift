/// A night beside the usual, in words. It never says better or worse.
extension UsualFigures {
  /// What stands above the usual; empty where there is none.
  public var usualTitle: String {
    nights == 0 ? "" : "usual of \(nights == 1 ? "1 recorded night" : "\(nights) recorded nights")"
  }

  /// What stands above the figures of the night. `isLast` is true for the one that is just over.
  public static func nightTitle(isLast: Bool) -> String { isLast ? "last night" : "that night" }

  /// The figures that have anything to say: a name, what it was, and the usual; a dash where nothing was recorded.
  public var lines: [(name: String, night: String, usual: String)] {
    rows.filter { $0.value != nil || $0.twiceUsual != nil }.map { row in
      (
        row.measure.columnTitle,
        (row.value.map { row.measure.words($0) } ?? "-") + (row.byDiary.map { ", diary \($0)" } ?? ""),
        row.twiceUsual.map { row.measure.words(twice: $0) } ?? "-"
      )
    }
  }
}
