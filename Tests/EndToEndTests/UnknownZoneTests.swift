import NightModel
import TestSupport
import Testing

/// A time zone that is not installed is UTC to the C library, without a word.
@Suite(.waits) struct `An unknown time zone` {
  private let folder = TemporaryFolder()

  private func log(_ zone: String?, _ more: [String: String] = [:]) throws -> (said: String, errors: String) {
    let program = Program(in: folder.path, zone: zone ?? "")
    var environment = program.environment.merging(more) { $1 }
    if zone == nil { environment["TZ"] = nil }
    let outcome = try Spawn.run(
      Program.path, ["--store", program.store, "log", "turn", "left"], environment: environment)
    #expect(outcome.exitCode == 0, "\(outcome)")
    let lines = try program.journalFiles().filter { $0.contains("/nights/") }.map { Spawn.read($0) }.joined()
    return (lines, outcome.errors)
  }

  @Test(arguments: [
    "US/Eastren", "Europe", ":Europe/Berlim", "Europe/Berlin ", "/no/such/zone", "Eastern", "UTC+0100", "Mars-99",
    "AAA-25", "CET-1CEST,M3", "CET-1CEST,foo",
  ])
  func `it is said with the package, and its name is not stored`(zone: String) throws {
    let (said, errors) = try log(zone)
    #expect(errors.contains("so times are shown and written as UTC") && errors.contains("tzdata"), "\(errors)")
    #expect(said.contains("+00:00\"") && !said.contains("\"tz\""), "\(said)")
  }

  @Test(arguments: [
    "Europe/Berlin", ":Europe/Berlin", "EST5EDT,M3.2.0,M11.1.0", "<+03>-3", "", "UTC", nil,
    "/usr/share/zoneinfo/Europe/Berlin", ":/usr/share/zoneinfo/Europe/Berlin",
  ])
  func `what is a zone or a rule is taken without a word`(zone: String?) throws {
    let (said, errors) = try log(zone)
    #expect(errors.isEmpty, "\(errors)")
    if let zone, zone.hasSuffix("Europe/Berlin") { #expect(said.contains("\"tz\":\"Europe/Berlin\"")) }
    if zone == "<+03>-3" { #expect(said.contains("+03:00\"")) }
  }

  @Test func `a name that moved into a package of its own is said to be there`() throws {
    let zones = folder.path + "/zones"
    try Spawn.run("mkdir", ["-p", zones])
    try Spawn.run("cp", ["/usr/share/zoneinfo/tzdata.zi", zones])
    let (said, errors) = try log("US/Eastern", ["TZDIR": zones])
    #expect(errors.contains("install the package tzdata-legacy, which has it") && !said.contains("US/Eastern"))
    let (_, other) = try log("US/Eastren", ["TZDIR": zones])
    #expect(other.contains("check how it is spelled"))
    try Spawn.run("mkdir", [zones + "/Mars"])
    try Spawn.run("cp", ["/usr/share/zoneinfo/Asia/Tokyo", zones + "/Mars/Base"])
    let (own, none) = try log("Mars/Base", ["TZDIR": zones])
    #expect(none.isEmpty && own.contains("\"tz\":\"Mars/Base\""), "\(none)")
  }

  @Test func `the system's zone is looked at where TZ is not set, and the screens say it too`() throws {
    let script = """
      set -e
      mount --bind "$1/etc" /etc
      ln -sfn /usr/share/zoneinfo/US/Eastren /etc/localtime
      unset TZ
      export HOME="$1/home"
      "$2" --store "$1/store" log turn left
      printf '\\nquit\\n' | "$2" --store "$1/store" --plain 2>/dev/null
      rm /etc/localtime
      echo junk >/etc/localtime
      "$2" --store "$1/store" log turn back
      rm /etc/localtime
      echo "none:"
      "$2" --store "$1/store" log turn right
      """
    try Spawn.run("cp", ["-r", "/etc", folder.path + "/etc"])
    let outcome = try Spawn.run(
      "unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", folder.path, Program.path])
    #expect(outcome.exitCode == 0, "\(outcome)")
    let words = outcome.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(outcome.errors.contains("/etc/localtime leads to /usr/share/zoneinfo/US/Eastren"), "\(outcome)")
    #expect(words.contains("/etc/localtime leads to /usr/share/zoneinfo/US/Eastren, which is no time zone"), "\(words)")
    #expect(outcome.errors.split(separator: "localtime leads").count == 2, "\(outcome)")
    #expect(outcome.errors.split(separator: "TZ names /etc/localtime").count == 2, "\(outcome)")
  }
}
