import CellUI
import TestSupport
import Testing

/// Contrast and light, by the formulas of WCAG 2 on the usual 256 colours.
@Suite struct `The night theme` {
  private func contrast(_ paint: Theme.Paint) -> Double {
    let values = [paint.foreground, paint.background].compactMap { $0 }.map(Palette.luminance).sorted()
    return values.count == 2 ? (values[1] + 0.05) / (values[0] + 0.05) : 0
  }

  @Test func `text reads at 7 to 1, everything at 3 to 1 at least, and no blue is lit`() {
    let least: [Role: Double] = [.text: 7, .strong: 7, .focus: 7, .notice: 7, .secondary: 4.5, .rule: 3]
    for (role, ratio) in least {
      let paint = Theme.amber.paint(role, .full)
      #expect(contrast(paint) >= ratio, "\(role): \(contrast(paint))")
      for color in [paint.foreground, paint.background].compactMap({ $0 }) {
        #expect((color - 16) % 6 == 0, "\(role) has blue")
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
