internal import CellUI
internal import NightModel
internal import Text

/// What can be written down with one key, in lists: what each is called, its id, and the letter that writes the same.
extension Log {
  /// What it is called in a list.
  func words(_ catalogue: Catalogue) -> String {
    switch subject {
    case .event(.turn):
      switch details[.side] {
      case .text("back"): "Turned on the back"
      case .text("other"): "Turned some other way"
      case .text(let side): "Turned \(side)"
      case .number, .moment, .flag, nil: "Turned"
      }
    case .event(let kind): kind.words.capitalizedFirst
    case .symptom(let id): catalogue.symptom(id)?.label ?? id
    case .check, .environment, .diary, .carer, .note, .handover, .plan: "Note"
    }
  }

  var id: String {
    switch (subject, details[.side]) {
    case (.event(let kind), .text(let side)): "\(kind.rawValue)-\(side)"
    case (.event(let kind), _): kind.rawValue
    case (.symptom(let id), _): id
    case (.check, _), (.environment, _), (.diary, _), (.carer, _), (.note, _), (.handover, _), (.plan, _): "note"
    }
  }

  /// The letter of Tonight that writes the same, so that `t` then `l` works by list as well.
  func letter(in menu: LogMenu.ID) -> Character? {
    guard menu != .more else { return nil }
    let binding = Keys.tonight.bindings.first { $0.command == .log(self) }
    guard case .character(let letter)? = binding?.keys.first else { return nil }
    return letter
  }
}
