internal import NightModel
internal import Text

/// Fields in lists: what each is called, how what stands in it reads, and what can be picked.
extension Field {
  /// What the field is called in a list.
  func label(for subject: Subject) -> String {
    switch self {
    case .at: "When"
    case .by: "Who wrote it"
    case .value: "How bad, 0 to 10"
    case .minutes: "How many minutes"
    case .side: "Which side"
    case .what: subject == .event(.medicine) ? "Which medicine" : "What"
    case .place: "Where on the body"
    case .helped: "What helped"
    case .woke: "Did it wake the person"
    case .source: "Who says so"
    case .note: subject == .handover(.line) ? "For whoever comes" : "Note"
    case .who: "Who is expected, and when"
    case .state: "How it stands"
    case .sol: "Minutes to fall asleep"
    case .wakings: "Times woken"
    case .waso: "Minutes awake"
    case .tryAfter: "Minutes trying after it"
    case .quality: "Quality, 1 to 5"
    case .rested: "Rested, 1 to 5"
    case .headache: "Headache"
    case .naps: "Minutes of naps"
    case .slept: "Minutes slept"
    case .up: "Times up"
    case .stretch: "Minutes of longest stretch"
    case .wornOut: "Worn out, 0 to 10"
    case .relief: "Relief needed"
    default: question(of: subject)
    }
  }

  /// What stands in it, in the words of its list.
  func words(_ value: FieldValue?, for subject: Subject) -> String {
    guard let value else { return "blank" }
    return choices(for: subject).first { $0.value == value }?.label ?? value.words
  }

  /// True if its values are picked from a list.
  func isChosen(for subject: Subject) -> Bool { !choices(for: subject).isEmpty }

  /// True if the list is not all that can stand in it.
  var isTypedToo: Bool {
    switch rule {
    case .text: true
    case .number(let range): range.count > choices(for: .note).count
    default: false
    }
  }

  /// The values to pick from.
  func choices(for subject: Subject) -> [(label: String, value: FieldValue)] {
    func texts(_ words: [String]) -> [(label: String, value: FieldValue)] {
      words.map { ($0.capitalizedFirst, .text($0)) }
    }
    switch (self, rule) {
    case (.minutes, _): return [1, 2, 5, 10, 15, 20, 30, 45, 60, 90].map { ("\($0) min", .number($0)) }
    case (.source, _):
      return [
        ("Said by the person", .text("said")), ("Seen by the caregiver", .text("seen")),
        ("Read off a machine", .text("read-off")),
      ]
    case (.what, _):
      switch subject {
      case .event(.suction): return texts(["clear", "thick", "coloured", "blood"])
      case .event(.maskFix):
        return [
          ("Nudged", .text("nudged")), ("Strap set", .text("strap")), ("Other mask", .text("other mask")),
          ("A break", .text("break")),
        ]
      default: return []
      }
    case (.state, _):
      let states = if case .environment = subject { ItemState.standing } else { ItemState.ofTheNight }
      return states.map { ($0.words.capitalizedFirst, .text($0.rawValue)) }
    case (.place, _):
      return texts([
        "left calf", "right calf", "left foot", "right foot", "left thigh", "right thigh", "left hand", "right hand",
        "shoulders", "neck", "back", "buttocks", "knees", "face",
      ])
    case (.helped, _):
      return texts(["turning", "adjusting", "stretching", "suction", "cough assist", "medicine", "company", "nothing"])
    case (_, .flag): return [("Yes", .flag(true)), ("No", .flag(false))]
    case (_, .choice(let words)): return texts(words)
    case (_, .number(let range)) where range.count <= 11:
      // 1 first, so that as far as digits go each picks itself.
      return (range.filter { $0 > 0 } + range.filter { $0 == 0 }).map { number in
        (self == .value && !Grade.isOccurrence(number) ? "Asked: none" : "\(number)", .number(number))
      }
    default: return []
    }
  }
}
