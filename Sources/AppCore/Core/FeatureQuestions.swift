internal import CellUI

/// Something that is asked of whichever feature is shown.
protocol FeatureQuestion {
  associatedtype Answer
  func answer(_ feature: some Feature) -> Answer
}

/// Something that whichever feature is shown is let do.
protocol FeatureChange {
  associatedtype Answer
  func apply(to feature: inout some Feature) -> Answer
}

extension Screen {
  /// How many pages lie one above the other.
  var depth: Int { ask(Depth()) }

  /// What has to be read and computed for what is shown.
  func needs(_ c: Context) -> Needs { ask(NeedsOf(c: c)) }

  /// What is shown.
  func scene(_ c: Context) -> Scene { ask(SceneOf(c: c)) }

  /// What has the focus when the page on top is opened.
  func firstFocus(_ c: Context) -> String? { ask(FirstFocus(c: c)) }

  /// True for values of which one is chosen or typed: it is left with that.
  var isChoice: Bool { ask(IsChoice()) }

  /// What can be typed instead of choosing one of the proposals shown; nil where nothing can.
  func proposes(_ c: Context) -> FieldKey? { ask(Proposes(c: c)) }

  /// True once there is nothing left to do on it.
  func isOver(_ c: Context) -> Bool { ask(IsOver(c: c)) }

  /// True while every key is taken by it, instead of what keys do.
  func takesKeys(_ c: Context) -> Bool { ask(TakesKeys(c: c)) }

  /// Takes a key that was pressed while it takes them.
  mutating func take(_ key: Key, at uptime: Int64, _ c: Context) -> [Act] {
    apply(TakeKey(key: key, uptime: uptime, c: c))
  }

  /// When something happens in it by itself, in milliseconds of uptime; nil for never.
  func due(_ c: Context) -> Int64? { ask(Due(c: c)) }

  /// Does what is due by then.
  mutating func pass(_ uptime: Int64, _ c: Context) -> [Act] { apply(Pass(uptime: uptime, c: c)) }

  /// What is still to be done when one goes back from it.
  func goingBack(_ c: Context) -> [Act] { ask(GoingBack(c: c)) }

  /// Leaves the page on top.
  mutating func closePage(_ c: Context) -> [Act] { apply(ClosePage(c: c)) }

  /// Something is opened above this, or done from elsewhere: a question that is open is left blank.
  mutating func cover() { apply(Cover()) }

  /// Something was saved while this was on top.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] { apply(TakeSaved(saved: saved, c: c)) }

  /// What stays of it for the rest of the session; nil for nothing.
  var left: Screen? {
    var left = self
    return left.apply(KeepLeft()) ? left : nil
  }

  /// What was typed into it and lies in no record yet.
  var unread: UnreadLines? { ask(Unread()) }

  /// The feature, if it is of such a kind.
  func feature<F: Feature>(_ kind: F.Type) -> F? { ask(Kind<F>()) }

  private func ask<Question: FeatureQuestion>(_ question: Question) -> Question.Answer {
    var asked = self
    return asked.apply(Asking(question: question))
  }
}

private struct Asking<Question: FeatureQuestion>: FeatureChange {
  let question: Question
  func apply(to feature: inout some Feature) -> Question.Answer { question.answer(feature) }
}

private struct KeepLeft: FeatureChange {
  func apply(to feature: inout some Feature) -> Bool {
    guard let left = feature.left else { return false }
    feature = left
    return true
  }
}

private struct Unread: FeatureQuestion {
  func answer(_ feature: some Feature) -> UnreadLines? { feature.unread }
}

private struct Kind<F: Feature>: FeatureQuestion {
  func answer(_ feature: some Feature) -> F? { feature as? F }
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

private struct Proposes: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> FieldKey? { feature.proposes(c) }
}

private struct IsOver: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> Bool { feature.isOver(c) }
}

private struct GoingBack: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> [Act] { feature.goingBack(c) }
}

private struct TakesKeys: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> Bool { feature.takesKeys(c) }
}

private struct Due: FeatureQuestion {
  let c: Context
  func answer(_ feature: some Feature) -> Int64? { feature.due(c) }
}

private struct TakeKey: FeatureChange {
  let key: Key
  let uptime: Int64
  let c: Context
  func apply(to feature: inout some Feature) -> [Act] { feature.take(key, at: uptime, c) }
}

private struct Pass: FeatureChange {
  let uptime: Int64
  let c: Context
  func apply(to feature: inout some Feature) -> [Act] { feature.pass(uptime, c) }
}

private struct ClosePage: FeatureChange {
  let c: Context
  func apply(to feature: inout some Feature) -> [Act] { feature.closePage(c) }
}

private struct Cover: FeatureChange {
  func apply(to feature: inout some Feature) { feature.cover() }
}

private struct TakeSaved: FeatureChange {
  let saved: Saved
  let c: Context
  func apply(to feature: inout some Feature) -> [Act] { feature.saved(saved, c) }
}
