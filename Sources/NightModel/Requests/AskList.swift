internal import Text

/// What is asked line by line of somebody who can only blink: the household's own list, or the usual one.
public enum AskList {
  /// A line that is read aloud, and what a yes to it leads to.
  public struct Line: Hashable, Sendable {
    /// What is read aloud.
    public let words: String
    /// What a yes to it leads to.
    public let meaning: Meaning
  }

  /// What a yes leads to.
  public enum Meaning: Hashable, Sendable {
    /// An entry, with what is known of it at once.
    case entry(Subject, [Field: FieldValue])
    /// Which medicine it is.
    case medicine
  }

  /// The lines of a list as typed, with commas between them, each once; of the standard one if nothing is typed.
  public static func lines(_ typed: String?) -> [Line] {
    let own = (typed ?? "").split(separator: ",").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    var known: Set<String> = []
    return (own.isEmpty ? standard.map(\.words) : own).filter { known.insert($0.lowercased()).inserted }
      .map { Line(words: $0, meaning: meaning(of: $0)) }
  }

  /// The entry of that name, as paper notes name it; else that thing was adjusted.
  private static func meaning(of words: String) -> Meaning {
    let name = words.lowercased()
    if let usual = standard.first(where: { $0.words == name })?.subject { return .entry(usual, [:]) }
    if name == EventKind.medicine.rawValue { return .medicine }
    let typed = words.split(separator: " ").map(String.init)[...]
    guard let line = try? PaperLine(typed, .standard, medicines: []), line.subject != .note,
      line.details.text(.note) == nil
    else { return .entry(.event(.adjust), [.what: .text(words)]) }
    let said = line.details.fields.compactMap { field in line.details[field].map { (field, $0) } }
    return .entry(line.subject, Dictionary(uniqueKeysWithValues: said))
  }
}
