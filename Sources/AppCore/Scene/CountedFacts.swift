internal import NightModel

/// A scene's facts as they are told on a screen of a height: of those that are counted only a few where rows are scarce,
/// and after them how many more there are.
struct CountedFacts {
  /// What is told.
  let facts: [Fact]
  private let kind: Scene.Counted?
  /// Those of the kind among `facts`.
  private let kept: Range<Int>

  init(_ scene: Scene, rows: Int) {
    kind = scene.counted
    guard let kind else {
      (facts, kept) = (scene.facts, 0..<0)
      return
    }
    let most = rows >= 30 ? kind.facts.count : rows >= 20 ? 3 : 1
    kept = kind.facts.lowerBound..<min(kind.facts.upperBound, kind.facts.lowerBound + most)
    let hidden = kind.facts.count - kept.count
    let more = hidden == 0 ? [] : [Fact("", kind.words(hidden, kind.facts.count))]
    facts = Array(scene.facts[..<kept.upperBound]) + more + scene.facts[kind.facts.upperBound...]
  }

  /// What is said of those that are not shown, where only some of `facts` are; nil if nothing is to be said.
  func words(shown: Set<Int>) -> String? {
    guard let kind else { return nil }
    let hidden = kind.facts.count - kept.count { shown.contains($0) }
    let isSaid = kept.count < kind.facts.count && shown.contains(kept.upperBound)
    return hidden == 0 || isSaid ? nil : kind.words(hidden, kind.facts.count)
  }
}
