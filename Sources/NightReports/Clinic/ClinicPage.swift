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
    var blocks: [Block]
  }

  /// A piece of a part.
  enum Block {
    /// A sentence or two.
    case text(String)
    /// Points under each other; each may go on in a second, smaller line.
    case list([Point])
    /// A table whose first column names its rows.
    case table(Table)
    /// Figures by night.
    case charts([NightChart])
  }

  /// A point of a list.
  struct Point {
    var lead: String
    var more: String = ""
  }

  /// A table.
  struct Table {
    /// What it shows, for whoever hears it read.
    var caption: String
    var head: [String]
    var rows: [[String]]
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

extension ClinicPage.Table {
  /// Rows as far as there is room, the last line saying how many more there are.
  static func cut<Row>(_ rows: [Row], to room: Int) -> (shown: ArraySlice<Row>, more: Int) {
    (rows.prefix(room), max(0, rows.count - room))
  }
}
