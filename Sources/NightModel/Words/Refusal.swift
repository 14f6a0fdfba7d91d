internal import Text

/// Why something was not done: one sentence that says what was wrong, what was kept and what to do.
public struct Refusal: Error, Hashable, Sendable {
  /// What was wrong.
  private let problem: String
  /// What follows from it, such as `nothing was saved`; nil where the sentence needs no such part.
  private let outcome: String?
  /// What to do; nil where nothing can be advised.
  private let advice: String?
  /// True if the command was spelled wrongly; false if it was understood and refused.
  public let isUsage: Bool

  /// The sentence, without a full stop.
  public var sentence: String {
    problem + (outcome.map { ", so \($0)" } ?? "") + (advice.map { "; \($0)" } ?? "")
  }

  /// The same as a whole sentence: begun with a capital and ended.
  public var wholeSentence: String { "\(sentence.capitalizedFirst)." }

  /// Understood, and refused for the reason in the sentence.
  public static func refused(_ problem: String, so outcome: String? = nil, _ advice: String? = nil) -> Refusal {
    Refusal(problem: problem, outcome: outcome, advice: advice, isUsage: false)
  }

  /// Spelled wrongly.
  public static func usage(_ problem: String, so outcome: String? = nil, _ advice: String? = nil) -> Refusal {
    Refusal(problem: problem, outcome: outcome, advice: advice, isUsage: true)
  }

  /// The outcome of most refusals.
  static let nothingSaved = "nothing was saved"
  static let nothingChanged = "nothing was changed"

  /// The same refusal with another outcome, if it names one; nil for the same outcome.
  func with(outcome other: String?) -> Refusal {
    Refusal(problem: problem, outcome: outcome.map { other ?? $0 }, advice: advice, isUsage: isUsage)
  }

  /// A word that is not in the list, with the nearest one that is.
  /// - Parameters:
  ///   - what: the kind of word, such as `item`.
  ///   - word: the word that was typed.
  ///   - known: the list.
  ///   - help: the command that shows the list.
  ///   - outcome: what follows from it.
  /// - Returns: a refusal of a command that was spelled wrongly.
  public static func unknown(
    _ what: String, _ word: String, among known: [String], help: String, outcome: String = "nothing was saved"
  ) -> Refusal {
    let hint = Nearest.word(to: word, among: known).map { "did you mean \"\($0)\"? " } ?? ""
    return .usage("there is no \(what) \"\(word.forDisplay)\"", so: outcome, "\(hint)'\(help)' lists them")
  }

  /// A value outside a short list of words.
  public static func notOneOf(_ word: String, _ known: [String], of what: String) -> Refusal {
    .usage(
      "\"\(word.forDisplay)\" does not fit \(what)", so: nothingSaved, "it takes \(known.joined(separator: ", "))")
  }
}
