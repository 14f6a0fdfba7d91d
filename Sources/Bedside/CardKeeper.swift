public import NightModel
internal import NightReports
public import NightStore

/// Keeps the emergency card as a text beside the record, so that it can be read when the record cannot.
public final class CardKeeper {
  private let store: Store
  private let now: () -> Instant
  private var kept: String?
  private var card = CardOfPlan()

  /// The keeper of a record's card, as of a moment that is worked out anew for each card.
  public init(_ store: Store, now: @autoclosure @escaping () -> Instant) { (self.store, self.now) = (store, now) }

  /// The card that a plan makes.
  public func text(_ plan: PartitionReading) -> String {
    card.text(plan.entries, isWhole: plan.isWhole, asOf: now())
  }

  /// Why the card could not be kept when it was last to be; nil if it was.
  public private(set) var trouble: StoreError?

  /// Keeps the card that a plan makes, if it was not kept just now. What keeps it from being kept stops nothing else;
  /// `trouble` says it.
  /// - Returns: the card as it was kept before, if the plan is damaged or gone.
  @discardableResult
  public func keep(_ plan: PartitionReading) -> String? {
    if store.missing != nil { return lastKept }
    if plan.isWhole, plan.entries.isEmpty { return store.identity == nil ? nil : lastKept }
    // Where nothing can be read the card of before comes at once.
    let card = plan.entries.isEmpty ? EmergencyCard.unread : text(plan)
    if kept != card || !plan.isWhole {
      // First how far the plan reaches, so that no part of it is ever taken for the whole.
      let isNoted = !plan.isWhole || store.notePlan(plan)
      do {
        kept = try store.keepCard(card + "\n", isWhole: plan.isWhole) && isNoted ? card : nil
        trouble = nil
      } catch {
        (kept, trouble) = (nil, error)
      }
    }
    return plan.isWhole ? nil : Store.keptCardBeforeDamage(for: store.places, files: store.files)
  }

  /// As `keep`, and tells what kept the card from being kept.
  @discardableResult
  public func keep(_ plan: PartitionReading, tell: (StoreError) -> Void) -> String? {
    let before = keep(plan)
    if let trouble { tell(trouble) }
    return before
  }

  /// The card as last kept for the record; nil if none was.
  private var lastKept: String? { Store.keptCard(for: store.places, files: store.files) }
}
