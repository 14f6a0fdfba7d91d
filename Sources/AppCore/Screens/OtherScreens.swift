internal import CellUI
internal import NightModel
internal import Text

/// All symptoms.
extension App {
  func symptomsScene() -> Scene {
    var scene = Scene("symptoms", "All symptoms")
    var items: [SceneItem] = []
    for time in [Symptom.Time.night, .day] {
      let group = catalogue.symptoms.filter { symptom in
        symptom.time == time && symptom.needs.allSatisfy { context.offers($0) }
      }
      for (index, symptom) in group.enumerated() {
        let noted = night.items.filter { $0.subject == .symptom(symptom.id) }
        let count = noted.count(where: \.isOccurrence)
        items.append(
          SceneItem(
            symptom.id, symptom.label, state: count > 0 ? "\(count) tonight" : noted.isEmpty ? "" : "asked, none",
            detail: symptom.what,
            heading: index == 0 ? (time == .night ? "At night" : "By day, as a sign of the night") : nil,
            .log(.symptom(symptom.id))))
      }
    }
    scene.list = SceneList(items + [.back])
    return scene
  }
}
