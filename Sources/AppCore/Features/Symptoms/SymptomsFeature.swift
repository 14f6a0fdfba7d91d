internal import NightModel

/// All symptoms. What is written from here is described next, on the page of its entry.
public struct SymptomsFeature: Feature {
  /// What a person can want of the symptoms.
  public enum Intent: Hashable, Sendable {
    /// Writes one down, by its id.
    case note(String)
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .note(let id): c.unlessClosed { [.save([c.draft(.record(.symptom(id), Details()))], .symptom)] }
    }
  }

  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    guard saved.origin == .symptom, let written = saved.entries.first else { return [] }
    return [.open(.entry(written))]
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("symptoms", "All symptoms")
    let night = c.night
    var items: [SceneItem] = []
    for time in [Symptom.Time.night, .day] {
      let group = c.offeredSymptoms.filter { $0.time == time }
      for (index, symptom) in group.enumerated() {
        let noted = night.items.filter { $0.subject == .symptom(symptom.id) }
        let count = noted.timesInAll
        items.append(
          SceneItem(
            symptom.id, symptom.label, state: count > 0 ? "\(count) tonight" : noted.isEmpty ? "" : "asked, none",
            detail: symptom.what,
            heading: index == 0 ? (time == .night ? "At night" : "By day, as a sign of the night") : nil,
            .feature(.symptoms(.note(symptom.id)))))
      }
    }
    scene.list = SceneList(items + [.back])
    return scene
  }
}
