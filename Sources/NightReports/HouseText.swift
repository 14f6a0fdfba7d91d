public import NightModel
internal import Text

/// This house at night as plain text, 60 columns wide, to be printed and hung up.
public enum HouseText {
  /// Its width in columns.
  public static let columns = 60

  /// The page.
  public static func text(_ page: HousePage) -> String {
    let title = HousePage.title.uppercased() + (page.person.map { " · \($0.forDisplay)" } ?? "")
    let head = [title, "as of \(NightWords.fullDay(page.now.date)) \(page.clock.words(page.now))", ""]
    return (head + PlainText(columns: columns).glossary(page.rows.map { (name: $0.title, text: $0.line) }))
      .joined(separator: "\n")
  }
}

/// This house at night as JSON, by the contract of `house --format json`.
public enum HouseJSON {
  /// The page as one object: its parts as they are read, and the medicines with their times as they were written.
  public static func text(_ page: HousePage) -> String {
    let parts = page.parts.map { part in
      JSON.object([
        JSON.Member("id", .string(part.topic.rawValue)), JSON.Member("title", .string(part.topic.title)),
        JSON.Member("lines", .array(part.lines.map { .string($0) })),
      ])
    }
    let medicines = page.medicines.map { planned, known in
      JSON.object([
        member("name", planned.name), member("label", planned.label), member("when", planned.when),
        member("gap", planned.gap), member("most", planned.most), member("last", known?.last.map { "\($0.at)" }),
        member("by", known?.last?.by),
      ])
    }
    return JSON.object([
      member("person", page.person), member("at", "\(page.now)"), JSON.Member("whole", .bool(page.isWhole)),
      JSON.Member("parts", .array(parts)), JSON.Member("medicines", .array(medicines)),
    ]).shown
  }

  private static func member(_ name: String, _ text: String?) -> JSON.Member {
    JSON.Member(name, text.map { .string($0) } ?? .null)
  }
}
