public import NightModel
internal import Text

/// The result of a search as plain text: a line for each entry, newest first, and how many there are.
public struct FoundText {
  private let catalogue: Catalogue
  private let clock: ClockStyle
  private var blocks: [TextBlock]
  private var count = 0
  private var nights = 0
  private var night: CivilDate?

  /// A result without entries.
  public init(catalogue: Catalogue, clock: ClockStyle, person: String?) {
    (self.catalogue, self.clock) = (catalogue, clock)
    blocks = person.map { [.heading($0)] } ?? []
  }

  /// True while no entry was added.
  public var isEmpty: Bool { count == 0 }

  /// Adds an entry: its day and time, what it says, whether it was edited, who wrote it, the end of its id.
  public mutating func add(_ line: EntryLine) {
    count += 1
    if night != line.night { (night, nights) = (line.night, nights + 1) }
    var marks: [String] = []
    if line.isCorrected { marks.append("edited") }
    if line.hasTwoVersions { marks.append("two versions") }
    let mark = marks.isEmpty ? "" : " (\(marks.joined(separator: "; ")))"
    let who = line.by.map { " · \($0)" } ?? ""
    blocks.append(
      .row("\(line.at.date)  \(clock.words(line.at))", "\(line.words(catalogue))\(mark)\(who) · \(line.id.short)"))
  }

  /// All lines. `isWhole` is false if part of the record could not be read, and so was not searched.
  public func text(isWhole: Bool = true) -> String {
    let found = "\(NightWords.entries(count)) in \(NightWords.nights(nights))"
    let foot =
      switch (count, isWhole) {
      case (0, true): "Nothing was found. Try fewer words, or part of one."
      case (0, false): "Part of the record could not be read; nothing was found in the rest."
      case (_, true): found
      case (_, false): "\(found); part of the record could not be read"
      }
    return PlainText(gap: "  ").text(blocks + [.paragraph(foot)])
  }
}
