/// Who is on and who is expected, in words.
extension Duty {
  /// The lines that were written: `on: MK since 22:00 (4 h 15)`, `expected: night nurse, 03:00`.
  public func facts(now: Instant, clock: ClockStyle) -> [Fact] {
    var facts: [Fact] = []
    if let on {
      let age = NightWords.duration(now.minutes(since: on.at))
      facts.append(
        Fact("on:", "\(on.by?.forDisplay ?? "somebody") since \(NightWords.near(on.at, now: now, clock)) (\(age))"))
    }
    if let who = expected?.details.text(.who) { facts.append(Fact("expected:", who.forDisplay)) }
    return facts
  }
}
