public import NightModel

/// Which part of Nightstand speaks of each topic of the article it grew from, as a table.
public enum CoverageText {
  /// The table: topic, whether the article's list had to be rebuilt, and what speaks of it.
  /// - Throws: `CatalogueError` if the topics cannot be read.
  public static func text() throws(CatalogueError) -> String {
    let topics = try SeedTopic.all()
    let rows = topics.map { topic in
      [topic.label, topic.rebuilt ? "rebuilt" : "", topic.reached.map(\.description).joined(separator: ", ")]
    }
    return (["\(topics.count) topics, and what speaks of each", ""] + Column.aligned(rows)).joined(separator: "\n")
  }
}
