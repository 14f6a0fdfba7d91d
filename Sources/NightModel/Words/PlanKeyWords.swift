internal import Text

/// The settings of the plan in words: what each is called, and what it is for.
extension PlanKey {
  /// What it is called on a screen.
  public var label: String {
    switch self {
    case .person: "Name"
    case .personInitials: "Initials of the person with ALS"
    case .people: "Who helps at night"
    case .equipment: "In use"
    case .equipmentStep: "How far it is (insurer, supplier)"
    case .equipmentWaiting: "Waiting on whom"
    case .equipmentNext: "Next date"
    case .equipmentSupplier: "Supplier"
    case .equipmentPhone: "Supplier's phone"
    case .equipmentRental: "Rental began"
    case .equipmentReplace: "Replacement possible from"
    case .equipmentRunTime: "Runs without power"
    case .equipmentTested: "Run time tested on"
    case .equipmentNote: "Note"
    case .routine: "Part of the routine"
    case .own: "Item of your own"
    case .order: "Order of a group"
    case .starterRoutine: "Starter routine"
    case .turnInterval: "Minutes between turns"
    case .turnPositions: "Sides in order"
    case .turnLine: "Your own line after a turn"
    case .medicine: "What the label says"
    case .medicineWhen: "When"
    case .medicineGap: "Least time between, as labelled"
    case .medicineMost: "Most in 24 hours, as labelled"
    case .number: "Phone number"
    case .numberOrder: "Order of the numbers"
    case .hospiceFirst: "Hospice comes first"
    case .comfortKit: "Where the comfort kit is"
    case .cardDiagnosis: "Diagnosis"
    case .cardBirth: "Date of birth"
    case .cardAddress: "Address"
    case .cardUnderstands: "Hears, feels and understands"
    case .cardYes: "How the person says yes"
    case .cardNo: "How the person says no"
    case .cardMaskOff: "Takes the mask off alone"
    case .cardAirway: "Airway"
    case .cardAllergies: "Allergies"
    case .cardOxygen: "Usual oxygen figure"
    case .cardSwallowing: "Swallowing and feeding tube"
    case .cardMachine: "Machine and settings"
    case .cardUsual: "Usual for this person"
    case .cardEquipment: "Equipment on the card"
    case .cardMedicines: "Medicines on the card"
    case .cardDoor: "Door and lock"
    case .cardWishes: "Wishes"
    case .cardPaper: "Where the signed paper is"
    case .cardAsk: "Who to ask about wishes"
    case .cardBreathing: "Breathing line"
    case .cardAgreed: "If dying: what we agreed"
    case .nightsPositions: "Positions"
    case .nightsStraps: "Straps and mask"
    case .nightsSwitch: "Where the switch goes"
    case .nightsYesNo: "How to say yes and no"
    case .nightsMaskOff: "Who may take the mask off alone"
    case .nightsNever: "What is never done"
    case .nightsPower: "If the power goes"
    case .nightsMore: "What else to know"
    case .ask: "What is asked line by line"
    case .question: "Question for the team"
    case .signLine: "Signs noted, on Tonight"
    case .told: "We told the team"
    case .countAnew: "Counted anew"
    case .insurerAsks: "Our insurer asks for mask hours"
    case .splitHour: "Hour at which a night ends"
    case .clock: "Clock"
    case .theme: "Colours"
    case .input: "How you press"
    case .pointer: "Mouse or pointer"
    case .letters: "Letters as keys"
    case .scanWay: "What moves and what chooses"
    case .scanBlocks: "Blocks for two switches"
    case .scanStep: "Time on each line"
    case .scanFirst: "More time on the first line"
    case .scanAfter: "Pause after a press"
    case .scanLate: "Late presses: the line before"
    case .scanLoops: "Loops before it rests"
    case .scanDwell: "Staying so long chooses"
    case .scanStart: "Going on after a choice"
    case .scanCardFirst: "Emergency card first"
    case .switchIgnore: "Sooner presses do not count"
    case .keyRepeat: "A key writes again after"
    case .movesPerSecond: "How fast a held key moves"
    case .personal: "For one who writes, alone"
    case .carerFigures: "Show the caregiver's own night"
    case .glance: "Large clock after"
    case .reader: "Screen reader or braille"
    case .welcome: "First questions"
    case .closed: "Record closed"
    case .away: "Night away"
    case .mark: "What changed"
    }
  }

