public import NightModel
internal import Text

/// The emergency card as plain text, 60 columns wide, to be printed or read without this program.
public enum CardText {
  /// Its width in columns.
  public static let columns = 60

  /// The card, and behind it the pages that go with it. `isWhole` is false if part of the plan could not be read.
  public static func text(_ plan: Plan, isWhole: Bool = true) -> String {
    let person = plan.person.map { " · \($0)" } ?? ""
    var blocks = [.heading("EMERGENCY CARD\(person)")] + EmergencyCard(plan, isWhole: isWhole).blocks
    func add(_ title: String, _ more: [TextBlock]) { if !more.isEmpty { blocks += [.blank, .heading(title)] + more } }
    add("HOW WE DO NIGHTS", EmergencyCard.nights(plan))
    add("IF TONIGHT IS TOO MUCH, FOR EITHER OF YOU", EmergencyCard.tooMuch(plan, isWhole: isWhole))
    add(EmergencyCard.agreedTitle(plan), EmergencyCard.agreed(plan))
    return PlainText(columns: columns, underline: "=", indent: 2).text(blocks)
  }
}

/// The card of a plan that is read again and again. It is laid out again only if it may have changed.
public struct CardOfPlan {
  private var last: (history: PlanHistory, isWhole: Bool, at: Instant, text: String)?
  /// How often the card was laid out.
  public private(set) var layouts = 0

  /// No card yet.
  public init() {}

  /// The card that a plan makes at a moment.
  /// - Parameters:
  ///   - entries: the plan's entries.
  ///   - isWhole: false if part of the plan could not be read.
  ///   - moment: the moment.
  /// - Returns: the text of the card.
  public mutating func text(_ entries: [Entry], isWhole: Bool, asOf moment: Instant) -> String {
    // As time passes, only settings dated ahead change it.
    if let last, last.isWhole == isWhole, last.history.entries == entries,
      last.history.plan(asOf: moment, unlessAsAt: last.at) == nil
    {
      return last.text
    }
    layouts += 1
    let history = PlanHistory(entries)
    let text = CardText.text(history.plan(asOf: moment), isWhole: isWhole)
    last = (history, isWhole, moment, text)
    return text
  }
}
