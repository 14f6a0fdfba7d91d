internal import CellUI
internal import NightModel
internal import Text

/// The short lists of Tonight.
public enum LogMenu: Hashable, Sendable, CaseIterable {
  /// Turned, or let sleep.
  case turn
  /// Suction and cough assist.
  case secretions
  /// Mask on, off, fixed.
  case mask
  /// Trouble with breathing.
  case breathing
  /// What hurts.
  case hurts
  /// Everything else, and the way to the other screens.
  case more
}

extension LogMenu {
  var title: String {
    switch self {
    case .turn: "Turned, or let sleep"
    case .secretions: "Suction, cough assist"
    case .mask: "Mask"
    case .breathing: "Breathing"
    case .hurts: "Hurts"
    case .more: "More"
    }
  }

  var logs: [Log] {
    switch self {
    case .turn: [.turn("left"), .turn("right"), .turn("back"), .turn("other"), .event(.letSleep)]
    case .secretions: [.event(.suction), .event(.coughAssist)]
    case .mask: [.event(.maskOn), .event(.maskOff), .event(.maskFix)]
    case .breathing:
      [
        "hard-to-breathe", "throat-closed", "choked", "woke-gasping", "stuck-mucus", "pause-or-snore",
        "neck-breathing", "saliva",
      ].map(Log.symptom)
    case .hurts:
      ["cramp", "stiff-limb", "pain", "restless-legs", "uncomfortable", "jerks", "twitching"].map(Log.symptom)
    case .more:
      [.event(.woke), .event(.asleep), .event(.drink), .event(.toilet), .event(.feedOn), .event(.feedOff)]
        + ["vomited", "afraid"].map(Log.symptom)
        + [EventKind.company, .called, .machineBeeped, .powerOut, .powerBack, .carerUp, .carerDown].map(Log.event)
    }
  }
}

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
  func letter(in menu: LogMenu) -> Character? {
    guard menu != .more else { return nil }
    let binding = Keys.tonight.bindings.first { $0.command == .log(self) }
    guard case .character(let letter)? = binding?.keys.first else { return nil }
    return letter
  }
}
