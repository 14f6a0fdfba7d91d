import NightModel
import NightReports
import NightStore

/// Keeps the emergency card as a text beside the record, so that it can be read when the record cannot.
final class CardKeeper {
  private let store: Store
  private let now: () -> Instant
  private var kept: String?
  private var card = CardOfPlan()

  /// The keeper of a record's card, as of a moment.
  init(_ store: Store, now: @autoclosure @escaping () -> Instant) { (self.store, self.now) = (store, now) }

  /// The card that a plan makes.
  func text(_ plan: PartitionReading) -> String {
    card.text(plan.entries, isWhole: plan.isWhole, asOf: now())
  }

  /// Why the card could not be kept when it was last to be, as a sentence without a full stop; nil if it was.
  var trouble: String? { store.cardTrouble }

  /// Keeps the card that a plan makes, if it was not kept just now.
  /// - Returns: the card as it was kept before, if the plan is damaged or gone.
  @discardableResult
  func keep(_ plan: PartitionReading) -> String? {
    if store.missing != nil { return Self.lastKept(store.places) }
    if plan.isWhole, plan.entries.isEmpty { return store.identity == nil ? nil : Self.lastKept(store.places) }
    // Where nothing can be read the card of before comes at once.
    let card = plan.entries.isEmpty ? EmergencyCard.unread : text(plan)
    if kept != card || !plan.isWhole {
      // First how far the plan reaches, so that no part of it is ever taken for the whole.
      let isNoted = !plan.isWhole || store.notePlan(plan)
      kept = store.keepCard(card + "\n", isWhole: plan.isWhole) && isNoted ? card : nil
    }
    return plan.isWhole ? nil : Store.keptCardBeforeDamage(for: store.places, files: RealFileSystem())
  }

  /// As `keep`, for a command: says on standard error what kept the card from being kept.
  @discardableResult
  func keepAndTell(_ plan: PartitionReading) -> String? {
    let before = keep(plan)
    if let trouble { Failure.note(trouble) }
    return before
  }

  /// A card as last kept, which says so itself: what is printed goes without what was said beside it.
  static func asLastKept(_ card: String) -> String { "\(card)\nThe card as last kept on this machine." }

  /// The card as last kept for a record, which need not be there; nil if none was.
  static func lastKept(_ places: Places) -> String? { Store.keptCard(for: places, files: RealFileSystem()) }
}
