import Glibc
import NightModel

/// The zone this machine is set to, by the C library: the same rules as `date`, in every kind of build.
enum LocalZone {
  /// The zone of `TZ`, or of the system.
  static func current() -> Zone {
    // Unset, the C library would look at /etc/localtime again for every conversion.
    setenv("TZ", ":/etc/localtime", 0)
    tzset()
    return Zone(name: name()) { seconds in
      var time = time_t(seconds)
      var local = tm()
      return localtime_r(&time, &local) == nil ? 0 : local.tm_gmtoff
    }
  }

  /// The zone's name in the tz database: what `TZ` says, or where the system's link points.
  private static func name() -> String? {
    guard let set = getenv("TZ").map({ String(cString: $0) }) else { return nil }
    let bare = set.hasPrefix(":") ? String(set.dropFirst()) : set
    guard bare.hasPrefix("/") else { return bare.isEmpty ? "UTC" : bare }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let length = readlink(bare, &buffer, buffer.count)
    let target = length > 0 ? String(decoding: buffer[..<length], as: UTF8.self) : bare
    let marker = "/zoneinfo/"
    for start in target.indices where target[start...].hasPrefix(marker) {
      return String(target[target.index(start, offsetBy: marker.count)...])
    }
    return nil
  }
}
