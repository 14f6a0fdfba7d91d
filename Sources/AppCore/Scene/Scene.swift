public import CellUI
public import NightModel
internal import Text

/// One screen, described once. The full screen, line mode, the help, the digits and the account of the focus that tests
/// read are all made from it, so what can be done in one can be done in all.
public struct Scene {
  /// What the screen is called by the program, such as `tonight`; never shown.
  public var name: String
  /// What the screen is called by people.
  public var title: String
  /// The title where there is little room.
  public var shortTitle: String?
  /// What stands, to be read and not chosen.
  public var facts: [Fact] = []
  /// A line of time or a chart, between what stands and what can be chosen; nil on most screens.
  public var figure: Figure?
  /// True if it stands above what stands.
  var figureFirst = false
  /// What stands beside the list; nil for nothing.
  var beside: Beside?
  /// How many columns are kept for that, also while there is nothing, so that no line moves.
  var besideColumns = 0
  /// What can be chosen; on every screen there is at least a way back, unless it takes every key.
  public var list = SceneList([.back])
  /// Letters of the screen's own, and what they do.
  public var shortcuts: [Shortcut] = []
  /// The table of keys that this screen has besides those of every screen; nil for most.
  var keys: Keymap<Command>?
  /// What a letter begins to type, on a screen that asks for nothing but a text.
  var answersByTyping: FieldKey?
  /// What Tonight shows besides its list, drawn by a layout of its own; nil on every other screen.
  var tonight: TonightScene?
  /// True if the title is a time to be read from across the room, and what else there is stands below it in a few lines.
  public var isLarge = false
  /// True if the facts are a text to be read: they get most of the room, and page keys scroll them.
  public var isReading = false
  /// How many rows the facts keep, so that the list stands still when a few come and go.
  public var factRows = 0
  /// A line of text being typed; nil on most screens.
  public var field: Field?
  /// True where a line is asked about that was typed before: in line mode what is no answer is the next such line.
  var isAboutTypedLine = false
  /// What an empty line does in line mode, where it does not go back.
  var lineHint: String?
  /// A sentence below the list; empty for none.
  var foot = ""
  /// What was written, newest first, below the list.
  public var log = Lines([])
  /// Where `log`, or the facts where there is none, are to be read.
  public var reading = ReadingPosition()
  /// The id of the item with the focus; nil for the first.
  public var focus: String?
  /// The first item that showed when the last key was pressed; nil for none.
  var top: Int?
  /// What stands above every screen.
  public var head = Head()
  /// What was done last, in words.
  public var status = ""
  /// What is said of a press that was not counted; empty for nothing.
  public var heldBack = ""
  /// What could not be saved, or what is wrong with the record; nil if all is well.
  public var notice: String?
  /// What choosing a line does there, for the bottom row; nil for the usual word.
  var choosing: String?
  /// True where lines have pages that Right opens, which the bottom row says.
  var hasDetails = false
  /// The keys worth a place in the bottom row, in their order.
  var hints: [Hint] = []
  /// Where else one can go from here, below the list.
  var ways: [SceneItem] = []
  /// The id of the way out that has the focus, below the list or in the bottom row; nil while a line of the list has it.
  public var way: String?
  /// True where a click chooses what it is on: where that was drawn is kept, and it is two rows high as far as there is room,
  /// for a pointer that is hard to hold still.
  var takesClicks = false
  /// How many of the first lines of its list are stations of their own for who scans, however many lines there are.
  var direct = 0
  /// What scanning lights besides what has the focus; nil where nobody scans.
  var light: Light?
  /// True where a screen reader or a braille line follows the cursor.
  var isRead = false
  /// True where digits stay beside the first lines of a page: going on with the focus, they would change in many rows.
  var hasFixedDigits = false
  /// Where what was just said stands, and the cursor for one key; nil while the cursor is on what has the focus.
  var said: Said?
  /// True where letters that write on Tonight are said to write nothing, instead of going to a line that begins with them.
  var refusesLogging = false

  /// Where something is said that the cursor goes to for one key.
  enum Said: Hashable, Sendable {
    /// What was done last.
    case status
    /// What could not be saved.
    case notice
    /// What is asked on Tonight.
    case question
  }

