internal import NightModel

/// What a text field shows and takes, whatever the text is for.
struct TextForm {
  /// What the screen is called.
  var title: String
  /// The title where there is little room.
  var shortTitle: String?
  /// What is asked for.
  var label: String
  /// What may be typed, in a sentence with an example; it stays below the text.
  var help: String
  /// The most characters that fit.
  var limit: Int
  /// What stands before anything is typed.
  var standing = ""
  /// True if what stands there is taken as it stands; false where it would change nothing.
  var takesStanding = false
  /// True if the first character that is typed takes the place of what stands there.
  var replacesStanding = false
  /// What an empty line does in line mode, where it does not go back.
  var lineHint: String?
  /// What is chosen from where nothing can be typed.
  var spelled = Spelled.text
  /// What is done with the text, such as `Save`.
  var doing = "Save"
  /// What Enter is said to do in the bottom row; nil for the same.
  var enterHint: String?
  /// What is left together with the field, where that was opened from there; nil for nothing.
  var leaves: Route?
  /// What is read above the field.
  var facts: [Fact] = []
  /// Leaves it blank; nil where it may not be, or is without.
  var blank: SceneItem?
  /// What else can be chosen besides typing and saving.
  var more: [SceneItem] = []
  /// What depends on what was typed so far; worked out only when it is shown.
  var aside: ((String) -> Aside)?
  /// How what was typed so far will be read, as a fact; nil where nothing is read.
  var preview: ((String) -> Fact?)?
  /// What is wanted of several lines at once, pasted or typed as a whole; nil where only one can be typed.
  var severalLines: ((String) -> Intent)?
  /// The nights of the entries it is about.
  var nights: [CivilDate] = []
  /// What becomes of it if it was begun and nobody came back to it.
  var unfinished = Unfinished.dropped

  /// What is shown beside what was typed so far.
  struct Aside {
    /// What is read above the field, instead of the form's own facts.
    var facts: [Fact]
    /// How many rows those may take.
    var factRows: Int
    /// What was written with the field so far, newest first.
    var log: Scene.Lines
    /// What else can be done with what was typed.
    var more: [SceneItem] = []
  }

  /// What becomes of a text that was begun when the program ends.
  enum Unfinished: Hashable, Sendable {
    /// It is not worth keeping half typed.
    case dropped
    /// It is saved as a note as it is: on its entry, or on its night.
    case note(on: EntryAddress?)
    /// It was not said to stand, so it does not, but it is not lost either: a note of tonight keeps it, called so.
    case labelled(String)
  }

  /// The most characters of a time with its date, of a date, and of two dates.
  static let momentLimit = 40
  static let dateLimit = 30
  static let spanLimit = 60

  /// Does something else than save.
  static let search = "Search"
  static let go = "Go"
  static let goOn = "Go on"
}
