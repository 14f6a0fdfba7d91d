/// The usual 256 colours, and how much light they give.
package enum Palette {
  /// The relative luminance of a colour, 0 black to 1 white, by the formula of WCAG 2.
  package static func luminance(_ index: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let rgb: [Int] =
      switch index {
      case 16...231: [steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6]]
      default: Array(repeating: 8 + 10 * (index - 232), count: 3)
      }
    let linear = rgb.map { value in
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
