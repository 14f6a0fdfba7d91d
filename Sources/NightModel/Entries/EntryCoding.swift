public import Text

/// Entries as JSON members, apart from what frames a line in its file (version, position, checksums).
///
/// Members: `h` stamp, `at`, `tz`, `entered`, `by`, `g` action, `o` its number, `via`, `from`, `k` kind, `d` details. What
/// says something anew also has in `d` the entries it is written `of`, and the moment it is `dated` from if one was given.
extension Entry {
  /// The members that spell this entry, in their fixed order; what was not recorded is left out.
  public var jsonMembers: [JSON.Member] {
    var members = [JSON.Member("h", .string("\(stamp)")), JSON.Member("at", .string("\(at)"))]
    func add(_ name: String, _ value: String?) {
      if let value { members.append(JSON.Member(name, .string(value))) }
    }
    add("tz", zone)
    add("entered", entered?.description)
    add("by", by)
    add("g", action == id ? nil : action.description)
    if let order { members.append(JSON.Member("o", .integer(order))) }
    add("via", via?.rawValue)
    add("from", movedFrom?.description)
    switch body {
    case .record(let subject, let details):
      add("k", subject.kindName)
      let about = subject.jsonMember.map { [$0] } ?? []
      let filled = details.fields.compactMap { field in
        details[field].map { JSON.Member(field.rawValue, $0.json) }
      }
      members.append(JSON.Member("d", .object(about + filled + standingMembers)))
    case .amend(let of, let changes):
      add("k", "amend")
      let set = Field.allCases.compactMap { field in
        changes[field].map { JSON.Member(field.rawValue, $0?.json ?? .null) }
      }
      members.append(
        JSON.Member("d", .object([JSON.Member("of", Self.list(of)), JSON.Member("set", .object(set))])))
    case .retract(let of):
      add("k", "retract")
      members.append(JSON.Member("d", .object([JSON.Member("of", Self.list(of))])))
    }
    return members
  }

  /// Reads an entry from a line's object.
  /// - Returns: nil if its kind, or something in it, is not known to this version: it may be from a newer one, so it is
  ///   kept and counted, never guessed at.
  public init?(id: EntryID, json: JSON) {
    guard let stamp = json["h"]?.text.flatMap(Stamp.init), let at = json["at"]?.text.flatMap({ Instant($0) }),
      let body = Body(kind: json["k"]?.text ?? "", details: json["d"] ?? .object([]))
    else { return nil }
    let via = json["via"]?.text
    guard via == nil || via.flatMap(Via.init) != nil else { return nil }
    var over: [EntryID]?
    var dated: Instant?
    if case .record(let subject, _) = body, subject.standing != nil {
      if let names = json["d"]?["of"] {
        guard let ids = Self.ids(names) else { return nil }
        over = ids
      }
      if let text = json["d"]?["dated"] {
        guard let moment = text.text.flatMap({ Instant($0) }) else { return nil }
        dated = moment
      }
    }
    self.init(
      id: id, stamp: stamp, at: at, zone: json["tz"]?.text, entered: json["entered"]?.text.flatMap { Instant($0) },
      by: json["by"]?.text, action: json["g"]?.text.flatMap { EntryID($0) },
      order: json["o"]?.integer.flatMap { Self.orders.contains($0) ? $0 : nil }, via: via.flatMap(Via.init),
      movedFrom: json["from"]?.text.flatMap { EntryID($0) }, importedBy: json["im"]?.text.flatMap { EntryID($0) },
      over: over, dated: dated, body: body)
  }

  private var standingMembers: [JSON.Member] {
    (over.map { [JSON.Member("of", Self.list($0))] } ?? [])
      + (dated.map { [JSON.Member("dated", .string("\($0)"))] } ?? [])
  }

  /// The numbers an action can have: what a line claims must never overflow what is counted on from it.
  public static let orders = 1...(1 << 52)

  private static func list(_ ids: [EntryID]) -> JSON {
    .array(ids.map { .string($0.description) })
  }

