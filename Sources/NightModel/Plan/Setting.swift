/// One setting of the plan: its key, and the member where the key is a family's. It is spelled `theme`, or `people.MK`.
public struct Setting: Hashable, Sendable, CustomStringConvertible {
  /// What is set.
  public let key: PlanKey
  /// Whom or what it is set for; nil for a key that stands alone.
  public let member: String?

  /// A setting by its key. `member` is nil exactly for a key that stands alone.
  public init(_ key: PlanKey, _ member: String? = nil) { (self.key, self.member) = (key, member) }

  /// A setting as it is spelled; nil if it is none that is known here.
  public init?(_ spelled: String) {
    guard let key = PlanKey.find(spelled) else { return nil }
    guard key.member != nil else {
      self.init(key)
      return
    }
    guard let dot = spelled.firstIndex(of: ".") else { return nil }
    self.init(key, String(spelled[spelled.index(after: dot)...]))
  }

  /// Whose it is alone, and which setting they have for themselves; nil for a setting that holds for everybody.
  public var personal: (writer: String, key: PlanKey)? {
    guard key == .personal, let member else { return nil }
    // Initials may have dots themselves.
    for key in PlanKey.personalKeys where member.hasSuffix(".\(key.rawValue)") {
      let writer = member.dropLast(key.rawValue.count + 1)
      if !writer.isEmpty { return (String(writer), key) }
    }
    return nil
  }

  /// Which setting says what may stand in it: its own, or the one that somebody has for themselves.
  public var kind: PlanKey { personal?.key ?? key }

  /// A setting that somebody has for themselves.
  public init(_ key: PlanKey, for writer: String) { self.init(.personal, "\(writer).\(key.rawValue)") }

  /// As it is spelled.
  public var description: String { member.map { "\(key.rawValue).\($0)" } ?? key.rawValue }

  /// What an entry that sets it is about.
  public var subject: Subject { .plan(key: description) }

  /// A key of the record as keys are held against each other: `medicine.Lorazepam` and `medicine.lorazepam` are one.
  static func folded(_ spelled: String) -> String {
    guard let dot = spelled.utf8.firstIndex(of: UInt8(ascii: ".")), medicineFamilies.contains(String(spelled[..<dot]))
    else {
      return spelled
    }
    return spelled[...dot] + MedicineName(String(spelled[spelled.index(after: dot)...])).folded
  }

  private static let medicineFamilies = Set(PlanKey.allCases.filter { $0.member == .medicine }.map(\.rawValue))
}

extension Standing {
  /// What stands in a setting; nil if it is blank.
  public var value: String? { item?.details.text(.to) }
}

extension Subject {
  /// The setting it is; nil for anything else, and for one that is not known here.
  public var setting: Setting? { if case .plan(let key) = self { Setting(key) } else { nil } }
}
