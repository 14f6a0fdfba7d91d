internal import Text

/// What is asked line by line of somebody who can only blink: the household's own list, or the usual one.
public enum AskList {
  /// A line that is read aloud, and what a yes to it writes down.
  public struct Line: Hashable, Sendable {
    /// What is read aloud.
    public let words: String
    /// What is written down.
    public let subject: Subject
    /// What is known of it at once.
    public let details: [Field: FieldValue]
  }

  /// What is asked while the household has no list of its own.
  public static let standard = ["hot", "cold", "itch", "saliva", "eyes", "turn", "mask", "pain"]
  /// The end of every list, which leads to a note.
  public static let somethingElse = "Something else"

  /// The lines of a list as typed, with commas between them; of the standard one if nothing is typed.
  public static func lines(_ typed: String?, _ catalogue: Catalogue) -> [Line] {
    let own = (typed ?? "").split(separator: ",").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    var known: Set<String> = []
    return (own.isEmpty ? standard : own).filter { known.insert($0.lowercased()).inserted }
      .map { line($0, catalogue) }
  }

  /// An entry that has this name, or its thing was adjusted.
  private static func line(_ words: String, _ catalogue: Catalogue) -> Line {
    let name = words.lowercased()
    if name == "mask" { return Line(words: words, subject: .event(.maskFix), details: [:]) }
    let event = EventKind.allCases.first { [$0.rawValue, $0.words].contains(name) && $0 != .medicine }
    if let event { return Line(words: words, subject: .event(event), details: [:]) }
    let symptom = catalogue.symptoms.first { $0.isOffered && [$0.id, $0.label.lowercased()].contains(name) }
    if let symptom { return Line(words: words, subject: .symptom(symptom.id), details: [:]) }
    return Line(words: words, subject: .event(.adjust), details: [.what: .text(words)])
  }
}