  /// The ids of a list; nil if anything else is in it.
  fileprivate static func ids(_ list: JSON) -> [EntryID]? {
    guard let elements = list.elements else { return nil }
    let ids = elements.compactMap { $0.text.flatMap { EntryID($0) } }
    return ids.count == elements.count ? ids : nil
  }
}

extension Entry.Body {
  fileprivate init?(kind: String, details: JSON) {
    func named() -> [EntryID]? {
      guard let ids = details["of"].flatMap(Entry.ids), !ids.isEmpty else { return nil }
      return ids
    }
    switch kind {
    case "amend":
      guard let of = named(), let set = details["set"]?.members else { return nil }
      var changes: Changes = [:]
      for member in set {
        guard let field = Field(rawValue: member.name) else { continue }
        if member.value == .null {
          changes.updateValue(nil, forKey: field)
        } else if let value = FieldValue(member.value, of: field) {
          changes.updateValue(value, forKey: field)
        } else {
          return nil
        }
      }
      self = .amend(of: of, changes)
    case "retract":
      guard let of = named() else { return nil }
      self = .retract(of: of)
    default:
      guard let subject = Subject(kind: kind, details: details) else { return nil }
      var known = Details()
      for member in details.members ?? [] {
        // A field of a newer version stays in the file; a known one that cannot be read makes the whole line foreign.
        guard let field = Field(rawValue: member.name), member.value != .null else { continue }
        guard let value = FieldValue(member.value, of: field) else { return nil }
        known[field] = value
      }
      self = .record(subject, known)
    }
  }
}

extension Subject {
  /// The word that stands for it in a line's `k`.
  public var kindName: String {
    switch self {
    case .event: "event"
    case .symptom: "symptom"
    case .check: "check"
    case .environment: "environment"
    case .diary: "diary"
    case .carer: "carer"
    case .note: "note"
    case .plan: "plan"
    case .handover: "handover"
    }
  }

  fileprivate var jsonMember: JSON.Member? {
    switch self {
    case .event(let kind): JSON.Member("kind", .string(kind.rawValue))
    case .symptom(let id): JSON.Member("symptom", .string(id))
    case .check(let item), .environment(let item): JSON.Member("item", .string(item))
    case .plan(let key): JSON.Member("key", .string(key))
    case .handover(let kind): JSON.Member("kind", .string(kind.rawValue))
    case .diary, .carer, .note: nil
    }
  }

  fileprivate init?(kind: String, details: JSON) {
    switch kind {
    case "event":
      guard let event = details["kind"]?.text.flatMap(EventKind.init) else { return nil }
      self = .event(event)
    case "symptom":
      guard let id = details["symptom"]?.text, !id.isEmpty else { return nil }
      self = .symptom(id)
    case "check", "environment":
      guard let item = details["item"]?.text, !item.isEmpty else { return nil }
      self = kind == "check" ? .check(item: item) : .environment(item: item)
    case "plan":
      guard let key = details["key"]?.text, !key.isEmpty else { return nil }
      self = .plan(key: key)
    case "handover":
      guard let handover = details["kind"]?.text.flatMap(HandoverKind.init) else { return nil }
      self = .handover(handover)
    case "diary": self = .diary
    case "carer": self = .carer
    case "note": self = .note
    default: return nil
    }
  }
}

extension FieldValue {
  /// The value as JSON: a number, a string, true or false, or an ISO 8601 moment.
  public var json: JSON {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    case .moment(let moment): .string(moment.description)
    }
  }

  /// Reads a value that fits the field; nil if it has another type or lies outside the field's range.
  init?(_ json: JSON, of field: Field) {
    switch field.rule {
    case .number(let range):
      guard let number = json.integer, range.contains(number) else { return nil }
      self = .number(number)
    case .choice(let words):
      guard let word = json.text, words.contains(word) else { return nil }
      self = .text(word)
    case .text:
      guard let text = json.text else { return nil }
      self = .text(text)
    case .flag:
      guard case .bool(let flag) = json else { return nil }
      self = .flag(flag)
    case .moment:
      guard let moment = json.text.flatMap({ Instant($0) }) else { return nil }
      self = .moment(moment)
    }
  }
}
