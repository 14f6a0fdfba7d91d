internal import Text

/// The words a record holds already, offered to whoever spells letter by letter. Nothing of it is stored, and no word
/// comes from anywhere else.
///
/// A word counts by how often it was written, half as much for each 60 days of age; a word that followed the one before it
/// comes first. Words that count the same stand by the alphabet.
public struct OwnWords: Sendable {
  /// How long it takes until a word counts half.
  private static let halfLife = 60.0
  /// Shorter words are spelled as quickly as chosen.
  private static let fewestLetters = 3
  private static let labelWeight = 0.01

  private var counts: [String: Double] = [:]
  private var followers: [String: [String: Double]] = [:]
  /// Each word as it was spelled first, so that a name keeps its capital.
  private var spellings: [String: String] = [:]

  /// No words.
  public init() {}

  /// Takes in the words of a text that was written so many days ago.
  public mutating func add(_ text: String, daysAgo: Int) {
    let weight = Self.weight(daysAgo)
    // What a text begins with follows nothing.
    var before = ""
    for word in Self.words(of: text) {
      let known = word.lowercased()
      if word.count >= Self.fewestLetters {
        count(word, weight)
        followers[before, default: [:]][known, default: 0] += weight
      }
      before = known
    }
  }

  /// Takes in the words of a label, which nobody wrote: each counts less than one that somebody did.
  public mutating func add(label: String) {
    for word in Self.words(of: label) where word.count > Self.fewestLetters { count(word, Self.labelWeight) }
  }

  private mutating func count(_ word: String, _ weight: Double) {
    let known = word.lowercased()
    counts[known, default: 0] += weight
    if spellings[known] == nil { spellings[known] = word }
  }

  /// The words that go on with what was spelled so far: with its last word where that is not ended, else with the next.
  public func next(after text: String, most: Int) -> [String] {
    let begun = Self.wordBegun(in: text)
    let before = Self.words(of: String(text.dropLast(begun.count))).last?.lowercased() ?? ""
    let following = followers[before] ?? [:]
    let start = begun.lowercased()
    let ranked = counts.filter { $0.key.hasPrefix(start) && $0.key != start }.sorted { one, other in
      let (first, second) = (following[one.key] ?? 0, following[other.key] ?? 0)
      if first != second { return first > second }
      return one.value != other.value ? one.value > other.value : one.key < other.key
    }
    return ranked.prefix(most).map { spellings[$0.key] ?? $0.key }
  }

  /// The letters at the end of a text that no space ends.
  public static func wordBegun(in text: String) -> String {
    String(text.reversed().prefix { isLetter($0) }.reversed())
  }

  private static func words(of text: String) -> [String] {
    text.split { !isLetter($0) }.map(String.init)
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character == "'" || character == "-"
  }

  /// Half for each half-life.
  private static func weight(_ daysAgo: Int) -> Double {
    var (weight, rest) = (1.0, Double(max(0, daysAgo)))
    while rest >= halfLife {
      weight /= 2
      rest -= halfLife
    }
    // Between two halvings a straight line is near enough to put words in order.
    return weight * (1 - rest / (2 * halfLife))
  }
}
