internal import NightModel

/// A grade that is taken back on Tonight is asked about again, as if it had not been given yet.
extension App {
  /// The entries of tonight that have a grade.
  var graded: [EntryAddress] {
    night.items.filter { $0.details.number(.value) != nil }.map { EntryAddress(night: tonight, id: $0.id) }
  }

  /// Asks about the grade that an undo has just taken back, where Tonight is shown and asks nothing.
  mutating func askGradeAgain() {
    guard !gradedBeforeUndo.isEmpty else { return }
    let blank = gradedBeforeUndo.filter { record.standing($0).map { $0.details.number(.value) == nil } ?? false }
    gradedBeforeUndo = []
    guard blank.count == 1, let target = blank.first, case .tonight(let tonight) = screen, tonight.pages.isEmpty else {
      return
    }
    let question = TonightFeature.Page.question(Question(target: target, kind: .grade))
    _ = change { screen, context in screen.update(.tonight(.open(question)), context) ?? [] }
  }
}
