internal import Text

/// A rule that looks for one sign in a run of nights: what counts, how often, against what, in words, and who says so.
///
/// Data, read from rules.json. A rule knows no norm and no emergency: it compares a person's nights with a threshold that
/// says whose it is, and with the same person's nights before. Ids never change once released.
public struct SignRule: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// The id of the sign it looks for.
  public let sign: String
  /// What counts in a night.
  public let input: Input
  /// When the nights of the window make a finding.
  public let test: Test
  /// How many calendar nights it looks at, the newest last.
  public let window: Int
  /// In how many of them it must show.
  public let nights: Int
  /// Of how many of them it must be recorded at all; under that the rule says nothing.
  public let recorded: Int
  /// From which number on a night counts; how many times in all for `times`; how much more than usual for `above`.
  public let least: Int
  /// The share of the own usual that is compared with, in percent.
  public let percent: Int
  /// How many recorded nights before the window make an own usual; 0 where none is compared with.
  public let before: Int
  /// The rule in words.
  public let words: String
  /// Keys of its sources.
  public let sources: [String]
  /// True if the threshold is our own, and only what it looks for is said by the sources.
  public let isOwnThreshold: Bool

  /// What can count in a night.
  public enum Input: Hashable, Sendable {
    /// How often any of these symptoms was noted.
    case symptoms([String])
    /// A headache on waking, by the diary or as this symptom.
    case headache(symptom: String)
    /// Not rested, by the diary (1 or 2 of 5) or as this symptom.
    case notRested(symptom: String)
    /// Changed mucus: suctions that were said to be so, and this symptom.
    case changedMucus(symptom: String)
    /// A figure of the night.
    case figure(Measure)
  }

  /// When nights make a finding.
  public enum Test: String, Sendable {
    /// It shows in enough nights.
    case often
    /// It shows in enough nights, and by so much more often than before.
    case moreOften = "more-often"
    /// It shows often enough in all.
    case times
    /// It lies under a share of the own usual in enough nights.
    case below
    /// It lies over the own usual in enough nights.
    case above
  }

  /// How many recorded nights, at most, make the own usual.
  public static let usualNights = 14
  /// How many calendar nights before the window are looked through for them.
  public static let usualReach = 42

  /// The rules that are compiled in. If they could not be read there would be none; a test reads every one.
  public static let standard = (try? read(Catalogue.Files.embedded.rules)) ?? []

  /// Reads the rules from the bytes of rules.json.
  /// - Throws: `CatalogueError` naming the first rule that cannot be read.
  public static func read(_ bytes: [UInt8]) throws(CatalogueError) -> [SignRule] {
    try CatalogueFile("rules.json", bytes).read("rules", SignRule.init)
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let sign = json["sign"]?.text, let input = Input(json),
      let test = json["test"]?.text.flatMap(Test.init), let window = json["window"]?.integer,
      let nights = json["nights"]?.integer, let recorded = json["recorded"]?.integer, let words = json["words"]?.text,
      let sources = json["sources"]?.texts, let threshold = json["threshold"]?.text,
      ["own", "sourced"].contains(threshold), 1...window ~= nights, 1...window ~= recorded
    else { return nil }
    (self.id, self.sign, self.input, self.test, self.window) = (id, sign, input, test, window)
    (self.nights, self.recorded, self.words, self.sources) = (nights, recorded, words, sources)
    (least, percent) = (json["least"]?.integer ?? 1, json["percent"]?.integer ?? 100)
    before = json["before"]?.integer ?? 0
    isOwnThreshold = threshold == "own"
    // A comparison without a usual to compare with would find something in every first week.
    guard before > 0 || [.often, .times].contains(test) else { return nil }
  }
}

extension SignRule.Input {
  fileprivate init?(_ json: JSON) {
    switch (json["measure"]?.text, json["symptom"]?.text) {
    case ("symptoms", nil):
      guard let ids = json["symptoms"]?.texts, !ids.isEmpty else { return nil }
      self = .symptoms(ids)
    case ("headache", let symptom?): self = .headache(symptom: symptom)
    case ("not-rested", let symptom?): self = .notRested(symptom: symptom)
    case ("changed-mucus", let symptom?): self = .changedMucus(symptom: symptom)
    case (let id, _):
      guard let measure = Measure.all.first(where: { $0.id == id }) else { return nil }
      self = .figure(measure)
    }
  }

  /// True if it is the caregiver's own.
  var isOfTheCarer: Bool {
    if case .figure(let measure) = self { Measure.ExportPart.carer.measures.contains(measure) } else { false }
  }

  /// What counts in a night.
  /// - Parameters:
  ///   - night: the figures of the night.
  ///   - isRunning: true for a night that is not over, whose time on the mask is not known yet.
  /// - Returns: nil if it was not recorded, which is never zero.
  func value(_ night: NightFigures, isRunning: Bool) -> Int? {
    func noted(_ ids: [String]) -> Int? {
      night.symptoms.map { symptoms in symptoms.filter { ids.contains($0.id) }.map(\.count).reduce(0, +) }
    }
    func either(_ diary: Bool?, _ symptom: String) -> Int? {
      let had = night.had(symptom)
      return had == true ? 1 : (diary ?? had).map { $0 ? 1 : 0 }
    }
    switch self {
    case .symptoms(let ids): return noted(ids)
    case .headache(let symptom): return either(night.headache, symptom)
    case .notRested(let symptom): return either(night.rested.map { $0 <= 2 }, symptom)
    case .changedMucus(let symptom):
      guard let changed = night.changedMucus else { return nil }
      return changed + (noted([symptom]) ?? 0)
    case .figure(.mask): return isRunning || night.maskIsOpen == true ? nil : night.mask
    case .figure(let measure): return measure.value(in: night)
    }
  }
}
