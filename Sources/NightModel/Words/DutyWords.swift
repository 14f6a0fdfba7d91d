internal import Text

/// Who is on and who is expected, in words.
extension Duty {
  /// The lines: `on: MK since 22:00 (4 h 15)`, `expected: night nurse, 03:00`. Two people who took over without knowledge of
  /// each other are both on. `ages` is false where nothing may change because time passes.
  public func facts(now: Instant, clock: ClockStyle, ages: Bool = true) -> [Fact] {
    var facts: [Fact] = []
    if !on.isEmpty {
      facts.append(
        Fact(
          "on:",
          on.map { ages ? Self.wordsWithAge($0, now, clock) : Self.words($0, now: now, clock) }.joined(
            separator: " and ")))
    }
    return facts + [expectedFact].compactMap(\.self)
  }

  /// Who is expected: `expected: night nurse, 03:00`; nil if nobody is.
  public var expectedFact: Fact? { expected?.details.text(.who).map { Fact("expected:", $0.forDisplay) } }

  /// Who took over, and when: `MK since 22:00`.
  public static func words(_ item: Item, now: Instant, _ clock: ClockStyle) -> String {
    "\(item.by?.forDisplay ?? "somebody") since \(NightWords.near(item.at, now: now, clock))"
  }

  private static func wordsWithAge(_ item: Item, _ now: Instant, _ clock: ClockStyle) -> String {
    let words = words(item, now: now, clock)
    // By a clock that runs ahead somebody took over later than now, so the age is not known.
    guard item.at.milliseconds <= now.milliseconds else { return words }
    return "\(words) \(NightWords.ago(item.at, now: now))"
  }
}
