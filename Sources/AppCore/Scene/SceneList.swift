internal import CellUI
internal import Text

/// What can be chosen on a screen, in the order of scanning. Long lists make their items only when asked for them, so
/// that ten years of nights cost no more than one.
public struct SceneList {
  /// How many there are.
  public let count: Int
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
  private let make: (Int) -> SceneItem
  private let find: (String) -> Int?

  /// Who gives out the digits of a list.
  public enum Numbering: Hashable, Sendable {
    /// Each item says its own.
    case own
    /// In order; where there are more than nine, or not all show at once, eight at a time, 9 going on to the next eight.
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

  /// A list whose items are made when asked for, with a way back from an id to its place.
  init(count: Int, item: @escaping (Int) -> SceneItem, find: @escaping (String) -> Int?) {
    self.count = count
    numbering = .inOrder
    (hasHeadings, hasMarks, hasSecondRows) = (false, false, false)
    detailColumns = 0
    make = item
    self.find = find
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
  public func index(of id: String) -> Int? { find(id) }

  /// Every item, made one after another.
  public var items: [SceneItem] { (0..<count).map { make($0) } }

  /// How many digits there are before 9 goes on.
  private static let digits = 8

  /// The last item goes back and has 0, whoever numbers the rest.
  private var numbered: Int { count > 0 && make(count - 1).id == SceneItem.back.id ? count - 1 : count }

  /// The items that have digits while the focus is at `focus`: of those that show, so that every digit is seen. `page`
  /// are the items that show.
  private func withDigits(focus: Int, page: Range<Int>) -> Range<Int> {
    if !hasPages(page) { return 0..<numbered }
    let focus = min(focus, numbered - 1)
    let first = page.contains(focus) ? page.lowerBound : 0
    let start = first + (focus - first) / Self.digits * Self.digits
    let end = min(start + Self.digits, numbered)
    return start..<(page.contains(focus) ? min(end, page.upperBound) : end)
  }

  /// The digit that picks the item at a place while the focus is at `focus`; nil for none. `page` is the items that
  /// show.
  public func digit(of index: Int, focus: Int, page: Range<Int>) -> Int? {
    if numbering == .own { return make(index).digit }
    if index >= numbered { return 0 }
    let withDigits = withDigits(focus: focus, page: page)
    return withDigits.contains(index) ? index - withDigits.lowerBound + 1 : nil
  }

  /// What a digit does while the focus is at `focus`. `page` are the items that show.
  public func pick(_ digit: Int, focus: Int, page: Range<Int>) -> Pick? {
    if numbering == .own {
      return (0..<count).first { make($0).digit == digit }.map(Pick.choose)
    }
    if digit == 0 { return numbered < count ? .choose(count - 1) : nil }
    let withDigits = withDigits(focus: focus, page: page)
    if digit == 9, hasPages(page) {
      // The way back has its digit without a window, but it is seen only on its page.
      let isAll = withDigits.upperBound >= numbered && (numbered == count || page.contains(numbered))
      return .goOn(to: isAll ? 0 : withDigits.upperBound)
    }
    return digit <= withDigits.count ? .choose(withDigits.lowerBound + digit - 1) : nil
  }

  /// What a digit does.
  public enum Pick: Hashable, Sendable {
    /// Chooses the item at a place.
    case choose(Int)
    /// Moves the focus to the next item without a digit.
    case goOn(to: Int)
  }

  /// True if 9 goes on to what has no digit yet. `page` are the items that show.
  public func hasPages(_ page: Range<Int>) -> Bool {
    numbering == .inOrder && (numbered > Self.digits + 1 || page.lowerBound > 0 || page.upperBound < numbered)
  }
}
