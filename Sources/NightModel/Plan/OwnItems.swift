internal import Text

/// The catalogue as one family has it: with items of their own, in their order, and with the starter routine or without.
extension Plan {
  /// True for a record that began with the starter routine, or was set to it: the bedtime list is short and in the order of
  /// an evening. Others keep every line that their equipment allows, in groups, as they were used to it.
  public var hasStarterRoutine: Bool { value(.starterRoutine) == "yes" }

  /// The catalogue with the family's own items and order.
  public func adapted(_ catalogue: Catalogue) -> Catalogue {
    let own = values(of: .own).compactMap { name, label in
      ChecklistItem(own: Setting(.own, name), label: label, groups: catalogue.groups)
    }
    let orders = Dictionary(uniqueKeysWithValues: values(of: .order).map { ($0.name, $0.value) })
    let formerOwn = formerOwn
    guard !own.isEmpty || !orders.isEmpty || !formerOwn.isEmpty || hasStarterRoutine else { return catalogue }
    var adapted = catalogue
    let items = hasStarterRoutine ? catalogue.starterItems : catalogue.items
    let grouped = Dictionary(grouping: items + own, by: \.group)
    adapted.items = catalogue.groups.flatMap { group in
      let items = grouped[group.id] ?? []
      guard let order = orders[group.id] else { return items }
      let ids = order.split(separator: ",").map(String.init).eachOnce
      return ids.compactMap { id in items.first { $0.id == id } } + items.filter { !ids.contains($0.id) }
    }
    if hasStarterRoutine {
      let order = orders[ChecklistGroup.List.bedtime.rawValue]?.split(separator: ",").map(String.init) ?? []
      adapted.putInOrderOfEvening(order.eachOnce)
    }
    adapted.formerLabels = formerOwn
    return adapted
  }

  /// A setting for an item of one's own that no other has, its name made of its words where they spell something.
  public func settingForOwn(_ label: String, in group: String) -> Setting {
    let letters = label.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : " " }.joined()
    let name = letters.split(separator: " ").joined(separator: "-").prefix(30)
    let base = "\(group).\(name.isEmpty ? "item" : String(name))"
    var setting = Setting(.own, base)
    var number = 2
    while timeline.all.contains(where: { $0.subject == setting.subject }) {
      setting = Setting(.own, "\(base)-\(number)")
      number += 1
    }
    return setting
  }

  /// The words of own items that were removed, by id: what was answered in their day stays readable.
  private var formerOwn: [String: String] {
    timeline.all.reduce(into: [:]) { labels, item in
      guard let setting = item.subject.setting, setting.key == .own, value(setting) == nil,
        let label = item.details.text(.to)
      else { return }
      labels[setting.description] = label
    }
  }
}

extension ChecklistItem {
  /// True for an item of the family's own.
  public var isOwn: Bool { certainty == .own }

  /// An item of the family's own; nil if its setting names no group.
  init?(own setting: Setting, label: String, groups: [ChecklistGroup]) {
    let parts = (setting.member ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, groups.contains(where: { $0.id == parts[0] }) else { return nil }
    self.init(own: setting.description, group: parts[0], label: label.forDisplay)
  }
}
