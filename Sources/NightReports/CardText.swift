public import NightModel
internal import Text

/// The emergency card as plain text, 60 columns wide, to be printed or read when nothing else can.
public enum CardText {
  /// How wide it is, in characters.
  public static let columns = 60

  /// The card, and behind it the pages that go with it.
  /// - Parameter isWhole: false if part of the plan could not be read.
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

/// The card of a plan that is read again and again: laid out anew only where it may say something else.
public struct CardOfPlan {
  private var last: (history: PlanHistory, isWhole: Bool, at: Instant, text: String)?
  /// How often it was laid out.
  public private(set) var layouts = 0

  /// No card yet.
  public init() {}

  /// The card that a plan makes at a moment.
  /// - Parameters:
  ///   - entries: the plan's entries.
  ///   - isWhole: false if part of the plan could not be read.
  public mutating func text(_ entries: [Entry], isWhole: Bool, asOf moment: Instant) -> String {
    // Only settings dated ahead make it another one as time goes by.
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
