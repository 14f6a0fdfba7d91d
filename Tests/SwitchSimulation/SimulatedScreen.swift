import AppCore
import CellUI
import NightModel

/// A screen of the real program that somebody has scanned to, and the screens behind what can be chosen there. Each is
/// made once, however often it is come to.
final class SimulatedScreen {
  /// What scanning stops on.
  let order: ScanOrder
  /// The way to everything that can be chosen there.
  let steps: [ScanSteps]
  /// What was written and stands.
  let standing: [String]
  private let driver: Driver
  private let record: SimulatedRecord
  private var next: [ScanStation.Choice: SimulatedScreen] = [:]

  /// Tonight of a household with mask, suction and one medicine, at the night's beginning. `often` is false for a screen
  /// that has no room for the table of who scans with one switch.
  convenience init(often: Bool) {
    let record = SimulatedRecord([
      ("input", often ? "one-switch" : "keys"), ("equipment.mask", "in-use"), ("equipment.suction", "in-use"),
      ("medicine.Lorazepam", "1 mg"),
    ])
    self.init(record.program(), record, hasWritten: false)
  }

  private init(_ driver: Driver, _ record: SimulatedRecord, hasWritten: Bool) {
    var driver = driver
    let layout = driver.layout(size: Size(rows: 24, columns: 80))
    (self.driver, self.record) = (driver, record)
    standing = record.standing
    order = ScanOrder(layout.shown, undo: standing.last, hasWritten: hasWritten)
    steps = ScanSteps.all(order.stations)
  }

  /// The screen that a choice leads to.
  func after(_ choice: ScanStation.Choice) -> SimulatedScreen {
    if let known = next[choice] { return known }
    let record = record.copy()
    var driver = driver.copy(in: record.world)
    driver.choose(choice.intent)
    let screen = SimulatedScreen(driver, record, hasWritten: record.depth > self.record.depth)
    next[choice] = screen
    return screen
  }
}