  /// One line on what it is for and what may stand in it.
  public var help: String {
    switch self {
    case .person: "name of the person with ALS"
    case .personInitials: "initials the person with ALS writes with; every save then says that nobody was told"
    case .people: "name of who helps at night"
    case .equipment: "in-use or empty; 'equipment' alone takes a list"
    case .equipmentStep: "how far it is with the insurer and the supplier"
    case .equipmentWaiting: "who has to do the next thing"
    case .equipmentNext: "a date to keep in mind"
    case .equipmentSupplier: "who supplies it"
    case .equipmentPhone: "by day and night"
    case .equipmentRental: "a date; the months are counted from it, out of 13"
    case .equipmentReplace: "a date as your insurer or supplier said it; no promise of cover"
    case .equipmentRunTime: "how long it ran when you tested it; shown, never counted down"
    case .equipmentTested: "the date of that test; it stands beside the run time"
    case .equipmentNote: "serial number, settings sheet"
    case .routine: "on or off, or empty to follow the equipment"
    case .own: "an item of your own in a group of a list, in your words"
    case .order: "item ids in the order you work through them; order.bedtime for a starter routine"
    case .starterRoutine: "yes: a short evening list, the rest to be added; blank: all that equipment allows"
    case .turnInterval: "minutes (15 to 720) or on-request; blank until somebody sets it"
    case .turnPositions: "sides in order, such as left,back,right"
    case .turnLine: "shown after every turn, such as: bell in reach? tubes free?"
    case .medicine: "what the label says, as typed; shown, never reckoned with"
    case .medicineWhen: "morning, noon, evening, night, as needed, or times, such as: 08:00, 20:00"
    case .medicineGap: "as the label says it; shown beside the last time written"
    case .medicineMost: "as the label says it; never added up"
    case .number: "phone number of clinic, on-call, hospice, supplier, emergency, or of anybody by name"
    case .numberOrder: "such as on-call,clinic,emergency"
    case .hospiceFirst: "yes: hospice and its comfort kit stand above all else on the card"
    case .comfortKit: "the place of the hospice's comfort kit"
    case .cardDiagnosis: "in the words you want responders to read; blank: the standard line"
    case .cardBirth: "with its year; the clinic's page has it only where it has the name"
    case .cardAddress: "as you would say it on the phone: street, number, floor, town"
    case .cardUnderstands: "words of your own for that line, or none: no line"
    case .cardYes: "such as: looks up"
    case .cardNo: "such as: shuts both eyes"
    case .cardMaskOff: "cannot or can"
    case .cardAirway: "mask, tracheostomy, in your words; blank: from the equipment in use; or none: no line"
    case .cardAllergies: "in your words; if there are none, say so, for blank says nothing"
    case .cardOxygen: "the usual figure as your clinic gave it, with its date; never filled in for you"
    case .cardSwallowing: "what goes by mouth, what by tube, and which tube, in a line"
    case .cardMachine: "as on its settings sheet"
    case .cardUsual: "what is usual, with clinic and date"
    case .cardEquipment: "in words of your own; blank: the equipment in use; or none: no line"
    case .cardMedicines: "in words of your own; blank: the medicines of the plan; or none: no line"
    case .cardDoor: "how to get in"
    case .cardWishes: "as in the signed paper, which rules"
    case .cardPaper: "the place of the signed paper"
    case .cardAsk: "a name, and a number"
    case .cardBreathing: "words of your own for the breathing line, or none: no line"
    case .cardAgreed: "in your words; a page of its own, shown only when something is typed"
    case .nightsPositions: "how the person lies best"
    case .nightsStraps: "how the mask goes on"
    case .nightsSwitch: "bell, switch, who hears it"
    case .nightsYesNo: "in the dark, too"
    case .nightsMaskOff: "initials or names, such as: MK, TR"
    case .nightsNever: "such as: never flat without the mask"
    case .nightsPower: "your steps, with ; between them, such as: torch in the drawer; machine onto its battery"
    case .nightsMore: "anything a new helper should know"
    case .ask: "for who can only blink: lines with commas between; blank: the usual ones"
    case .question: "what you want to ask at the next visit; it stands in the report"
    case .signLine: "yes or no: Tonight says beside When to call how many signs were found"
    case .told: "when the team was told of a sign, a date: it leaves Tonight until it grows"
    case .countAnew: "from which night on the usual of a sign is counted anew, a date"
    case .insurerAsks: "yes: the report also counts nights under 4 h on the mask"
    case .splitHour: "hour at which one night ends and the next begins (0 to 23; 12)"
    case .clock: "24 or 12 hours, for what is shown, printed and typed"
    case .theme: "amber, red, day or mono"
    case .input:
      "keys, arrows, digits, two-switches (Tab and Space) or one-switch; every way works always"
    case .pointer: "off; click: it chooses what it is on, the right button goes back; switch: a click anywhere"
    case .letters: "off: outside a text letters do nothing, and F2 is the card; on: as the help says"
    case .scanWay:
      "auto: time moves, a press chooses; dwell: a press moves, staying chooses (one switch)"
    case .scanBlocks: "on: blocks of lines for two switches, too, so that it takes fewer presses"
    case .scanStep: "how long each line is lit while scanning, in ms (1500 is 1.5 s)"
    case .scanFirst: "how much longer the first line of a list or block is lit, in ms"
    case .scanAfter: "how long everything stands still after a press, in ms"
    case .scanLate: "a press so soon after a step means the line before, in ms; 0 for who presses in rhythm"
    case .scanLoops: "how often all lines are lit without a press before it rests (1 to 20)"
    case .scanDwell: "how long to stay on a line to choose it, in ms, where staying chooses"
    case .scanStart: "press: after each choice it waits for a press; blank: it goes on by itself"
    case .scanCardFirst: "on: the emergency card is the first thing lit on every screen"
    case .switchIgnore: "while scanning: how long a switch must have rested before it counts again, in ms"
    case .keyRepeat: "how long a key must have rested before it writes again, in ms (0 to 2000; 700)"
    case .movesPerSecond: "how often a held Tab or arrow moves in a second (1 to 20)"
    case .personal: "the same for one who writes alone: how they press, scan and see"
    case .carerFigures: "yes: signs, trends, the report and other pages may show the caregiver's figures, too"
    case .glance: "off, or after 1, 2, 5, 10, 15 or 30 minutes without a key: time, turn and mask, large"
    case .reader: "on: one column, no clock and no ages; the line you are on has no brackets; off"
    case .welcome: "done once they were asked"
    case .closed: "yes: nothing is asked, planned or marked any more"
    case .away: "where, such as: hospital"
    case .mark: "a change from that night on, such as: new mask; shown in the trends"
    }
  }
}

