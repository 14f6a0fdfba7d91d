internal import NightModel

/// A night's facts as bytes, to be kept beside the record. Their layout may change with every version of the program:
/// `CacheLayout` tells one from the next, and what another one wrote is never read.
extension NightSummary {
  /// The facts as bytes.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.add(night.daysSince1970)
    // First, so that they can be read without the rest.
    writer.add(doses.count)
    for dose in doses {
      writer.add(dose.name)
      writer.add(dose.at)
      writer.add(dose.by ?? "")
    }
    writer.add(entries)
    writer.add(events.count)
    for (index, kind) in EventKind.allCases.enumerated() {
      guard let count = events[kind] else { continue }
      writer.add(byte: UInt8(index))
      writer.add(count)
    }
    writer.add(edges.count)
    for edge in edges {
      writer.add(byte: UInt8(EventKind.allCases.firstIndex(of: edge.kind) ?? 0))
      writer.add(edge.at)
      writer.add(fixed: edge.id.halves.high)
      writer.add(fixed: edge.id.halves.low)
      writer.add(byte: edge.isAsIs.map { $0 ? 2 : 1 } ?? 0)
    }
    writer.add(turns.count)
    for turn in turns { writer.add(turn) }
    writer.add(symptoms.count)
    for symptom in symptoms {
      writer.add(symptom.id)
      writer.add(symptom.at)
      writer.add((symptom.grade ?? -1) + 1)
      writer.add(symptom.times)
    }
    writer.add(mucus.count)
    for (answer, count) in mucus.sorted(by: { $0.key < $1.key }) {
      writer.add(answer)
      writer.add(count)
    }
    writer.add(checks.count)
    for (item, state) in checks.sorted(by: { $0.key < $1.key }) {
      writer.add(item)
      writer.add(byte: UInt8(state.flatMap { ItemState.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0))
    }
    for page in [diary, carer] {
      writer.add(byte: page == nil ? 0 : 1)
      if let page { writer.add(page) }
    }
    writer.add(byte: (hasNotes ? 1 : 0) | (isCorrected ? 2 : 0) | (hasTwoVersions ? 4 : 0))
    return writer.bytes
  }

  /// Reads the facts of a night; nil if the bytes are no such thing.
  init?(encoded bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    let (kinds, states) = (EventKind.allCases, ItemState.allCases)
    let day = Int(reader.number())
    guard (-10_000_000...10_000_000).contains(day) else { return nil }
    let date = CivilDate(daysSince1970: day)
    let doses = reader.doses()
    let entries = Int(reader.number())
    let events = reader.list { reader in reader.one(of: kinds).map { ($0, Int(reader.number())) } }
    let edges = reader.list { reader in
      reader.one(of: kinds).map { kind in
        let (at, high, low) = (reader.moment(), reader.fixed() as UInt64, reader.fixed() as UInt64)
        let isAsIs = reader.one(of: [nil, false, true]) ?? nil
        return IntervalEdge(night: date, kind: kind, at: at, id: EntryID(high: high, low: low), isAsIs: isAsIs)
      }
    }
    let turns = reader.list { $0.moment() }
    let symptoms = reader.list { reader in
      let (id, at, grade) = (reader.text(), reader.moment(), Int(reader.number()))
      return Symptom(id: id, at: at, grade: grade == 0 ? nil : grade &- 1, times: Int(reader.number()))
    }
    let mucus = reader.list { reader in (reader.text(), Int(reader.number())) }
    let checks = reader.list { reader in (reader.text(), reader.one(of: [nil] + states.map { $0 }) ?? nil) }
    let diary = reader.byte() == 0 ? nil : reader.details()
    let carer = reader.byte() == 0 ? nil : reader.details()
    let flags = reader.byte()
    guard reader.isAtEnd, flags < 8 else { return nil }
    self.init(
      night: date, entries: entries, doses: doses, events: Dictionary(events) { $1 }, edges: edges, turns: turns,
      symptoms: symptoms, mucus: Dictionary(mucus) { $1 }, checks: Dictionary(checks) { $1 }, diary: diary,
      carer: carer,
      hasNotes: flags & 1 != 0, isCorrected: flags & 2 != 0, hasTwoVersions: flags & 4 != 0)
  }

  /// The last dose of each medicine of a night, read from its facts as bytes without the rest of them.
  static func doses(encoded bytes: ArraySlice<UInt8>) -> [Dose] {
    var reader = ByteReader(bytes)
    _ = reader.number()
    return reader.doses()
  }
}

extension ByteWriter {
  /// Adds the details of a page, field by field.
  fileprivate mutating func add(_ details: Details) {
    let fields = details.fields
    add(fields.count)
    for field in fields {
      add(byte: UInt8(Field.allCases.firstIndex(of: field) ?? 0))
      switch details[field] {
      case .number(let number):
        add(byte: 0)
        add(number)
      case .text(let text):
        add(byte: 1)
        add(text)
      case .flag(let flag): add(byte: flag ? 3 : 2)
      case .moment(let moment):
        add(byte: 4)
        add(moment)
      case nil: add(byte: 2)
      }
    }
  }
}

extension ByteReader {
  /// The next doses.
  fileprivate mutating func doses() -> [Dose] {
    list { reader in
      let (name, at, by) = (reader.text(), reader.moment(), reader.text())
      return Dose(name: name, at: at, by: by.isEmpty ? nil : by)
    }
  }

  /// The next details of a page.
  fileprivate mutating func details() -> Details {
    let filled = list { reader -> (Field, FieldValue)? in
      guard let field = reader.one(of: Field.allCases) else { return nil }
      switch reader.byte() {
      case 0: return (field, .number(Int(reader.number())))
      case 1: return (field, .text(reader.text()))
      case 2: return (field, .flag(false))
      case 3: return (field, .flag(true))
      case 4: return (field, .moment(reader.moment()))
      default: return nil
      }
    }
    return Details(Dictionary(filled, uniquingKeysWith: { $1 }))
  }
}

/// What the bytes kept beside the record are laid out by.
enum CacheLayout {
  /// Counted up whenever what is kept of a night changes, in content or in spelling.
  private static let number = 8

  /// Everything the layout hangs on, as one text: two programs of which it differs never read each other's rows.
  static let description: String = {
    let names = [
      EventKind.allCases.map(\.rawValue), Field.allCases.map(\.rawValue), ItemState.allCases.map(\.rawValue),
    ]
    let labels =
      Catalogue.standard.symptoms.map(\.label) + Catalogue.standard.items.map(\.label)
      + EventKind.allCases.map(\.words)
    return "\(number) " + (names + [labels]).map { $0.joined(separator: ",") }.joined(separator: " ")
  }()
}
