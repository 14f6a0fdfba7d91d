@testable import NightModel

/// What is wrong with the catalogue's files, said so that whoever edits them finds the place.
extension Catalogue {
  /// Everything wrong with these files, each line naming the file and the key; empty if all is well.
  ///
  /// `pages` is the text of each guide page by its id; nil where the pages are checked elsewhere.
  static func problems(in files: Files, pages: [String: String]? = nil) -> [String] {
    do throws(CatalogueError) {
      return try Catalogue(files: files).problems() + SeedTopic.problems(in: files, pages: pages)
    } catch {
      return ["\(error.file): \(error.entry): cannot be read"]
    }
  }

  /// Everything wrong with this catalogue, each line naming the file and the key; empty if all is well.
  func problems() -> [String] {
    let rows = rows
    return Self.repeated(rows.filter { $0.id != nil }.map { ($0.file, $0.key) })
      + Self.repeated(sources.map { ("sources.json", $0.key) })
      + rows.flatMap { $0.problems(sources) }
      + itemProblems + eveningProblems + eventProblems + symptomProblems + menuProblems + sourceProblems + orderProblems
  }

  private static func repeated(_ keys: [(file: String, key: String)]) -> [String] {
    var first: [String: String] = [:]
    return keys.compactMap { file, key in
      guard let other = first[key] else {
        first[key] = file
        return nil
      }
      return "\(file): \(key): stands in \(other) already"
    }
  }

  /// Every entry of every file, seen as the same few things.
  private var rows: [CatalogueRow] {
    var rows: [CatalogueRow] = groups.map { CatalogueRow("checklists.json", $0.id, $0.label) }
    rows += items.map {
      CatalogueRow("checklists.json", $0.id, $0.label, [$0.what, $0.why], $0.sources, $0.certainty)
    }
    rows += symptoms.map { CatalogueRow("symptoms.json", $0.id, $0.label, [$0.what], $0.sources, $0.certainty) }
    rows += equipment.map { CatalogueRow("equipment.json", $0.id, $0.label, [$0.what]) }
    rows += steps.map { CatalogueRow("equipment.json", $0.id, $0.label, [$0.what]) }
    rows += (insurance + equipment.flatMap(\.insurer)).map { CatalogueRow("equipment.json", $0) }
    rows += (powerOut + powerBack).map { CatalogueRow("equipment.json", $0.statement) }
    rows += signs.map { CatalogueRow("signs.json", $0.id, $0.label, [$0.what], $0.sources, $0.certainty) }
    rows += (whileWaiting + tellResponders).map { CatalogueRow("signs.json", $0) }
    rows += contacts.map { CatalogueRow("contacts.json", $0.id, $0.label, [$0.what], $0.sources, $0.certainty) }
    rows += team.map { CatalogueRow("contacts.json", $0.id, $0.label, [$0.what], $0.sources, $0.certainty) }
    return rows
  }

  private var itemProblems: [String] {
    let known = Set(groups.map(\.id))
    var problems = items.filter { !known.contains($0.group) }.map {
      "checklists.json: \($0.id): no group \($0.group)"
    }
    problems += items.filter { $0.what == $0.why }.map { "checklists.json: \($0.id): what and why say the same" }
    problems += items.flatMap { unmet("checklists.json", $0.id, $0.needs) }
    problems += (powerOut + powerBack).flatMap { unmet("equipment.json", $0.statement.text, $0.needs) }
    return problems + symptoms.flatMap { unmet("symptoms.json", $0.id, $0.needs) }
  }

  private var eveningProblems: [String] {
    let others = Set(groups.filter { $0.list != .bedtime }.map(\.id))
    let nightly = items.filter { !others.contains($0.group) }
    let expected = nightly.filter { $0.standing == nil }.map(\.id)
    var problems = Self.repeated(evening.map { ("checklists.json: evening", $0) })
    problems += Set(evening).symmetricDifference(expected).sorted().map {
      "checklists.json: \($0): is not in the evening once, or does not belong there"
    }
    let standing = Set(groups.filter { $0.list == .environment }.map(\.id))
    problems += items.filter { $0.standing.map { !standing.contains($0) } ?? false }.map {
      "checklists.json: \($0.id): does not stand in a group of the sleep environment"
    }
    problems += items.filter { $0.standing != nil && (!nightly.contains($0) || $0.starter != nil) }.map {
      "checklists.json: \($0.id): stands for weeks, so it is no line of the starter routine"
    }
    return problems + items.flatMap { unmet("checklists.json", $0.id, $0.starter ?? []) }
  }

  private var eventProblems: [String] {
    var problems = Self.repeated(events.map { ("events.json", $0.id.rawValue) })
    problems += events.flatMap { unmet("events.json", $0.id.rawValue, $0.needs) }
    for event in events {
      let labels = [event.question?.words].compactMap(\.self) + (event.question?.choices.map(\.label) ?? [])
      problems += labels.flatMap { CatalogueRow("events.json", event.id.rawValue, $0).texts }
      problems += Self.repeated(
        (event.question?.choices ?? []).map { ("events.json", "\(event.id.rawValue): \($0.value)") })
    }
    return problems
  }

