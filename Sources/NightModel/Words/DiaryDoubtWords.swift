/// What cannot be right in a morning diary, and what is likely a slip, in words.
extension DiaryContradictions.Problem {
  /// What is wrong, as the first half of a sentence.
  public func wrong(_ clock: ClockStyle) -> String {
    switch contradiction {
    case .outOfOrder(let later, let laterAt, let earlier, let earlierAt):
      "\(later.stepName) at \(clock.words(laterAt)) would come before \(earlier.stepName) at "
        + "\(clock.words(earlierAt))"
    case .inBedForADay: "the time in bed would be a whole day or more"
    case .upLongerThanInBed(let minutes):
      "the minutes out of bed between sleeps are \(minutes) more than there were from bed to out of bed"
    case .awakeLongerThanTried(let minutes):
      "falling asleep and the minutes awake come to \(minutes) minutes more than there were"
    case .tryingLongerThanInBed:
      "trying to sleep after the final waking would last longer than the time until out of bed"
    }
  }
}

extension DiaryDoubt {
  /// What looks like a slip, as the first half of a sentence.
  public func wrong(_ clock: ClockStyle) -> String {
    let (step, day) = ("\(field.stepName) at \(clock.words(moment))", NightWords.day(moment.date))
    return switch reason {
    case .stillToCome: "\(step) is still to come"
    case .daytime: "\(step) lies in the daytime"
    case .eveningAfter: "\(step) would be on \(day), the evening after the night"
    case .morningBefore: "\(step) would be on \(day), the morning before the night"
    case .wakingBeforeNight: "\(step) would be on \(day), the day the night began"
    }
  }
}

extension DiarySlip {
  /// The question that offers what was meant.
  public func question(_ clock: ClockStyle) -> String { "did you mean \(meaning(clock)) for \(field.stepName)?" }

  /// The same for the command line, with what to type for it; `spelled` is the option up to its value, such as
  /// `--final-wake `.
  public func question(_ clock: ClockStyle, spelled: String) -> String {
    "did you mean \(meaning(clock)): \(spelled)\(text)"
  }

  /// The time as one says it: `06:15`, `13:30 on Sun 22 Nov`.
  private func meaning(_ clock: ClockStyle) -> String {
    "\(clock.words(moved))\(isOtherDay ? " on \(NightWords.day(moved.date))" : "")"
  }
}

extension Field {
  /// What a step of the night is called within a sentence.
  fileprivate var stepName: String {
    let names: [Field: String] = [
      .intoBed: "into bed", .tried: "trying to sleep", .finalWake: "the final waking", .outOfBed: "out of bed",
    ]
    return names[self] ?? optionName
  }
}

extension DiaryProposal.Basis {
  /// What a proposal rests on, in words.
  public var words: String {
    switch self {
    case .lastDiary: "as last time"
    case .entries: "as written"
    case .entriesWithoutEnd(let open, let wakings):
      "as written; \(open) of \(wakings) wakings \(open == 1 ? "has" : "have") no end"
    }
  }
}
