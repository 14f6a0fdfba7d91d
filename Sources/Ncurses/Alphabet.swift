internal import CNcurses

/// Which characters the terminal can be given.
enum Alphabet {
  /// Sets the locale's character set, which ncurses goes by, and says whether only ASCII may be shown.
  static func choose(_ environment: [String: String]) -> Bool {
    unsafe cn_set_locale("")
    if !cn_is_utf8(), !isASCIIWanted(environment) { unsafe cn_set_locale("C.UTF-8") }
    return !cn_is_utf8()
  }

  /// True where somebody said so; a locale that is missing or was never set says nothing about the terminal.
  nonisolated static func isASCIIWanted(_ environment: [String: String]) -> Bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return said == "C" || said == "POSIX"
  }
}
