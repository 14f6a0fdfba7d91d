internal import CellUI
internal import NightModel
internal import Text

/// A text field is a feature like any other, and its feature's form says what it shows.
extension TextEntry: Feature {
  func needs(_ c: Context) -> Needs { Needs(nights: purpose.form(c).nights) }

  func scene(_ c: Context) -> Scene {
    let form = purpose.form(c)
    let aside = form.aside?(field.text)
    var scene = Scene("text", form.title)
    (scene.shortTitle, scene.facts) = (form.shortTitle, aside?.facts ?? form.facts)
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
  /// - Parameter focus: the item that has the focus; nil for the field.
  func takesDigits(focus: String?) -> Bool { !isTyping && field.text.isEmpty && focus == nil }
}

extension FieldKey {
  /// What the field shows and takes.
  func form(_ c: Context) -> TextForm { featureText.form(c) }

  /// What a typed text comes to.
  func read(_ typed: String, _ c: Context) -> TextReading { featureText.read(typed, c) }
}
