/// What became of one rule, or of several taken together, over the nights of all people of a trial.
package struct Tally: Hashable, Sendable {
  /// How many people there were.
  package private(set) var people = 0
  /// How many nights there were.
  package private(set) var nights = 0
  /// On how many of them it stood.
  package private(set) var standing = 0
  /// How often it began.
  package private(set) var begun = 0
  /// How often it ended.
  package private(set) var ended = 0
  /// How often it ended with a night that was not looked at.
  package private(set) var endedUnseen = 0
  /// For how many people it stood on one of the first 7 nights from the full level on, and of the first 14.
  package private(set) var found7 = 0, found14 = 0
  /// For how many people it stood within the first 7 nights looked at from the full level on.
  package private(set) var found7Seen = 0
  /// For how many people it stood 28 nights after the full level, and 90 nights after it.
  package private(set) var kept28 = 0, kept90 = 0

  /// For how many people it stood 7, 14 and 28 nights after what had got worse was as before.
  package private(set) var left7 = 0, left14 = 0, left28 = 0

  /// Counts one person.
  /// - Parameters:
  ///   - stands: for each night whether it stands.
  ///   - isLookedAt: for each night whether it was looked at.
  ///   - full: the first night of the full level of a worsening, if there is any.
  ///   - until: the first night that is as before again, if it comes.
  mutating func count(_ stands: [Bool], isLookedAt: [Bool], full: Int?, until: Int? = nil) {
    people += 1
    nights += stands.count
    var before = false
    for (now, isSeen) in zip(stands, isLookedAt) {
      if now { standing += 1 }
      if now, !before { begun += 1 }
      if before, !now {
        ended += 1
        if !isSeen { endedUnseen += 1 }
      }
      before = now
    }
    func stand(_ night: Int) -> Bool { stands.indices.contains(night) && stands[night] }
    if let until {
      if stand(until + 7) { left7 += 1 }
      if stand(until + 14) { left14 += 1 }
      if stand(until + 28) { left28 += 1 }
    }
    guard let full else { return }
    func isFound(within nights: Int) -> Bool { stands[full...].prefix(nights).contains(true) }
    if isFound(within: 7) { found7 += 1 }
    if isFound(within: 14) { found14 += 1 }
    let seen = stands.indices[full...].filter { isLookedAt[$0] }.prefix(7)
    if seen.contains(where: { stands[$0] }) { found7Seen += 1 }
    if stand(full + 28) { kept28 += 1 }
    if stand(full + 90) { kept90 += 1 }
  }

  /// On what share of nights it stood, in percent.
  package var standingShare: Double { Self.percent(standing, of: nights) }

  /// How often it begins in a week.
  package var begunAWeek: Double { nights == 0 ? 0 : Double(begun) * 7 / Double(nights) }

  /// The share of people that a number of them is, in percent.
  package func share(of count: Int) -> Double { Self.percent(count, of: people) }

  private static func percent(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : 100 * Double(part) / Double(whole)
  }
}
