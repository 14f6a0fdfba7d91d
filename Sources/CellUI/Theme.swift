/// How each role looks, for terminals of many, few and no colours.
///
/// Amber on black (the figures are contrast ratios on black by the WCAG 2 formula): hues that spare the dark-adapted eye
/// and still read at 7 : 1. Focus is told by shape and place as well, so that no screen needs colour.
public struct Theme: Hashable, Sendable {
  /// How one role is painted. Colours are indexes of the terminal's palette; nil leaves the terminal's own.
  public struct Paint: Hashable, Sendable {
    /// The colour of the letters.
    public var foreground: Int?
    /// The colour behind them.
    public var background: Int?
    /// Bold.
    public var isBold = false
    /// Letters and ground swapped, where there are no colours.
    public var isReversed = false

    /// A paint by its parts.
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

  /// Amber on black: text 172 (7.4), strong 214 (11.4), secondary 166 (5.5), rules 94 (3.7), notice 208 (8.7).
  ///
  /// With eight colours yellow stands for amber (12.3 in xterm's palette). The Linux console shows that as brown (4.0),
  /// so there text is its grey (9.0), and only notices have a colour: bright red (6.7).
  public static let amber = Theme(paints: [
    .text: [.full: Paint(172, on: 16), .eight: Paint(3, on: 0), .console: Paint(7, on: 0)],
    .strong: [
      .full: Paint(214, on: 16, isBold: true), .eight: Paint(3, on: 0, isBold: true),
      .console: Paint(7, on: 0, isBold: true), .none: Paint(isBold: true),
    ],
    .secondary: [.full: Paint(166, on: 16), .eight: Paint(3, on: 0), .console: Paint(7, on: 0)],
    .rule: [.full: Paint(94, on: 16), .eight: Paint(3, on: 0), .console: Paint(7, on: 0)],
    .focus: [
      .full: Paint(16, on: 172), .eight: Paint(0, on: 3), .console: Paint(0, on: 7), .none: Paint(isReversed: true),
    ],
    .notice: [
      .full: Paint(208, on: 16, isBold: true), .eight: Paint(1, on: 0, isBold: true),
      .console: Paint(1, on: 0, isBold: true), .none: Paint(isBold: true, isReversed: true),
    ],
  ])
}
