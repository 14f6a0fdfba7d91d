public import NightModel
internal import Text

/// A whole record as one JSON document, by the schema in Resources/Export: every element of `entries` on a line of its
/// own, nothing of the machine or the moment in it.
public struct ExportJSON {
  /// The version of the document's form.
  public static let format = 1

  /// How many entries were spelled so far.
  public private(set) var count = 0

  /// A document without entries.
  public init() {}

  /// The text before the entries.
  public static let head = #"{"nightstand":"export","format":\#(format),"entries":["#

  /// The text before the entries where part of the record is missing from the document.
  public static let headOfPart = #"{"nightstand":"export","format":\#(format),"whole":false,"entries":["#

  /// The entries of one partition; to be given in the order of partitions, the plan first.
  public mutating func entries(_ records: [Record], in partition: Partition) -> [UInt8] {
    var text = ""
    for record in records {
      text += count == 0 ? "\n" : ",\n"
      JSON.object([JSON.Member("in", .string("\(partition)")), JSON.Member("entry", record.json)])
        .write(to: &text, showsUnseen: true)
      count += 1
    }
    return Array(text.utf8)
  }

  /// The text after the entries.
  public var foot: String { "\n],\"count\":\(count)}\n" }
}
