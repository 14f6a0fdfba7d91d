@testable import NightModel

/// What is wrong with the way the topics of the article are reached.
extension SeedTopic {
  /// Everything wrong with the topics of these files, each line naming the file and the topic.
  ///
  /// `pages` is the text of each guide page by its id; nil leaves the pages out. Throws `CatalogueError` if the
  /// catalogue or the topics cannot be read.
  static func problems(
    in files: Catalogue.Files, pages: [String: String]?
  ) throws(CatalogueError) -> [String] {
    let catalogue = try Catalogue(files: files)
    let topics = try all(in: files)
    var seen: Set<String> = []
    return topics.flatMap { topic in
      (seen.insert(topic.id).inserted ? [] : [topic.problem("stands there twice")])
        + topic.problems(catalogue, pages)
    }
  }

  private func problem(_ words: String) -> String { "topics.json: \(id): \(words)" }

  private func problems(_ catalogue: Catalogue, _ pages: [String: String]?) -> [String] {
    var problems: [String] = []
    if reached.isEmpty { problems.append(problem("is reached by nothing")) }
    if words.isEmpty || words.contains(where: { $0.isEmpty || $0 != $0.lowercased() }) {
      problems.append(problem("its words are small letters, at least one"))
    }
    for reference in reached {
      if reference.kind == .guide, pages == nil { continue }
      guard let text = catalogue.text(of: reference, pages: pages ?? [:])?.lowercased() else {
        problems.append(problem("is reached by \(reference), which does not exist"))
        continue
      }
      if !words.contains(where: { text.contains($0) }) {
        problems.append(problem("none of its words stands in \(reference)"))
      }
    }
    return problems
  }
}

extension Catalogue {
  /// All the text a reader meets at that place; nil if there is no such place.
  func text(of reference: SeedTopic.Reference, pages: [String: String]) -> String? {
    let id = reference.id
    let parts: [String]?
    switch reference.kind {
    case .item: parts = item(id).map { [$0.label, $0.what, $0.why] }
    case .symptom: parts = symptom(id).map { [$0.label, $0.what] }
    case .sign: parts = sign(id).map { [$0.label, $0.what] }
    case .equipment: parts = equipment(id).map { [$0.label, $0.what] + $0.insurer.map(\.text) }
    case .step: parts = steps.first { $0.id == id }.map { [$0.label, $0.what] }
    case .contact: parts = contacts.first { $0.id == id }.map { [$0.label, $0.what] }
    case .team: parts = team.first { $0.id == id }.map { [$0.label, $0.what] }
    case .guide: parts = pages[id].map { [$0] }
    }
    return parts?.joined(separator: " ")
  }
}
