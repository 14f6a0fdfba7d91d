/// What an entry says, field by field. A field that is not there was not recorded, which is never zero.
public struct Details: Hashable, Sendable {
  private var values: [Field: FieldValue]

  /// Details by field.
  public init(_ values: [Field: FieldValue] = [:]) {
    self.values = values
  }

  /// What stands in a field; nil if it was left blank.
  public subscript(field: Field) -> FieldValue? {
    get { values[field] }
    set { values[field] = newValue }
  }

  /// The fields that were filled, in the order of the field table.
  public var fields: [Field] {
    var fields: [Field] = []
    for field in Field.allCases where fields.count < values.count && values[field] != nil { fields.append(field) }
    return fields
  }

  /// The whole number in a field, if one stands there.
  public func number(_ field: Field) -> Int? {
    guard case .number(let number) = values[field] else { return nil }
    return number
  }

  /// The word or text in a field, if one stands there.
  public func text(_ field: Field) -> String? {
    guard case .text(let text) = values[field] else { return nil }
    return text
  }

  /// Yes or no in a field, if either stands there.
  public func flag(_ field: Field) -> Bool? {
    guard case .flag(let flag) = values[field] else { return nil }
    return flag
  }

  /// The moment in a field, if one stands there.
  public func moment(_ field: Field) -> Instant? {
    guard case .moment(let moment) = values[field] else { return nil }
    return moment
  }
}

/// What an amendment sets: a value, or blank again.
public typealias Changes = [Field: FieldValue?]
