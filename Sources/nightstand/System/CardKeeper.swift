import NightModel
import NightReports
import NightStore

/// Keeps the emergency card as a text beside the record, so that it can be read when the record cannot.
enum CardKeeper {
  /// Keeps the card that a plan makes; a plan that could not be read whole leaves the one kept before.
  static func keep(_ plan: PartitionReading, in store: Store) {
    guard plan.partition == .plan, plan.findings.isEmpty, !plan.entries.isEmpty else { return }
    store.keepCard(CardText.text(Plan(entries: plan.entries)) + "\n", isWhole: true)
  }

  /// The card as last kept for the record that was asked for; nil if none was.
  static func lastKept(_ options: CommonOptions) -> String? {
    (try? Session.places(options.store)).flatMap { Store.keptCard(for: $0, files: RealFileSystem()) }
  }
}
