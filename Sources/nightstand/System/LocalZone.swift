import Glibc
import NightModel
import Text

/// The zone this machine is set to, by the C library: the same rules as `date`, in every kind of build.
enum LocalZone {
  /// The zone of `TZ`, or of the system.
  static func current() -> Zone { look().zone }

  /// The zone of `TZ`, or of the system, and what is wrong with how it is set. One that is not installed is UTC to the C
  /// library, without a word; then its name is not the zone's.
  static func look() -> (zone: Zone, trouble: RecordFinding?) {
    // Unset, the C library would look at /etc/localtime again for every conversion.
    setenv("TZ", ":" + systemLink, 0)
    tzset()
    let setting = Setting(getenv("TZ").map { String(cString: $0) } ?? "")
    if setting.trouble != nil {
      // What is no zone and no rule the C library may still read a part of, such as an offset of a day.
      setenv("TZ", "UTC0", 1)
      tzset()
    }
    let zone = Zone(name: setting.name) { seconds in
      var time = time_t(seconds)
      var local = tm()
      return localtime_r(&time, &local) == nil ? 0 : local.tm_gmtoff
    }
    return (zone, setting.trouble.map { RecordFinding(.clock, $0) })
  }

  private static let systemLink = "/etc/localtime"

  /// What `TZ` says, and whether there is such a zone.
  private struct Setting {
    /// The zone's name in the tz database, or its rule; nil where it has none or is not known.
    private(set) var name: String?
    /// What is wrong, as a sentence without a full stop.
    private(set) var trouble: String?

    /// Reads it as the C library does: a path, a name below the folder of the zones, or else a rule.
    init(_ text: String) {
      let bare = text.hasPrefix(":") ? String(text.dropFirst()) : text
      if bare.isEmpty {
        name = "UTC"
      } else if bare.hasPrefix("/") {
        let target = Self.target(of: bare)
        if Self.isZone(bare) {
          name = Self.nameInside(target)
        } else if bare != systemLink || target != bare || access(bare, F_OK) == 0 {
          // Where the system has set none at all, UTC is what it is set to.
          let what = target == bare ? "TZ names \(bare.forDisplay)" : "\(bare.forDisplay) leads to \(target.forDisplay)"
          trouble = Self.sentence(what, "which is no time zone", name: Self.nameInside(target))
        }
      } else if Self.isZone("\(Self.folder)/\(bare)") || Self.alwaysUTC.contains(bare) || PosixZone.isRule(bare) {
        name = bare
      } else {
        trouble = Self.sentence(
          "TZ is \(bare.forDisplay)", "which is neither a time zone that is installed here nor a rule", name: bare)
      }
    }

    /// Names that come out right where no zones are installed.
    private static let alwaysUTC: Set<String> = ["UTC", "GMT", "UCT", "Universal", "Zulu", "Etc/UTC", "Etc/GMT"]

    /// The folder that names are looked up in.
    private static var folder: String {
      let set = getenv("TZDIR").map { String(cString: $0) } ?? ""
      return set.isEmpty ? "/usr/share/zoneinfo" : set
    }

    private static func sentence(_ what: String, _ why: String, name: String?) -> String {
      let remedy =
        name.map(isOlder) == true
        ? "install the package tzdata-legacy, which has it, or set another"
        : "check how it is spelled, or install the package tzdata (for older names tzdata-legacy)"
      return "\(what), \(why), so times are shown and written as UTC; \(remedy)"
    }

    /// True for a file that the C library takes rules from.
    private static func isZone(_ path: String) -> Bool {
      guard let file = fopen(path, "r") else { return false }
      defer { fclose(file) }
      var magic = [UInt8](repeating: 0, count: 4)
      return fread(&magic, 1, 4, file) == 4 && magic == Array("TZif".utf8)
    }

    /// Where a link leads, or the path itself.
    private static func target(of path: String) -> String {
      var buffer = [UInt8](repeating: 0, count: 1024)
      let length = readlink(path, &buffer, buffer.count)
      return length > 0 ? String(decoding: buffer[..<length], as: UTF8.self) : path
    }

    /// The name of a zone by the path of its file; nil if that lies elsewhere.
    private static func nameInside(_ path: String) -> String? {
      let marker = "/zoneinfo/"
      for start in path.indices where path[start...].hasPrefix(marker) {
        return String(path[path.index(start, offsetBy: marker.count)...])
      }
      return nil
    }

    /// True for a name that the installed list of all zones has though its file is not there: Debian keeps the files of
    /// older names in a package of their own.
    private static func isOlder(_ name: String) -> Bool {
      guard let file = fopen("\(folder)/tzdata.zi", "r") else { return false }
      defer { fclose(file) }
      var buffer = [CChar](repeating: 0, count: 512)
      while fgets(&buffer, Int32(buffer.count), file) != nil {
        let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let words = line.split { $0 == " " || $0 == "\n" }
        if words.first == "L", words.count == 3, words[2] == name { return true }
        if words.first == "Z", words.count > 1, words[1] == name { return true }
      }
      return false
    }
  }
}
