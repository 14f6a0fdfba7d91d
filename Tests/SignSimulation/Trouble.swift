/// What can trouble a made-up person in a night: there or not there, each drawn by itself.
///
/// The raw value is the symptom's id in the catalogue, for what is written as a symptom. `breathless-flat` and `pause`
/// stand there before the catalogue has them, so that the people stay the same once it does.
package enum Trouble: String, Hashable, Sendable, CaseIterable {
  case hardToBreathe = "hard-to-breathe"
  case breathlessFlat = "breathless-flat"
  case wokeGasping = "woke-gasping"
  case neckBreathing = "neck-breathing"
  case pause
  case snoring = "pause-or-snore"
  /// Written in the diary.
  case headache = "morning-headache"
  case sleepyByDay = "sleepy-by-day"
  case naps = "naps-growing"
  case weakCough = "weak-cough"
  case shortSentences = "short-sentences"
  case stuckMucus = "stuck-mucus"
  case colouredMucus = "coloured-mucus"
  /// Written as the answer to a suction, so only in nights with one.
  case thickMucus = "thick"
  case choked
  case throatClosed = "throat-closed"
  case nightmare
  case cramp
  case stiffLimb = "stiff-limb"
  case twitching
  case restlessLegs = "restless-legs"
  case pain
  case urine = "nocturia"
  /// Written in the diary, as rested 2 of 5.
  case notRested = "unrefreshed"
  /// Written on the caregiver's page, as worn out 8 of 10.
  case carerWornOut = "carer-worn-out"

  /// The page or line it is written on.
  package enum Place: Sendable { case symptom, diary, carerPage, suction }

  /// Where it is written.
  package var place: Place {
    switch self {
    case .headache, .notRested: .diary
    case .carerWornOut: .carerPage
    case .thickMucus: .suction
    case .hardToBreathe, .breathlessFlat, .wokeGasping, .neckBreathing, .pause, .snoring, .sleepyByDay, .naps,
      .weakCough, .shortSentences, .stuckMucus, .colouredMucus, .choked, .throatClosed, .nightmare, .cramp, .stiffLimb,
      .twitching, .restlessLegs, .pain, .urine:
      .symptom
    }
  }
}
