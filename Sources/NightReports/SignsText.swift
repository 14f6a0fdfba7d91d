public import NightModel
internal import Text

/// When to call as plain text: the family's numbers, what was found in the record, and, if asked for, the whole list.
public enum SignsText {
  private static let broken = PlainText(columns: 78)
  /// What is told of one sign, below its name.
  private static let below = PlainText(columns: 78, margin: 2)
  /// Names and numbers, each on a line of its own however long it is.
  private static let whole = PlainText()

  /// The text.
  /// - Parameters:
  ///   - signs: what the rules say; nil in a closed record.
  ///   - plan: the plan, with the family's numbers.
  ///   - catalogue: names signs and levels.
  ///   - night: the night that is counted from.
  ///   - withList: true to add every sign of the list, and every rule.
  ///   - isWhole: false if part of the nights the rules look at could not be read.
  /// - Returns: lines of at most 78 columns, names and numbers aside.
  public static func text(
    _ signs: SignState?, plan: Plan, catalogue: Catalogue, asOf night: CivilDate, withList: Bool, isWhole: Bool = true
  ) -> String {
    let numbers = EmergencyCard.numbers(plan)
    var lines =
      whole.lines(plan.person.map { [.heading($0)] } ?? []) + broken.lines([.paragraph(SignWords.head), .blank])
    lines += whole.lines(numbers.isEmpty ? [.paragraph("No number is typed yet.")] : numbers)
    if let signs {
      let remarks = (isWhole ? [] : [SignWords.unread]) + signs.remarks
      lines += broken.lines(remarks.isEmpty ? [] : [.blank] + remarks.map { .paragraph($0) })
      lines += found(signs, catalogue, night)
    }
    if withList {
      for level in catalogue.levels {
        lines += broken.lines([.blank, .heading(level.label.uppercased()), .paragraph(level.what)])
        lines += broken.glossary(catalogue.signs(of: level.id).map { ("\($0.label) (\($0.id))", $0.what) })
      }
      lines += broken.lines([.blank, .heading("THE RULES"), .paragraph("Their thresholds are our own.")])
      lines += broken.glossary(SignRule.standard.map { ("\($0.label) (\($0.id))", $0.words) })
    } else {
      lines += broken.lines([.blank, .paragraph("The whole list and the rules, to be read: nightstand signs --all")])
    }
    return lines.joined(separator: "\n")
  }

  private static func found(_ signs: SignState, _ catalogue: Catalogue, _ night: CivilDate) -> [String] {
    var lines: [String] = []
    func add(_ heading: String, _ findings: [SignFinding], withFacts: Bool) {
      guard !findings.isEmpty else { return }
      lines += whole.lines([.blank, .heading(heading)])
      for finding in findings {
        lines += broken.lines([.paragraph(finding.sentence(catalogue, asOf: night))])
        guard withFacts else { continue }
        let told = "nightstand plan told.\(finding.rule.id) today"
        lines += below.lines((finding.facts(catalogue) + [Fact("told the team:", told)]).map(\.block))
      }
    }
    for level in catalogue.levels {
      add(level.label.uppercased(), signs.findings.untold.filter { $0.rule.level == level.id }, withFacts: true)
    }
    add("STILL SO, THE TEAM WAS TOLD", signs.findings.filter(\.isTold), withFacts: false)
    add("NOT SO ANY MORE", signs.ended, withFacts: false)
    guard !signs.echoes.isEmpty else { return lines }
    lines += whole.lines([.blank, .heading("WRITTEN IN THE LAST \(SignEcho.nights) NIGHTS")])
    return lines
      + broken.lines((signs.echoes.map { $0.sentence(catalogue) } + [SignWords.echoesAreFew]).map { .paragraph($0) })
  }
}
