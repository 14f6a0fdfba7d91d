/// Shim until the store keeps both.
import NightStore

extension Store {
  func keepCard(_ text: String, isWhole: Bool) { keepCard(text) }
  static func keptCardBeforeDamage(for places: Places, files: any FileSystem) -> String? {
    keptCard(for: places, files: files)
  }
}
