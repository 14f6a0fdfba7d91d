/// A change of the clocks in words.
extension ClockChange {
  /// What is said of it that night: `Clocks go back 1 h 00 at 03:00 tonight.`
  public func words(now: Instant, clock: ClockStyle) -> String {
    let way = "\(minutes < 0 ? "back" : "forward") \(NightWords.duration(Int(minutes.magnitude)))"
    return now < at ? "Clocks go \(way) at \(clock.words(at)) tonight." : "Clocks went \(way) at \(clock.words(at))."
  }

  /// The same as a part of a line: `clocks go back at 03:00`.
  public func shortWords(now: Instant, clock: ClockStyle) -> String {
    "clocks \(now < at ? "go" : "went") \(minutes < 0 ? "back" : "forward") at \(clock.words(at))"
  }
}
