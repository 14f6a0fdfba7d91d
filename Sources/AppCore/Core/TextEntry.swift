public import CellUI
public import NightModel
internal import Text

/// A line of text being typed, and what will become of it.
public struct TextEntry: Hashable, Sendable {
  /// What the text is for.
  public let purpose: FieldKey
  /// The moment it was begun, and the night then.
  public let began: Instant
  /// What has been typed.
  public var field: TextField
  /// True while keys go into the field.
  public var isTyping: Bool
  /// True while nothing was typed over what stood in the field: the next character takes its place.
  var isFresh = false
  /// What the text comes to with Enter once more though it was refused, as long as it stands there unchanged; nil for the
  /// same refusal.
  var onceMore: TextReading?
}

/// A text field is a feature like any other, and its feature's form says what it shows.
extension TextEntry: Feature {
  func needs(_ c: Context) -> Needs { Needs(nights: purpose.form(c).nights) }

  func scene(_ c: Context) -> Scene {
    let form = purpose.form(c)
    let aside = form.aside?(field.text)
    var scene = Scene("text", form.title)
    (scene.shortTitle, scene.facts) = (form.shortTitle, aside?.facts ?? form.facts)
    if !isFresh, !field.text.isEmpty, field.text != form.standing, let fact = form.preview?(field.text) {
      scene.facts.append(fact)
    }
    if let aside { (scene.factRows, scene.log) = (aside.factRows, aside.log) }
    scene.field = Scene.Field(label: form.label, text: field, isTyping: isTyping)
    let mayChoose = form.savesByDigit || !takesDigits(focus: c.focus)
    // The field has no digit: who has only digits could not get out of it again.
    let items = [
      SceneItem("type", "Type", state: field.text.forDisplay, .resumeTyping),
      SceneItem("save", form.doing.label, digit: mayChoose ? 1 : nil, .finishText),
    ]
    scene.lineHint = form.lineHint
    scene.list = SceneList(items + form.more + (aside?.more ?? []) + [.back], numbering: .own)
    return scene
  }

  /// True for an empty text that one came to by a digit, as long as one has not left its field: digits are typed there.
  /// `focus` is the item that has the focus; nil for the field.
  func takesDigits(focus: String?) -> Bool { !isTyping && field.text.isEmpty && focus == nil }
}

extension FieldKey {
  /// What the field shows and takes.
  func form(_ c: Context) -> TextForm { featureText.form(c) }

  /// What a typed text comes to.
  func read(_ typed: String, _ c: Context) -> TextReading { featureText.read(typed, c) }
}
