import NightModel
import TestSupport
import Testing

@Suite(.waits) struct `The guide command` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  @Test func `reads a page by number, id or beginning, and needs no record`() throws {
    let contents = try program.run("guide")
    #expect(contents.exitCode == 0 && contents.output.contains("12  when-to-call"))
    let page = try program.run("guide", "12")
    #expect(page.output.hasPrefix("12  When to call\n\nNobody has checked this list against tonight."))
    for name in ["when-to-call", "when"] { #expect(try program.run("guide", name).output == page.output) }
    #expect(page.errors.isEmpty && page.exitCode == 0)
    #expect(try Spawn.run("ls", [folder.path]).output.isEmpty)
  }

  @Test func `searches`() throws {
    let found = try program.run("guide", "--search", "Cold", "muscle")
    #expect(found.exitCode == 0 && found.output.contains("- Cold muscle cramps more easily."))
    let nothing = try program.run("guide", "--search", "zebra")
    #expect(nothing.exitCode == 1 && nothing.output.isEmpty && nothing.errors.contains("zebra"))
  }

  @Test func `a page that is not there, or not meant clearly, is refused`() throws {
    let unknown = try program.run("guide", "when-to-cal1")
    #expect(unknown.exitCode == 64 && unknown.errors.contains("did you mean \"when-to-call\"?"))
    let both = try program.run("guide", "w")
    #expect(both.exitCode == 64 && both.errors.contains("why-nights-break and when-to-call"))
    #expect(try program.run("guide", "when", "--search", "cramp").exitCode == 64)
  }
}
