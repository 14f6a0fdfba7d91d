internal import Text

/// Matches the lines of nights against a query.
extension SearchQuery {
  /// True if nights of that date may hold anything.
  public func covers(_ night: CivilDate) -> Bool {
    first.map { $0 <= night } ?? true && last.map { night <= $0 } ?? true
  }

  /// Calls `body` with each line of a night that matches, newest entry first. `labels` are those of the family's own items.
  public func matches(in night: EntryLines, labels: OwnLabels = OwnLabels(), _ body: (EntryLine) -> Void) {
    guard covers(night.night), mayHold(night.encoded, labels) else { return }
    var found: [EntryLine] = []
    night.forEach { line in
      if matches(line, labels) { found.append(line) }
    }
    for line in found.reversed() { body(line) }
  }

  /// False if the bytes alone show that no line matches, as for most nights.
  private func mayHold(_ bytes: ArraySlice<UInt8>, _ labels: OwnLabels) -> Bool {
    func any(_ words: [[UInt8]]) -> Bool { words.isEmpty || words.contains { bytes.holds($0) } }
    return any(kinds) && any(symptoms) && (!labels.isEmpty || terms.allSatisfy { bytes.holds($0) })
  }

  private func matches(_ line: EntryLine, _ labels: OwnLabels) -> Bool {
    // The caregiver's own page is looked through only when it is asked for by name.
    if line.isCarers, !kinds.contains(where: { line.isOf(kind: $0) }) { return false }
    if !kinds.isEmpty, !kinds.contains(where: { line.isOf(kind: $0) }) { return false }
    if !symptoms.isEmpty, !line.isSymptom || !symptoms.contains(where: { line.isAbout($0) }) { return false }
    if wantsSymptom, !line.isSymptom { return false }
    // Whoever looks for a symptom looks for having had it, unless it is 0 that they ask for.
    if !symptoms.isEmpty || wantsSymptom, !line.isOccurrence, grades != 0...0 { return false }
    if let grades, !(line.grade.map { grades.contains($0) } ?? false) { return false }
    if !writers.isEmpty, !writers.contains(where: { line.isBy($0) }) { return false }
    return terms.allSatisfy { term in line.folded.holds(term) || labels.label(of: line)?.holds(term) == true }
  }

  /// The end of a long text, from two words before the first of the words looked for.
  /// - Parameters:
  ///   - text: the text.
  ///   - length: how many characters of it will be shown.
  /// - Returns: the whole text if it is short enough, or if what will be shown of it holds such a word or none stands in it.
  public func excerpt(of text: String, length: Int) -> String {
    guard text.count > length, !terms.isEmpty else { return text }
    let words = text.split(separator: " ")
    let heads = terms.map { Array($0.prefix { $0 != UInt8(ascii: " ") }) }
    let index = words.firstIndex { word in
      let folded = FoldedText.bytes(of: String(word))
      return heads.contains { folded[...].holds($0) }
    }
    guard let index, index > 2, words[...index].joined(separator: " ").count > length else { return text }
    return "… " + words[max(0, index - 2)...].joined(separator: " ")
  }
}

/// What the items of the family's own are called, as it is compared.
public struct OwnLabels: Sendable {
  private var folded: [String: ArraySlice<UInt8>] = [:]

  /// No items of one's own.
  public init() {}

  /// Those of a family's catalogue.
  public init(_ catalogue: Catalogue) {
    let known = Set(Catalogue.standard.items.map(\.id))
    let own = catalogue.items.filter { !known.contains($0.id) }.map { ($0.id, $0.label) }
    for (id, label) in own + catalogue.formerLabels.map({ ($0.key, $0.value) }) {
      folded[id] = FoldedText.bytes(of: label)[...]
    }
  }

  /// True if there are none.
  var isEmpty: Bool { folded.isEmpty }

  /// What the item of a line is called; nil if it is none of one's own.
  func label(of line: EntryLine) -> ArraySlice<UInt8>? { folded.isEmpty ? nil : folded[line.thing] }
}

extension ArraySlice<UInt8> {
  /// True if the bytes of a term stand in it.
  fileprivate func holds(_ term: [UInt8]) -> Bool {
    withUnsafeBufferPointer { text in
      term.withUnsafeBufferPointer { term in
        guard let first = term.first, text.count >= term.count else { return false }
        for start in 0...text.count - term.count where text[start] == first {
          var length = 1
          while length < term.count, text[start + length] == term[length] { length += 1 }
          if length == term.count { return true }
        }
        return false
      }
    }
  }
}
