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
  /// True if it was left unfinished and is gone on with.
  var isDraft = false
  /// True where it lies above a page of proposals, whose first line it is: they are left together.
  var isOnProposals = false
  /// What lies above the field where hands that cannot type choose letters and values.
  var pages: [SpellingPage] = []
}

/// A text field is a feature like any other, and its feature's form says what it shows.
extension TextEntry: PagedFeature {
  func needs(_ c: Context) -> Needs { Needs(nights: purpose.form(c).nights) }

  func scene(_ c: Context) -> Scene {
    let form = purpose.form(c)
    let aside = form.aside?(field.text)
    let page = isOnProposals ? c.opener?.scene(c) : nil
    var scene = page ?? Scene("text", form.title)
    if page == nil { (scene.shortTitle, scene.facts) = (form.shortTitle, form.facts) }
    if let aside { (scene.facts, scene.factRows, scene.log) = (aside.facts, aside.factRows, aside.log) }
    if isDraft { scene.facts.append(Fact("", "Not finished, from \(when(c)).")) }
    if !isFresh, !field.text.isEmpty, field.text != form.standing, let fact = form.preview?(field.text) {
      scene.facts.append(fact)
    }
    scene.field = Scene.Field(label: form.label, text: field, isTyping: isTyping, help: form.help)
    (scene.lineHint, scene.shortcuts) = (form.lineHint, [])
    let blank = [form.blank].compactMap(\.self)
    if c.spells {
      let own = spellingItems(form, c)
      let first = pages.isEmpty ? [save(form)] + blank : []
      scene.list = SceneList(first + own + (pages.isEmpty ? end(more(form, aside), c) : [card]) + [.back])
      scene.direct = first.count
      // The word that was chosen last stands there no more; the next ones do.
      scene.list.whereGone = max(1, first.count)
      return scene
    }
    let proposals = page?.list.items.filter { ![SceneItem.typedID, SceneItem.back.id].contains($0.id) } ?? []
    let more = (blank + more(form, aside)).filter { item in !proposals.contains { $0.id == item.id } }
    scene.list = SceneList(proposals + ways(form, more, c) + [.back], numbering: .own)
    if c.types { scene.list = scene.list.withoutDigits }
    return scene
  }

  private func more(_ form: TextForm, _ aside: TextForm.Aside?) -> [SceneItem] { form.more + (aside?.more ?? []) }

  /// When it was begun: a time of tonight, else with its day.
  private func when(_ c: Context) -> String {
    c.plan.nightRule.night(of: began) == c.tonight ? c.clock.words(began) : c.words(of: began)
  }

  /// What can be done with what was typed, and the card.
  private func ways(_ form: TextForm, _ more: [SceneItem], _ c: Context) -> [SceneItem] {
    // Where characters always type the field itself is gone back to.
    let type = c.types ? [] : [SceneItem("type", "Type", state: field.text.forDisplay, .resumeTyping)]
    return type + [save(form)] + end(more, c)
  }

  private func save(_ form: TextForm) -> SceneItem { SceneItem("save", form.doing, digit: 1, .finishText) }

  /// What stands below what is typed or chosen.
  private func end(_ more: [SceneItem], _ c: Context) -> [SceneItem] {
    // Somebody else may sit at a keyboard. Who has but digits or one switch would not get out of the field again.
    let mayLeave = [.arrows, .twoSwitches].contains(c.ways.wayToPress)
    let keyboard = c.spells && mayLeave ? [SceneItem("keyboard", "Type with a keyboard", .resumeTyping)] : []
    return more + keyboard + [SceneItem("empty", "Empty it", digit: 3, .emptyText), card]
  }

  private var card: SceneItem { SceneItem("card", "Emergency card", digit: 9, .open(.card)) }
}

extension Context {
  /// True where whatever is typed goes into a text, however it was opened; with few keys digits pick what can be done.
  var types: Bool { !surface.isSpoken && ways.wayToPress == .keys }
}

extension FieldKey {
  /// What the field shows and takes.
  func form(_ c: Context) -> TextForm { featureText.form(c) }

  /// What a typed text comes to.
  func read(_ typed: String, _ c: Context) -> TextReading { featureText.read(typed, c) }
}
