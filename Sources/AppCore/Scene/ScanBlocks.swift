/// Puts stations into blocks, so that no level has more than eight.
///
/// The order of the stations is kept. A block of lines lies within one segment: what stands under one heading, or in one
/// column. Only where there are more of those than a level holds, a block holds several of them as blocks of their own.
struct ScanBlocks {
  /// The most stations of a level.
  static let mostStations = 8
  /// The most lines of a block, which ends with the way out of it.
  static let mostLines = 6

  /// What stands together: under one heading, or in one column.
  struct Segment {
    /// What it is called; nil where nothing stands above it.
    var heading: String?
    /// Its lines.
    var stations: [ScanStation]
  }

  /// Stations of one level.
  /// - Parameters:
  ///   - segments: what is to be in them, none of them empty.
  ///   - room: how many stations there is room for, at least 1.
  /// - Returns: the stations, or blocks of them where there are too many.
  static func stations(_ segments: [Segment], room: Int) -> [ScanStation] {
    let lines = segments.flatMap(\.stations)
    if lines.count <= room { return lines }
    let isOne = segments.count == 1
    let blocks = segments.flatMap { segment in
      Self.blocks(of: segment, isOne ? linesOfBlock(for: lines.count, room: room) : mostLines)
    }
    return levels(blocks, room: room)
  }

  /// How many lines a block has where nothing but their number parts them. Blocks about as many as each has lines need the
  /// fewest steps.
  private static func linesOfBlock(for count: Int, room: Int) -> Int {
    let blocks = (1...count).first { $0 * $0 >= count } ?? count
    let even = (count + blocks - 1) / blocks
    // Larger blocks where that leaves out a level.
    let fitting = (count + room - 1) / room
    return min(mostLines, max(even, fitting))
  }

  /// A segment in blocks of at most so many lines, as even as can be.
  private static func blocks(of segment: Segment, _ most: Int) -> [ScanStation] {
    let parts = split(segment.stations, into: (segment.stations.count + most - 1) / most)
    return parts.map { part in
      part.count == 1 ? part[0] : ScanStation(block: part, words: parts.count == 1 ? segment.heading : nil)
    }
  }

  /// Blocks put into blocks until a level holds them.
  private static func levels(_ blocks: [ScanStation], room: Int) -> [ScanStation] {
    guard blocks.count > room else { return blocks }
    return split(blocks, into: room).map { part in
      part.count == 1 ? part[0] : block(of: levels(part, room: mostStations - 1))
    }
  }

  /// A block of blocks, called by the first and the last thing in it.
  private static func block(of stations: [ScanStation]) -> ScanStation {
    let choices = stations.flatMap(\.choices)
    return ScanStation(block: stations, words: "\(choices.first?.words ?? "") to \(choices.last?.words ?? "")")
  }

  /// Things in so many parts, as even as can be, the longer ones first.
  private static func split(_ things: [ScanStation], into parts: Int) -> [[ScanStation]] {
    let (each, longer) = (things.count / parts, things.count % parts)
    var start = 0
    return (0..<parts).map { part in
      let end = start + each + (part < longer ? 1 : 0)
      defer { start = end }
      return Array(things[start..<end])
    }
  }
}
