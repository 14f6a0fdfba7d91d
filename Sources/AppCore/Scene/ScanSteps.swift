/// Where a station is in an order of scanning.
package struct ScanSteps: Hashable, Sendable {
  /// The stations passed on each level, the one pressed among them; as many as there are presses.
  package var levels: [Int]
  /// The station.
  package var station: ScanStation

  /// How many stations it takes.
  package var stations: Int { levels.reduce(0, +) }
  /// How many presses it takes.
  package var presses: Int { levels.count }

  /// The way to everything that can be chosen, in the order in which scanning comes to it.
  package static func all(_ stations: [ScanStation]) -> [ScanSteps] {
    stations.enumerated().flatMap { index, station -> [ScanSteps] in
      if station.choice != nil { return [ScanSteps(levels: [index + 1], station: station)] }
      return all(station.block).map { ScanSteps(levels: [index + 1] + $0.levels, station: $0.station) }
    }
  }

  /// The way to one thing; nil if it cannot be chosen.
  package static func to(_ id: String, in order: ScanOrder) -> ScanSteps? {
    all(order.stations).first { $0.station.id == id }
  }
}

extension ScanOrder {
  /// Its levels, each with how deep it lies, the top one first.
  package var levels: [(depth: Int, stations: [ScanStation])] { Self.levels(stations, depth: 1) }

  private static func levels(_ stations: [ScanStation], depth: Int) -> [(depth: Int, stations: [ScanStation])] {
    [(depth, stations)] + stations.filter { !$0.block.isEmpty }.flatMap { levels($0.block, depth: depth + 1) }
  }

  /// The stations in brackets, the way out of a block left out: `Mark · Undo · [A · B]`.
  package var outline: String { Self.outline(stations) }

  private static func outline(_ stations: [ScanStation]) -> String {
    stations.filter { $0.kind != .noneOfThese }.map { station in
      station.block.isEmpty ? station.words : "[\(outline(station.block))]"
    }
    .joined(separator: " · ")
  }
}
