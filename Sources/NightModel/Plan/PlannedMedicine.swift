/// A medicine of the plan, with what its label says, as typed.
public struct PlannedMedicine: Hashable, Sendable {
  /// Its name as the plan spells it.
  public let name: String
  /// What the label says.
  public let label: String
  /// The least time between doses.
  public let gap: String?
  /// The most in 24 hours.
  public let most: String?
}

extension Plan {
  /// The medicines of the plan in alphabetical order, each once however often and however it is spelled.
  public var medicines: [PlannedMedicine] {
    var known: Set<MedicineName> = []
    let (gaps, most) = (medicineGaps, medicineValues("medicine-most"))
    return values(below: "medicine").filter { known.insert(MedicineName($0.name)).inserted }.map { name, label in
      let medicine = MedicineName(name)
      return PlannedMedicine(name: name, label: label, gap: gaps[medicine], most: most[medicine])
    }
  }

  /// The label's least time between doses, as typed, by medicine.
  public var medicineGaps: [MedicineName: String] { medicineValues("medicine-gap") }

  private func medicineValues(_ family: String) -> [MedicineName: String] {
    // Spelled in two ways it may be set twice; what was set last stands.
    let set = values(below: family).sorted { one, other in
      let moments = [one, other].map { settings["\(family).\($0.name)"]?.at.milliseconds ?? .min }
      return moments[0] < moments[1]
    }
    return Dictionary(set.map { (MedicineName($0.name), $0.value) }) { $1 }
  }

  /// A key as the plan spells the medicine in it: `medicine-gap.lorazepam` is `medicine-gap.Lorazepam` where that is how
  /// the medicine stands there. A key that is set, and any of another page, stays as it is.
  public func asSpelled(_ key: String) -> String {
    guard value(key) == nil, let known = PlanKey.find(key), known.page == .medicines,
      let member = PlanKey.member(of: key)
    else { return key }
    let families = PlanKey.all.filter { $0.page == .medicines }.map(\.name)
    let names = families.flatMap { values(below: $0) }.map(\.name)
    let medicine = MedicineName(member)
    return names.first { MedicineName($0) == medicine }.map { "\(known.name).\($0)" } ?? key
  }
}
