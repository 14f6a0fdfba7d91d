public import NightModel
internal import Text

/// The figures of nights as JSON, by the contract of `nights --format json`: minutes, and null where nothing was
/// recorded.
public enum FiguresJSON {
  /// All nights as one array, one line each, in the order given. `unread` are the nights of which part could not be read.
  public static func text(_ nights: [NightFigures], unread: Set<CivilDate> = []) -> String {
    let lines = nights.map { JSON.object(members($0, isWhole: !unread.contains($0.night))).shown }
    return lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n]"
  }

  /// The members of one night, in their fixed order. If part of it could not be read (`isWhole` false), a member says so.
  static func members(_ figures: NightFigures, isWhole: Bool) -> [JSON.Member] {
    [
      JSON.Member("night", .string("\(figures.night)")),
      // If nothing of a night could be read, the number of its entries is not known.
      JSON.Member("entries", isWhole || figures.entries > 0 ? .integer(figures.entries) : .null),
    ] + figureMembers(figures) + (isWhole ? [] : [JSON.Member("whole", .bool(false))])
  }

  private static func figureMembers(_ figures: NightFigures) -> [JSON.Member] {
    func members(_ part: Measure.ExportPart) -> [JSON.Member] {
      part.measures.map { JSON.Member($0.exportName, json($0, figures)) }
    }
    let note = JSON.Member("note", figures.carer?.text(.note).map { .string($0) } ?? .null)
    return members(.night) + [
      JSON.Member("symptoms", symptoms(figures.symptoms)),
      JSON.Member("checklist", figures.checklist == nil ? .null : .object(members(.checklist))),
      JSON.Member("carer", figures.carer == nil ? .null : .object(members(.carer) + [note])),
      // An empty list says that no sign stood on the night; null, that nothing is recorded of it.
      JSON.Member("signs", figures.signs.map { .array($0.map { .string($0) }) } ?? .null),
    ] + members(.foot)
  }

  private static func json(_ measure: Measure, _ figures: NightFigures) -> JSON {
    guard let value = measure.value(in: figures) else { return .null }
    return switch measure.unit {
    case .minutes, .count: .integer(value)
    case .percent: .number(NightWords.percent(tenths: value))
    case .flag: .bool(value > 0)
    }
  }

  private static func symptoms(_ symptoms: [NightFigures.SymptomCount]?) -> JSON {
    guard let symptoms else { return .null }
    return .array(
      symptoms.map { symptom in
        .object([
          JSON.Member("id", .string(symptom.id)), JSON.Member("count", .integer(symptom.count)),
          JSON.Member("max", symptom.highest.map { .integer($0) } ?? .null),
        ])
      })
  }
}
