/// Which digits stand beside what, and so what they do: 1 to 8 beside the eight lines where the focus is, 9 beside what
/// comes after them. No digit does anything that it does not stand beside.
struct DigitWindow {
  /// The lines that have 1 to 8.
  let lines: Range<Int>
  /// What has 9, and gets the focus by it; nil for nothing.
  let nine: Stop?
  /// True if the ways out have the digits: the focus is among them.
  let isOnWays: Bool

  /// What can have the focus.
  enum Stop: Hashable {
    /// A line of the list.
    case line(Int)
    /// A way out below the list.
    case way(Int)
  }

  private static let size = 8

  /// The window over `page` of a list in which `count` lines are numbered. `focus` is the line that has the focus, or had it
  /// last. `ways` are how many ways out there are below. `isFixed` is true where the digits stay beside the first lines of
  /// the page, wherever the focus is.
  init(focus: Int, page: Range<Int>, count: Int, ways: Int, isOnWays: Bool, isFixed: Bool = false) {
    let isOnWays = isOnWays && !isFixed
    self.isOnWays = isOnWays
    let page = page.clamped(to: 0..<count)
    guard !isOnWays, !page.isEmpty else {
      (lines, nine) = (0..<0, page.isEmpty ? nil : .line(page.lowerBound))
      return
    }
    let place = isFixed ? 0 : min(max(focus, page.lowerBound), page.upperBound - 1) - page.lowerBound
    let start = page.lowerBound + place / Self.size * Self.size
    lines = start..<min(start + Self.size, page.upperBound)
    if lines.upperBound < page.upperBound {
      nine = .line(lines.upperBound)
    } else if ways > 0 {
      nine = .way(0)
    } else if page.count < count {
      // On a scrap of a screen there is no room for ways out.
      nine = .line(page.upperBound < count ? page.upperBound : 0)
    } else {
      nine = start > page.lowerBound ? .line(page.lowerBound) : nil
    }
  }

  /// The digit beside a line; nil for none.
  func digit(ofLine index: Int) -> Int? {
    if nine == .line(index) { return 9 }
    return lines.contains(index) ? index - lines.lowerBound + 1 : nil
  }
}

extension Shown {
  /// What the digits do.
  var digits: DigitWindow {
    DigitWindow(
      focus: scene.focusIndex, page: page, count: scene.list.endsWithBack ? scene.list.count - 1 : scene.list.count,
      ways: ways.count, isOnWays: ways.contains { $0.id == scene.way }, isFixed: scene.hasFixedDigits)
  }

  /// The digit that stands beside each line, by its place; nil for none. What is the same for all is worked out once.
  var digitOfLine: (Int) -> Int? {
    let list = scene.list
    if list.numbering == .own { return { list[$0].digit } }
    let (digits, back) = (digits, list.endsWithBack ? list.count - 1 : nil)
    return { index in index == back ? 0 : digits.digit(ofLine: index) }
  }

  /// The digit that stands beside a line; nil for none.
  public func digit(of index: Int) -> Int? { digitOfLine(index) }

  /// The digit that stands beside a way out below the list; nil for none.
  public func digit(ofWay index: Int) -> Int? {
    let digits = digits
    if scene.list.numbering == .own { return nil }
    if digits.nine == .way(index) { return 9 }
    guard digits.isOnWays else { return nil }
    return ways[index].id == SceneItem.back.id ? 0 : 1 + ways[..<index].count { $0.id != SceneItem.back.id }
  }

  /// What a digit does.
  enum Pick: Hashable {
    case choose(SceneItem)
    case goTo(DigitWindow.Stop)
  }

  /// What a digit does; nil for nothing but what 0 does everywhere.
  func pick(_ digit: Int) -> Pick? {
    let list = scene.list
    if list.numbering == .own {
      let index = (0..<list.count).first { list[$0].digit == digit }
      // What does not show is gone to first.
      return index.map { page.contains($0) ? .choose(list[$0]) : .goTo(.line($0)) }
    }
    if digit == 0 { return list.endsWithBack ? .choose(list[list.count - 1]) : nil }
    let digits = digits
    if digit == 9 { return digits.nine.map(Pick.goTo) }
    if digits.isOnWays { return ways.indices.first { self.digit(ofWay: $0) == digit }.map { .choose(ways[$0]) } }
    return digit <= digits.lines.count ? .choose(list[digits.lines.lowerBound + digit - 1]) : nil
  }
}
