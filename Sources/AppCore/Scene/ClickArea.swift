public import CellUI

/// The cells of something that can be chosen, as it was drawn: what a click there means.
public struct ClickArea: Hashable, Sendable {
  /// Its rows, from 0 at the top of the screen.
  public let rows: Range<Int>
  /// Its columns, from 0 at the left.
  public let columns: Range<Int>
  /// What is chosen there.
  let target: Target

  /// What can be chosen, by its place among what was shown.
  enum Target: Hashable {
    /// A line of the list.
    case line(Int)
    /// A way out below the list.
    case way(Int)
    /// A way out in the bottom row.
    case hint(Int)
  }

  init(_ target: Target, rows: Range<Int>, columns: Range<Int>) {
    (self.target, self.rows, self.columns) = (target, rows, columns)
  }
}

extension Shown {
  /// What a click on a cell chooses; nil where nothing that can be chosen was drawn.
  public func item(at position: Position) -> SceneItem? {
    clickAreas.first { $0.rows.contains(position.row) && $0.columns.contains(position.column) }.flatMap { item(of: $0) }
  }

  /// What a click on an area chooses.
  public func item(of area: ClickArea) -> SceneItem? {
    func at(_ index: Int, of items: [SceneItem]) -> SceneItem? { items.indices.contains(index) ? items[index] : nil }
    switch area.target {
    case .line(let index): return index < scene.list.count ? scene.list[index] : nil
    case .way(let index): return at(index, of: ways)
    case .hint(let index): return at(index, of: hintWays)
    }
  }
}
