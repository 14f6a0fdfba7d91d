/// Finds the word somebody meant.
public enum Nearest {
  /// The known word with the fewest slips (letters added, dropped, changed or swapped) from `word`; nil if all are
  /// further away than a third of the letters, where a guess would only confuse.
  public static func word(to word: String, among known: [String]) -> String? {
    let typed = Array(word.lowercased().prefix(64))
    let allowed = max(1, typed.count / 3)
    // A word that much longer or shorter has more slips.
    let near = known.filter { abs($0.count - typed.count) <= allowed }
    let ranked = near.map { (word: $0, slips: slips(typed, Array($0))) }
    if let best = ranked.min(by: { $0.slips < $1.slips }), best.slips <= allowed { return best.word }
    return typed.count >= 3 ? known.first { $0.contains(String(typed)) } : nil
  }

  /// The restricted Damerau-Levenshtein distance.
  private static func slips(_ one: [Character], _ other: [Character]) -> Int {
    var twoBack: [Int] = []
    var back = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var current = [row + 1]
      for (column, otherLetter) in other.enumerated() {
        var cost = min(back[column + 1] + 1, current[column] + 1, back[column] + (letter == otherLetter ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == otherLetter {
          cost = min(cost, twoBack[column - 1] + 1)
        }
        current.append(cost)
      }
      (twoBack, back) = (back, current)
    }
    return back[other.count]
  }
}
