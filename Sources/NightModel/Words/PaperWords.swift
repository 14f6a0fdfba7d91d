/// The words people write on paper for events and symptoms: ids, labels and everyday synonyms. They are only read, never
/// shown. A word with two meanings is asked about, never guessed.
struct PaperWords {
  /// What a phrase stands for.
  enum Meaning: Hashable {
    /// Something that can be written down, with what the phrase itself says of it.
    case subject(Subject, [Field: FieldValue])
    /// One of several things: what to write instead.
    case either(String)
  }

  private let meanings: [String: Meaning]
  /// The words that a misspelled one is compared with: names, and single words for them.
  private let hints: [String]

  /// The most words a phrase has.
  private static let longest = 6

  /// The words for everything the standard catalogue knows: symptoms are the same for every family.
  static let standard = PaperWords(.standard)

  /// The words for everything a catalogue knows.
  private init(_ catalogue: Catalogue) {
    var meanings: [String: Meaning] = [:]
    func add(_ phrase: String, _ meaning: Meaning) { meanings[Self.plain(phrase)] = meaning }
    for symptom in catalogue.symptoms {
      add(symptom.id, .subject(.symptom(symptom.id), [:]))
      add(symptom.label, .subject(.symptom(symptom.id), [:]))
      for phrase in Self.symptoms[symptom.id] ?? [] { add(phrase, .subject(.symptom(symptom.id), [:])) }
    }
    for kind in EventKind.allCases {
      add(kind.rawValue, .subject(.event(kind), [:]))
      add(kind.words, .subject(.event(kind), [:]))
      for phrase in Self.events[kind] ?? [] { add(phrase, .subject(.event(kind), [:])) }
    }
    // The place of suction goes into the note.
    for place in ["trach", "trache", "tracheal"] {
      for phrase in ["\(place) suction", "\(place) suctioned", "suction \(place)", "suctioned \(place)"] {
        add(phrase, .subject(.event(.suction), [.note: .text(place)]))
      }
    }
    for what in ["blanket", "pillow", "covers"] { add(what, .subject(.event(.adjust), [.what: .text(what)])) }
    add("note", .subject(.note, [:]))
    for (phrases, ask) in Self.unclear { for phrase in phrases { add(phrase, .either(ask)) } }
    self.meanings = meanings
    let names = EventKind.allCases.map(\.words) + catalogue.symptoms.map(\.label)
    hints = Set(names.map(Self.plain) + meanings.keys.filter { $0.count > 2 && !$0.contains(" ") }).sorted()
  }

  /// The longest phrase at the beginning of some words: what it stands for, and how many words it takes.
  func phrase(_ words: ArraySlice<String>) -> (meaning: Meaning, count: Int)? {
    for count in stride(from: min(Self.longest, words.count), to: 0, by: -1) {
      let phrase = Self.plain(words.prefix(count).joined(separator: " "))
      // A key of Tonight such as `t` counts only by itself, not within a sentence.
      if phrase.count == 1, words.count > 2 { continue }
      if let meaning = meanings[phrase] { return (meaning, count) }
    }
    return nil
  }

  /// The known phrase nearest to the first word or two; nil if none is near.
  func nearest(_ words: ArraySlice<String>) -> String? {
    [2, 1].lazy.compactMap { Nearest.word(to: Self.plain(words.prefix($0).joined(separator: " ")), among: hints) }
      .first
  }

