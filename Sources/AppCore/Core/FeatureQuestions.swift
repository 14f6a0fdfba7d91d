/// Something that is asked of whichever feature is shown.
protocol FeatureQuestion {
  associatedtype Answer
  func answer(_ feature: some Feature) -> Answer
}

/// Something that whichever feature is shown is let do.
protocol FeatureChange {
  func apply(to feature: inout some Feature) -> [Act]
}

extension Screen {
  /// How many pages lie one above the other.
  var depth: Int { ask(Depth()) ?? 1 }

  /// What has to be read and computed for what is shown.
  func needs(_ c: Context) -> Needs { ask(NeedsOf(c: c)) ?? Needs() }

  /// What is shown; nil for a screen that is no feature.
  func scene(_ c: Context) -> Scene? { ask(SceneOf(c: c)) }

  /// What has the focus when the page on top is opened.
  func firstFocus(_ c: Context) -> String? { ask(FirstFocus(c: c)) ?? nil }

  /// True for values of which one is chosen or typed: it is left with that.
  var isChoice: Bool { ask(IsChoice()) ?? false }

  /// True once there is nothing left to do on it.
  func isOver(_ c: Context) -> Bool { ask(IsOver(c: c)) ?? false }

  /// Leaves the page on top.
  mutating func closePage(_ c: Context) -> [Act] { apply(ClosePage(c: c)) }

  /// Something is opened above this, or done from elsewhere: a question that is open is left blank.
  mutating func cover() { _ = apply(Cover()) }

  /// Something was saved while this was on top.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] { apply(TakeSaved(saved: saved, c: c)) }
}

private struct Depth: FeatureQuestion {
  func answer(_ feature: some Feature) -> Int { feature.depth }
}

private struct NeedsOf: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> Needs { feature.needs(c) }
}

private struct SceneOf: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> Scene { feature.scene(c) }
}

private struct FirstFocus: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> String? { feature.firstFocus(c) }
}

private struct IsChoice: FeatureQuestion {
  func answer(_ feature: some Feature) -> Bool { feature.isChoice }
}

private struct IsOver: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> Bool { feature.isOver(c) }
}

private struct ClosePage: FeatureChange {
  let c: Context
  func apply(to feature: inout some Feature) -> [Act] { feature.closePage(c) }
}

private struct Cover: FeatureChange {
  func apply(to feature: inout some Feature) -> [Act] {
    feature.cover()
    return []
  }
}

private struct TakeSaved: FeatureChange {
  let saved: Saved
  let c: Context
  func apply(to feature: inout some Feature) -> [Act] { feature.saved(saved, c) }
}
