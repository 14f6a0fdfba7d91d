/// Reads what somebody wants logged: a kind, perhaps a value, and details.
public enum LogRequest {
  /// Every word that can be logged: events first, then symptoms, in their order.
  public static func kinds(_ catalogue: Catalogue) -> [String] {
    EventKind.allCases.map(\.rawValue) + ["note"] + catalogue.symptoms.filter(\.isOffered).map(\.id)
  }

  /// Makes the record of an entry as typed.
  /// - Parameters:
  ///   - kind: the word of an event or symptom, or `note`.
  ///   - value: the value typed without a name; nil for none.
  ///   - fields: the values typed with their names.
  ///   - catalogue: asked for only if `kind` is no event, so that the commonest entries do not wait for it.
  /// - Returns: the body to be saved.
  /// - Throws: `Refusal` naming the kind, field or value that does not fit, and the nearest that would.
  public static func record(
    kind: String, value: String?, fields: [Field: String], catalogue: @autoclosure () -> Catalogue
  ) throws(Refusal) -> Entry.Body {
    let subject =
      if let event = EventKind(rawValue: kind) { Subject.event(event) } else { try subject(kind, catalogue()) }
    var texts = fields
    if let value {
      guard let field = bareField(of: subject) else {
        throw .takesNoValue(kind, value)
      }
      guard texts.updateValue(value, forKey: field) == nil else {
        throw .givenTwice(field)
      }
    }
    var details = Details()
    for (field, text) in texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard subject.fields.contains(field) else { throw .hasNoField(kind, field) }
      if field == .value, !text.isEmpty, Int(text) != 0, subject.isWithoutGrade {
        throw .hasNoGrade(kind, so: Refusal.nothingSaved, counting: "--times N")
      }
      details[field] = try FieldText.value(text, of: field) { text throws(Refusal) in
        throw .doesNotFit(text, field)
      }
    }
    if subject == .event(.medicine), details.text(.what) == nil { throw .medicineWithoutName }
    if subject == .note, details.text(.note) == nil { throw .noteWithoutWords }
    if details.countsWhatWasNotThere {
      throw .countsWhatWasNotThere(details, .log)
    }
    return .record(subject, details)
  }

  private static func subject(_ kind: String, _ catalogue: Catalogue) throws(Refusal) -> Subject {
    if kind == "note" { return .note }
    if catalogue.symptom(kind) != nil { return .symptom(kind) }
    throw .unknown("kind", kind, among: kinds(catalogue), help: "nightstand log --help")
  }

  /// The field a bare value fills.
  private static func bareField(of subject: Subject) -> Field? {
    switch subject {
    case .symptom: .value
    case .note: .note
    case .event(.turn): .side
    case .event(let kind): kind.fields.contains(.what) ? .what : nil
    case .check, .environment, .diary, .carer, .handover, .plan: nil
    }
  }
}