  /// A phrase without case, hyphens and the punctuation around its words.
  static func plain(_ phrase: String) -> String {
    phrase.lowercased().split { $0.isWhitespace || $0 == "-" }.map { bare($0) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// A word without the punctuation at its ends.
  static func bare(_ word: some StringProtocol) -> String {
    func isLoose(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
    return String(word.drop(while: isLoose).reversed().drop(while: isLoose).reversed())
  }

  /// The everyday words for an event or a symptom, besides its id and its name.
  static func everyday(_ subject: Subject) -> [String] {
    switch subject {
    case .event(let kind): events[kind] ?? []
    case .symptom(let id): symptoms[id] ?? []
    case .check, .environment, .diary, .carer, .note, .handover, .plan: []
    }
  }

  private static let events: [EventKind: [String]] = [
    .moment: ["mark", "marked", "something"],
    .turn: ["turn", "t", "turning", "rolled", "repositioned", "moved onto"],
    .letSleep: [
      "let him sleep", "let her sleep", "let them sleep", "left asleep", "left to sleep", "not turned asleep", "k",
    ],
    .adjust: ["adjust", "adjusting", "a", "blanket fixed", "pillow fixed"],
    .suction: ["suctioned", "suctioning", "suct", "sx", "s"],
    .coughAssist: ["cough machine", "coughassist", "assisted cough", "ca", "c"],
    .maskOn: ["mask put on", "put mask on", "put on mask", "niv on", "bipap on", "breathing machine on", "m"],
    .maskOff: [
      "mask taken off", "took mask off", "mask came off", "niv off", "bipap off", "breathing machine off", "o",
    ],
    .maskFix: [
      "mask fix", "mask adjusted", "mask nudged", "fixed mask", "mask moved", "mask reseated", "strap", "straps", "f",
    ],
    .maskLeak: [
      "mask leaks", "mask leaked", "mask leaking", "leak at mask", "leak at the mask", "leaky mask",
    ],
    .toilet: ["urinal", "bedpan", "commode", "bathroom", "pee", "peed", "wee", "pad", "passed urine", "v"],
    .drink: ["drank", "water", "sip", "sips", "d"],
    .feedOn: ["feed started", "feed start", "started feed", "feed begun", "tube feed on"],
    .feedOff: ["feed ended", "feed stopped", "feed finished", "feed done", "stopped feed", "tube feed off"],
    .medicine: ["med", "meds", "medication", "medicines", "pill", "tablet", "x"],
    .called: ["call", "bell", "rang", "buzzer", "called me", "was called"],
    .company: ["company", "wanted me there"],
    .machineBeeped: ["beep", "beeped", "beeping", "alarm", "machine alarm", "machine beep"],
    .powerOut: ["power cut", "no power", "power off", "power gone", "power failed"],
    .powerBack: ["power on", "power again"],
    .woke: ["awake", "woke up", "wakes", "waking", "wide awake", "w"],
    .asleep: [
      "fell asleep", "looks asleep", "sleeping", "slept", "asleep again", "back asleep", "back to sleep", "z",
    ],
    .carerUp: ["carer up", "i got up", "i was up", "got up myself"],
    .carerDown: ["carer down", "caregiver down", "carer lay down", "i lay down", "i went back to bed"],
  ]

  private static let symptoms: [String: [String]] = [
    "hard-to-breathe": [
      "breathless", "short of breath", "cannot breathe", "can't breathe", "hard breathing", "breathing hard", "h",
    ],
    "breathless-flat": [
      "breathless flat", "breathless lying", "breathless lying down", "cannot lie flat", "can't lie flat",
      "could not lie flat", "unable to lie flat", "breathless when flat", "orthopnea", "orthopnoea",
    ],
    "woke-gasping": ["gasping", "gasped", "gasp"],
    "pause": [
      "pauses", "breathing pause", "breathing pauses", "breathing paused", "stopped breathing", "breathing stopped",
      "apnea",
      "apnoea",
    ],
    // It is offered no more, and a paper that says so is still read as what it says.
    "pause-or-snore": ["snoring", "snored", "snore"],
    "neck-breathing": ["neck breathing", "shallow breathing", "fast breathing"],
    "stuck-mucus": ["mucus", "phlegm", "mucus stuck"],
    "dry-or-blocked": [
      "dry mouth", "mouth dry", "mouth was dry", "blocked nose", "nose blocked", "nose was blocked", "stuffy nose",
      "stuffed nose",
    ],
    "saliva": ["drool", "drooling", "drooled", "spit"],
    "choked": ["choke", "choking"],
    "throat-closed": ["laryngospasm", "throat spasm", "spasm of the throat", "throat shut", "throat tight"],
    "cramp": ["cramps", "cramped", "cramping", "g"],
    "stiff-limb": [
      "stiff", "stiffness", "spasticity", "leg spasm", "leg spasms", "arm spasm", "arm spasms", "limb spasm",
      "muscle spasm", "muscle spasms", "jerking limb", "j",
    ],
    "twitching": ["twitch", "twitches", "twitched"],
    "restless-legs": ["restless", "rls"],
    "jerks": ["leg jerks", "legs jerk", "kicking"],
    "acting-out-dreams": ["shouting", "shouted in sleep"],
    "nightmare": ["nightmares", "bad dream", "bad dreams"],
    "sees-things": [
      "seeing things", "saw things", "sees things", "hears things", "heard things",
      "hallucination", "hallucinations", "hallucinating", "hallucinated",
    ],
    "pain": ["pains", "hurt", "hurts", "hurting", "ache", "aching", "p"],
    "uncomfortable": ["not comfortable", "cannot get comfortable", "itching", "itchy"],
    "nocturia": ["woke to pee", "woke for toilet"],
    "afraid": ["panic", "panicked", "scared", "anxious", "anxiety", "fear", "frightened", "worried"],
    "low-mood": ["sad", "low"],
    "crying-laughing": ["crying", "cried", "laughing"],
    "changed-behaviour": [
      "changed behaviour", "changed behavior", "behaves oddly", "behaved oddly", "strange behaviour",
      "strange behavior", "behaving differently", "not himself", "not herself", "not themselves",
    ],
    "mask-trouble": ["mask sore", "sore under mask", "mask hurts", "mask rubs"],
    "fever": ["sweating", "sweats", "sweaty", "temperature"],
    "coloured-mucus": ["colored mucus", "green mucus", "yellow mucus", "brown mucus"],
    "feed-trouble": ["tube trouble", "tube leak", "tube out", "tube blocked"],
    "constipation": ["constipated", "no bowel movement", "no stool", "hard stool"],
    "vomited": ["vomit", "vomiting", "sick", "was sick", "threw up"],
    "fall": ["fell", "fallen", "slipped", "slipped out of bed"],
    "confused": ["confusion", "muddled"],
    "hard-to-wake": ["hard to rouse", "would not wake", "could not be woken", "would not wake up"],
    "morning-headache": ["morning headache", "woke with headache", "woke with a headache", "headache in the morning"],
    "unrefreshed": ["unrested", "not rested", "not refreshed", "groggy", "woke groggy"],
    "sleepy-by-day": ["sleepy", "dozing", "dozed", "daytime sleepiness"],
    "foggy": ["foggy", "head foggy", "cannot concentrate", "can't concentrate", "forgetful"],
    "tired": ["fatigue", "fatigued", "tired out"],
    "poor-appetite": ["no appetite", "poor appetite", "not hungry", "ate little"],
    "weak-cough": ["weak cough", "cough weak", "cough weaker", "cannot cough"],
    "short-sentences": ["short sentences", "speaks in short sentences", "few words at a time"],
    "naps-growing": ["more naps", "longer naps", "napping more"],
  ]

  /// Words that can mean two things at night.
  private static let unclear: [(phrases: [String], ask: String)] = [
    (["spasm", "spasms"], "throat closed, or stiff limb"),
    (["jerk", "jerking", "jerked"], "stiff limb, or leg jerks"),
    (["itch"], "adjusted, or uncomfortable"),
    (["mask", "niv", "bipap"], "mask on, mask off, mask fixed, mask leak, or mask trouble"),
    (["feed", "tube", "tube feed"], "feed on, feed off, or feed trouble"),
    (["power"], "power out, or power back"),
    (["headache"], "pain head, or morning-headache"),
    (["carer", "caregiver"], "carer up, or carer down"),
    (["leak"], "mask leak, or tube leak"),
    (["up"], "woke, or carer up"),
    (
      ["sat up all night", "slept in the chair", "slept in chair", "slept sitting up"],
      "breathless flat sat up, breathless flat chair, or note"
    ),
  ]
}
