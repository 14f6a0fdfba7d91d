public import NightModel

/// The emergency card as plain text, 60 columns wide, to be printed or read when nothing else can.
public enum CardText {
  /// How wide it is, in characters.
  public static let columns = 60

  /// The card, and behind it the pages that go with it.
  /// - Parameter isWhole: false if part of the plan could not be read.
  public static func text(_ plan: Plan, isWhole: Bool = true) -> String {
    let card = EmergencyCard(plan, isWhole: isWhole)
    var parts = [section("EMERGENCY CARD" + (plan.person.map { " · \($0.forDisplay)" } ?? ""), card.facts)]
    let nights = EmergencyCard.nights(plan)
    if !nights.isEmpty { parts.append(section("HOW WE DO NIGHTS", nights)) }
    parts.append(section("IF TONIGHT IS TOO MUCH, FOR EITHER OF YOU", EmergencyCard.tooMuch(plan, isWhole: isWhole)))
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
