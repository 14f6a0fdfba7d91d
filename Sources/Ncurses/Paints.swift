internal import CNcurses
internal import CellUI

/// How each role is painted on this terminal: a theme's colours, as far as the terminal has them.
struct Paints {
  /// What ncurses is told for one role.
  struct Look {
    /// The number of the pair of colours, 0 for the terminal's own.
    var pair: Int16 = 0
    var isBold = false
    var isReversed = false
  }

  private var looks: [Role: Look] = [:]

  /// Makes all pairs at once, after ncurses has started. `isConsole` is true on the Linux console, whose own eight
  /// colours differ from those of windows.
  init(theme: Theme, wantsColor: Bool, isConsole: Bool) {
    // Once colours are begun with, whatever ends in plain text says that it has the terminal's own.
    let colors = wantsColor && theme.hasColors ? Int(cn_start_colors()) : 0
    let depth = Self.depth(colors: colors, isConsole: isConsole)
    for (number, role) in Role.allCases.enumerated() {
      var paint = theme.paint(role, depth)
      var pair: Int16 = 0
      if paint.foreground != nil || paint.background != nil {
        pair = Int16(number + 1)
        let foreground = Self.color(paint.foreground, colors: colors)
        let background = Self.color(paint.background, colors: colors)
        if !cn_set_pair(pair, foreground, background) {
          pair = 0
          paint = theme.paint(role, .none)
        }
      }
      looks[role] = Look(pair: pair, isBold: paint.isBold, isReversed: paint.isReversed)
    }
    // The whole window, or a terminal with a white ground would light the room; and its own again after another theme.
    cn_set_ground(self[.text].pair)
  }

  /// True where the terminal's own ground shows.
  var leavesGround: Bool { self[.text].pair == 0 }

  /// How a role is painted.
  subscript(role: Role) -> Look { looks[role] ?? Look() }

  /// What to expect of a terminal with so many colours. Only with 256, or RGB, is index 172 surely amber.
  nonisolated static func depth(colors: Int, isConsole: Bool) -> Theme.Depth {
    switch colors {
    case 256...: .full
    case 8...: isConsole ? .console : .eight
    default: .none
    }
  }

  /// What a terminal with so many colours calls an index of the usual palette; -1 is its own.
  nonisolated static func color(_ index: Int?, colors: Int) -> Int32 {
    guard let index else { return -1 }
    return Int32(colors > 256 ? rgb(index) : index)
  }

  /// The usual palette's colour as 0xRRGGBB, for terminals whose colours have no indexes.
  nonisolated static func rgb(_ index: Int) -> Int {
    let red: Int
    let green: Int
    let blue: Int
    switch index {
    case 16...231:
      func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
      (red, green, blue) = (level((index - 16) / 36), level((index - 16) / 6 % 6), level((index - 16) % 6))
    case 232...255:
      (red, green, blue) = (8 + 10 * (index - 232), 8 + 10 * (index - 232), 8 + 10 * (index - 232))
    default:
      // Below 8 such terminals still mean the palette; 8 to 15 exist only there.
      return index & 7
    }
    let value = red << 16 | green << 8 | blue
    // Black itself would be index 0, which a theme may have made any colour.
    return value < 8 ? 0x01_0000 : value
  }
}
