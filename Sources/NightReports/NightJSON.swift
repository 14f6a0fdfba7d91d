public import NightModel
internal import Text

/// One night as JSON, by the contract of `show --format json`: its figures, its entries, and the diary and the
/// caregiver's page as typed.
public enum NightJSON {
  /// The night as one object. `withRetracted` also lists what was taken back, marked so; `isWhole` is false if part of the
  /// night could not be read.
  public static func text(
    _ night: Night, figures: NightFigures, withRetracted: Bool, isWhole: Bool = true
  ) -> String {
    let items = withRetracted ? night.timeline.all : night.items
    let listed = items.map { item in JSON.object(members(item, marked: withRetracted)) }
    let more = [
      JSON.Member("items", .array(listed)), JSON.Member("diary", night.answers(on: .diary).map(diary) ?? .null),
    ]
    return JSON.object(FiguresJSON.members(figures, isWhole: isWhole) + more).shown
  }

  /// The diary as typed, with who says so for each answer, and both where two people said different things.
  private static func diary(_ page: Page) -> JSON {
    let answers = Subject.diary.fields.map { JSON.Member($0.rawValue, page.details[$0]?.json ?? .null) }
    let sources = Subject.diary.questions.compactMap { field in
      page.says[field]?.source.map { JSON.Member(field.rawValue, .string($0)) }
    }
    let versions = Subject.diary.questions.compactMap { field in
      page.versions[field].map { JSON.Member(field.rawValue, .array($0.map { $0.value?.json ?? .null })) }
    }
    return .object(
      answers + [JSON.Member("sources", .object(sources))]
        + (versions.isEmpty ? [] : [JSON.Member("versions", .object(versions))]))
  }

  private static func members(_ item: Item, marked: Bool) -> [JSON.Member] {
    func field(_ field: Field) -> JSON.Member { JSON.Member(field.rawValue, item.details[field]?.json ?? .null) }
    var members = [
      JSON.Member("id", .string("\(item.id)")), JSON.Member("at", .string("\(item.at)")),
      JSON.Member("kind", .string(item.kindWord)),
      field(.value), field(.minutes), field(.side), field(.place), field(.note),
      JSON.Member("by", item.by.map { .string($0) } ?? .null), field(.source),
      JSON.Member("edited", .bool(item.isEdited)),
      field(.what), field(.helped), field(.woke), field(.times),
      JSON.Member("item", item.listItem.map { .string($0) } ?? .null), field(.state),
      JSON.Member("entered", item.entry.entered.map { .string("\($0)") } ?? .null),
    ]
    if !item.conflicts.isEmpty {
      let versions = Field.allCases.compactMap { field in
        item.conflicts[field].map { JSON.Member(field.rawValue, .array($0.map { $0?.json ?? .null })) }
      }
      members.append(JSON.Member("versions", .object(versions)))
    }
    if marked { members.append(JSON.Member("retracted", .bool(item.isRetracted))) }
    return members
  }
}

extension Item {
  /// The word the item is logged by: an event's or symptom's own, else what sort of entry it is.
  public var kindWord: String {
    switch subject {
    case .event(let kind): kind.rawValue
    case .symptom(let id): id
    case .check, .environment, .diary, .carer, .note, .plan, .handover: subject.kindName
    }
  }

  /// The id of the checklist or environment item it answers, if it does.
  fileprivate var listItem: String? {
    switch subject {
    case .check(let item), .environment(let item): item
    case .event, .symptom, .diary, .carer, .note, .plan, .handover: nil
    }
  }
}