  /// What stands above every screen: whose night it is, who writes, and what the clock shows.
  public struct Head: Hashable, Sendable {
    /// The name of the person with ALS; empty if it is not known.
    public var person = ""
    /// Initials of who writes; empty if they are not known.
    public var writer = ""
    /// Since when they are on; empty if that is not written.
    public var since = ""
    /// The time of day.
    public var clock = ""
  }

  /// A key that is worth a place in the bottom row.
  struct Hint: Hashable, Sendable {
    /// What the key is called.
    var key: String
    /// What it does.
    var words: String
    /// Where not all have room the ones of the highest rank go first, of those the last.
    var rank: Int
    /// The same to be walked to and chosen; nil for what a line does anyway.
    var way: SceneItem?
  }

  /// Where the focus is in the list. If what had it is gone, on a list that acts it is on the way back: nothing is chosen
  /// because something else moved up.
  public var focusIndex: Int {
    guard let focus else { return list.start ?? 0 }
    if let index = list.index(of: focus) { return index }
    // On the way back below the list its first page shows.
    if focus == SceneItem.back.id, list.numbering == .inOrder { return list.start ?? 0 }
    return list.numbering == .own ? 0 : list.whereGone ?? max(0, list.count - 1)
  }

  /// Lines that are made only when they are shown.
  public struct Lines {
    /// How many there are.
    public let count: Int
    private let make: (Int) -> Line

    /// Lines that are there.
    init(_ lines: [String]) {
      count = lines.count
      make = { Line(words: lines[$0]) }
    }

    /// Lines made when asked for.
    init(count: Int, line: @escaping (Int) -> Line) {
      self.count = count
      make = line
    }

    /// Some of the lines, as far as there are any.
    public func lines(_ range: Range<Int>) -> [Line] {
      range.clamped(to: 0..<count).map(make)
    }
  }

  /// A line of what was written.
  public struct Line: Hashable, Sendable {
    /// When; empty for a line that is a text of its own.
    var time = ""
    /// What.
    var words: String
    /// The same in fewer words, longest first, for where there is less room.
    var shorter: [String] = []
    /// What happened to it since, such as `(edited 07:12 by MK)`: it is seen however long the words are.
    var marks = ""
    /// The same where there is less room, such as `(edited)`.
    var shortMarks = ""
    /// Initials of who wrote it; empty if nobody said.
    var by = ""

    /// All of it, where its parts have no columns of their own.
    public var text: String { lead + words + tail(marks) }

    private var lead: String { time.isEmpty ? "" : "\(time)  " }
    private func tail(_ marks: String) -> String { (marks.isEmpty ? "" : " \(marks)") + (by.isEmpty ? "" : " · \(by)") }

    /// All of it in some columns; where they are too few its words are cut before what stands behind them.
    func text(columns: Int) -> String {
      let tails = marks.isEmpty ? [tail("")] : [tail(marks), tail(shortMarks), " \(shortMarks)"]
      return lead + fit([words], columns - TextWidth.columns(of: lead), before: tails)
    }

    /// Its words, and what happened to it since, as they fit into some columns: the fullest that do, else the shortest, cut.
    func words(columns: Int) -> String {
      fit([words] + shorter, columns, before: marks.isEmpty ? [""] : [" \(marks)", " \(shortMarks)"])
    }

    /// The first of some words that fit before what stands behind them, else the last, cut. `tails` is that, the fullest
    /// first: the fullest that leaves words enough to say something.
    private func fit(_ words: [String], _ columns: Int, before tails: [String]) -> String {
      func room(_ tail: String) -> Int { columns - TextWidth.columns(of: tail) }
      for word in words {
        if TextWidth.columns(of: word) <= room(tails[0]) { return word + tails[0] }
      }
      let shortest = words.last ?? ""
      guard let tail = tails.first(where: { room($0) >= min(TextWidth.columns(of: shortest), Self.leastWords) }) else {
        return TextWidth.fit(shortest, columns: columns)
      }
      return TextWidth.fit(shortest, columns: room(tail)) + tail
    }

