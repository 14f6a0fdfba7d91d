/// Intervals in words.
extension Interval {
  /// How long it lasted: `61 h`; nil while it is open.
  public var hours: String? { milliseconds.map { NightWords.hours(Self.minutes($0)) } }

  /// A length that nobody has confirmed: `61 h written, not confirmed`.
  public var unconfirmedWords: String { "\(hours ?? "") written, not confirmed" }

  /// The question that confirms it: `61 h written: is that right?`.
  public var question: String { "\(hours ?? "") written: is that right?" }

  /// The time that is asked about: `mask put on Fri 20 Nov 20:00, taken off Mon 23 Nov 09:00`.
  public func words(_ clock: ClockStyle) -> String { (kind?.sentenceStart ?? "") + wordsOfTime(clock) }

  /// The same where what it is stands before it: `put on Fri 20 Nov 20:00, taken off Mon 23 Nov 09:00`.
  public func wordsOfTime(_ clock: ClockStyle) -> String {
    guard let kind else { return "" }
    let begun = kind.begun(NightWords.moment(start.at, clock))
    return end.map { "\(begun), \(kind.ending(NightWords.moment($0.at, clock)))" } ?? begun
  }
}

extension NightFigures {
  /// The intervals that nobody has confirmed: `mask: 61 h written, not confirmed`.
  public var unconfirmedFacts: [Fact] {
    unconfirmed.map { Fact("\($0.kind?.words ?? ""):", $0.unconfirmedWords) }
  }
}

extension Interval.Kind {
  /// What it is called: `mask`, `power cut`.
  public var words: String {
    switch self {
    case .mask: "mask"
    case .feed: "feed"
    case .wake: "awake"
    case .power: "power cut"
    case .carer: "caregiver up"
    }
  }

  /// What ended and when, in words: `taken off 06:40`.
  func ending(_ time: String) -> String {
    switch self {
    case .mask: "taken off \(time)"
    case .feed: "ended \(time)"
    case .wake: "asleep again \(time)"
    case .power: "back \(time)"
    case .carer: "lay down \(time)"
    }
  }

  /// What was begun and when, in words: `mask put on 22:50`.
  public func beginning(_ time: String) -> String { sentenceStart + begun(time) }

  /// What was begun, before how and when; empty where that says what.
  fileprivate var sentenceStart: String {
    switch self {
    case .mask: "mask "
    case .feed: "feed "
    case .wake: ""
    case .power: "power "
    case .carer: "caregiver "
    }
  }

  /// How and when it was begun: `put on 22:50`.
  fileprivate func begun(_ time: String) -> String {
    switch self {
    case .mask: "put on \(time)"
    case .feed: "started \(time)"
    case .wake: "awake from \(time)"
    case .power: "out from \(time)"
    case .carer: "up from \(time)"
    }
  }

  /// The question for its end.
  public var question: String {
    switch self {
    case .mask: "When was it taken off?"
    case .feed: "When did it end?"
    case .wake: "When did the person look asleep again?"
    case .power: "When was the power back?"
    case .carer: "When did the caregiver lie down again?"
    }
  }
}
