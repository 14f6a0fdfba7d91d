internal import CellUI
internal import Text

/// What can be chosen on a screen, in the order of scanning. Long lists make their items only when asked for them, so
/// that ten years of nights cost no more than one.
public struct SceneList {
  /// How many there are.
  public private(set) var count: Int
  /// Who gives out the digits.
  public let numbering: Numbering
  /// How many columns the labels take, where the list is a table; nil for the usual 34.
  public var labelColumns: Int?
  /// What stands between labels and states where there is room: how many columns drawings take, how many states need, and
  /// what stands above the drawings; nil for lists without drawings.
  var sketches: (columns: Int, states: Int, header: String)?
  /// Where a second column begins, if the list may be laid in two where there is room.
  public var columnBreak: Int?
  /// What stands above a table: over the labels, and over the states.
  public var header: (label: String, state: String)?
  /// Where Home goes, and where the focus is at first, if not on the first item.
  var start: Int?
  /// Where the focus goes if what had it is gone, if not to the way back.
  var whereGone: Int?
  /// Where End goes, if not to the last item.
  var end: Int?
  /// How many columns the longest detail of an item takes; 0 if none has any.
  let detailColumns: Int
  /// True if any item has a heading.
  public let hasHeadings: Bool
  /// True if any item goes on in a second row.
  let hasSecondRows: Bool
  /// True if any item has a mark: then there is room for one before every label.
  let hasMarks: Bool
  private var make: (Int) -> SceneItem
  private var find: (String) -> Int?

  /// Who gives out the digits of a list.
  public enum Numbering: Hashable, Sendable {
    /// Each item says its own.
    case own
    /// In order, eight at a time, 9 going on to what comes after them.
    case inOrder
  }

  /// A list of items that are there.
  init(_ items: [SceneItem], numbering: Numbering = .inOrder) {
    count = items.count
    self.numbering = numbering
    hasHeadings = items.contains { $0.heading != nil }
    hasMarks = items.contains { $0.mark != nil }
    hasSecondRows = items.contains { $0.row?.isTwo == true }
    detailColumns = items.map { TextWidth.columns(of: $0.detail) }.max() ?? 0
    make = { items[$0] }
    find = { id in items.firstIndex { $0.id == id } }
  }

  /// Nothing to choose: every key is taken by the screen.
  static var nothing: SceneList { SceneList([]) }

  /// A list whose items are made when asked for, with a way back from an id to its place.
  init(count: Int, item: @escaping (Int) -> SceneItem, find: @escaping (String) -> Int?) {
    self.count = count
    numbering = .inOrder
    (hasHeadings, hasMarks, hasSecondRows) = (false, false, false)
    detailColumns = 0
    make = item
    self.find = find
  }

  /// How many rows the longest detail of an item takes on so many columns; 0 if none has any.
  func detailRows(columns: Int) -> Int {
    if detailColumns <= columns { return min(1, detailColumns) }
    return items.map {
      TextWidth.columns(of: $0.detail) <= columns ? 1 : TextWidth.wrapped($0.detail, columns: columns).count
    }
    .max() ?? 0
  }

  /// The same kind of list with other items.
  func with(_ items: [SceneItem]) -> SceneList {
    var list = SceneList(items, numbering: numbering)
    (list.labelColumns, list.columnBreak, list.header) = (labelColumns, columnBreak, header)
    (list.start, list.end, list.sketches, list.whereGone) = (start, end, sketches, whereGone)
    return list
  }

  /// The same list without digits, where digits are typed.
  var withoutDigits: SceneList {
    with(
      items.map { item in
        var item = item
        item.digit = nil
        return item
      })
  }

  /// The item at a place, 0..<count.
  public subscript(index: Int) -> SceneItem { make(index) }

  /// The place of an item.
  public func index(of id: String) -> Int? { find(id).flatMap { $0 < count ? $0 : nil } }

  /// Every item, made one after another.
  public var items: [SceneItem] { (0..<count).map { make($0) } }

  /// True if the last item is the way back.
  var endsWithBack: Bool { count > 0 && make(count - 1).id == SceneItem.back.id }

  /// The list with more items before its last one.
  func with(beforeLast more: [SceneItem]) -> SceneList {
    var list = self
    let last = count - 1
    list.count += more.count
    list.make = { [make] index in
      index < last ? make(index) : index < last + more.count ? more[index - last] : make(last)
    }
    list.find = { [find] id in
      more.firstIndex { $0.id == id }.map { last + $0 } ?? find(id).map { $0 < last ? $0 : $0 + more.count }
    }
    return list
  }

  /// The list laid in two columns where there is room, so that more fits above it.
  var inTwoColumns: SceneList {
    var list = self
    list.columnBreak = (count + 1) / 2
    return list
  }

  /// The list without its last item.
  var withoutLast: SceneList {
    var list = self
    list.count -= 1
    return list
  }
}
