public import NightModel
internal import Text

/// An answer that cannot be right or is likelier a slip: what was meant.
public struct DoubtFeature: Feature {
  /// What is doubted.
  private(set) var doubt: PageDoubt

  /// An answer that is asked about.
  init(_ doubt: PageDoubt) { self.doubt = doubt }

  /// What a person can want of it.
  public enum Intent: Hashable, Sendable {
    /// This was meant.
    case meant(PageDoubt.Meaning)
    /// It is right as it was typed.
    case isRight([NightModel.Field: FieldValue?])
    /// It is left blank.
    case leaveBlank
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    let question = doubt.question
    let answering =
      switch intent {
      case .meant(.answers(let values)), .isRight(let values): c.answering(question, values, isSure: true)
      case .meant(.times(let times)): c.reading(times)
      case .leaveBlank: c.answering(question, [question.field: nil], isSure: true)
      }
    switch answering {
    case .taken(let acts): return [.back, .closeText(.answer(.question(question)))] + acts
    case .doubted(let doubt):
      self.doubt = doubt
      return []
    case .refused(let why): return [.say(why)]
    }
  }

  func needs(_ c: Context) -> Needs { Needs(nights: c.morningNights(doubt.question.night)) }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("page-doubt", doubt.question.field.question(of: doubt.question.subject))
    scene.facts = [Fact("", "\(doubt.wrong.capitalizedFirst). Nothing was changed.")]
    var items = doubt.offers.enumerated().map { index, offer in
      SceneItem("offer-\(index + 1)", offer.label, .feature(.doubt(.meant(offer.meaning))))
    }
    items += [
      SceneItem("again", "Type it again", .back),
      SceneItem("blank", "Leave it blank", .feature(.doubt(.leaveBlank))),
    ]
    if let typed = doubt.asTyped {
      items.append(SceneItem("right", "It is right as typed", .feature(.doubt(.isRight(typed)))))
    }
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = 60
    return scene
  }
}
