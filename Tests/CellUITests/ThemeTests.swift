import CellUI
import TestSupport
import Testing

/// Contrast and light, by the formulas of WCAG 2 on the usual 256 colours.
@Suite struct `The night theme` {
  private func contrast(_ paint: Theme.Paint) -> Double {
    let values = [paint.foreground, paint.background].compactMap { $0 }.map(Palette.luminance).sorted()
    return values.count == 2 ? (values[1] + 0.05) / (values[0] + 0.05) : 0
  }

  private static let least: [Role: Double] = [.text: 7, .strong: 7, .focus: 7, .notice: 7, .secondary: 4.5, .rule: 3]

  @Test func `text reads at 7 to 1, everything at 3 to 1 at least, and no blue is lit`() {
    for (role, ratio) in Self.least {
      let paint = Theme.amber.paint(role, .full)
      #expect(contrast(paint) >= ratio, "\(role): \(contrast(paint))")
      for color in [paint.foreground, paint.background].compactMap({ $0 }) {
        #expect((color - 16) % 6 == 0, "\(role) has blue")
      }
    }
  }

  @Test func `red and the themes of eight colours read at the same contrasts`() {
    for (theme, depth, name) in [
      (Theme.red, .full, "red"), (.amber, .eight, "amber, eight"), (.red, .eight, "red, eight"),
      (.amber, .console, "amber, console"), (.red, .console, "red, console"),
    ] as [(Theme, Theme.Depth, String)] {
      for (role, ratio) in Self.least where !(role == .notice && depth != .full) {
        let paint = theme.paint(role, depth)
        let contrast = Palette.contrast(
          Palette.luminance(paint.foreground ?? 0, depth, isBold: paint.isBold),
          Palette.luminance(paint.background ?? 0, depth))
        #expect(contrast >= ratio, "\(name) \(role): \(contrast)")
      }
    }
  }

  @Test func `without colours focus and notices still differ from text`() {
    let plain = Theme.amber.paint(.text, .none)
    for role in [Role.focus, .notice] { #expect(Theme.amber.paint(role, .none) != plain) }
    #expect(Theme.amber.paint(.focus, .none) != Theme.amber.paint(.notice, .none))
  }

  @Test func `the ground is black, whatever the terminal's own is`() {
    for depth in [Theme.Depth.full, .eight, .console] {
      for role in Role.allCases where role != .focus {
        #expect([16, 0].contains(Theme.amber.paint(role, depth).background))
      }
    }
  }
}
