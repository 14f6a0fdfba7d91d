internal import NightModel
internal import Text

/// What was made of a page while the room for it is looked for, so that a part is made and measured anew only where it
/// gets other room.
final class ClinicDesk {
  /// A part with the room it depends on.
  struct Key: Hashable {
    let section: ReportRequest.Section
    let room: [Int]
  }

  private var parts: [Key: [ClinicPage.Part]] = [:]
  private var heights: [Height: Int] = [:]

  private struct Height: Hashable {
    let block: TextBlock
    let isWhole: Bool
  }

  /// The parts of a key, made the first time.
  func parts(_ key: Key, _ make: () -> [ClinicPage.Part]) -> [ClinicPage.Part] {
    if let known = parts[key] { return known }
    let made = make()
    parts[key] = made
    return made
  }

  /// The height of a block, measured the first time.
  func height(_ block: TextBlock, isWhole: Bool, _ measure: () -> Int) -> Int {
    let key = Height(block: block, isWhole: isWhole)
    if let known = heights[key] { return known }
    let height = measure()
    heights[key] = height
    return height
  }
}
