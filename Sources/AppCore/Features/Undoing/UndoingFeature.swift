internal import NightModel
internal import Text

/// Whether to take back what somebody else did.
public struct UndoingFeature: Feature {
  /// What would be taken back.
  let preview: UndoPreview

  /// What a person can want.
  public enum Intent: Hashable, Sendable {
    /// Takes it back.
    case takeBack
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .takeBack: [.back, .undoAnyway]
    }
  }

  func scene(_ c: Context) -> Scene {
    let author = preview.by?.forDisplay
    var scene = Scene("undoing", "Take back what \(author ?? "somebody else") did?")
    scene.facts = preview.words.prefix(6).map { Fact("", "\($0).".capitalizedFirst) }
    if preview.words.count > 6 { scene.facts.append(Fact("", "And \(preview.words.count - 6) more.")) }
    scene.facts.append(
      Fact("", "\(author ?? "Somebody else") wrote it, and \(c.by?.forDisplay ?? "nobody") writes now."))
    scene.list = SceneList([
      SceneItem("leave", "Leave it as it is", .back),
      SceneItem("take-back", "Take it back", .feature(.undoing(.takeBack))), .back,
    ])
    return scene
  }
}
