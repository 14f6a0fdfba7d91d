internal import CareLibrary

/// The JSON Schema of an export, as it is shipped.
public enum ExportSchema {
  /// The schema's text.
  public static var text: String {
    let file = care_export_schema()
    return String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
