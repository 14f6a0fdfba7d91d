public import NightModel

/// Where one can go, in values of the model: how features open each other. Which feature each opens is in the registry.
public enum Route: Hashable, Sendable {
  /// The start screen.
  case tonight
  /// The morning of a night: its diary, and what else the morning asks.
  case morning(CivilDate)
  /// The end of the morning after a night.
  case morningEnd(CivilDate)
  /// The caregiver's own night.
  case carerNight(CivilDate)
  /// A question of a page whose answers are picked.
  case question(PageQuestion)
  /// An answer that is asked about.
  case doubt(PageDoubt)
  /// The sleep figures of a night.
  case figures(CivilDate)
  /// What the keys do; opened from such a screen.
  case help(HelpOrigin)
  /// What is read from across a dark room while nobody presses a key.
  case glance
  /// Whether to take back what somebody else did.
  case undoing(UndoPreview)
  /// Whether to leave.
  case leaving
  /// One of the pages about switches.
  case switches(SwitchPage)
  /// One of the three checklists.
  case checklist(ChecklistGroup.List)
  /// One item of a checklist, by its id.
  case checkItem(String)
  /// All symptoms.
  case symptoms
  /// All nights, to look through them.
  case pastNights
  /// One night.
  case night(CivilDate)
  /// What many nights were like, measure by measure.
  case trends
  /// What was taken back in a night.
  case takenBack(CivilDate)
  /// What the quick entries of a night still lack.
  case toComplete(CivilDate)
  /// What one quick entry lacks.
  case completing(EntryAddress)
  /// What was written on paper in a night.
  case paper(CivilDate)
  /// What a typed line was whose words are not known here.
  case unknownLine(UnknownLine)
  /// One entry, field by field.
  case entry(EntryAddress)
  /// What somebody who comes on duty wants to know.
  case handover
  /// The report for the clinic: what it is to be, and what becomes of it.
  case report
  /// The changes that are marked for the trends, and how to mark one; found in the plan within so many nights.
  case marks(TrendSpan)
  /// The contents of the guide.
  case guide
  /// A page of the guide, by its id.
  case guidePage(String)
  /// The sentences of the guide that hold some words.
  case guideFound(String)
  /// Who is who in the team, and whom to have a number of.
  case team
  /// How insurers go about equipment.
  case insurance
  /// What to do while waiting for help, and what to tell those who come.
  case whileWaiting
  /// What to do while the power is out.
  case powerOut
  /// What is asked line by line of somebody who can only blink.
  case ask
  /// The emergency card.
  case card
  /// If tonight is too much, for either of you.
  case tooMuch
  /// What was agreed for when the person is dying or has died.
  case agreed
  /// How we do nights.
  case howWeDoNights
  /// When to call: the warning signs, to be read.
  case signs
  /// One warning sign.
  case sign(String)
  /// One warning sign that was found in the record, with everything behind it.
  case foundSign(String)
  /// The pages of the plan.
  case plan
  /// One page of the plan.
  case planPage(PlanKey.Page)
  /// One person, piece of equipment or medicine of a page.
  case planMember(PlanKey.Page, String)
  /// The values one setting can take.
  case planChoice(Setting)
  /// What has two versions, to choose one of each.
  case versions
  /// The items of a group, and whether they are part of the routine.
  case routineGroup(String)
  /// One item: whether it is part of the routine, and its place.
  case routineItem(String)
  /// Which night was spent away.
  case awayNights
  /// Whether to close the record.
  case closing
  /// One of the first questions, from 0; nil for the first that is not answered.
  case welcome(Int?)
  /// What to do where the record that was here is missing, told in words that end a sentence.
  case recordMissing(String)

  /// True if what it opens takes the place of what the other opened, wherever that lies: of the guide one page at most is
  /// left behind, or Back would lead through all that was read.
  func takesThePlace(of other: Route) -> Bool {
    if case .guidePage = self, case .guidePage = other { return true }
    if case .guideFound = self, case .guideFound = other { return true }
    return false
  }
}

extension Route {
  /// True for what is read above anything else and left again: what is asked below goes on standing.
  var isOnlyRead: Bool {
    if case .help = self { return true }
    return [.glance, .card, .leaving].contains(self)
  }
}
