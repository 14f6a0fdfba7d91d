internal import Text

/// The pages of the plan in words, and what can be picked there without typing.
extension PlanKey.Page {
  /// What the page is called.
  public var label: String {
    switch self {
    case .person: "The person"
    case .people: "Who helps at night"
    case .equipment: "Equipment"
    case .routine: "What is part of the routine"
    case .turning: "Turning"
    case .medicines: "Medicines, as on the label"
    case .numbers: "Phone numbers"
    case .card: "What the emergency card says"
    case .nights: "How we do nights"
    case .report: "Signs and report"
    case .settings: "Settings"
    case .switches: "Switches and scanning"
    case .record: "This record"
    }
  }
}

extension PlanKey {
  /// Values that can be picked without typing, with how they are shown. `standing` is what stands there now.
  public func picks(
    standing: String?, today: CivilDate, catalogue: Catalogue
  ) -> [(label: String, value: String)] {
    switch rule {
    case .choice(let choices): choices.map { (words(ofChoice: $0).capitalizedFirst, $0) }
    case .step: catalogue.steps.map { ($0.label, $0.id) }
    case .number(let range, let word, _):
      // All equally far apart, so that none looks recommended.
      (word.map { [(words(ofChoice: $0).capitalizedFirst, $0)] } ?? [])
        + (range.count <= 24 ? Array(range) : Array(stride(from: 30, through: 360, by: 30)))
        .map { (words("\($0)"), "\($0)") }
    case .milliseconds(let range):
      Self.lengths.filter(range.contains).map { (words("\($0)"), "\($0)") }
    case .list(let sides, _) where sides.count <= 3:
      Self.orders(of: sides).map { (words($0.joined(separator: ",")).capitalizedFirst, $0.joined(separator: ",")) }
    case .list(let known, _):
      // What is put first goes before the order that stands, so that any order can be built without typing.
      known.map { first in
        let order = standing?.split(separator: ",").map(String.init) ?? []
        let rest = (order + known.filter { !order.contains($0) }).filter { $0 != first }
        return ("\(first.hyphensAsSpaces.capitalizedFirst) first", ([first] + rest).joined(separator: ","))
      }
    case .date: [("Today", "\(today)")]
    case .line: [("Take this line off the card", Self.noLine)]
    case .text where self == .away: [("Hospital", "hospital"), ("Respite", "respite"), ("Elsewhere", "elsewhere")]
    case .text where self == .medicineWhen: Self.times(of: standing)
    case .text where self == .mark:
      ["new mask", "machine settings", "mattress or overlay", "bed", "positions", "medicine", "feeding", "who helps"]
        .map { ($0.capitalizedFirst, $0) }
    case .text, .phone, .items, .initials, .birth: []
    }
  }

  /// Lengths of time to pick, in milliseconds.
  private static let lengths = [
    0, 100, 150, 200, 250, 300, 500, 700, 1000, 1200, 1500, 1800, 2000, 2500, 3000, 4000, 5000, 7000, 10_000,
  ]

  private static let partsOfDay = ["morning", "noon", "evening", "night"]

  /// When a medicine is given: one part of the day, as needed, or one more part beside those that stand.
  private static func times(of standing: String?) -> [(label: String, value: String)] {
    let given = standing?.split(separator: ",").map { $0.trimmingSpaces() } ?? []
    let isOfDay = !given.isEmpty && given.allSatisfy(partsOfDay.contains)
    let more = partsOfDay.filter { isOfDay && !given.contains($0) }
      .map { part in partsOfDay.filter { given.contains($0) || $0 == part }.joined(separator: ", ") }
    return (partsOfDay + ["as needed"] + more).map { ($0.capitalizedFirst, $0) }
  }

  /// True if something else than the picks can stand there, which is typed.
  public var isTyped: Bool {
    switch rule {
    case .choice, .step: false
    case .number(let range, _, _): range.count > 24
    case .text, .line, .milliseconds, .list, .items, .phone, .initials, .date, .birth: true
    }
  }

  /// Every order of two or more of the words.
  private static func orders(of words: [String]) -> [[String]] {
    func orders(_ count: Int, _ rest: [String]) -> [[String]] {
      guard count > 0 else { return [[]] }
      return rest.flatMap { first in orders(count - 1, rest.filter { $0 != first }).map { [first] + $0 } }
    }
    return [words.count, words.count - 1].filter { $0 > 1 }.flatMap { orders($0, words) }
  }
}
