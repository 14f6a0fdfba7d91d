/// How each role looks, for terminals of many, few and no colours.
///
/// Amber on black (the figures are contrast ratios on black by the WCAG 2 formula): hues that spare the dark-adapted eye
/// and still read at 7 : 1. Focus is told by shape and place as well, so that no screen needs colour.
public struct Theme: Hashable, Sendable {
  /// How one role is painted. Colours are indexes of the terminal's palette; nil leaves the terminal's own.
  public struct Paint: Hashable, Sendable {
    /// The colour of the letters, 0...255; nil for the terminal's own.
    public var foreground: Int?
    /// The colour behind them, likewise.
    public var background: Int?
    /// Bold.
    public var isBold = false
    /// Letters and ground swapped, where there are no colours.
    public var isReversed = false

    /// The terminal as it is, unless told otherwise.
    public init(_ foreground: Int? = nil, on background: Int? = nil, isBold: Bool = false, isReversed: Bool = false) {
      self.foreground = foreground
      self.background = background
      self.isBold = isBold
      self.isReversed = isReversed
    }
  }

  /// How many colours a terminal can show.
  public enum Depth: Sendable {
    /// None, or none wanted.
    case none
    /// Eight, by position: 0 black to 7 white, as terminals in windows paint them.
    case eight
    /// The eight of the Linux console, whose yellow is a brown too dark to read.
    case console
    /// The 256 of the usual palette.
    case full
  }

  let paints: [Role: [Depth: Paint]]

  /// How a role is painted.
  public func paint(_ role: Role, _ depth: Depth) -> Paint {
    paints[role]?[depth] ?? Paint()
  }

  /// False for a theme that leaves the terminal its own colours.
  public var hasColors: Bool {
    paints.values.contains { $0.values.contains { $0.foreground != nil || $0.background != nil } }
  }

  /// Amber on black: text 172 (7.4), strong 214 (11.4), secondary 166 (5.5), rules 94 (3.7), notice 208 (8.7).
  ///
  /// With eight colours yellow stands for amber (12.3 in xterm's palette), and red (3.6) for rules. The Linux console shows
  /// that yellow as brown (4.0): it is for rules there, text is its grey (9.0), bold letters would be white and are for
  /// nothing but notices, in bright red (6.7).
  public static let amber = Theme(paints: [
    .text: [.full: Paint(172, on: 16), .eight: Paint(3, on: 0), .console: Paint(7, on: 0)],
    .strong: [
      .full: Paint(214, on: 16, isBold: true), .eight: Paint(3, on: 0, isBold: true),
      .console: Paint(7, on: 0), .none: Paint(isBold: true),
    ],
    .secondary: [.full: Paint(166, on: 16), .eight: Paint(3, on: 0), .console: Paint(7, on: 0)],
    .rule: [.full: Paint(94, on: 16), .eight: Paint(1, on: 0), .console: Paint(3, on: 0)],
    .focus: [
      .full: Paint(16, on: 172), .eight: Paint(0, on: 3), .console: Paint(0, on: 7), .none: Paint(isReversed: true),
    ],
    .notice: [
      .full: Paint(208, on: 16, isBold: true), .eight: Paint(1, on: 0, isBold: true),
      .console: Paint(1, on: 0, isBold: true), .none: Paint(isBold: true, isReversed: true),
    ],
  ])

  /// Orange on black, as red as reads at 7 : 1: text 172 (7.4), strong 208 (8.7), secondary 166 (5.5), rules 94 (3.7). The
  /// red ones of the 256 read worse (202: 6.9), and 208 for text would give a fifth more light. With eight colours it is
  /// amber: their red is too dark to read.
  public static let red = Theme(
    paints: amber.paints.merging([
      .strong: full(.strong, Paint(208, on: 16, isBold: true)),
      .notice: full(.notice, Paint(214, on: 16, isBold: true)),
    ]) { $1 })

  /// Black on white, for daylight: text and strong 16 (21), secondary 239 (8.0), rules 243 (4.6), notice 124 (8.2).
  public static let day = Theme(
    paints: day(
      text: Paint(16, on: 231), strong: Paint(16, on: 231, isBold: true), secondary: Paint(239, on: 231),
      rule: Paint(243, on: 231), focus: Paint(231, on: 16), notice: Paint(124, on: 231, isBold: true)))

  /// The terminal's own colours, with bold and reverse.
  public static let mono = Theme(
    paints: amber.paints.mapValues { paints in
      let plain = paints[.none] ?? Paint()
      return [.none: plain, .eight: plain, .console: plain, .full: plain]
    })

  /// A theme by its name in the plan; amber for any other.
  public static func named(_ name: String?) -> Theme {
    switch name {
    case "red": red
    case "day": day
    case "mono": mono
    default: amber
    }
  }

  private static func full(_ role: Role, _ paint: Paint) -> [Depth: Paint] {
    (amber.paints[role] ?? [:]).merging([.full: paint]) { $1 }
  }

  private static func day(
    text: Paint, strong: Paint, secondary: Paint, rule: Paint, focus: Paint, notice: Paint
  ) -> [Role: [Depth: Paint]] {
    let few = Paint(0, on: 7)
    func all(_ role: Role, _ paint: Paint, _ few: Paint) -> [Depth: Paint] {
      [.none: amber.paint(role, .none), .eight: few, .console: few, .full: paint]
    }
    return [
      .text: all(.text, text, few), .strong: all(.strong, strong, Paint(0, on: 7, isBold: true)),
      .secondary: all(.secondary, secondary, few), .rule: all(.rule, rule, few),
      .focus: all(.focus, focus, Paint(7, on: 0)), .notice: all(.notice, notice, Paint(1, on: 7, isBold: true)),
    ]
  }
}
