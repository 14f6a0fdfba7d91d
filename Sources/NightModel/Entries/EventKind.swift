/// What can happen at night apart from symptoms: the words of `nightstand log`, and for ever those of the journal.
public enum EventKind: String, CaseIterable, Sendable {
  /// Something happened; what it was is said at dawn.
  case moment
  /// The person was turned.
  case turn
  /// A planned turn was left out on purpose, so that the person sleeps on. Moves the plan, never the age of the last turn.
  case letSleep = "let-sleep"
  /// Blanket, arm, itch, pillow. Never counts as a turn.
  case adjust
  /// Secretions were suctioned.
  case suction
  /// A cough-assist session.
  case coughAssist = "cough-assist"
  /// The breathing mask was put on.
  case maskOn = "mask-on"
  /// The breathing mask was taken off.
  case maskOff = "mask-off"
  /// The mask was nudged, its strap set, or another one used.
  case maskFix = "mask-fix"
  /// Air leaked at the mask.
  case maskLeak = "mask-leak"
  /// Toilet, urinal or pad.
  case toilet
  /// Something to drink.
  case drink
  /// Tube feed started.
  case feedOn = "feed-on"
  /// Tube feed ended.
  case feedOff = "feed-off"
  /// A medicine was given; which one is in `what`.
  case medicine
  /// The person called the caregiver.
  case called
  /// The person wanted company.
  case company
  /// A machine beeped.
  case machineBeeped = "machine-beeped"
  /// The power went out.
  case powerOut = "power-out"
  /// The power came back.
  case powerBack = "power-back"
  /// The person woke.
  case woke
  /// The person looked asleep (again).
  case asleep
  /// The caregiver got up.
  case carerUp = "carer-up"
  /// The caregiver lay down again.
  case carerDown = "carer-down"

  /// Which fields make sense for it, in the order they are shown: its own, and those of every event.
  public var fields: [Field] {
    let own: [Field] =
      switch self {
      case .turn: [.side]
      case .medicine: [.what, .helped]
      case .suction, .maskFix, .maskLeak, .adjust, .moment, .toilet, .drink, .feedOn, .feedOff, .machineBeeped,
        .coughAssist:
        [.what]
      case .letSleep, .maskOn, .maskOff, .called, .company, .powerOut, .powerBack, .woke, .asleep, .carerUp, .carerDown:
        []
      }
    return own + [.minutes, .source, .note]
  }
}
