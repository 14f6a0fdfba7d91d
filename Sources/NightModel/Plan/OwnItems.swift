internal import Text

/// The catalogue as one family has it: with items of their own, and each group in their order.
extension Plan {
  /// The catalogue with the family's own items and order.
  public func adapted(_ catalogue: Catalogue) -> Catalogue {
    let own = values(below: "own").compactMap { name, label in
      ChecklistItem(own: "own.\(name)", label: label, groups: catalogue.groups)
    }
    let orders = Dictionary(uniqueKeysWithValues: values(below: "order").map { ($0.name, $0.value) })
    let formerOwn = formerOwn
    guard !own.isEmpty || !orders.isEmpty || !formerOwn.isEmpty else { return catalogue }
    var adapted = catalogue
    let grouped = Dictionary(grouping: catalogue.items + own, by: \.group)
    adapted.items = catalogue.groups.flatMap { group in
      let items = grouped[group.id] ?? []
      guard let order = orders[group.id] else { return items }
      let ids = order.split(separator: ",").map(String.init).eachOnce
      return ids.compactMap { id in items.first { $0.id == id } } + items.filter { !ids.contains($0.id) }
    }
    adapted.formerLabels = formerOwn
    return adapted
  }

  /// A key for an item of one's own that no other has, made of its words where they spell something.
  public func keyForOwn(_ label: String, in group: String) -> String {
    let letters = label.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : " " }.joined()
    let name = letters.split(separator: " ").joined(separator: "-").prefix(30)
    let base = "own.\(group).\(name.isEmpty ? "item" : String(name))"
    var key = base
    var number = 2
    while timeline.all.contains(where: { $0.subject == .plan(key: key) }) {
      key = "\(base)-\(number)"
      number += 1
    }
    return key
  }

  /// The words of own items that were removed, by id: what was answered in their day stays readable.
  private var formerOwn: [String: String] {
    timeline.all.reduce(into: [:]) { labels, item in
      guard case .plan(let key) = item.subject, key.hasPrefix("own."), setting(key) == nil,
        let label = item.details.text(.to)
      else { return }
      labels[key] = label
    }
  }
}

extension ChecklistItem {
  /// True for an item of the family's own.
  public var isOwn: Bool { certainty == .own }

  /// An item of the family's own; nil if its key names no group.
  init?(own key: String, label: String, groups: [ChecklistGroup]) {
    let parts = key.split(separator: ".", maxSplits: 2).map(String.init)
    guard parts.count == 3, groups.contains(where: { $0.id == parts[1] }) else { return nil }
    self.init(own: key, group: parts[1], label: label.forDisplay)
  }
}
