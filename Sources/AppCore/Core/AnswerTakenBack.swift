internal import NightModel

/// An answer that is taken back on Tonight is asked for again, as if it had not been given yet: the key that would answer
/// must not write something new.
extension App {
  /// What Tonight asked of entries of tonight, as far as it is answered.
  var answered: [Question] {
    night.items.compactMap { item in
      guard let kind = Log(item.subject).question(catalogue), let field = kind.field, item.details[field] != nil
      else { return nil }
      return Question(target: EntryAddress(night: tonight, id: item.id), kind: kind)
    }
  }

  /// Asks for the answer that an undo has just taken back, where Tonight is shown and asks nothing.
  mutating func askAgain() {
    guard !answeredBeforeUndo.isEmpty else { return }
    let blank = answeredBeforeUndo.filter { question in
      guard let field = question.kind.field, let item = record.standing(question.target) else { return false }
      return item.details[field] == nil
    }
    answeredBeforeUndo = []
    guard places.count == 1, blank.count == 1, let question = blank.first else { return }
    _ = change { screen, context in screen.update(.tonight(.askAgain(question)), context) ?? [] }
  }
}

extension Question.Kind {
  /// The field that holds the answer; nil where the answer is no part of the entry.
  fileprivate var field: NightModel.Field? {
    switch self {
    case .grade: .value
    case .side: .side
    case .what: .what
    case .power: nil
    }
  }
}
