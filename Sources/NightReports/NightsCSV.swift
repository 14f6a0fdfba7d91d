public import NightModel
internal import Text

/// The list of nights as CSV (RFC 4180, UTF-8, CRLF): one row a night, empty where nothing was recorded.
public enum NightsCSV {
  /// The rows under a heading row with the names of the JSON contract; symptoms as `id:count:max`, spaces between. `unread`
  /// are the nights of which part could not be read, so that their number of entries is not known.
  public static func text(_ nights: [NightFigures], unread: Set<CivilDate> = []) -> String {
    let head =
      ["night", "entries"] + columns(.night) + ["symptoms"] + columns(.checklist) + columns(.carer) + columns(.foot)
    return CSV.row(head.map { .plain($0) })
      + nights.map { CSV.row(row($0, isWhole: !unread.contains($0.night))) }.joined()
  }

  /// The most nights without any entry in a row that still have rows of their own.
  public static let longestGap = 366

  /// The spans of nights that have rows: from the first recorded one to the last, without gaps of more than `longestGap`
  /// nights. A date mistyped by a century so makes one row, not thousands.
  /// - Parameter recorded: the nights with entries, oldest first.
  /// - Returns: the spans, oldest first.
  public static func spans(of recorded: [CivilDate]) -> [ClosedRange<CivilDate>] {
    recorded.reduce(into: []) { spans, night in
      if let last = spans.last, night.daysSince1970 - last.upperBound.daysSince1970 <= longestGap + 1 {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, night)
      } else {
        spans.append(night...night)
      }
    }
  }

  private static func row(_ night: NightFigures, isWhole: Bool) -> [CSV.Cell] {
    func cells(_ part: Measure.ExportPart) -> [CSV.Cell] { part.measures.map { cell($0, night) } }
    let symptoms = night.symptoms?.map { symptom in
      "\(symptom.id):\(symptom.count):\(symptom.highest.map(String.init) ?? "")"
    }
    .joined(separator: " ")
    return [.plain("\(night.night)"), isWhole ? .plain("\(night.entries)") : .blank] + cells(.night)
      + [symptoms.map { .text($0) } ?? .blank] + cells(.checklist) + cells(.carer) + cells(.foot)
  }

  private static func columns(_ part: Measure.ExportPart) -> [String] {
    part.measures.map { part == .carer ? "carer\($0.exportName.capitalizedFirst)" : $0.exportName }
  }

  private static func cell(_ measure: Measure, _ night: NightFigures) -> CSV.Cell {
    guard let value = measure.value(in: night) else { return .blank }
    return switch measure.unit {
    case .minutes, .count: .plain("\(value)")
    case .percent: .plain(NightWords.percent(tenths: value))
    case .flag: .plain("\(value > 0)")
    }
  }
}
