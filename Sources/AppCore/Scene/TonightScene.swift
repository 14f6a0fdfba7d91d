internal import NightModel

/// What Tonight shows besides its list: what stands, and the lines of two dashes with what they say. What was written is
/// the scene's log, the table its list.
struct TonightScene {
  /// What stands, two cells a row; a cell is nil while nothing of it is written.
  var board: [[Board.Cell?]] = []
  /// The medicines that were written, in the order of the board.
  var medicines: [Medicine] = []
  /// How many medicines are in the plan, written or not, so that rows are kept for them.
  var plannedMedicines = 0
  /// What the line above the entries says of them: nothing where `log` counts them.
  var nothing = ""
  /// A change of the clocks tonight; empty for none.
  var clockChange = ""
  /// What else the line above the entries says, the most important first.
  var aboveEntries: [String] = []
  /// Since when whoever writes is on duty; empty if that is not written.
  var since = ""
  /// What the line above the table says.
  var aboveTable = ""
  /// How much more of its kind there is, as `+2: Plan`; empty for nothing.
  var aboveTableMore = ""
  /// The question in the table's place; nil for none.
  var question: String?
  /// How many rows the table has; nil for as many as the width asks for.
  var tableRows: Int?
  /// At which items of the list a column of the table begins.
  var columnStarts = [0]

  /// How many rows this house can fill with what stands, medicines aside.
  func boardRows(columns: Int) -> Int { Surface.isTight(columns) ? board.joined().count : board.count }

  /// What the line above the entries says. `count` is how many there are, in words. A change of the clocks comes first: it
  /// bends every time that is read below.
  func aboveEntries(_ count: String) -> [String] {
    [clockChange, count] + aboveEntries
  }

  /// A medicine on the board.
  struct Medicine {
    /// Its name, when it was last written, by whom and how long ago.
    let cell: Board.Cell
    /// Its name and its time with its age alone.
    let short: Board.Cell
    /// What the label says; empty if it says no time between doses.
    let label: String
  }
}
