import NightModel
import NightReports
import NightStore

/// Keeps the emergency card as a text beside the record, so that it can be read when the record cannot.
final class CardKeeper {
  private let store: Store
  private let now: () -> Instant
  private var kept: String?

  /// The keeper of a record's card, as of a moment.
  init(_ store: Store, now: @autoclosure @escaping () -> Instant) { (self.store, self.now) = (store, now) }

  /// The card that a plan makes.
  func text(_ plan: PartitionReading) -> String { CardText.text(Plan(entries: plan.entries, asOf: now())) }

  /// Keeps the card that a plan makes, if it was not kept just now.
  /// - Returns: the card as it was kept before, if the plan is damaged or gone.
  @discardableResult
  func keep(_ plan: PartitionReading) -> String? {
    if plan.entries.isEmpty { return Self.lastKept(store.places) }
    let text = text(plan)
    if kept != text {
      kept = text
      store.keepCard(text + "\n", isWhole: plan.isWhole)
    }
    return plan.isWhole ? nil : Store.keptCardBeforeDamage(for: store.places, files: RealFileSystem())
  }

  /// The card as last kept for a record, which need not be there, and the one of before any damage; nil if none was.
  static func lastKept(_ places: Places) -> String? {
    let before = Store.keptCardBeforeDamage(for: places, files: RealFileSystem())
    guard let card = Store.keptCard(for: places, files: RealFileSystem()) else { return before }
    return before.map { "\(card)\n\(headBefore)\n\n\($0)" } ?? card
  }

  /// What stands above the card of before the damage.
  static let headBefore = "THE CARD BEFORE PART OF THE PLAN WAS LOST"
}
