internal import Text

/// The questions of a page as they are asked, a sentence each.
extension Field {
  /// What is asked of a person, by name; nil where no name is known.
  public func sentence(of person: String?) -> String {
    let name = person?.forDisplay ?? "the person"
    return switch self {
    case .intoBed: "When did \(name) go to bed?"
    case .tried: "When did \(name) begin trying to sleep?"
    case .sol: "How long did it take to fall asleep, in minutes?"
    case .wakings: "How often did \(name) wake, the final waking aside?"
    case .waso: "How many minutes awake were those in all?"
    case .finalWake: "When did \(name) wake for the last time?"
    case .tryAfter: "How many minutes did \(name) try to sleep on after the final waking?"
    case .outOfBed: "When did \(name) get out of bed for the day?"
    case .upBetween: "How many minutes out of bed between two sleeps?"
    case .place: "Where did \(name) sleep?"
    case .elsewhere: "How many minutes of sleep were elsewhere?"
    case .quality: "How well did \(name) sleep?"
    case .rested: "How rested did \(name) wake?"
    case .headache: "Did \(name) wake with a headache?"
    case .naps: "How many minutes of naps were there yesterday?"
    case .slept: "How long did you sleep, in minutes?"
    case .up: "How often did you get up?"
    case .stretch: "How long was your longest stretch of sleep?"
    case .wornOut: "How worn out are you, 0 to 10?"
    case .relief: "Do you need relief this week?"
    case .note: "Is there anything to add, in your own words?"
    case .source, .at, .by, .value, .minutes, .times, .side, .what, .helped, .woke, .state, .who, .asIs, .to: ""
    }
  }
}

extension ToComplete {
  /// The entry and what is asked of it: `03:40  Cramp, how bad?`.
  public func line(_ catalogue: Catalogue, _ clock: ClockStyle) -> String {
    "\(clock.words(item.at))  \(item.words(catalogue)), \(question(catalogue))"
  }

  /// What is asked of the entry.
  public func question(_ catalogue: Catalogue) -> String {
    switch lacks {
    case .whatItWas: "what was it?"
    case .end: "no end written"
    case .length(let interval): interval.question
    case .field(.side): "to which side?"
    case .field(.value): "how bad?"
    case .field: (catalogue.question(about: item.subject)?.words ?? "").lowercasedFirst
    }
  }
}
