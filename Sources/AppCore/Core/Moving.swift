internal import CellUI
internal import NightModel

/// Moving the focus: along the lines, to the ways out, from page to page.
extension App {
  /// Goes to the line before, which may be on the page before; from the first line of all, to the ways out. A text that is
  /// read scrolls first.
  mutating func goUp(_ shown: Shown) -> [Effect] {
    let (list, focus) = (shown.scene.list, shown.scene.focusIndex)
    if let way = shown.focusedWay { return goBack(from: way, shown) }
    if shown.scrollsByLine(focus), shown.offset > 0 || list.count == 1 { return scroll(-1, shown, shown.hiddenFacts) }
    if focus == 0, let last = shown.ways.last { return goTo(last) }
    return move(to: focus == 0 ? list.count - 1 : focus - 1, list)
  }

  /// Goes to the line after, which may be on the next page; from the last line of all, to the ways out, and from those to
  /// the next page. A text that is read scrolls first.
  mutating func goDown(_ shown: Shown) -> [Effect] {
    let (list, focus) = (shown.scene.list, shown.scene.focusIndex)
    if let way = shown.focusedWay {
      if let index = shown.ways.firstIndex(of: way), index + 1 < shown.ways.count { return goTo(shown.ways[index + 1]) }
      return move(to: shown.page.upperBound < list.count ? shown.page.upperBound : 0, list)
    }
    if shown.scrollsByLine(focus), !shown.isReadToTheEnd || list.count == 1 {
      return scroll(1, shown, shown.hiddenFacts)
    }
    if focus + 1 >= list.count, let first = shown.ways.first { return goTo(first) }
    return move(to: focus + 1 >= list.count ? 0 : focus + 1, list)
  }

  /// Goes on along the page: its lines, the ways out, then its first line again.
  mutating func goToNext(_ shown: Shown) -> [Effect] {
    let (list, walk) = (shown.scene.list, shown.walk)
    if let way = shown.focusedWay {
      let next = (walk.firstIndex(of: way) ?? 0) + 1
      return next < walk.count ? goTo(walk[next]) : move(to: shown.page.lowerBound, list)
    }
    let next = shown.scene.focusIndex + 1
    if next < shown.lastStop { return move(to: next, list) }
    return walk.first.map { goTo($0) } ?? move(to: shown.page.lowerBound, list)
  }

  /// Goes back along the page; from its first line to the way back at once.
  mutating func goToPrevious(_ shown: Shown) -> [Effect] {
    if let way = shown.focusedWay { return goBack(from: way, shown) }
    let (list, focus) = (shown.scene.list, shown.scene.focusIndex)
    if focus > shown.page.lowerBound { return move(to: focus - 1, list) }
    return shown.ways.isEmpty ? move(to: shown.lastStop - 1, list) : goTo(.back)
  }

  /// Goes from a way out to the one before; from the first, to the last line of the page.
  private mutating func goBack(from way: SceneItem, _ shown: Shown) -> [Effect] {
    let index = shown.walk.firstIndex(of: way) ?? 0
    return index > 0 ? goTo(shown.walk[index - 1]) : move(to: shown.page.upperBound - 1, shown.scene.list)
  }

  mutating func goTo(_ way: SceneItem) -> [Effect] {
    place.way = way.id
    return []
  }

  /// Goes to the same row of the next column, or the last there is; at the edge nowhere.
  mutating func moveAcross(_ step: Int, _ shown: Shown) -> [Effect] {
    let focus = shown.scene.focusIndex
    guard let from = shown.table.firstIndex(where: { $0.contains(focus) }), shown.table.indices.contains(from + step)
    else { return [] }
    let (here, there) = (shown.table[from], shown.table[from + step])
    let row = min(focus - here.lowerBound, there.count - 1)
    return move(to: there.lowerBound + row, shown.scene.list)
  }

  mutating func page(_ direction: Int, _ shown: Shown) -> [Effect] {
    let scene = shown.scene
    if scene.isReading { return scroll(shown.readingStep * direction, shown, shown.hiddenFacts) }
    if scene.list.count == 1 { return scroll(4 * direction, shown, shown.hiddenFacts) }
    // Where the whole list shows anyway, pages are for what was written.
    if scene.log.count > 0, shown.itemsPerPage >= scene.list.count {
      // A page is what shows, so that no entry is passed over.
      return scroll(max(1, shown.shownLog) * direction, shown, scene.log.count - max(1, shown.shownLog))
    }
    // Where headings take rows a page holds fewer items, and none is to be passed over.
    let isFull = shown.page.count >= shown.itemsPerPage
    let next =
      isFull
      ? scene.focusIndex + direction * shown.itemsPerPage
      : direction > 0 ? shown.page.upperBound : shown.page.lowerBound - 1
    return move(to: min(max(0, next), scene.list.count - 1), scene.list)
  }
}

extension Shown {
  /// True if a command goes past the last, or before the first, of what can have the focus.
  func leavesList(by command: Command) -> Bool {
    let isFirst = focusedWay == nil && scene.focusIndex == 0
    let isLast = walk.isEmpty ? scene.focusIndex == scene.list.count - 1 : focusedWay == walk.last
    return isFirst && (command == .up || command == .previous) || isLast && (command == .down || command == .next)
  }

  /// Where the lines end that are walked one after the other: the page's, or all where there is no room for ways out.
  fileprivate var lastStop: Int { ways.isEmpty ? scene.list.count : page.upperBound }

  /// True if Up and Down scroll a text while its first line has the focus.
  fileprivate func scrollsByLine(_ focus: Int) -> Bool {
    hiddenFacts > 0 && (scene.list.count == 1 || scene.isReading && focus == 0)
  }
}
