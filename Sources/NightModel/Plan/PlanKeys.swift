/// The table of all settings, in the order they are shown.
extension PlanKey {
  /// Every setting and family of settings.
  public static let all: [PlanKey] = person + equipment + routine + medicines + card + report + others

  private static let yes = [Choice("yes", "yes")]

  private static let person: [PlanKey] = [
    PlanKey("person", "Name", .text(limit: 100), on: .person, "name of the person with ALS"),
    PlanKey(
      "person-initials", "Initials of the person with ALS", .initials, on: .person,
      "initials the person with ALS writes with; every save then says that nobody was told"),
    PlanKey(
      "people", each: .initials, "Who helps at night", .text(limit: 100), on: .people, "name of who helps at night"),
  ]

  private static let equipment: [PlanKey] = [
    PlanKey(
      "equipment", each: .equipment, "In use", .choice([Choice("in-use", "in use")]), on: .equipment,
      "in-use or empty; 'equipment' alone takes a list"),
    PlanKey(
      "equipment-step", each: .equipment, "How far it is (insurer, supplier)", .step, on: .equipment,
      "how far it is with the insurer and the supplier"),
    PlanKey("equipment-waiting", each: .equipment, "Waiting on whom", on: .equipment, "who has to do the next thing"),
    PlanKey("equipment-next", each: .equipment, "Next date", .date, on: .equipment, "a date to keep in mind"),
    PlanKey("equipment-supplier", each: .equipment, "Supplier", on: .equipment, "who supplies it"),
    PlanKey(
      "equipment-phone", each: .equipment, "Supplier's phone", .phone, on: .equipment, "by day and night"),
    PlanKey(
      "equipment-rental", each: .equipment, "Rental began", .date, on: .equipment,
      "a date; the months are counted from it, out of 13"),
    PlanKey(
      "equipment-replace", each: .equipment, "Replacement possible from", .date, on: .equipment,
      "a date as your insurer or supplier said it; no promise of cover"),
    PlanKey(
      "equipment-note", each: .equipment, "Note", .text(limit: 500), on: .equipment, "serial number, settings sheet"),
  ]

  private static let routine: [PlanKey] = [
    PlanKey(
      "routine", each: .item, "Part of the routine", .choice([Choice("on", "on"), Choice("off", "off")]), on: .routine,
      "on or off, or empty to follow the equipment"),
    PlanKey(
      "own", each: .nameInGroup, "Item of your own", .text(limit: 60), on: .routine,
      "an item of your own in a group of a list, in your words"),
    PlanKey(
      "order", each: .group, "Order of a group", .items, on: .routine, "item ids in the order you work through them"),
    PlanKey(
      "turn-interval", "Minutes between turns",
      .number(turnIntervals, or: Choice("on-request", "on request"), unit: " min"),
      on: .turning, "minutes (15 to 720) or on-request; blank until somebody sets it"),
    PlanKey(
      "turn-positions", "Sides in order", .list(["left", "right", "back"], mayRepeat: true), on: .turning,
      "sides in order, such as left,back,right"),
    PlanKey(
      "turn-line", "Your own line after a turn", .text(limit: 100), on: .turning,
      "shown after every turn, such as: bell in reach? tubes free?"),
  ]

  private static let medicines: [PlanKey] = [
    PlanKey(
      "medicine", each: .medicine, "What the label says", on: .medicines,
      "what the label says, as typed; shown, never reckoned with"),
    PlanKey("medicine-when", each: .medicine, "When", .text(limit: 60), on: .medicines, "a time, or: as needed"),
    PlanKey(
      "medicine-gap", each: .medicine, "Least time between, as labelled", .text(limit: 60), on: .medicines,
      "as the label says it; shown beside the last time written"),
    PlanKey(
      "medicine-most", each: .medicine, "Most in 24 hours, as labelled", .text(limit: 60), on: .medicines,
      "as the label says it; never added up"),
    PlanKey(
      "number", each: .who(numbers), "Phone number", .phone, on: .numbers,
      "phone number of clinic, on-call, hospice, supplier, emergency, or of anybody by name"),
    PlanKey(
      "number-order", "Order of the numbers", .list(numbers), on: .numbers, "such as on-call,clinic,emergency"),
    PlanKey(
      "hospice-first", "Hospice comes first", .choice(yes), on: .numbers,
      "yes: hospice and its comfort kit stand above all else on the card"),
    PlanKey("comfort-kit", "Where the comfort kit is", on: .numbers, "the place of the hospice's comfort kit"),
  ]

