internal import Text

/// The page for the clinic as a value: what stands there, before it is set as text or HTML.
struct ClinicPage {
  /// Whose nights, if names are wanted.
  var title: String
  /// The span and how much of it is recorded.
  var span: String
  /// What has to be known before anything is read.
  var remarks: [String] = []
  /// What a clinician has two minutes for.
  var first: [Part] = []
  /// The rest, which may stand side by side where there is room.
  var second: [Part] = []
  /// What comes at the foot.
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

  /// How much may stand in the parts that grow with the record. A number is how many are told one by one.
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
  }
}

extension ClinicPage.Room {
  /// Things as far as there is room, and how many more there are.
  static func cut<Thing>(_ things: [Thing], to room: Int) -> (shown: ArraySlice<Thing>, more: Int) {
    (things.prefix(room), max(0, things.count - room))
  }
}
