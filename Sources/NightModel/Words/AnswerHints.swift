/// What helps to answer the questions of the morning diary and of the caregiver's own night, and the answers to pick.
extension Field {
  /// What the question means or how to answer it, in a line; empty where that is plain.
  public var answerHint: String {
    switch self {
    case .intoBed, .tried, .finalWake, .outOfBed: "A time, as 2240 or 22:40. An estimate is fine."
    case .sol, .waso, .naps, .slept: "Minutes, or hours as 1:30. An estimate is fine."
    case .tryAfter: "Minutes spent trying to sleep on, as 20, after the final waking."
    case .wakings: "How often, as 3; an estimate. The waking for the day is not counted."
    case .upBetween: "Only for a night in parts: minutes up and about between two sleeps, as 45."
    case .place: "Bed, recliner, wheelchair, or elsewhere, as: sofa."
    case .elsewhere: "Minutes slept in a chair or elsewhere, as 60; told beside the sleep in bed, never added."
    case .up: "How often you got up, as 4."
    case .wornOut: "0 not at all, 10 completely."
    case .note: "In your own words, as: warm night, slept badly after four."
    case .at, .by, .value, .minutes, .times, .side, .what, .helped, .woke, .source, .state, .asIs: ""
    case .quality, .rested, .headache, .stretch, .relief, .who, .to: ""
    }
  }

  /// The answers that are picked with one digit, 1 first; empty for what is typed.
  public var picks: [(label: String, value: FieldValue)] {
    func grades(_ words: [String]) -> [(label: String, value: FieldValue)] {
      words.enumerated().map { ($1, .number($0 + 1)) }
    }
    return switch self {
    case .quality: grades(["Very poor", "Poor", "Fair", "Good", "Very good"])
    case .rested: grades(["Not at all", "A little", "Somewhat", "Well", "Very well"])
    case .headache, .relief: [("Yes", .flag(true)), ("No", .flag(false))]
    case .place: ["Bed", "Recliner", "Wheelchair", "Other"].map { ($0, .text($0.lowercased())) }
    case .at, .by, .value, .minutes, .times, .side, .what, .helped, .woke, .source, .note, .state, .asIs: []
    case .intoBed, .tried, .sol, .wakings, .waso, .finalWake, .tryAfter, .outOfBed, .naps, .upBetween, .elsewhere: []
    case .slept, .up, .stretch, .wornOut, .who, .to: []
    }
  }

  /// True for minutes, which may also be typed as hours and minutes.
  public var isMinutes: Bool { rule == .number(0...1440) }
}

extension Subject {
  /// What a page is called.
  public var pageTitle: String { self == .carer ? "Caregiver's own night" : "Morning diary" }
}
