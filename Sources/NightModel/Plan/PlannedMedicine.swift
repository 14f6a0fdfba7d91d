internal import Text

/// A medicine of the plan, with what its label says, as typed. Where there are two versions both are told, with who and when:
/// what a label says is never told as one while somebody has to choose.
public struct PlannedMedicine: Hashable, Sendable {
  /// Its name as the plan spells it.
  public let name: String
  /// What the label says.
  public let label: String
  /// When it is given.
  public let when: String?
  /// The least time between doses.
  public let gap: String?
  /// The most in 24 hours.
  public let most: String?

  /// What the label says besides the name it begins with, `0.5 mg` of `Lorazepam 0.5 mg`; nil where that is nothing.
  public var labelBesidesName: String? {
    guard label.lowercased().hasPrefix(name.lowercased()) else { return label }
    let rest = label.dropFirst(name.count)
    guard rest.first.map({ !$0.isLetter && !$0.isNumber && $0 != "-" }) ?? true else { return label }
    let said = String(rest.drop { " ,;:".contains($0) }).trimmingSpaces()
    return said.isEmpty ? nil : said
  }
}

extension Plan {
  /// The medicines of the plan in alphabetical order, each once however often and however it is spelled.
  public var medicines: [PlannedMedicine] {
    values(of: .medicine).map { name, label in
      PlannedMedicine(
        name: name, label: bothVersions(Setting(.medicine, name)) ?? label,
        when: told(Setting(.medicineWhen, name)), gap: gap(of: name),
        most: told(Setting(.medicineMost, name)))
    }
  }

  /// The label's least time between doses of a medicine, as typed; nil if it says none.
  func gap(of medicine: String) -> String? { told(Setting(.medicineGap, medicine)) }

  /// A setting as it is told: its value, or both versions; nil if it is blank.
  func told(_ setting: Setting) -> String? { bothVersions(setting) ?? value(setting) }

  /// Both versions of a setting, what counts first: `two versions: 4 h or 6 h (MK, Sat 28 Nov 21:10; TR, Sat 28 Nov 21:12)`;
  /// nil where there is one.
  private func bothVersions(_ setting: Setting) -> String? {
    let versions = versions(setting)
    guard !versions.isEmpty else { return nil }
    let values = versions.map { $0.details.text(.to) ?? "blank" }.joined(separator: " or ")
    return "two versions: \(values) (\(versions.map { $0.authorWords(clock) }.joined(separator: "; ")))"
  }

  /// A setting as the plan spells the medicine in it: `medicine-gap.lorazepam` is `medicine-gap.Lorazepam` where that is
  /// how the medicine stands there. Any other stays as it is.
  public func asSpelled(_ setting: Setting) -> Setting {
    guard setting.key.member == .medicine, let member = setting.member else { return setting }
    let names = PlanKey.allCases.filter { $0.member == .medicine }.flatMap { values(of: $0) }.map(\.name)
    let medicine = MedicineName(member)
    return names.first { MedicineName($0) == medicine }.map { Setting(setting.key, $0) } ?? setting
  }
}