extension PlanKey {
  /// What is shown while nothing stands there.
  public var wordsForBlank: String {
    if [.cardAirway, .cardEquipment].contains(self) { return "from the equipment in use" }
    if self == .cardMedicines { return "from the medicines of the plan" }
    if rule == .line || self == .cardDiagnosis { return "the standard line" }
    return standard.map { words($0) } ?? "blank"
  }

  /// How a value is shown: a choice in its words, anything else as typed and safe for any terminal.
  public func words(_ value: String) -> String {
    switch rule {
    case .choice(let choices): choices.contains(value) ? words(ofChoice: value) : value.forDisplay
    case .number(_, let word?, _) where word == value: words(ofChoice: value)
    case .number(_, _, let unit): value.forDisplay + unit
    case .milliseconds: Int(value).map(Self.seconds) ?? value.forDisplay
    case .list: value.split(separator: ",").map { String($0).hyphensAsSpaces }.joined(separator: ", ").forDisplay
    case .line where value == Self.noLine: "no line"
    case .birth: CivilDate(value).map(NightWords.dayAndYear) ?? value.forDisplay
    case .text, .line, .items, .phone, .initials, .step, .date: value.forDisplay
    }
  }

  /// A word that can stand in a setting as it is shown.
  func words(ofChoice value: String) -> String {
    switch self {
    case .cardMaskOff: value == "cannot" ? "cannot take the mask off alone" : "can take the mask off alone"
    case .clock: value == "24" ? "24 hours: 23:10" : "12 hours: 11:10 pm"
    case .theme: Self.themes[value] ?? value.hyphensAsSpaces
    case .input: WayToPress(rawValue: value).map(Self.words) ?? value.hyphensAsSpaces
    case .pointer: Self.waysToPoint[value] ?? value.hyphensAsSpaces
    case .scanWay: value == "dwell" ? "the switch moves, staying chooses" : "time moves, the switch chooses"
    case .scanStart: "only after another press"
    case .glance: value == "off" ? value : "\(value) min without a key"
    case .welcome: "asked"
    case .person, .personInitials, .people, .equipment, .equipmentStep, .equipmentWaiting, .equipmentNext,
      .equipmentSupplier, .equipmentPhone, .equipmentRental, .equipmentReplace, .equipmentRunTime, .equipmentTested,
      .equipmentNote, .routine, .own,
      .order, .starterRoutine, .turnInterval, .turnPositions, .turnLine, .medicine, .medicineWhen, .medicineGap,
      .medicineMost, .number, .numberOrder, .hospiceFirst, .comfortKit, .cardDiagnosis, .cardBirth, .cardAddress,
      .cardUnderstands, .cardYes, .cardNo, .cardAirway, .cardAllergies, .cardOxygen, .cardSwallowing, .cardMachine,
      .cardUsual, .cardEquipment, .cardMedicines, .cardDoor, .cardWishes, .cardPaper, .cardAsk, .cardBreathing,
      .cardAgreed,
      .nightsPositions, .nightsStraps, .nightsSwitch, .nightsYesNo, .nightsMaskOff, .nightsNever, .nightsPower,
      .nightsMore, .ask, .question, .signLine, .told, .countAnew,
      .insurerAsks, .splitHour, .letters, .scanBlocks, .scanStep, .scanFirst, .scanAfter, .scanLate, .scanLoops,
      .scanDwell,
      .scanCardFirst, .switchIgnore, .keyRepeat, .movesPerSecond, .personal, .carerFigures, .reader, .closed, .away,
      .mark:
      value.hyphensAsSpaces
    }
  }

