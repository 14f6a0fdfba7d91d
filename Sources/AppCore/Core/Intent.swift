public import CellUI
public import NightModel

/// What a person wants: it hangs on an item, a key or a typed line.
public enum Intent: Hashable, Sendable {
  /// Something that can be asked for anywhere.
  case act(Act)
  /// Something that belongs to one feature. It goes to the level on top and nowhere else.
  case feature(FeatureIntent)
}

/// What anybody may ask for, whatever is shown.
public indirect enum Act: Hashable, Sendable {
  // Going about.

  /// Opens a feature.
  case open(Route)
  /// Opens a feature, with the focus on one of the items of its first page.
  case find(Route, focus: String)
  /// Goes to a feature in place of the one shown, with the focus where it is.
  case turn(to: Route)
  /// Goes back one screen.
  case back
  /// Goes back to Tonight.
  case home
  /// Moves the focus to an item; nil moves it to the first.
  case focus(String?)
  /// Scrolls what is being read by what the screen shows of it; from its end, back to its top.
  case readOn
  /// Shows the hours in bed of a night's line of time, or all of it, for the rest of the session.
  case zoom
  /// Goes to one of the facts of what is read; nil for its beginning.
  case read(fromFact: Int?)
  /// Does what a key does, chosen from the help.
  case command(Command)
  /// Asks something of the scanning itself.
  case scan(ScanControl)
  /// Leaves the program.
  case leave

  /// Reads the rows of some nights, and then does what needs them.
  case after(rows: ClosedRange<CivilDate>, Intent)

  /// Several things, one after the other.
  case all([Act])

  // Typing.

  /// Takes a text away, with what was opened above it.
  case closeText(FieldKey)

  /// Begins to type a text.
  case type(FieldKey)
  /// Begins to type a text with this in its field, in place of what was begun.
  case typeAnew(FieldKey, String)
  /// Keeps a text as begun, to be gone on with later.
  case begin(FieldKey, String)
  /// Goes on typing.
  case resumeTyping
  /// Writes a step of a text by choosing.
  case spell(SpellingStep)
  /// Throws away what was typed, and goes on typing.
  case emptyText
  /// Is done with the text typed.
  case finishText
  /// Is done with the text typed, for this; the field waits for the next.
  case finishWith(Intent)

  // Writing.

  /// Makes a report, to be read or in a file.
  case report(ReportJob)
  /// Writes drafts durably, as one action.
  case save([Draft], Origin)

  /// Writes something down.
  case log(Log)
  /// Writes a note on the entry written last, or on the night.
  case note
  /// Answers a checklist item.
  case check(String, ItemState)
  /// Sets fields of an entry.
  case amend(EntryAddress, [NightModel.Field: FieldValue?])
  /// Takes an entry back.
  case retract(EntryAddress)
  /// Sets a setting of the plan; empty makes it blank.
  case set(Setting, String)
  /// Sets on whose word what is answered next is; nil for not said.
  case setSource(String?)
  /// Begins a new record where the one that was here is missing.
  case beginNew
  /// Takes the last action back.
  case undo
  /// Takes the last action back though somebody else did it: it was asked about.
  case undoAnyway
  /// Brings back what undo took.
  case redo
  /// Goes back to where the program stood, and takes back what was done to the record since.
  case goBackTo(HeldKeys.Before)
  /// Does what keys do, at the moments they were pressed.
  case press([TypedKey])
  /// Says something in the status line.
  case say(String)
  /// Takes a key for a switch of this machine; nil for the usual ones.
  case bind(SwitchPage.Switch, Key?)
  /// Says in the status line what an entry that was saved says.
  case tell(EntryAddress, tail: String)
  /// Lets a 0, if it is the very next key, make a ten of the 1 just given.
  case offerTen(EntryAddress)
}

extension Intent {
  /// True for what only goes to another screen, or to another page.
  var isOpening: Bool {
    switch self {
    case .act(.open), .act(.command(.help)): true
    case .act: false
    case .feature(let intent): intent.isOpening
    }
  }
}
