internal import CellUI
internal import NightModel
internal import Text

/// A page of a text field for hands that cannot type: letters, digits, times, words that were written before.
public enum SpellingPage: Hashable, Sendable {
  /// One of the groups of letters.
  case letters(Int)
  /// Digits and signs.
  case digits
  /// Now, and some minutes before.
  case ago
  /// The hours of a night, from noon to noon.
  case hours
  /// The quarters of an hour, 0 to 23.
  case quarters(Int)
  /// Numbers that are given often.
  case numbers
  /// What was written before, whole.
  case asBefore
}

/// One step of writing by choosing.
public enum SpellingStep: Hashable, Sendable {
  case open(SpellingPage)
  /// Puts letters, digits or signs behind the text.
  case add(String)
  /// Ends the word that was begun as this one, with a space behind it.
  case word(String)
  /// Puts this in place of the text.
  case replace(String)
  case takeBackLetter
  case takeBackWord
}

/// What can be chosen instead of typing, as a form says.
enum Spelled: Hashable, Sendable {
  /// Words and letters.
  case text
  /// A name: letters, no words of notes; each word begins with a capital.
  case name
  /// Initials, all of them capitals.
  case initials
  /// A number; what is given often can be chosen whole.
  case number(often: [Int])
  /// A time of day.
  case time
  /// Digits first, then letters: a date, a phone number.
  case digits

  /// A number of a field, within its range.
  static func number(_ range: ClosedRange<Int>, of field: NightModel.Field) -> Spelled {
    .number(often: field.usualNumbers.filter { range.contains($0) })
  }

  /// Letters as they are written behind a text.
  fileprivate func withCapitals(_ letters: String, behind text: String) -> String {
    switch self {
    case .initials: letters.uppercased()
    case .name: text.last?.isLetter == true ? letters : letters.uppercased()
    case .text, .number, .time, .digits: letters
    }
  }
}

extension Context {
  /// True where a text is a list to choose from, because hands that press only some keys cannot type.
  var spells: Bool { !surface.isSpoken && !types }
}

extension TextEntry {
  /// Letters by how often they are used in care notes, in groups that each are one page.
  static let letterGroups: [[String]] = [
    [" ", "e", "t", "a", "o"], ["i", "n", "s", "h", "r", "d"], ["l", "c", "u", "m", "w", "f"],
    ["g", "y", "p", "b", "v", "k"], ["j", "x", "q", "z", ".", ",", "'", "-"],
  ]
  private static let minutesAgo = [0, 5, 10, 15, 30, 60]
  private static let wordsOffered = 4
  private static let textsOffered = 8

  /// The lines of the page on top, or of the field itself.
  func spellingItems(_ form: TextForm, _ c: Context) -> [SceneItem] {
    switch pages.last {
    case .letters(let group):
      return Self.letterGroups[group].map { letter in
        SceneItem("write-\(letter)", Self.name(of: letter), .spell(.add(letter)))
      }
    case .digits:
      return (0...9).map { SceneItem("write-\($0)", "digit \($0)", .spell(.add("\($0)"))) }
        + (form.spelled == .time ? [SceneItem("write- ", "space", .spell(.add(" ")))] : [])
        + [(":", "colon"), (".", "point"), ("-", "hyphen"), ("+", "plus"), ("/", "slash")].map { sign, name in
          SceneItem("write-\(sign)", "\(name)  \(sign)", .spell(.add(sign)))
        }
    case .ago:
      return Self.minutesAgo.map { minutes in
        let time = c.now.adding(minutes: -minutes).time
        let words = minutes == 0 ? "now" : "\(NightWords.duration(minutes)) ago"
        return SceneItem("ago-\(minutes)", "\(words), \(c.clock.words(time))", .spell(.replace("\(time)")))
      }
    case .hours:
      return (0..<24).compactMap { hour in
        ClockTime(hour: (12 + hour) % 24, minute: 0).map { time in
          SceneItem("hour-\(time.hour)", "hour of \(c.clock.words(time))", .spell(.open(.quarters(time.hour))))
        }
      }
    case .quarters(let hour):
      return [0, 15, 30, 45].compactMap { minute in
        ClockTime(hour: hour, minute: minute).map { time in
          SceneItem("time-\(minute)", "at \(c.clock.words(time))", .spell(.replace("\(time)")))
        }
      }
    case .numbers: return often(form).map { SceneItem("number-\($0)", "number \($0)", .spell(.replace("\($0)"))) }
    case .asBefore:
      return c.textsAsBefore(most: Self.textsOffered).enumerated().map { index, text in
        SceneItem("before-\(index)", text.forDisplay, .spell(.replace(text)))
      }
    case nil: return ownItems(form, c)
    }
  }

