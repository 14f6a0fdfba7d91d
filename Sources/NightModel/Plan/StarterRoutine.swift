internal import Text

/// The starter routine: few lines in the order of an evening, and what stands for weeks in the sleep environment.
extension Catalogue {
  /// The items as the starter routine has them.
  var starterItems: [ChecklistItem] {
    let nightly = Set(groups.filter { $0.list != .environment }.map(\.id))
    return items.map { item in
      var item = item
      if let standing = item.standing {
        item.group = standing
      } else if let starter = item.starter {
        item.needs += starter
      } else {
        item.isLeftOut = nightly.contains(item.group)
      }
      return item
    }
  }

  /// Puts the bedtime items into the order of an evening. What the family has put in an order of its own goes first, in
  /// that; an item of its own stands after the last of its group.
  mutating func putInOrderOfEvening(_ order: [String]) {
    let bedtime = items(of: .bedtime)
    let byID = Dictionary(uniqueKeysWithValues: bedtime.map { ($0.id, $0) })
    var ids = evening.filter { byID[$0] != nil }
    for item in bedtime where !ids.contains(item.id) {
      let last = ids.lastIndex { byID[$0]?.group == item.group } ?? ids.count - 1
      ids.insert(item.id, at: last + 1)
    }
    let first = order.filter { byID[$0] != nil }
    let inOrder = first + ids.filter { !first.contains($0) }
    items = inOrder.compactMap { byID[$0] } + items.filter { byID[$0.id] == nil }
  }
}
