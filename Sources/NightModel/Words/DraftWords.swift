internal import Text

/// Drafts in words: what a message names that could not be saved, or what is printed so that it can be copied by hand.
extension Draft {
  /// When and what, such as `2026-11-23 02:15 turned left`. The catalogue is asked for only if the item is named in it.
  public func words(_ catalogue: @autoclosure () -> Catalogue) -> String {
    let when = "\(at.date) \(at.time)"
    switch body {
    case .record:
      return [when, item?.words(catalogue()), by?.forDisplay].compactMap { $0 }.joined(separator: " ")
    case .amend(_, let changes):
      let fields = Field.allCases.filter { changes.keys.contains($0) }.map { field in
        "\(field.optionName) \(changes[field].flatMap { $0 }.map(\.words) ?? "blank")"
      }
      return "\(when) change of an entry: \(fields.joined(separator: ", "))"
    case .retract: return "\(when) an entry taken back"
    }
  }

  /// What a record would come to once written; nil for what speaks of other entries.
  public var item: Item? {
    let entry = Entry(
      id: id ?? EntryID(milliseconds: 0, random: (0, 0)), stamp: Stamp(milliseconds: 0, counter: 0, writer: ""),
      at: at, by: by, body: body)
    return Timeline([entry]).items.first
  }
}

extension Partition {
  /// The partition in words: `the plan`, or `the night 2026-11-22`.
  public var words: String { self == .plan ? "the plan" : "the night \(self)" }
}