  /// What can be chosen first: whole values, then words, then what they are spelled of.
  private func ownItems(_ form: TextForm, _ c: Context) -> [SceneItem] {
    var items: [SceneItem] = []
    switch form.spelled {
    case .time:
      if form.nights.contains(c.tonight) { items.append(Self.opening(.ago, "Now, or some minutes ago")) }
      items.append(Self.opening(.hours, "Choose the hour"))
      items += shifted(c)
    case .number:
      if !often(form).isEmpty { items.append(Self.opening(.numbers, "Choose a number")) }
    case .text:
      if c.textsAsBefore(most: 1) != [] { items.append(Self.opening(.asBefore, "As before")) }
      items += c.ownWords.next(after: field.text, most: Self.wordsOffered).map {
        SceneItem("word-\($0.lowercased())", "\"\($0)\"", .spell(.word($0)))
      }
    case .name, .initials, .digits: break
    }
    let digits = Self.opening(.digits, "Digits and signs")
    let letters = Self.letterGroups.indices.map { group in
      Self.opening(
        .letters(group), "Letters " + Self.letterGroups[group].map { $0 == " " ? "space" : $0 }.joined(separator: " "))
    }
    switch form.spelled {
    case .text, .name, .initials: items += letters + [digits]
    case .number, .time: items.append(digits)
    case .digits: items += [digits] + letters
    }
    guard !field.text.isEmpty else { return items }
    return items + [
      SceneItem("back-letter", "Take back a letter", .spell(.takeBackLetter)),
      SceneItem("back-word", "Take back a word", .spell(.takeBackWord)),
    ]
  }

  private static func opening(_ page: SpellingPage, _ label: String) -> SceneItem {
    SceneItem("spell-\(page)", label, .spell(.open(page)))
  }

  /// The time that stands there, five minutes earlier and later.
  private func shifted(_ c: Context) -> [SceneItem] {
    guard let time = ClockTime(field.text) else { return [] }
    return [(-5, "earlier"), (5, "later")].compactMap { minutes, word in
      let moved = (time.minuteOfDay + minutes + 1440) % 1440
      return ClockTime(hour: moved / 60, minute: moved % 60).map { time in
        SceneItem(
          "shift-\(word)", "Five minutes \(word), \(c.clock.words(time))", .spell(.replace("\(time)")))
      }
    }
  }

  private func often(_ form: TextForm) -> [Int] {
    if case .number(let often) = form.spelled { often } else { [] }
  }

  private static let signNames = [
    " ": "space", ".": "full stop  .", ",": "comma  ,", "'": "apostrophe  '", "-": "hyphen  -",
  ]

  private static func name(of letter: String) -> String { signNames[letter] ?? "letter \(letter)" }

  /// Takes a step: what is written goes behind what stands there, and the field is shown again.
  mutating func spell(_ step: SpellingStep, _ spelled: Spelled) {
    if case .open(let page) = step { return open(page) }
    pages = []
    let fresh = isFresh
    isFresh = false
    onceMore = nil
    // Somebody may have typed before, and left the caret elsewhere.
    _ = field.press(.end)
    switch step {
    case .open: break
    case .add(let letters):
      if fresh { field = TextField(limit: field.limit) }
      field.insert(spelled.withCapitals(letters, behind: field.text))
    case .word(let word):
      if fresh { field = TextField(limit: field.limit) }
      for _ in OwnWords.wordBegun(in: field.text) { _ = field.press(.backspace) }
      field.insert(word + " ")
    case .replace(let text):
      field = TextField(limit: field.limit)
      field.insert(text)
    case .takeBackLetter: _ = field.press(.backspace)
    case .takeBackWord: _ = field.press(.control("w"))
    }
  }
}

extension Context {
  /// The words of what was read of the record, of the plan and of the care lists.
  var ownWords: OwnWords {
    var words = OwnWords()
    // In the order of nights, so that the same record always offers the same words.
    for (date, night) in record.nights.sorted(by: { $0.key < $1.key }) {
      for text in night.items.flatMap(\.ownTexts) {
        words.add(text, daysAgo: tonight.daysSince1970 - date.daysSince1970)
      }
    }
    for name in plan.values(of: .medicine).map(\.name) + plan.values(of: .people).map(\.value) {
      words.add(label: name)
    }
    for item in catalogue.items { words.add(label: item.label) }
    return words
  }

  /// The notes and places that were written most, whole, of the nights that were read.
  func textsAsBefore(most: Int) -> [String] {
    var counts: [String: Int] = [:]
    for text in record.nights.values.flatMap(\.items).flatMap(\.notesAndPlaces) { counts[text, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
  }
}

extension Item {
  /// What somebody wrote in words of their own: notes, and where it was.
  fileprivate var notesAndPlaces: [String] {
    guard !isRetracted, !subject.isPage else { return [] }
    return [NightModel.Field.note, .place].compactMap { details.text($0) }
  }

  /// The same, with what helped.
  fileprivate var ownTexts: [String] {
    notesAndPlaces + (isRetracted ? [] : [details.text(.helped)].compactMap(\.self))
  }
}
