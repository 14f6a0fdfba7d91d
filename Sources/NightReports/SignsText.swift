public import NightModel
internal import Text

/// When to call as plain text: the family's numbers, what was found in the record, and, if asked for, the whole list.
public enum SignsText {
  private static let columns = 78

  /// The text.
  /// - Parameters:
  ///   - findings: what the rules found; nil where too few nights are recorded for any.
  ///   - withList: also every sign of the list.
  ///   - isWhole: false if part of the nights they look at could not be read.
  public static func text(
    _ findings: [SignFinding]?, plan: Plan, catalogue: Catalogue, today: CivilDate, withList: Bool, isWhole: Bool = true
  ) -> String {
    var lines = (plan.person.map { [$0.forDisplay] } ?? []) + wrapped(SignWords.head)
    let numbers = EmergencyCard.numbers(plan)
    lines += [""] + (numbers.isEmpty ? ["No number is typed yet."] : numbers.map(\.line))
    if !plan.isClosed {
      lines += [""] + (isWhole ? [] : wrapped(SignWords.unread)) + found(findings, plan, catalogue, today)
    }
    if withList {
      for level in catalogue.levels {
        lines += ["", level.label.uppercased()] + wrapped(level.what)
        lines += Wrapping.table(
          catalogue.signs(of: level.id).map { ("\($0.label) (\($0.id))", $0.what) }, columns: columns)
      }
    } else {
      lines += [""] + wrapped("The whole list, to be read: nightstand signs --all")
    }
    return lines.joined(separator: "\n")
  }

  private static func found(
    _ findings: [SignFinding]?, _ plan: Plan, _ catalogue: Catalogue, _ today: CivilDate
  ) -> [String] {
    guard let findings else { return wrapped(SignWords.tooFew) }
    guard !findings.isEmpty else { return wrapped(SignWords.nothingFound) }
    let aside = findings.filter { plan.aside($0.rule.sign, on: today) != nil }
    let open = findings.filter { plan.aside($0.rule.sign, on: today) == nil }
    var lines = ["FOUND IN THE RECORD"]
    if open.isEmpty { lines.append("All that was found is put aside.") }
    for finding in open {
      let sign = catalogue.sign(finding.rule.sign)
      let level = catalogue.levels.first { $0.id == sign?.level }?.label ?? ""
      lines += ["", "\(sign?.label ?? finding.rule.sign) (\(level.lowercased()))"]
      lines += finding.facts(catalogue).flatMap { fact in
        Wrapping.lines(fact.line, columns: columns, first: "  ")
      }
    }
    if !aside.isEmpty { lines += ["", "Put aside by you"] }
    for sign in aside.map(\.rule.sign).eachOnce {
      let until = plan.aside(sign, on: today)?.words ?? ""
      lines += Wrapping.lines("\(catalogue.sign(sign)?.label ?? sign), \(until)", columns: columns, first: "  ")
    }
    return lines
  }

  private static func wrapped(_ text: String) -> [String] { Wrapping.lines(text, columns: columns) }
}
