internal import NightModel
internal import Text

/// Texts to be read, as the facts of a screen.
extension [TextBlock] {
  /// One fact for each block, a table's rows aside: they are told in sentences.
  var facts: [Fact] {
    flatMap { block -> [Fact] in
      switch block {
      case .heading(let text): [Fact(text, "")]
      case .paragraph(let text): [Fact("", text)]
      case .point: [Fact("-", block.line)]
      case .numbered(let number, let text): [Fact("\(number)", text)]
      case .row(let name, let text): [Fact(name, text)]
      case .table(let table): table.sentences.map { Fact("-", $0) }
      case .blank: [Fact("", "")]
      }
    }
  }
}
