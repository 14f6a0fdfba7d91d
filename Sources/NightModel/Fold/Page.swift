/// A page that a night has once, the morning diary or the caregiver's own night. Two that were filled in without knowledge
/// of each other are merged field by field, the later one winning.
public struct Page: Hashable, Sendable {
  /// What it says.
  public let details: Details
  /// Who says so, field by field.
  public let says: [Field: WhoSays]
  /// The fields on which two that did not know of each other disagree, with what each says.
  public let versions: [Field: [Version]]
  /// The entries it is made of, the one that counts most last.
  public let items: [Item]

  /// One of several answers.
  public struct Version: Hashable, Sendable {
    /// The answer; nil for blank.
    public let value: FieldValue?
    /// Who says so; nil where corrections disagree, which are known by what they say alone.
    public let who: WhoSays?
  }

  /// A page by its entries, the one that counts most last; nil if there are none.
  init?(_ items: [Item]) {
    guard !items.isEmpty else { return nil }
    var details = Details()
    var says: [Field: WhoSays] = [:]
    var answers: [Field: [Version]] = [:]
    var versions: [Field: [Version]] = [:]
    for item in items {
      for field in item.details.fields {
        details[field] = item.details[field]
        says[field] = item.says[field]
        if field != .source {
          answers[field, default: []].append(Version(value: item.details[field], who: item.says[field]))
        }
      }
      for (field, values) in item.conflicts where ![.at, .by].contains(field) {
        versions[field] = values.map { Version(value: $0, who: nil) }
      }
    }
    for (field, given) in answers where Set(given.map(\.value)).count > 1 { versions[field] = given }
    (self.details, self.says, self.versions, self.items) = (details, says, versions, items)
  }

  /// The body that sets some answers. It amends the entry that counts most and those with other answers, so that one
  /// version is left.
  func amendment(_ changes: Changes) -> Entry.Body {
    let others = items.dropLast().filter { item in
      changes.contains { field, value in
        field != .source && item.details[field] != nil && item.details[field] != value
      }
    }
    return .amend(of: (others + items.suffix(1)).flatMap { [$0.id] + $0.amendments }.eachOnce, changes)
  }
}

extension Night {
  /// A page of the night as it stands; nil if nobody began it.
  public func answers(on subject: Subject) -> Page? { Page(pages(subject)) }

  /// The body that sets some answers of a page: a first entry, or an amendment of those that are there.
  public func body(setting changes: Changes, on subject: Subject) -> Entry.Body {
    answers(on: subject)?.amendment(changes) ?? .record(subject, Details(changes.compactMapValues { $0 }))
  }
}
