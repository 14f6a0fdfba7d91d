import Glibc
import NightModel
import TestSupport
import Testing

@testable import nightstand

/// The only suite that sets `TZ` of the test's own process; its tests run one after another.
@Suite(.serialized, .waits) struct `Local time` {
  /// When the clocks of a zone change, from `zdump`: seconds since 1970 and the minutes east of UTC from then on.
  private func table(_ zone: String, from: Int, to: Int) throws -> [(from: Int64, minutes: Int)] {
    let lines = try Spawn.run("zdump", ["-v", "-c", "\(from),\(to)", zone]).output.split(separator: "\n")
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return try lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 16, let offset = words.last.flatMap({ Int($0.dropFirst(7)) }),
        words[1] != "-9223372036854775808",
        let month = months.firstIndex(of: words[2]), let day = Int(words[3]), let year = Int(words[5])
      else { return nil }
      let clock = words[4].split(separator: ":").compactMap { Int($0) }
      let date = try #require(CivilDate(year: year, month: month + 1, day: day))
      return (Int64(date.daysSince1970 * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]), offset / 60)
    }
  }

  private func use(_ zone: String) -> Zone {
    setenv("TZ", zone, 1)
    return LocalZone.current()
  }

  @Test(arguments: ["2026-03-28", "2026-10-24"])
  func `the night is right for every minute of the two nights when clocks change`(evening: String) throws {
    let zone = use("Europe/Berlin")
    let table = try table("Europe/Berlin", from: 2025, to: 2027)
    #expect(table.count >= 4)
    let start = try #require(CivilDate(evening)).daysSince1970 * 86_400
    for minute in 0..<2 * 1440 {
      let second = Int64(start + minute * 60)
      let minutesEast = table.last { $0.from <= second }?.minutes ?? 60
      let moment = zone.instant(milliseconds: second * 1000)
      #expect(moment.offsetMinutes == minutesEast)
      // By the calendar alone: the local date, and the day before it in the morning.
      let local = second + Int64(minutesEast * 60)
      let date = CivilDate(daysSince1970: Int(local / 86_400))
      let expected = local % 86_400 < 12 * 3600 ? date.adding(days: -1) : date
      #expect(NightRule.noon.night(of: moment) == expected)
    }
  }

  @Test(arguments: [
    "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Etc/GMT+12", "Australia/Lord_Howe", "UTC",
  ])
  func `every hour of ten years is read as zdump has it, and every time typed comes back`(name: String) throws {
    let zone = use(name)
    let table = try table(name, from: 2024, to: 2036)
    #expect(zone.name == name)
    var chance = Chance(seed: 5)
    let start = Int64(1_735_689_600)
    for hour in stride(from: 0, to: 10 * 8766, by: 7) {
      let second = start + Int64(hour) * 3600 + Int64(chance.number(in: 0...3599))
      let moment = zone.instant(milliseconds: second * 1000)
      if let minutes = table.last(where: { $0.from <= second })?.minutes { #expect(moment.offsetMinutes == minutes) }
      let whole = Instant(milliseconds: moment.milliseconds / 60_000 * 60_000, offsetMinutes: moment.offsetMinutes)
      switch zone.reading(of: moment.time, on: moment.date) {
      case .once(let read): #expect(read == whole)
      case .twice(let earlier, let later): #expect(earlier == whole || later == whole)
      case .never: Issue.record("\(moment) was never")
      }
    }
  }

  @Test func `without TZ the system's zone is used and named`() {
    unsetenv("TZ")
    let zone = LocalZone.current()
    #expect(String(cString: getenv("TZ")) == ":/etc/localtime")
    #expect(zone.name?.hasPrefix("/") != true)
  }

  @Test func `common options move behind the command, nothing else moves`() {
    #expect(
      CommandLineOrder.commandFirst(["--store", "S", "--at=02:15", "log", "turn", "--by", "MK"])
        == ["log", "--store", "S", "--at=02:15", "turn", "--by", "MK"])
    #expect(CommandLineOrder.commandFirst(["--store", "log"]) == ["--store", "log"])
    #expect(CommandLineOrder.commandFirst(["--store"]) == ["--store"])
    #expect(CommandLineOrder.commandFirst(["log", "note", "--", "--store"]) == ["log", "note", "--", "--store"])
    #expect(CommandLineOrder.commandFirst([]) == [])
  }
}
