/// One thing that scanning stops on: something to choose, a block of such things, or the way out of a block.
package struct ScanStation: Hashable, Sendable {
  /// Its name within its level, for tests and for finding it again after news.
  package let id: String
  /// What it is called, for the status row, a braille line and a voice: no station is known by its drawing alone.
  package let words: String
  /// What choosing it does.
  package let kind: Kind
  /// True once the thing it stands for is there no more: choosing it does nothing, and says so.
  package private(set) var isGone = false

  /// What a station is.
  package indirect enum Kind: Hashable, Sendable {
    /// Something to choose.
    case item(Choice)
    /// Stations of their own, one level deeper.
    case block([ScanStation])
    /// Back to the level above, at the station after the block.
    case noneOfThese
  }

  /// Something to choose: where it shows, and what choosing it does.
  package struct Choice: Hashable, Sendable {
    /// Where it shows.
    package let place: Place
    /// What choosing it does: the same as with any other hand.
    package let intent: Intent
  }

  /// Where a station shows.
  package enum Place: Hashable, Sendable {
    /// On the line of the list with this id.
    case line(String)
    /// On the way out with this id, below the list or in the bottom row.
    case way(String)
    /// In the status row alone.
    case words
  }

  /// A line of a list.
  init(line item: SceneItem, words: String? = nil) {
    self.init("line-\(item.id)", words ?? item.label, at: .line(item.id), item.intent)
  }

  /// A way out that shows.
  init(way item: SceneItem, words: String? = nil) {
    self.init("way-\(item.id)", words ?? item.label, at: .way(item.id), item.intent)
  }

  /// Something to choose.
  init(_ id: String, _ words: String, at place: Place = .words, _ intent: Intent) {
    self.init(id: id, words: words, .item(Choice(place: place, intent: intent)))
  }

  /// A block, which ends with the way out of it. `words` say what is in it, nil for its first and last station.
  init(block stations: [ScanStation], words: String? = nil) {
    let (first, last) = (stations.first?.words ?? "", stations.last?.words ?? "")
    self.init(
      id: "block-\(stations.first?.id ?? "")", words: words ?? "\(first) to \(last)",
      .block(stations + [.noneOfThese]))
  }

  private init(id: String, words: String, _ kind: Kind) {
    (self.id, self.words, self.kind) = (id, words, kind)
  }

  /// The same station, called otherwise.
  func called(_ words: String) -> ScanStation { ScanStation(id: id, words: words, kind) }

  static let noneOfThese = ScanStation(id: "none-of-these", words: "None of these", .noneOfThese)

  /// The stations of its block; empty for anything else.
  package var block: [ScanStation] { if case .block(let stations) = kind { stations } else { [] } }

  /// What choosing it does; nil for a block and for the way out of one.
  package var choice: Choice? { if case .item(let choice) = kind { choice } else { nil } }

  /// Everything that can be chosen in it, in order.
  package var choices: [ScanStation] {
    switch kind {
    case .item: [self]
    case .block(let stations): stations.flatMap(\.choices)
    case .noneOfThese: []
    }
  }

  /// The same station after news: at its place, with what its thing says now, or gone with it. `now` are the things that
  /// can be chosen now, by their ids.
  func refreshed(by now: [String: ScanStation]) -> ScanStation {
    switch kind {
    case .item:
      if let now = now[id] { return now }
      var gone = self
      gone.isGone = true
      return gone
    case .block(let stations):
      return ScanStation(id: id, words: words, .block(stations.map { $0.refreshed(by: now) }))
    case .noneOfThese: return self
    }
  }
}

/// What a hand that scans can ask of the scanning itself.
public enum ScanControl: Hashable, Sendable {
  /// Rests until the next press, which only goes on.
  case pause
  /// Stays longer on each station.
  case slower
  /// Stays shorter on each station.
  case faster
}
