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
  ///   - findings: what the rules found; nil where too few nights are recorded for any.
  ///   - plan: the plan, with the family's numbers and what they put aside.
  ///   - catalogue: names signs and levels.
  ///   - today: the day that a sign must be put aside for.
  ///   - withList: true to add every sign of the list.
  ///   - isWhole: false if part of the nights the rules look at could not be read.
  /// - Returns: lines of at most 78 columns, names and numbers aside.
  public static func text(
    _ findings: [SignFinding]?, plan: Plan, catalogue: Catalogue, today: CivilDate, withList: Bool, isWhole: Bool = true
  ) -> String {
    let numbers = EmergencyCard.numbers(plan)
    var lines =
      whole.lines(plan.person.map { [.heading($0)] } ?? []) + broken.lines([.paragraph(SignWords.head), .blank])
    lines += whole.lines(numbers.isEmpty ? [.paragraph("No number is typed yet.")] : numbers)
    if !plan.isClosed {
      lines += broken.lines([.blank] + (isWhole ? [] : [.paragraph(SignWords.unread)]))
      lines += found(findings, plan, catalogue, today)
    }
    if withList {
      for level in catalogue.levels {
        lines += broken.lines([.blank, .heading(level.label.uppercased()), .paragraph(level.what)])
        lines += broken.glossary(catalogue.signs(of: level.id).map { ("\($0.label) (\($0.id))", $0.what) })
      }
    } else {
      lines += broken.lines([.blank, .paragraph("The whole list, to be read: nightstand signs --all")])
    }
    return lines.joined(separator: "\n")
  }

  private static func found(
    _ findings: [SignFinding]?, _ plan: Plan, _ catalogue: Catalogue, _ today: CivilDate
  ) -> [String] {
    guard let findings else { return broken.lines([.paragraph(SignWords.tooFew)]) }
    guard !findings.isEmpty else { return broken.lines([.paragraph(SignWords.nothingFound)]) }
    let aside = findings.filter { plan.aside($0.rule.sign, on: today) != nil }
    let open = findings.filter { plan.aside($0.rule.sign, on: today) == nil }
    var lines = whole.lines([.heading("FOUND IN THE RECORD")])
    if open.isEmpty { lines += whole.lines([.paragraph("All that was found is put aside.")]) }
    for finding in open {
      let sign = catalogue.sign(finding.rule.sign)
      let level = catalogue.levels.first { $0.id == sign?.level }?.label ?? ""
      lines += whole.lines([.blank, .heading("\(sign?.label ?? finding.rule.sign) (\(level.lowercased()))")])
      lines += below.lines(finding.facts(catalogue).map(\.block))
    }
    if !aside.isEmpty { lines += whole.lines([.blank, .heading("Put aside by you")]) }
    for sign in aside.map(\.rule.sign).eachOnce {
      let until = plan.aside(sign, on: today)?.words ?? ""
      lines += below.lines([.paragraph("\(catalogue.sign(sign)?.label ?? sign), \(until)")])
    }
    return lines
  }
}
