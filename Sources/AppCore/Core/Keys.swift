public import CellUI
internal import NightModel

/// What a key can ask for.
public enum Command: Hashable, Sendable {
  /// Moves the focus to the item before.
  case up
  /// Moves the focus to the item after.
  case down
  /// Moves the focus to what comes before on the page; from its first line, to the way back.
  case previous
  /// Moves the focus to what comes next on the page: its lines, the ways out, then its first line again.
  case next
  /// Moves the focus to the column before.
  case columnBefore
  /// Moves the focus to the column after.
  case columnAfter
  /// Moves the focus, or what was written, a page up.
  case pageUp
  /// Moves the focus, or what was written, a page down.
  case pageDown
  /// Moves the focus to the first item.
  case first
  /// Moves the focus to the last item.
  case last
  /// Chooses the item with the focus.
  case choose
  /// Opens the details of the item with the focus.
  case details
  /// Goes back.
  case back
  /// Shows what the keys do.
  case help
  /// Takes back the last action.
  case undo
  /// Brings back what undo took.
  case redo
  /// Shows the emergency card.
  case card
  /// Asks whether to leave.
  case leave
  /// Stops the program until the shell lets it go on.
  case suspend
  /// Writes something down.
  case log(Log)
  /// Asks which medicine it was.
  case medicine
  /// Writes a note on the entry written last.
  case note
  /// Begins a line in which anything can be written, as paper notes are.
  case line
  /// Begins to look for words in all nights.
  case search
  /// Moves the entry written last five minutes back.
  case earlier
  /// Moves the entry written last five minutes on.
  case later
  /// Is done with the text typed.
  case finish
  /// Moves within the text typed, or takes something out of it.
  case edit
}

/// The key tables. Keys, hint row, help and the README come from here.
public enum Keys {
  /// Keys that mean the same on every screen.
  public static let everywhere = Keymap<Command>(
    "On every screen",
    [
      .init("Up", .up, "to the line before"),
      .init("Down", .down, "to the line after; turns the page"),
      .init("Tab", .next, hint: "move", "on along the page: its lines, then the ways out"),
      .init("Shift-Tab", .previous, "the same backwards; from the first line to Back"),
      .init("Enter Space", .choose, hint: "choose", "choose the line"),
      .init("Right", .details, hint: "more", "what more there is about the line; never writes"),
      .init("0 Esc Left Backspace", .back, hint: "back", "back; from Tonight it asks whether to leave"),
      .init("PageUp", .pageUp, "a page up; on Tonight, newer entries"),
      .init("PageDown", .pageDown, "a page down; on Tonight, older entries"),
      .init("Home", .first, "to the first line"),
      .init("End", .last, "to the last line; in past nights the oldest"),
      .init("u", .undo, hint: "undo", "undo: takes back the last thing done, without end"),
      .init("y", .redo, "redo: brings back what undo took"),
      .init("e F2", .card, hint: "card", "emergency card"),
      .init("? F1", .help, hint: "help", "what the keys do"),
      .init("Ctrl-C", .leave, "leave Nightstand (asks first)"),
      .init("Ctrl-Z", .suspend, "stop Nightstand until the shell's 'fg'"),
    ])

  /// Keys of Tonight: one key, one entry, with the time of the key press.
  public static let tonight = Keymap<Command>(
    "On Tonight",
    [
      .init("t", .log(.event(.turn)), "turned; then l, r or b for the side"),
      .init("l", .log(.turn("left")), "turned left"),
      .init("r", .log(.turn("right")), "turned right"),
      .init("b", .log(.turn("back")), "turned on the back"),
      .init("k", .log(.event(.letSleep)), "let sleep: a turn left out on purpose"),
      .init("a", .log(.event(.adjust)), "adjusted: blanket, arm, itch, pillow; no turn"),
      .init("w", .log(.event(.woke)), "awake"),
      .init("z", .log(.event(.asleep)), "looks asleep (again)"),
      .init("s", .log(.event(.suction)), "suction; then what came"),
      .init("c", .log(.event(.coughAssist)), "cough assist"),
      .init("m", .log(.event(.maskOn)), "mask on"),
      .init("o", .log(.event(.maskOff)), "mask off"),
      .init("f", .log(.event(.maskFix)), "mask fixed; then how"),
      .init("h", .log(.symptom("hard-to-breathe")), "hard to breathe; then how bad"),
      .init("g", .log(.symptom("cramp")), "cramp; then how bad"),
      .init("j", .log(.symptom("stiff-limb")), "stiff or jerking limb; then how bad"),
      .init("p", .log(.symptom("pain")), "pain; then how bad"),
      .init("x", .medicine, "medicine; asks which"),
      .init("d", .log(.event(.drink)), "drink"),
      .init("v", .log(.event(.toilet)), "toilet"),
      .init("n", .note, "note on your last entry"),
      .init("Left", .columnBefore, "to the column before; nothing at the edge"),
      .init("Right", .columnAfter, "to the column after; nothing at the edge"),
      .init(",", .line, "one line for anything: 0155 hard to breathe 7"),
      .init("/", .search, "look for words in all nights"),
      .init("-", .earlier, "your last entry 5 minutes earlier"),
      .init("= +", .later, "your last entry 5 minutes later"),
    ])

  /// Keys while a text is typed; every other key types or moves within it.
  public static let typing = Keymap<Command>(
    "While typing",
    [
      .init("Enter", .finish, hint: "save", "save what was typed"),
      .init("Tab Down", .down, hint: "leave the field", "out of the field, to what can be done with it"),
      .init("Shift-Tab Up", .up, "out of the field, to Back; Up and Down move by rows first"),
      .init("Home Ctrl-A", .edit, "to the beginning of the text"),
      .init("End Ctrl-E", .edit, "to the end of the text"),
      .init("Left Right", .edit, "a character back or on"),
      .init("Backspace Delete", .edit, "takes out the character before or behind the cursor"),
      .init("Ctrl-W", .edit, "takes out the word before the cursor"),
      .init("Ctrl-U Ctrl-K", .edit, "takes out all before, or all behind, the cursor"),
      .init("Esc", .back, hint: "back", "back; what was typed is kept for when you return"),
      .init("F2", .card, "emergency card"),
      .init("F1", .help, "what the keys do"),
      .init("Ctrl-C", .leave, "leave Nightstand (asks first)"),
      .init("Ctrl-Z", .suspend, "stop Nightstand until the shell's 'fg'"),
    ])
}
