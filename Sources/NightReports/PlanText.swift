public import NightModel
internal import Text

/// The plan as plain text.
public enum PlanText {
  /// All settings that are set, and how the sleep environment stands. `isWhole` is false if part of the plan could not be
  /// read.
  public static func text(_ plan: Plan, catalogue: Catalogue, isWhole: Bool = true) -> String {
    let keys = plan.standings.values.compactMap { standing -> String? in
      guard case .plan(let key)? = standing.subject else { return nil }
      return plan.value(key) != nil || standing.isOpen ? key : nil
    }
    let settings = keys.sorted().flatMap { key in
      setting(key, plan).enumerated().map { [$0 == 0 ? key.forDisplay : "", $1] }
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
  public static func setting(_ key: String, _ plan: Plan) -> [String] {
    let versions = plan.versions(key)
    func words(_ value: String?) -> String { value?.forDisplay ?? "blank" }
    let value =
      versions.isEmpty
      ? [words(plan.value(key))]
      : ["two versions:"] + versions.map { "\(words($0.details.text(.to))) (\($0.authorWords(.twentyFour)))" }
    return value + (plan.standing(key)?.factsAhead(words).map(\.line) ?? [])
  }

  /// The settings that can be set, with what each is for.
  public static func keys() -> String {
    PlainText(columns: 78).glossary(PlanKey.all.map { ("  " + $0.spelling, $0.help) }).joined(separator: "\n")
  }
}
