public import NightModel

/// A table of the topics of the article Nightstand grew from, with the parts of the program that cover each.
public enum CoverageText {
  /// The table: topic, whether the article's list had to be rebuilt, and what covers it.
  /// - Throws: `CatalogueError` if the topics cannot be read.
  public static func text() throws(CatalogueError) -> String {
    let topics = try SeedTopic.all()
    let rows = topics.map { topic in
      (topic.label + (topic.rebuilt ? " (rebuilt)" : ""), topic.reached.map(\.description).joined(separator: ", "))
    }
    let head = [
      "\(topics.count) topics of the article, and what speaks of each.",
      "\"Rebuilt\": that list of the article could not be read and was put together from its sources.", "",
    ]
    return (head + PlainText(columns: 120).glossary(rows)).joined(separator: "\n")
  }
}
