/// What can be written when one person goes and another comes: the words of the journal, for ever.
public enum HandoverKind: String, CaseIterable, Sendable {
  /// Somebody took over; who it was is who wrote it.
  case took
  /// Somebody left duty; who it was is who wrote it.
  case left
  /// A helper is expected: who, and when, as typed.
  case expected
  /// A line for whoever comes.
  case line

  /// Which fields make sense for it.
  public var fields: [Field] {
    switch self {
    case .took, .left: [.note]
    case .expected: [.who, .note]
    case .line: [.note]
    }
  }
}
