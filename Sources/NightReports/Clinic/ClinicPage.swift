internal import Text

/// The content of the page for the clinic, before it is laid out as text or HTML.
struct ClinicPage {
  /// Whose nights, if names are wanted.
  var title: String
  /// The span and how much of it is recorded.
  var span: String
  /// Remarks about the whole record, to be read first.
  var remarks: [String] = []
  /// The parts a clinician with two minutes reads.
  var first: [Part] = []
  /// The rest, which may stand side by side where there is room.
  var second: [Part] = []
  /// The parts at the foot.
  var last: [Part] = []
  /// How the figures came about, and what they are not.
  var method: [String] = []

  /// A heading with what stands under it.
  struct Part {
    var heading: String
    var blocks: [TextBlock] = []
    /// Figures by night, of a part that has nothing else.
    var charts: [NightChart] = []
  }

  /// Limits for the parts that grow with the record. Each number is how many things are named one by one.
  struct Room: Hashable {
    var symptoms: Int
    var signs: Int
    var changes: Int
    var questions: Int
    var dates: Int
    /// True if signs tell their rule and the usual they were held against.
    var rules: Bool
    /// The most letters of a name, a question or a change.
    var letters = 200
    /// How many names are told where only names are.
    var names = 8
    /// The most breathing signs that have a row; the rest stand in a sentence, so that none is left out.
    var breathing = 20
  }
}

extension ClinicPage.Room {
  /// Things as far as there is room, and how many more there are.
  static func cut<Thing>(_ things: [Thing], to room: Int) -> (shown: ArraySlice<Thing>, more: Int) {
    (things.prefix(room), max(0, things.count - room))
  }
}
