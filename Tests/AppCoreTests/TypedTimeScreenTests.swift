import AppCore
import NightModel
import TestSupport
import Testing

@Suite struct `Times and dates typed on the screens` {
  private func robot(_ clock: String = "24", at time: String = "11:30") -> Robot {
    var samples = Samples()
    var (older, oldest) = (Samples(writer: "b", night: "2026-11-12"), Samples(writer: "c", night: "2025-12-11"))
    return Robot(
      MemoryRecord(
        plan: [samples.setting("clock", clock)],
        nights: [
          samples.night: [samples.event(.maskOn, at: "22:50"), samples.event(.woke, at: "01:10")],
          older.night: [older.event(.turn, at: "23:00")], oldest.night: [oldest.event(.turn, at: "23:00")],
        ]), at: time, by: "MK")
  }

  private func choose(_ labels: String..., on robot: Robot) { for label in labels { robot.choose(label) } }

  @Test func `a date that can be two days is asked about, and Enter once more goes to the likelier`() {
    let robot = robot()
    robot.choose("Past nights")
    robot.press("g")
    robot.type("12/11")
    #expect(robot.screen.contains("can be: 12 Nov 2026, or 11 Dec 2025"), "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.app.statusWords.contains("\"12/11\" can be 12 Nov 2026 or 11 Dec 2025."))
    let other = robot.copy()
    robot.press("Enter")
    #expect(robot.focus == "Thu 12 Nov 2026", "\(robot.screen)")
    for _ in 0..<5 { other.press("Backspace") }
    other.type("11 Dec")
    #expect(other.screen.contains("reads as: Thu 11 Dec 2025"), "\(other.screen)")
    other.press("Enter")
    #expect(other.focus == "Thu 11 Dec 2025")
  }

  @Test func `what cannot be read says while it is typed what can`() {
    let robot = robot()
    robot.choose("Past nights")
    robot.press("g")
    robot.type("31 Nov")
    #expect(robot.screen.contains("not yet: type it as 30 Nov"), "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.app.statusWords.contains("type it as 30 Nov"))
  }

  @Test func `by a clock of twelve hours the night and the answer settle which half of the day is meant`() {
    let robot = robot("12")
    choose("Morning", "Into bed", on: robot)
    robot.type("10:40")
    #expect(robot.screen.contains("reads as: Sun 22 Nov 10:40 pm"), "\(robot.screen)")
    robot.press("Enter")
    robot.choose("Out of bed for the day")
    robot.type("11")
    #expect(robot.screen.contains("can be: 11:00 am, or 11:00 pm"), "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.scene.name == "page-doubt" && robot.shows("11:00 am") && robot.shows("11:00 pm"))
    robot.choose("11:00 am")
    let night = Night(date: Samples().night, entries: robot.record.entries(of: .night(Samples().night)))
    let diary = night.answers(on: .diary)?.details
    #expect(diary?.moment(.intoBed)?.time.description == "22:40")
    #expect(diary?.moment(.outOfBed)?.time.description == "11:00")
  }
}
