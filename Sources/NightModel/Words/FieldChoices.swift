internal import Text

/// Fields in lists: how what stands in each reads, and what can be picked for it.
extension Field {
  /// What stands in it, in the words of its list.
  public func words(_ value: FieldValue?, for subject: Subject, _ catalogue: Catalogue) -> String {
    guard let value else { return "blank" }
    return choices(for: subject, catalogue).first { $0.value == value }?.label ?? value.words
  }

  /// True if its values are picked from a list.
  public func isChosen(for subject: Subject, _ catalogue: Catalogue) -> Bool {
    !choices(for: subject, catalogue).isEmpty
  }

  /// The most numbers that are picked from a list rather than typed.
  private static let mostPicked = 11

  /// True if the list is not all that can stand in it.
  public var isTypedToo: Bool {
    switch rule {
    case .text: true
    case .number(let range): range.count > Self.mostPicked
    case .choice, .flag, .moment: false
    }
  }

  /// Minutes that are given often.
  private static let usualMinutes = [0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90]
  /// How often something was, as it is given often; from 1 on, as far as digits go, each picks itself.
  private static let usualTimes = Array(0...8)

  /// Numbers that are given often, to choose from instead of typing: minutes, or how many times.
  public var usualNumbers: [Int] { isMinutes ? Self.usualMinutes + [120, 180] : Self.usualTimes + Array(9...12) }

  /// The values to pick from.
  public func choices(for subject: Subject, _ catalogue: Catalogue) -> [(label: String, value: FieldValue)] {
    func texts(_ words: [String]) -> [(label: String, value: FieldValue)] {
      words.map { ($0.capitalizedFirst, .text($0)) }
    }
    switch (self, rule) {
    case (.minutes, _): return Self.usualMinutes.dropFirst().map { ("\($0) min", .number($0)) }
    case (.times, _): return Self.usualTimes.dropFirst().map { (NightWords.times($0), .number($0)) }
    case (.source, .choice(let sources)):
      return sources.map { (WhoSays.words(ofSource: $0).capitalizedFirst, .text($0)) }
    case (.what, _):
      return catalogue.question(about: subject)?.choices.map { ($0.label, .text($0.value)) } ?? []
    case (.value, _) where subject.isWithoutGrade: return [("Asked: none", .number(0))]
    case (.state, _):
      let states = if case .environment = subject { ItemState.standing } else { ItemState.ofTheNight }
      return states.map { ($0.words.capitalizedFirst, .text($0.rawValue)) }
    case (.place, _):
      return texts([
        "left calf", "right calf", "left foot", "right foot", "left thigh", "right thigh", "left hand", "right hand",
        "shoulders", "neck", "upper back", "lower back", "buttocks", "knees", "face",
      ])
    case (.helped, _):
      return texts(["turning", "adjusting", "stretching", "suction", "cough assist", "medicine", "company", "nothing"])
    case (_, .flag): return [("Yes", .flag(true)), ("No", .flag(false))]
    case (_, .choice(let words)): return texts(words)
    case (_, .number(let range)) where range.count <= Self.mostPicked:
      // 1 first, so that as far as digits go each picks itself.
      return (range.filter { $0 > 0 } + range.filter { $0 == 0 }).map { number in
        (self == .value && !Grade.isOccurrence(number) ? "Asked: none" : "\(number)", .number(number))
      }
    case (_, .moment), (_, .number), (_, .text): return []
    }
  }
}

extension ItemState {
  /// The state in words: `not needed`.
  public var words: String { rawValue.hyphensAsSpaces }
}
