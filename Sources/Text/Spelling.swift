/// Small changes to how a text is spelled.
extension String {
  /// With a small letter where it follows others; a word in capitals, such as `SE`, stays one.
  public var lowercasedFirst: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }

  /// With a capital letter at the start of a line.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// An id in words: `not-needed` is `not needed`.
  public var hyphensAsSpaces: String { split(separator: "-").joined(separator: " ") }
}

extension StringProtocol {
  /// The text without spaces at either end.
  @inlinable public func trimmingSpaces() -> String {
    // Without views of views: each of those types costs the first paint more than the texts themselves.
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start] == " " { start = index(after: start) }
    while start < end, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[start..<end])
  }
}
