internal import Text

/// A kind of equipment.
public struct Equipment: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// Its name.
  public let label: String
  /// What it is for, in one line.
  public let what: String
  /// What is known of how insurers treat it; empty where nothing was read.
  public let insurer: [Statement]

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, let what = json["what"]?.text,
      let rows = json["insurer"]?.elements
    else { return nil }
    (self.id, self.label, self.what, insurer) = (id, label, what, rows.compactMap(Statement.init))
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