  private var symptomProblems: [String] {
    symptoms.flatMap { symptom in
      let labels = [symptom.question?.words].compactMap(\.self) + (symptom.question?.choices.map(\.label) ?? [])
      return labels.flatMap { CatalogueRow("symptoms.json", symptom.id, $0).texts }
    }
  }

  private var menuProblems: [String] {
    var problems = menus.flatMap { CatalogueRow("events.json", $0.id.rawValue, $0.label).texts }
    if menus.map(\.id) != LogMenu.ID.allCases { problems.append("events.json: menus: not the six, in their order") }
    for menu in menus {
      for (index, line) in menu.lines.enumerated() {
        func problem(_ words: String) { problems.append("events.json: \(menu.id.rawValue): \(words)") }
        if case .symptom(let id) = line, symptom(id) == nil {
          problem("names the symptom \(id), which symptoms.json does not hold")
        }
        if case .symptom(let id) = line, symptom(id)?.isOffered == false {
          problem("names the symptom \(id), which is offered no more")
        }
        if menu.lines.firstIndex(of: line) != index { problem("names something twice") }
      }
    }
    return problems
  }

  private func unmet(_ file: String, _ id: String, _ needs: [Set<String>]) -> [String] {
    let known = Set(equipment.map(\.id))
    return needs.filter { $0.isEmpty || !known.isSuperset(of: $0) }.map {
      "\(file): \(id): needs \($0.sorted().joined(separator: "|")), which equipment.json does not hold"
    }
  }

  private var sourceProblems: [String] {
    sources.filter { $0.title.isEmpty || $0.title.forDisplay != $0.title }.map {
      "sources.json: \($0.key): the title is empty or not one line"
    }
  }

  private var orderProblems: [String] {
    var problems: [String] = []
    if levels.map(\.id) != Sign.Level.allCases { problems.append("signs.json: levels: not the three, gravest first") }
    if signs.map(\.level) != Sign.Level.allCases.flatMap({ level in signs(of: level).map { _ in level } }) {
      problems.append("signs.json: signs: not in the order of their levels")
    }
    for level in levels where signs(of: level.id).isEmpty {
      problems.append("signs.json: \(level.id.rawValue): no sign of this level")
    }
    for level in levels { problems += CatalogueRow("signs.json", level.id.rawValue, level.label, [level.what]).texts }
    return problems
  }
}

/// An entry of the catalogue as the checks see it.
private struct CatalogueRow {
  let file: String
  /// Nil for a statement, which is named by its words.
  let id: String?
  let label: String?
  let lines: [String]
  let sources: [String]?
  let certainty: Certainty?

  init(
    _ file: String, _ id: String, _ label: String, _ lines: [String] = [], _ sources: [String]? = nil,
    _ certainty: Certainty? = nil
  ) {
    (self.file, self.id, self.label, self.lines) = (file, id, label, lines)
    (self.sources, self.certainty) = (sources, certainty)
  }

  init(_ file: String, _ statement: Statement) {
    (self.file, id, label, lines) = (file, nil, nil, [statement.text])
    (sources, certainty) = (statement.sources, statement.certainty)
  }

  var key: String { id ?? lines.first ?? "" }

  func problems(_ known: [Source]) -> [String] { idProblems + texts + support(known) }

  private func problem(_ words: String) -> String { "\(file): \(key): \(words)" }

  private var idProblems: [String] {
    guard let id, id.isEmpty || !id.allSatisfy({ $0 == "-" || $0.isASCII && $0.isLowercase }) else { return [] }
    return [problem("an id is small letters and hyphens")]
  }

  /// What is wrong with its label and its lines.
  var texts: [String] {
    var problems: [String] = []
    if let label, !(1...34).contains(label.count) { problems.append(problem("a label has 1 to 34 columns")) }
    if let label, label.forDisplay != label { problems.append(problem("a label is one line of plain text")) }
    for line in lines {
      if !(1...110).contains(line.count) { problems.append(problem("a line has 1 to 110 columns: \(line)")) }
      if !line.hasSuffix(".") { problems.append(problem("a line ends with a full stop: \(line)")) }
      if line.forDisplay != line { problems.append(problem("a line is one line of plain text: \(line)")) }
    }
    return problems
  }

  /// What is wrong with what it rests on.
  private func support(_ known: [Source]) -> [String] {
    guard let sources, let certainty else { return [] }
    var problems = sources.filter { key in !known.contains { $0.key == key } }.map {
      problem("names the source \($0), which sources.json does not hold")
    }
    if sources.isEmpty { problems.append(problem("names no source")) }
    let unread = sources.contains("TEAM") || sources.contains("REVIEW")
    if unread, certainty != .toConfirm { problems.append(problem("rests on no page named, so it is to confirm")) }
    if certainty == .sourced, sources == ["DESIGN"] { problems.append(problem("is sourced, but names no source read")) }
    if certainty == .design, sources != ["DESIGN"] { problems.append(problem("is design, so its source is DESIGN")) }
    return problems
  }
}
