internal import Text

/// What may be typed, with an example, where a field of an entry or a setting is typed.
extension Field {
  /// What may be typed into it, in a sentence; empty where nothing is typed.
  public var example: String {
    switch self {
    case .note: "In your own words, as: slept badly after that."
    case .minutes: "How long it lasted, as 10."
    case .times: "How often it was, as 3."
    case .place: "In a few words, as: left calf."
    case .what: "In a few words, as: a little blood in it."
    case .helped: "In a few words, as: turning, a pillow under the knee."
    case .who: "In a few words, as: AA at 22:00."
    case .by: "The letters of whoever wrote it, as MK."
    case .value, .wornOut: "A whole number, as 6."
    case .at, .intoBed, .tried: "A time, as 2240 or 22:40."
    case .finalWake, .outOfBed: "A time, as 0630 or 06:30."
    case .sol, .wakings, .waso, .tryAfter, .upBetween, .elsewhere, .quality, .rested, .naps, .slept, .up, .stretch:
      "A whole number, as 15."
    case .side, .woke, .source, .state, .asIs, .to, .headache, .relief: ""
    }
  }
}

extension PlanKey {
  /// What may be typed for it, in a sentence with an example.
  public var typingHelp: String { help.capitalizedFirst + (example.isEmpty ? "." : ", as: \(example).") }

  /// An example where `help` has none; empty where it has, or nothing is typed.
  private var example: String {
    switch self {
    case .person, .people: "Mara"
    case .personInitials: "JD"
    case .equipmentWaiting: "the insurer"
    case .equipmentSupplier: "Home Care West"
    case .equipmentPhone, .number: "555 0100"
    case .equipmentRunTime: "3 hours, humidifier off"
    case .equipmentNote: "serial number 4711"
    case .own: "radio on low"
    case .turnInterval: "180"
    case .medicine: "one at night"
    case .medicineGap: "8 hours"
    case .medicineMost: "three"
    case .comfortKit: "fridge door"
    case .cardDiagnosis: "ALS"
    case .cardBirth: "3 May 1951"
    case .cardAddress: "12 Mill Lane, ground floor"
    case .cardAirway: "tracheostomy since May"
    case .cardAllergies: "none that we know of"
    case .cardOxygen: "as the clinic wrote it on 3 May"
    case .cardSwallowing: "nothing by mouth, all by tube"
    case .cardEquipment: "all that stands by the bed"
    case .cardMedicines: "the list in the blue folder"
    case .cardMachine: "the sheet of 3 May lies beside it"
    case .cardUsual: "as the clinic wrote it on 3 May"
    case .cardDoor: "key under the bench"
    case .cardWishes: "as in the paper of 3 May"
    case .cardPaper: "hall cupboard, blue folder"
    case .cardAsk: "Mara, 555 0100"
    case .cardUnderstands, .cardBreathing: "none"
    case .cardAgreed: "call Mara first"
    case .nightsPositions: "left side, pillow between the knees"
    case .nightsStraps: "lower strap first, loose"
    case .nightsSwitch: "under the right thumb"
    case .nightsYesNo: "squeeze once, squeeze twice"
    case .nightsMore: "the cat stays out"
    case .ask: "hot, cold, left hand, mask, pain"
    case .question: "a softer mask?"
    case .equipment, .equipmentStep, .routine, .order, .starterRoutine, .turnPositions, .turnLine, .numberOrder,
      .hospiceFirst, .cardYes, .cardNo, .cardMaskOff, .signLine, .told, .countAnew, .insurerAsks, .splitHour, .clock,
      .theme,
      .input, .pointer, .letters, .scanWay, .scanBlocks, .scanStep, .scanFirst, .scanAfter, .scanLate, .scanLoops,
      .scanDwell,
      .scanStart,
      .scanCardFirst, .switchIgnore, .keyRepeat, .movesPerSecond, .personal, .carerFigures, .glance, .reader, .welcome,
      .closed, .away, .mark,
      .nightsMaskOff, .nightsNever, .nightsPower,
      .medicineWhen, .equipmentNext, .equipmentRental, .equipmentReplace,
      .equipmentTested:
      ""
    }
  }
}
