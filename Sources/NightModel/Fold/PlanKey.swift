/// The settings of the plan: their keys, what may stand in them, and the words that explain them.
public struct PlanKey: Sendable {
  /// The key, or what comes before the dot of a family of keys such as `people.MK`.
  public let name: String
  /// What follows the dot, in words; nil if the key stands alone.
  public let member: String?
  /// One line on what it is for and what may stand in it.
  public let help: String

  /// All settings, in the order they are shown.
  public static let all: [PlanKey] = [
    PlanKey(name: "person", member: nil, help: "name of the person with ALS"),
    PlanKey(name: "people", member: "INITIALS", help: "name of somebody who helps at night"),
    PlanKey(name: "equipment", member: "ID", help: "in-use or empty; 'equipment' alone takes a list"),
    PlanKey(name: "routine", member: "ITEM", help: "on or off, or empty to follow the equipment"),
    PlanKey(
      name: "turn-interval", member: nil, help: "minutes (15 to 720) or on-request; blank until somebody sets it"),
    PlanKey(name: "turn-positions", member: nil, help: "sides in order, such as left,back,right"),
    PlanKey(name: "medicine", member: "NAME", help: "what the label says, as typed; shown, never reckoned with"),
    PlanKey(name: "number", member: "WHO", help: "phone number: clinic, on-call, hospice, supplier or emergency"),
    PlanKey(name: "split-hour", member: nil, help: "hour at which one night ends and the next begins (0 to 23; 12)"),
  ]

  /// The minutes a turn interval may have.
  public static let turnIntervals = 15...720

  /// Who a number can belong to.
  public static let numbers = ["clinic", "on-call", "hospice", "supplier", "emergency"]

  /// What a setting comes to on disk: one or more keys with their values, nil meaning blank.
  /// - Throws: `Refusal` naming what is wrong with the key or the value.
  public static func settings(
    key: String, value: String, catalogue: Catalogue
  ) throws(Refusal) -> [(key: String, value: String?)] {
    let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let known = all.first(where: { $0.name == parts[0] }) else {
      throw .unknown("setting", parts[0], among: all.map(\.name), help: "nightstand plan --help")
    }
    let value = try TextRule.check(value, limit: 500, what: "value")
    if parts.count == 2 { _ = try TextRule.check(parts[1], limit: 60, what: "name") }
    let blank = value.isEmpty
    if known.name == "equipment", parts.count == 1 {
      return try equipmentList(value, catalogue)
    }
    guard (known.member == nil) == (parts.count == 1), parts.last?.isEmpty == false else {
      let form = known.member.map { "\(known.name).\($0)" } ?? known.name
      throw .usage("\"\(key)\" is no setting, so nothing was changed; it is spelled \(form)")
    }
    if blank { return [(key, nil)] }
    switch known.name {
    case "equipment":
      try equipment(parts[1], catalogue)
      guard value == "in-use" else { throw .notOneOf(value, ["in-use"], of: key) }
    case "routine":
      guard catalogue.item(parts[1]) != nil else {
        throw .unknown("item", parts[1], among: catalogue.items.map(\.id), help: "nightstand check --help")
      }
      guard ["on", "off"].contains(value) else { throw .notOneOf(value, ["on", "off"], of: key) }
    case "turn-interval":
      guard value == "on-request" || Int(value).map(turnIntervals.contains) == true else {
        throw .usage("\"\(value)\" is neither 15 to 720 minutes nor on-request, so the turn interval stays as it was")
      }
    case "turn-positions":
      let sides = value.split(separator: ",").map { $0.trimmingSpaces() }
      if sides.isEmpty { throw .notOneOf(value, ["left", "right", "back"], of: key) }
      for side in sides where !["left", "right", "back"].contains(side) {
        throw .notOneOf(side, ["left", "right", "back"], of: key)
      }
      return [(key, sides.joined(separator: ","))]
    case "number":
      guard numbers.contains(parts[1]) else { throw .notOneOf(parts[1], numbers, of: "number") }
    case "people":
      _ = try TextRule.initials(parts[1])
    case "split-hour":
      guard let hour = Int(value), NightRule(splitHour: hour) != nil else {
        throw .usage("\"\(value)\" is no hour from 0 to 23, so the split hour stays as it was")
      }
    default: break
    }
    return [(key, value)]
  }

  private static func equipment(_ id: String, _ catalogue: Catalogue) throws(Refusal) {
    guard catalogue.equipment.contains(where: { $0.id == id }) else {
      throw .unknown("equipment", id, among: catalogue.equipment.map(\.id), help: "nightstand plan --help")
    }
  }

  private static func equipmentList(
    _ value: String, _ catalogue: Catalogue
  ) throws(Refusal) -> [(key: String, value: String?)] {
    let wanted = value.split(separator: ",").map { $0.trimmingSpaces() }
    for id in wanted { try equipment(id, catalogue) }
    return catalogue.equipment.map { ("equipment.\($0.id)", wanted.contains($0.id) ? "in-use" : nil) }
  }
}
