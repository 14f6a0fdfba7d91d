import AppCore
import CellUI
import Testing

/// A hand that has but switches.
extension Robot {
  /// What is lit; nil where nobody scans.
  package var lit: ScanStation? {
    _ = layout
    return app.scanning?.lit
  }

  /// Presses the switch of somebody who has but one, at once.
  package func pressSwitch() {
    _ = layout
    pace = 0
    press(.character(" "))
    pace = 1000
  }

  /// Scans to a station by its name, through the blocks it is in, and chooses it.
  /// - Returns: false if it is not there to be chosen.
  @discardableResult
  package func scan(to id: String) -> Bool {
    for _ in 0..<200 {
      guard let lit, let scanning = app.scanning else { return false }
      switch scanning.state {
      case .resting, .held:
        // The window in which a switch rests is over, and the press goes on.
        pass(milliseconds: 2000)
        pressSwitch()
      case .pausing, .off: pass(milliseconds: 100)
      case .on(let since, _):
        // Nobody presses so soon after a step that it counts for the station before, nor before the switch has rested:
        // where time moves, the pause after a press has seen to that.
        let wait: Int64 = scanning.way == .step ? 800 : 350
        guard clock.uptime >= since + wait else {
          pass(milliseconds: since + wait - clock.uptime)
          continue
        }
        if lit.id == id {
          pressSwitch()
          return true
        }
        if lit.choices.contains(where: { $0.id == id }) {
          pressSwitch()
        } else if scanning.way == .step {
          pass(milliseconds: 1000)
          press("Tab")
        } else if let due = app.scanDue {
          pass(milliseconds: max(1, due - clock.uptime))
        } else {
          return false
        }
      }
    }
    return false
  }

  /// Scans to a line of the list, or to a way out, by its id, and chooses it; fails the test where there is none.
  package func scan(line id: String) {
    scan("the line \(id)") { $0.choice?.place.id == id || $0.id == id }
  }

  /// Scans to what is called so, and chooses it; fails the test where there is none.
  package func scan(label: String) { scan(label) { $0.words == label } }

  private func scan(_ name: String, where isMeant: (ScanStation) -> Bool) {
    guard let station = station(where: isMeant) else {
      let choices = (app.scanning?.order.stations ?? []).flatMap(\.choices).map(\.words)
      Issue.record("nothing that scans comes to \(name): \(choices)\n\(screen)")
      return
    }
    #expect(scan(to: station.id), "\(name)\n\(screen)")
  }

  /// A station that can be come to, on a later page of the list if need be.
  package func station(where isMeant: (ScanStation) -> Bool) -> ScanStation? {
    var seen: Set<ScanOrder> = []
    while true {
      _ = layout
      guard let order = app.scanning?.order, seen.insert(order).inserted else { return nil }
      let choices = order.stations.flatMap(\.choices)
      if let station = choices.first(where: isMeant) { return station }
      guard let next = choices.first(where: { $0.isNextPage }), scan(to: next.id) else { return nil }
      pass(milliseconds: 1100)
    }
  }
}

extension ScanStation {
  fileprivate var isNextPage: Bool { ["way-way-next", "out-next"].contains(id) }
}
