import CellUI

/// The usual colours, and how much light they give.
package enum Palette {
  /// The relative luminance of a colour by its index in what a terminal of some depth shows: the 256 usual ones, the eight of
  /// xterm, or those of the Linux console, where bold letters are bright ones.
  package static func luminance(_ index: Int, _ depth: Theme.Depth, isBold: Bool = false) -> Double {
    func color(low: Int, high: Int) -> Double {
      luminance(red: index & 1 > 0 ? high : low, green: index & 2 > 0 ? high : low, blue: index & 4 > 0 ? high : low)
    }
    switch depth {
    case .none, .full: return luminance(index)
    case .eight:
      if index == 7 { return luminance(red: 0xE5, green: 0xE5, blue: 0xE5) }
      return index == 4 ? luminance(red: 0, green: 0, blue: 0xEE) : color(low: 0, high: 0xCD)
    case .console:
      if isBold { return color(low: 0x55, high: 0xFF) }
      return index == 3 ? luminance(red: 0xAA, green: 0x55, blue: 0) : color(low: 0, high: 0xAA)
    }
  }

  /// The contrast of two luminances, 1 to 21.
  package static func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// The relative luminance of a colour, 0 black to 1 white, by the formula of WCAG 2.
  package static func luminance(_ index: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let rgb: [Int] =
      switch index {
      case 16...231: [steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6]]
      default: Array(repeating: 8 + 10 * (index - 232), count: 3)
      }
    return luminance(red: rgb[0], green: rgb[1], blue: rgb[2])
  }

  private static func luminance(red: Int, green: Int, blue: Int) -> Double {
    let linear = [red, green, blue].map { value in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// To the power of 2.4, without a library: the fifth root of the twelfth power.
  private static func power(_ base: Double) -> Double {
    let target = (0..<12).reduce(1.0) { product, _ in product * base }
    var root = base
    for _ in 0..<60 { root -= (root * root * root * root * root - target) / (5 * root * root * root * root) }
    return root
  }
}
