public import NightModel
internal import Text

/// The plan as plain text.
public enum PlanText {
  /// All settings that are set, and how the sleep environment stands. `isWhole` is false if part of the plan could not be
  /// read.
  public static func text(_ plan: Plan, catalogue: Catalogue, isWhole: Bool = true) -> String {
    let standings = plan.standings.values.compactMap { standing -> (key: String, standing: Standing)? in
      guard case .plan(let key)? = standing.subject else { return nil }
      return standing.value != nil || standing.isOpen ? (key, standing) : nil
    }
    let settings = standings.sorted { $0.key < $1.key }.flatMap { key, standing in
      setting(standing, plan.clock).enumerated().map { [$0 == 0 ? key.forDisplay : "", $1] }
    }
    let environment = catalogue.items(of: .environment).flatMap { item -> [[String]] in
      guard let standing = plan.standings[.environment(item: item.id)], let stands = standing.item else { return [] }
      func words(_ stands: Item) -> String {
        "\(stands.details.text(.state) ?? "unsure"), said \(NightWords.day(stands.at.date))"
      }
      guard !standing.versions.isEmpty else { return [[item.id, words(stands)]] }
      return [[item.id, "two versions"]]
        + standing.versions.map { ["", "\(words($0))\($0.by.map { " by \($0.forDisplay)" } ?? "")"] }
    }
    var blocks: [TextBlock] = settings.isEmpty ? [] : [.table(.init(rows: settings))]
    if !isWhole {
      blocks.append(.paragraph("\(blocks.isEmpty ? "The" : "Part of the") plan could not be read."))
    } else if blocks.isEmpty {
      blocks.append(.paragraph("Nothing set yet."))
    }
    if !environment.isEmpty { blocks += [.blank, .heading("Sleep environment"), .table(.init(rows: environment))] }
    return PlainText().text(blocks)
  }

  /// How one setting stands: its value, or both versions with who and when, what counts first; and what lies ahead.
  public static func setting(_ standing: Standing, _ clock: ClockStyle) -> [String] {
    let versions = standing.subject?.setting?.key.isDecided == true ? standing.versions : []
    func words(_ value: String?) -> String { value?.forDisplay ?? "blank" }
    let value =
      versions.isEmpty
      ? [words(standing.value)]
      : ["two versions:"] + versions.map { "\(words($0.details.text(.to))) (\($0.authorWords(clock)))" }
    return value + standing.factsAhead(words).map(\.line)
  }

  /// The settings that can be set, with what each is for.
  public static func keys() -> String {
    PlainText(columns: 78).glossary(PlanKey.allCases.map { ("  " + $0.spelling, $0.help) }).joined(separator: "\n")
  }
}