    /// So few columns of words say nothing: there what stands behind them is told shorter.
    private static let leastWords = 12
  }

  /// A letter that does something on one screen.
  public struct Shortcut: Hashable, Sendable {
    /// The letter, a small one.
    public let letter: Character
    /// What it does, in words.
    public let words: String
    /// What it does.
    public let intent: Intent

    init(letter: Character, words: String, _ act: Act) {
      (self.letter, self.words, intent) = (letter, words, .act(act))
    }

    init(letter: Character, words: String, _ intent: Intent) {
      (self.letter, self.words, self.intent) = (letter, words, intent)
    }
  }

  /// A line of text being typed.
  public struct Field: Hashable, Sendable {
    /// What is asked for.
    public var label: String
    /// What has been typed.
    public var text: TextField
    /// True while keys go into it.
    public var isTyping: Bool
    /// What may be typed and an example of it, below the text.
    public var help = ""

    /// How many columns its text has on a screen of so many.
    static func columns(on columns: Int) -> Int { max(1, min(columns - 6, Widths.sentence)) }
  }

  init(_ name: String, _ title: String) {
    self.name = name
    self.title = title.forDisplay
  }
}

/// What stands of an item in a table whose rows go on below where one is too short.
struct TableRow: Hashable, Sendable {
  /// Its name, cut to its column.
  var label: String
  /// What stands beside it.
  var state: String
  /// What goes on of its name in a second row; empty where all fits in one.
  var moreLabel = ""
  /// What goes on beside it there.
  var moreState = ""

  /// True if it needs a second row.
  var isTwo: Bool { !moreLabel.isEmpty || !moreState.isEmpty }
}

/// One thing that can be chosen.
public struct SceneItem: Hashable, Sendable {
  /// Its name within the screen, for focus and tests.
  public var id: String
  /// What it is called, at most 34 columns where space is needed.
  public var label: String
  /// How it stands, in words.
  public var state = ""
  /// The same as a mark before the label, in lists that have marks; line mode has the words.
  public var mark: StateMark?
  /// The same in columns of a table, in two rows where it needs them; line mode has the words.
  var row: TableRow?
  /// The same drawn, in lists that have drawings; line mode has the words.
  public var sketch: Sparkline?
  /// One line more about it, shown while it has the focus.
  public var detail = ""
  /// The heading it stands under; shown above the first item of several that share it.
  public var heading: String?
  /// The digit that picks it, on screens that number their own items.
  public var digit: Int?
  /// The letter that picks it, if it has one of its own.
  public var letter: Character?
  /// The letters that do the same from anywhere on Tonight, drawn beside it or in the place of its digit.
  var keys = ""
  /// What choosing it does.
  public var intent: Intent
  /// What Right does: the other answers, the details; nil for the same as choosing it.
  public var details: Intent?

  /// A thing to choose.
  init(
    _ id: String, _ label: String, state: String = "", detail: String = "", heading: String? = nil, digit: Int? = nil,
    letter: Character? = nil, details: Act? = nil, _ intent: Intent
  ) {
    self.id = id
    self.label = label.forDisplay
    self.state = state.forDisplay
    self.detail = detail.forDisplay
    self.heading = heading
    self.digit = digit
    self.letter = letter
    self.details = details.map(Intent.act)
    self.intent = intent
  }

  /// A thing to choose that does what can be asked for anywhere.
  init(
    _ id: String, _ label: String, state: String = "", detail: String = "", heading: String? = nil, digit: Int? = nil,
    letter: Character? = nil, details: Act? = nil, _ act: Act
  ) {
    self.init(
      id, label, state: state, detail: detail, heading: heading, digit: digit, letter: letter, details: details,
      .act(act))
  }

  /// The item that leaves the screen.
  static let back = SceneItem("back", "Back", digit: 0, .back)

  /// The name of the item that begins to type, on a page of proposals.
  static let typedID = "typed"

  /// The item that reads on, on a screen that always has it; where not all fits the layout adds it to any.
  static let readOn = SceneItem("read-on", "Read on", .readOn)
}
