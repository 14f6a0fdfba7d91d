internal import NightModel

/// Tells when somebody sets the machine's clock, by holding it against a clock that never jumps and counts sleep.
///
/// A place that changes its clocks, and a machine carried to another zone, set nothing: moments are counted in UTC.
struct ClockSteps: Hashable, Sendable {
  /// A step of less than a minute is put right by the machine itself every day.
  private static let tolerance: Int64 = 60_000

  /// How far the clock was ahead of the other one when they were last looked at, in milliseconds.
  private var ahead: Int64?

  /// Takes in what both clocks show, in milliseconds.
  /// - Returns: how far the clock was set since they were last looked at; nil if it was not.
  mutating func step(now: Int64, uptime: Int64) -> Int64? {
    defer { ahead = now - uptime }
    guard let ahead else { return nil }
    let step = now - uptime - ahead
    return step.magnitude >= Self.tolerance ? step : nil
  }
}

extension App {
  /// What is told of a step of the clock until a key was pressed that somebody saw it before.
  struct ClockNews: Hashable, Sendable {
    let words: String
    var wasShown = false
  }

  /// Takes in what the clock shows.
  mutating func setClock(_ clock: ClockReading) -> [Effect] {
    let before = tonight
    record.setClock(now: clock.now, machineClock: realTime)
    if let uptime = clock.uptime, let step = clockSteps.step(now: clock.now.milliseconds, uptime: uptime) {
      tellStep(step)
    }
    return tonight == before ? [] : [reload]
  }

  /// True if the clock shows another night than the one shown as tonight.
  func isAnotherNight(_ clock: ClockReading) -> Bool { record.plan.nightRule.night(of: clock.now) != tonight }

  private mutating func tellStep(_ milliseconds: Int64) {
    let far = NightWords.duration(Int((milliseconds.magnitude + 30_000) / 60_000))
    let way = milliseconds < 0 ? "back" : "forward"
    let words =
      "This machine's clock was set \(way) \(far), to \(clock.words(now)); entries keep the times they were written with."
    clockNews = ClockNews(words: words)
    if places.count == 1 { return }
    status = .sentence(words)
  }
}
