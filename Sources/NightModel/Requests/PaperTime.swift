/// Times as they stand at the beginning of a line of paper notes.
enum PaperTime {
  /// The time that some words begin with, and how many words it takes: `2310`, `23:10`, `9:05`, `905`, `23.10`, `23h10`,
  /// and, by a twelve-hour clock, `11:10pm` or `11:10 pm`; nil if they begin with none.
  static func read(_ words: ArraySlice<String>) -> (time: ClockTime, count: Int)? {
    guard let first = words.first else { return nil }
    var word = PaperWords.bare(first.lowercased())
    var half: String?
    if let suffix = ["am", "pm"].first(where: word.hasSuffix) {
      half = suffix
      word = String(word.dropLast(2))
    }
    guard let time = plain(word) else { return nil }
    var count = 1
    let second = words.dropFirst().first.map { PaperWords.plain($0) }
    if half == nil, let second, ["am", "pm"].contains(second) { (half, count) = (second, 2) }
    guard let half else { return (time, 1) }
    guard (1...12).contains(time.hour),
      let shifted = ClockTime(hour: time.hour % 12 + (half == "pm" ? 12 : 0), minute: time.minute)
    else { return nil }
    return (shifted, count)
  }

  private static func plain(_ word: String) -> ClockTime? {
    ClockTime(String(word.map { $0 == "." || $0 == "h" ? ":" : $0 }))
  }
}