  private static let themes = [
    "amber": "amber on black", "red": "red on black", "day": "black on white, for daylight",
    "mono": "the terminal's own",
  ]

  private static func words(_ way: WayToPress) -> String {
    switch way {
    case .keys: "keyboard"
    case .arrows: "arrows and Enter"
    case .digits: "digits alone"
    case .twoSwitches: "two switches"
    case .oneSwitch: "one switch"
    }
  }

  /// A length of time in seconds, such as `1.5 s`.
  static func seconds(milliseconds: Int) -> String {
    let hundredths = (milliseconds + 5) / 10
    let rest =
      hundredths % 100 == 0
      ? "" : hundredths % 10 == 0 ? ".\(hundredths / 10 % 10)" : ".\(String("0\(hundredths % 100)".suffix(2)))"
    return "\(hundredths / 100)\(rest) s"
  }

  private static let waysToPoint = [
    "off": "off; text can be marked with it", "click": "a click chooses what it is on",
    "switch": "a click anywhere is a switch",
  ]

  /// How a key of it is spelled in help, such as `people.INITIALS`.
  public var spelling: String { rawValue + (member.map { ".\($0.spelling)" } ?? "") }
}

extension PlanKey.Member {
  /// How it is spelled in help.
  var spelling: String {
    switch self {
    case .initials: "INITIALS"
    case .equipment: "ID"
    case .item: "ITEM"
    case .group: "GROUP"
    case .nameInGroup: "GROUP.NAME"
    case .name, .medicine: "NAME"
    case .night: "NIGHT"
    case .who: "WHO"
    case .rule: "RULE"
    case .writerAndSetting: "INITIALS.SETTING"
    }
  }
}
