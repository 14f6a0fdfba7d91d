/// Intervals in words.
extension Interval {
  /// How long it lasted: `61 h`; nil while it is open.
  public var hours: String? { milliseconds.map { NightWords.hours(Self.minutes($0)) } }

  /// A length that nobody has confirmed: `61 h written, not confirmed`.
  public var unconfirmedWords: String { "\(hours ?? "") written, not confirmed" }

  /// The question that confirms it: `61 h written: is that right?`.
  public var question: String { "\(hours ?? "") written: is that right?" }

  /// The start and the end: `mask put on Fri 20 Nov 20:00, taken off Mon 23 Nov 09:00`.
  public func words(_ clock: ClockStyle) -> String {
    let begun = kind?.beginning(NightWords.moment(start.at, clock)) ?? ""
    guard let kind, let end else { return begun }
    return "\(begun), \(kind.ending(NightWords.moment(end.at, clock)))"
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
  public func beginning(_ time: String) -> String {
    switch self {
    case .mask: "mask put on \(time)"
    case .feed: "feed started \(time)"
    case .wake: "awake from \(time)"
    case .power: "power out from \(time)"
    case .carer: "caregiver up from \(time)"
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
