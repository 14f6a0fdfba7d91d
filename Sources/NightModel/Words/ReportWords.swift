/// The parts of the page for the clinic by name.
extension ReportRequest.Section {
  /// What it is called.
  public var label: String {
    switch self {
    case .breathing: "Breathing at night"
    case .signs: "Signs found in the record"
    case .charts: "Sleep and mask, night by night"
    case .mask: "Hours on the mask"
    case .care: "Turns, suctions and wakings"
    case .symptoms: "Other symptoms"
    case .sleep: "Sleep by the morning diary"
    case .caregiver: "The caregiver's own nights"
    case .changes: "What was changed"
    case .questions: "Questions for the team"
    case .recorded: "Who wrote, and who says so"
    }
  }
}
