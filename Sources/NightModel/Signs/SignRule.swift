internal import Text

/// A rule that looks for one sign in the nights of a record: what it counts, what begins its sign and what ends it, in
/// words, and who says so.
///
/// Data, read from rules.json. There are two kinds and no more: what lasts, which needs no usual, and a number against the
/// person's own usual. A rule knows no norm and no emergency. Ids never change once released.
public struct SignRule: Hashable, Sendable, Identifiable {
  /// Its id, for ever.
  public let id: String
  /// What it looks for, in a few words.
  public let label: String
  /// The id of the line of the list of signs that its sign stands under.
  public let line: String
  /// The symptoms that this line names; it is said only of nights in which all of them were written.
  public let named: [String]
  /// How soon to call: today, or at the next visit.
  public let level: Sign.Level
  /// What begins and ends its sign.
  public let test: Test
  /// The equipment without which it says nothing.
  public let needs: Set<String>
  /// The equipment beside that with which another usual begins once it comes: a cough assist brings up more for a while.
  public let anewWith: Set<String>
  /// How many nights it looks at, the newest last: nights that were looked at, or nights that count.
  public let of: Int
  /// Within how many calendar nights these must lie.
  public let span: Int
  /// Over how many of them the end is looked at.
  public let ofEnd: Int
  /// The rule in words.
  public let words: String
  /// Keys of its sources: they say that the sign matters; the thresholds are our own.
  public let sources: [String]

  /// The two kinds of rule.
  public enum Test: Hashable, Sendable {
    /// Begins on a night that has it, with `nights` of the last nights; ends once no more than `ends` of them have it.
    case lasting(Sight, nights: Int, ends: Int)
    /// Begins with a median that much off the person's own usual, and ends once it is near it again.
    case usual(Count, Comparison, Before)
  }

  /// Which nights make the usual.
  public struct Before: Hashable, Sendable {
    /// How many it takes at least.
    public let least: Int
    /// How many calendar nights back they may lie.
    public let reach: Int
  }

  /// The rules that are compiled in. If they could not be read there would be none; a test reads every one.
  public static let standard = (try? read(Catalogue.Files.embedded.rules)) ?? []

  /// Reads the rules from the bytes of rules.json.
  /// - Throws: `CatalogueError` naming the first rule that cannot be read.
  public static func read(_ bytes: [UInt8]) throws(CatalogueError) -> [SignRule] {
    try CatalogueFile("rules.json", bytes).read("rules", SignRule.init)
  }

  /// How many counting nights a rule against the usual needs before it can compare at all; nil for what lasts.
  public var nightsToCompare: Int? {
    switch test {
    case .lasting: nil
    case .usual(_, _, let before): before.least + of
    }
  }

  /// True if it is the caregiver's own.
  var isOfTheCarer: Bool {
    if case .lasting(.wornOut, _, _) = test { true } else { false }
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.text, let label = json["label"]?.text, let line = json["stands-under"]?.text,
      let level = json["level"]?.text.flatMap(Sign.Level.init), let test = Test(json),
      let of = json["of"]?.integer, let span = json["span"]?.integer, let ofEnd = json["of-end"]?.integer,
      let words = json["words"]?.text, let sources = json["sources"]?.texts,
      let needs = (json["needs"] ?? []).texts, let anewWith = (json["anew-with"] ?? []).texts,
      let named = (json["named"] ?? []).texts,
      level != .emergency, 1 <= of, of <= span, of <= ofEnd, test.fits(of: of, ofEnd: ofEnd)
    else { return nil }
    (self.id, self.label, self.line, self.named, self.level, self.test) = (id, label, line, named, level, test)
    (self.needs, self.anewWith) = (Set(needs), Set(anewWith))
    (self.of, self.span, self.ofEnd) = (of, span, ofEnd)
    (self.words, self.sources) = (words, sources)
  }
}

extension SignRule.Test {
  fileprivate init?(_ json: JSON) {
    func number(_ name: String) -> Int? { json[name]?.integer }
    switch json["test"]?.text {
    case "lasting":
      guard let sight = SignRule.Sight(json), let nights = number("nights"), let ends = number("ends") else {
        return nil
      }
      self = .lasting(sight, nights: nights, ends: ends)
    case "usual-up", "usual-down":
      guard let count = SignRule.Count(json), let comparison = SignRule.Comparison(json),
        let least = number("before"), let reach = number("reach"), least > 0, reach >= least
      else { return nil }
      self = .usual(count, comparison, SignRule.Before(least: least, reach: reach))
    default: return nil
    }
  }

  /// False for a sign that nothing could begin, or that nothing could end.
  fileprivate func fits(of: Int, ofEnd: Int) -> Bool {
    switch self {
    case .lasting(_, let nights, let ends): 1...of ~= nights && 0..<ofEnd ~= ends
    case .usual: true
    }
  }
}
