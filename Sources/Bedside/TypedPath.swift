internal import NightModel
internal import Text

/// Why a path that somebody typed names no place for a file.
public enum TypedPathError: Error, Hashable, Sendable {
  /// It is empty, or ends as the path of a folder does.
  case namesNoFile(String)
  /// It begins with `~/`, and there is no home folder.
  case hasNoHome

  /// The sentence, without a full stop.
  public var sentence: String {
    switch self {
    case .namesNoFile(let typed): "\"\(typed.forDisplay)\" names no file, so nothing was written; name one"
    case .hasNoHome: "there is no home folder here, so nothing was written; name a whole path"
    }
  }
}

/// A path as people type it.
public enum TypedPath {
  /// The path, a leading `~/` replaced by the home folder.
  public static func resolved(_ typed: String, home: String?) throws(TypedPathError) -> String {
    guard !typed.isEmpty, !typed.hasSuffix("/") else { throw .namesNoFile(typed) }
    guard typed.hasPrefix("~/") else { return typed }
    guard let home, !home.isEmpty else { throw .hasNoHome }
    return home + typed.dropFirst()
  }
}
