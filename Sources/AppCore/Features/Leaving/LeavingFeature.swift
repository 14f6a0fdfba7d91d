internal import NightModel
internal import Text

/// Whether to leave, and what becomes of what was begun.
public struct LeavingFeature: Feature {
  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    needs.mayRest = false
    return needs
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("leaving", "Leave Nightstand?")
    scene.facts = c.leaving.map { .init("", $0) }
    scene.list = SceneList([SceneItem("stay", "Stay", .back), SceneItem("leave", "Leave", .leave), .back])
    return scene
  }
}
