/// A night as the rules for signs see it: what many of them ask of it, worked out once.
struct SignNight {
  let figures: NightFigures
  /// True if somebody looked at how the night was.
  let isLookedAt: Bool
  /// The symptoms that were there, each once.
  private let symptoms: [String]

  init(_ figures: NightFigures) {
    self.figures = figures
    isLookedAt = figures.isLookedAt
    symptoms = figures.summary.symptoms.reduce(into: []) { known, symptom in
      if symptom.isOccurrence, !known.contains(symptom.id) { known.append(symptom.id) }
    }
  }

  /// True if a symptom was there.
  func had(_ symptom: String) -> Bool { symptoms.contains(symptom) }
}
