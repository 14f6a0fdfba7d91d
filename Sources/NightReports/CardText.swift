public import NightModel

/// The emergency card as plain text, 60 columns wide, to be printed or read when nothing else can.
public enum CardText {
  /// How wide it is, in characters.
  public static let columns = 60

  /// The card, and behind it the pages that go with it.
  public static func text(_ plan: Plan) -> String {
    var parts = [
      section("EMERGENCY CARD" + (plan.person.map { " · \($0.forDisplay)" } ?? ""), EmergencyCard(plan).facts)
    ]
    let nights = EmergencyCard.nights(plan)
    if !nights.isEmpty { parts.append(section("HOW WE DO NIGHTS", nights)) }
    parts.append(section("IF TONIGHT IS TOO MUCH, FOR EITHER OF YOU", EmergencyCard.tooMuch(plan)))
    let agreed = EmergencyCard.agreed(plan)
    if !agreed.isEmpty { parts.append(section(EmergencyCard.agreedTitle(plan), agreed)) }
    return parts.joined(separator: "\n\n")
  }

  private static func section(_ title: String, _ facts: [Fact]) -> String {
    ([title, String(repeating: "=", count: min(columns, title.count))]
      + facts.flatMap { Wrapping.lines($0.line, columns: columns, indent: 2) })
      .joined(separator: "\n")
  }
}
