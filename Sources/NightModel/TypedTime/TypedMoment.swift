internal import Text

/// A moment as it is written, before it is known which night is meant: a time of day, a date and a time, `now`,
/// `10 min ago`, or a date and time with an offset from UTC.
enum TypedMoment: Hashable {
  /// A time of day.
  case clock(TypedClock)
  /// A time of day on one of some dates.
  case dated([TypedDate], TypedClock)
  /// So many minutes before now.
  case ago(Int)
  /// A moment by a clock whose offset is known.
  case exact(Instant)
  /// What a clock without its offset showed: date and time, seconds too.
  case wall(Instant)

  /// A moment by all of a text; nil if it is none. A date in ISO 8601 has a clock of 24 hours.
  init?(_ text: String, _ style: ClockStyle) {
    guard text.utf8.count <= Self.mostBytes else { return nil }
    let bare = text.trimmingSpaces().uppercased()
    if let moment = Instant(bare) {
      self = .exact(moment)
      return
    }
    if let moment = Instant(bare + "Z") {
      self = .wall(moment)
      return
    }
    let words = TimeReader.words(text)[...]
    if let minutes = Self.minutesAgo(words) {
      self = .ago(minutes)
      return
    }
    func clock(_ words: ArraySlice<String>) -> TypedClock? {
      TypedClock(words, style).flatMap { $0.count == words.count ? $0 : nil }
    }
    if let time = clock(words) {
      self = .clock(time)
      return
    }
    // `12 Nov 7` is a date and an hour, rather than an hour and a date.
    let splits = words.indices.dropFirst().map { (words[..<$0], words[$0...]) }
    for (date, time) in splits + splits.map({ ($1, $0) }) {
      guard let time = clock(time) else { continue }
      let days = TypedDate.read(date).filter(\.isDay)
      guard days.isEmpty else {
        self = .dated(days, time)
        return
      }
    }
    return nil
  }

  /// The most bytes of a moment as it is typed.
  private static let mostBytes = 200

  /// How long ago some words say it was, in minutes: `now`, `10 min ago`, `1 h 30 ago`, `half an hour ago`; nil if they
  /// say no such thing.
  static func minutesAgo(_ words: ArraySlice<String>) -> Int? {
    if TimeWords.now.contains(words.joined(separator: " ")) { return 0 }
    guard words.last == TimeWords.ago, words.count <= 8 else { return nil }
    var total = 0
    var (pending, isHalf, wasHour, isAnything): (Int?, Bool, Bool, Bool) = (nil, false, false, false)
    for piece in words.dropLast().flatMap(TypedDate.pieces(of:)) {
      if let number = decimal(piece.utf8), pending == nil, number <= 1_000_000 {
        pending = number
      } else if TimeWords.one.contains(piece) {
        pending = pending ?? 1
      } else if piece == TimeWords.half {
        isHalf = true
      } else if TimeWords.minutes.contains(piece), let count = pending, !isHalf {
        (total, pending, wasHour, isAnything) = (total + count, nil, false, true)
      } else if TimeWords.hoursLong.contains(piece), let count = isHalf ? 1 : pending {
        (total, pending, isHalf, wasHour, isAnything) = (total + (isHalf ? 30 : count * 60), nil, false, true, true)
      } else if !(TimeWords.links.contains(piece) && wasHour) {
        return nil
      }
    }
    // `1 h 30 ago`, `an hour and a half ago`.
    if wasHour, isHalf { (total, isHalf, pending) = (total + 30, false, nil) }
    if wasHour, let rest = pending { (total, pending) = (total + rest, nil) }
    return isAnything && pending == nil && !isHalf ? total : nil
  }
}
