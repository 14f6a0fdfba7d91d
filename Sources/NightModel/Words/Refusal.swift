internal import Text

/// Why something was not done: one sentence that says what was wrong, what was kept and what to do.
public struct Refusal: Error, Hashable, Sendable {
  /// The sentence, without a full stop.
  public let sentence: String
  /// True if the command was spelled wrongly; false if it was understood and refused.
  public let isUsage: Bool

  /// Understood, and refused for the reason in the sentence.
  public static func refused(_ sentence: String) -> Refusal { Refusal(sentence: sentence, isUsage: false) }

  /// Spelled wrongly.
  public static func usage(_ sentence: String) -> Refusal { Refusal(sentence: sentence, isUsage: true) }

  /// A word that is not in the list, with the nearest one that is.
  /// - Parameter outcome: what follows from it.
  public static func unknown(
    _ what: String, _ word: String, among known: [String], help: String, outcome: String = "nothing was saved"
  ) -> Refusal {
    let shown = word.forDisplay
    let hint = Nearest.word(to: word, among: known).map { "did you mean \"\($0)\"? " } ?? ""
    return .usage("there is no \(what) \"\(shown)\", so \(outcome); \(hint)'\(help)' lists them")
  }

  /// A value outside a short list of words.
  public static func notOneOf(_ word: String, _ known: [String], of what: String) -> Refusal {
    let choices = known.joined(separator: ", ")
    return .usage("\"\(word.forDisplay)\" does not fit \(what), so nothing was saved; it takes \(choices)")
  }
}
