internal import NightModel
internal import Text

/// One symptom, kind of event or medicine over the span, as it was written.
struct ClinicTally: Sendable {
  /// How often it was there, by night. A night without it is in here only by being absent.
  private(set) var times: [CivilDate: Int] = [:]
  /// In how many nights it was asked about and was not there.
  private(set) var askedNights = 0
  /// The highest grade.
  private(set) var highest: Int?
  /// How often it woke the person, of how often anybody said whether it did.
  private(set) var woke = 0
  private(set) var wokeKnown = 0
  /// What was answered about it, by how often.
  private(set) var answers: [String: Int] = [:]
  /// What a medicine was called when it was written last.
  private(set) var name = ""

  /// How often it was there in all.
  var total: Int { times.values.reduce(0, +) }
  /// The newest night it was there.
  var latest: CivilDate? { times.keys.max() }
  /// In how many of some nights it was there.
  func nights(in span: ClosedRange<CivilDate>) -> Int { times.keys.count(where: span.contains) }

  /// What was written of symptoms and of what happened, medicines aside.
  static func all(_ nights: [Night]) -> [Subject: ClinicTally] {
    tallies(nights) { item in
      switch item.subject {
      case .symptom, .event: item.subject == .event(.medicine) ? nil : item.subject
      case .check, .environment, .diary, .carer, .note, .plan, .handover: nil
      }
    }
  }

  /// The medicines that were written, each once however it was spelled; the empty name for those that were not named.
  static func medicines(_ nights: [Night]) -> [MedicineName: ClinicTally] {
    tallies(nights) { item in
      item.subject == .event(.medicine) ? MedicineName(item.details.text(.what) ?? "") : nil
    }
  }

  private static func tallies<Key: Hashable>(_ nights: [Night], by key: (Item) -> Key?) -> [Key: ClinicTally] {
    var tallies: [Key: ClinicTally] = [:]
    for night in nights {
      var ofNight: [Key: [Item]] = [:]
      for item in night.items { if let key = key(item) { ofNight[key, default: []].append(item) } }
      for (key, items) in ofNight { tallies[key, default: ClinicTally()].take(items, night.date) }
    }
    return tallies
  }

  private mutating func take(_ items: [Item], _ night: CivilDate) {
    let occurrences = items.filter(\.isOccurrence)
    if occurrences.isEmpty { askedNights += 1 } else { times[night] = occurrences.timesInAll }
    for item in occurrences {
      if let grade = item.details.number(.value) { highest = max(highest ?? grade, grade) }
      if let flag = item.details.flag(.woke) {
        wokeKnown += 1
        woke += flag ? 1 : 0
      }
      guard let what = item.details.text(.what) else { continue }
      if item.subject == .event(.medicine) { name = what.trimmingSpaces() } else { answers[what, default: 0] += 1 }
    }
  }
}
