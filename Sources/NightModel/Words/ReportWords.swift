/// The parts of the page for the clinic by name.
extension ReportRequest.Section {
  /// What it is called.
  public var label: String {
    switch self {
    case .breathing: "Breathing at night"
    case .mask: "Hours on the mask"
    case .sleep: "Sleep by the morning diary"
    case .care: "Turns, suctions and wakings"
    case .caregiver: "The caregiver's own nights"
    case .signs: "Signs found in the record"
    case .charts: "Sleep and mask, night by night"
    case .symptoms: "Other symptoms"
    case .medicines: "Medicines given"
    case .events: "What else was written"
    case .places: "Where the nights were slept"
    case .questions: "Questions for the team"
    case .changes: "What was changed"
    case .notes: "Notes"
    case .recorded: "Who wrote, and who says so"
    }
  }
}