  private static let card: [PlanKey] = [
    PlanKey("card.diagnosis", "Diagnosis", on: .card, "in the words you want responders to read"),
    PlanKey(
      "card.understands", "Hears, feels and understands", .line, on: .card,
      "words of your own for that line, or none: no line"
    ),
    PlanKey("card.yes", "How the person says yes", on: .card, "such as: looks up"),
    PlanKey("card.no", "How the person says no", on: .card, "such as: shuts both eyes"),
    PlanKey(
      "card.mask-off", "Takes the mask off alone",
      .choice([Choice("cannot", "cannot take the mask off alone"), Choice("can", "can take the mask off alone")]),
      on: .card, "cannot or can"),
    PlanKey("card.machine", "Machine and settings", .text(limit: 500), on: .card, "as on its settings sheet"),
    PlanKey(
      "card.usual", "Usual for this person", .text(limit: 500), on: .card, "what is usual, with clinic and date"),
    PlanKey("card.door", "Door and lock", on: .card, "how to get in"),
    PlanKey("card.wishes", "Wishes", .text(limit: 1000), on: .card, "as in the signed paper, which rules"),
    PlanKey("card.paper", "Where the signed paper is", on: .card, "the place of the signed paper"),
    PlanKey("card.ask", "Who to ask about wishes", on: .card, "a name, and a number"),
    PlanKey(
      "card.breathing", "Breathing line", .line, on: .card,
      "words of your own for the breathing line, or none: no line"),
    PlanKey(
      "card.agreed", "If dying: what we agreed", .text(limit: 2000), on: .card,
      "in your words; a page of its own, shown only when something is typed"),
    PlanKey("nights.positions", "Positions", .text(limit: 500), on: .nights, "how the person lies best"),
    PlanKey("nights.straps", "Straps and mask", .text(limit: 500), on: .nights, "how the mask goes on"),
    PlanKey("nights.switch", "Where the switch goes", .text(limit: 500), on: .nights, "bell, switch, who hears it"),
    PlanKey("nights.yes-no", "How to say yes and no", .text(limit: 500), on: .nights, "in the dark, too"),
    PlanKey("nights.more", "What else to know", .text(limit: 1000), on: .nights, "anything a new helper should know"),
  ]

  private static let report: [PlanKey] = [
    PlanKey(
      "question", each: .name, "Question for the team", .text(limit: 200), on: .report,
      "what you want to ask at the next visit; it stands in the report"),
    PlanKey(
      "sign-line", "Signs noted, on Tonight", .choice([Choice("yes", "yes"), Choice("no", "no")]), on: .report,
      standard: "yes", "yes or no: Tonight says beside When to call how many signs were found"),
    PlanKey(
      "aside", each: .sign, "Put aside", .aside, on: .report, isAsked: false,
      "a sign put aside: the last day and why, such as: 2026-12-05 told the clinic"),
    PlanKey(
      "insurer-asks", "Our insurer asks for mask hours", .choice(yes), on: .report,
      "yes: the report also counts nights under 4 h on the mask"),
  ]

  private static let others: [PlanKey] = [
    PlanKey(
      "split-hour", "Hour at which a night ends", .number(0...23, unit: ":00"), on: .settings, standard: "12",
      "hour at which one night ends and the next begins (0 to 23; 12)"),
    PlanKey(
      "clock", "Clock", .choice([Choice("24", "24 hours: 23:10"), Choice("12", "12 hours: 11:10 pm")]), on: .settings,
      standard: "24",
      "24 or 12 hours on the screens; what is typed, and the command line, stay 24"),
    PlanKey(
      "theme", "Colours",
      .choice([
        Choice("amber", "amber on black"), Choice("red", "red on black"), Choice("day", "black on white, for daylight"),
        Choice("mono", "the terminal's own"),
      ]), on: .settings, standard: "amber", "amber, red, day or mono"),
    PlanKey(
      "input", "How you press",
      .choice([
        Choice("keys", "keyboard"), Choice("arrows", "arrows and Enter"), Choice("two-switches", "two switches"),
      ]), on: .settings, "keys, arrows or two-switches (Tab moves, Space chooses); every way works at all times"),
    PlanKey(
      "carer-figures", "Show the caregiver's own night", .choice(yes), on: .settings,
      "yes: signs, trends, the report and other pages may show the caregiver's figures, too"),
    PlanKey(
      "glance", "Large clock after",
      .choice([Choice("off", "off")] + [1, 2, 5, 10, 15, 30].map { Choice("\($0)", "\($0) min without a key") }),
      on: .settings, standard: "off",
      "off, or after 1, 2, 5, 10, 15 or 30 minutes without a key: time, turn and mask, large"),
    PlanKey(
      "welcome", "First questions", .choice([Choice("done", "asked")]), on: .settings, isAsked: false,
      "done once they were asked"),
    PlanKey("closed", "Record closed", .choice(yes), on: .record, "yes: nothing is asked, planned or marked any more"),
    PlanKey("away", each: .night, "Night away", .text(limit: 60), on: .record, "where, such as: hospital"),
    PlanKey(
      "mark", each: .night, "What changed", .text(limit: 60), on: .record,
      "a change from that night on, such as: new mask; shown in the trends"),
  ]
}
