import TestChance

/// How a family writes what there was: which nights, from when on, and how much of it.
package struct Habits: Sendable {
  /// The share of nights of which nothing is written, drawn night by night.
  package var unrecorded = 0.0
  /// Stretches of nights of which nothing is written.
  package var gaps: Gaps?
  /// A target that makes a night a bad one: nothing is written of every second bad night from the worsening on.
  package var missesBadNights: Worsening.Target?
  /// The share of what there was that is written, in nights of which something is: of symptoms and suctions one by one,
  /// and of the diary and the caregiver's page as a whole.
  package var share = 1.0
  /// From which night on suctions are written.
  package var suctionsFrom = 0
  /// Until which night only every second suction is written.
  package var halfSuctionsUntil = 0
  /// From which night on symptoms and pages are written; before it only turns, mask and suctions are.
  package var symptomsFrom = 0
  /// From which night on the plan says that there is a suction machine; from before the first night unless said.
  package var suctionMachineFrom: Int?
  /// From which night on the plan says that there is a mask; from before the first night unless said.
  package var maskMachineFrom: Int?

  /// Stretches without a record.
  package struct Gaps: Sendable {
    /// The first night of the first stretch.
    package let from: Int
    /// How many nights a stretch has.
    package let nights: Int
    /// After how many nights the next one begins; nil if there is only one.
    package let every: Int?

    /// True if nothing is written of a night.
    func hold(_ night: Int) -> Bool {
      guard night >= from else { return false }
      return (every.map { (night - from) % $0 } ?? night - from) < nights
    }
  }

  /// A family that writes everything.
  package init() {}

  /// What a family writes of a person's nights; nil for a night of which it writes nothing.
  func written(of nights: [LivedNight], by person: MadeUpPerson, _ course: Course) -> [Written?] {
    var chance = person.chance(for: .recording)
    var lines = person.chance(for: .lines)
    var badNights = 0
    return nights.enumerated().map { index, lived in
      let isLeftOut = chance.share() < unrecorded
      if let missesBadNights, let worsening = course.worsening, index >= worsening.from,
        missesBadNights.shows(in: lived) == true
      {
        badNights += 1
        if badNights.isMultiple(of: 2) { return nil }
      }
      if isLeftOut || gaps?.hold(index) == true { return nil }
      return written(of: lived, index, &lines)
    }
  }

  /// What is written of a night.
  struct Written {
    /// What there was, as far as it is written.
    var night: LivedNight
    /// Whether the diary is filled, and the caregiver's page.
    var hasDiary = true, hasCarerPage = true
  }

  private func written(of lived: LivedNight, _ index: Int, _ lines: inout Chance) -> Written {
    var written = Written(night: lived)
    if share < 1 {
      for trouble in Trouble.allCases where lived.troubles.contains(trouble) && trouble.place.isLine {
        if lines.share() >= share { written.night.troubles.remove(trouble) }
      }
      written.hasDiary = lines.share() < share
      written.hasCarerPage = lines.share() < share
    }
    let suctionShare = index < halfSuctionsUntil ? 0.5 : share
    if suctionShare < 1 {
      written.night.suctions = (0..<lived.suctions).reduce(0) { sum, _ in sum + (lines.share() < suctionShare ? 1 : 0) }
    }
    if index < suctionsFrom { written.night.suctions = 0 }
    if index < symptomsFrom {
      written.night.troubles = written.night.troubles.filter { $0.place == .suction }
      (written.hasDiary, written.hasCarerPage) = (false, false)
    }
    return written
  }
}

extension Trouble.Place {
  /// True if it is written as an entry of its own, and not on a page with other answers.
  fileprivate var isLine: Bool {
    switch self {
    case .symptom, .suction: true
    case .diary, .carerPage: false
    }
  }
}
