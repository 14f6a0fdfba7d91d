internal import Text

/// A kind of equipment.
public struct Equipment: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// Its name.
  public let label: String
  /// What it is for, in one line.
  public let what: String
  /// True for what stops without power, or runs on a battery of its own: a family can type how long.
  public let isPowered: Bool
  /// What is known of how insurers treat it; empty where nothing was read.
  public let insurer: [Statement]

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, let what = json["what"]?.text,
      let rows = json["insurer"]?.elements, let isPowered = (json["powered"] ?? .bool(false)).flag
    else { return nil }
    (self.id, self.label, self.what, insurer) = (id, label, what, rows.compactMap(Statement.init))
    self.isPowered = isPowered
    guard insurer.count == rows.count else { return nil }
  }
}

/// One step of a piece of equipment on its way through the insurer, such as "Approved".
public struct EquipmentStep: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// Its name.
  public let label: String
  /// What it means and what to note, in one line.
  public let what: String

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, let what = json["what"]?.text else { return nil }
    (self.id, self.label, self.what) = (id, label, what)
  }
}

/// A line on a power cut: what holds while it lasts, or what to look at once it is over.
public struct PowerLine: Hashable, Sendable {
  /// The line.
  public let statement: Statement
  /// What it makes no sense without: for each need, the ids of the equipment that meet it (any of them does).
  public let needs: [Set<String>]

  init?(_ json: JSON) {
    guard let statement = Statement(json), let needs = (json["needs"] ?? []).needs else { return nil }
    (self.statement, self.needs) = (statement, needs)
  }
}
