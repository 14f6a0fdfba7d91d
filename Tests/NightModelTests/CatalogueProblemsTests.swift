import Testing

@testable import NightModel

@Suite struct `The checks of the care catalogue` {
  /// The compiled-in files with one text of one file replaced, which must be there.
  private func files(
    _ path: WritableKeyPath<Catalogue.Files, [UInt8]>, _ old: String, _ new: String
  ) throws -> Catalogue.Files {
    var files = Catalogue.Files.embedded
    let text = String(decoding: files[keyPath: path], as: UTF8.self)
    let start = try #require(text.firstRange(of: old)).lowerBound
    let rest = text[start...].dropFirst(old.count)
    files[keyPath: path] = Array((text[..<start] + new + rest).utf8)
    return files
  }

  private func problems(
    _ path: WritableKeyPath<Catalogue.Files, [UInt8]>, _ old: String, _ new: String
  ) throws -> [String] {
    Catalogue.problems(in: try files(path, old, new))
  }

  @Test func `an unknown source is named with its file and entry`() throws {
    #expect(
      try problems(\.signs, #""sources": ["AHA25"]"#, #""sources": ["NOBODY"]"#) == [
        "signs.json: choking: names the source NOBODY, which sources.json does not hold"
      ])
    let insurer = try problems(\.equipment, #""sources": ["FORUM"]"#, #""sources": ["NOBODY"]"#)
    #expect(insurer.count == 1 && insurer[0].hasPrefix("equipment.json: ") && insurer[0].contains("NOBODY"))
  }

  @Test func `an id that stands twice is named, across the files too`() throws {
    #expect(
      try problems(\.contacts, #""id": "clinic""#, #""id": "mask-snug""#).contains(
        "contacts.json: mask-snug: stands in checklists.json already"))
    #expect(
      try problems(\.sources, #""key": "AGS""#, #""key": "AGE""#).contains(
        "sources.json: AGE: stands in sources.json already"))
  }

  @Test func `a label too long for its column is named`() throws {
    let long = "Cramp" + String(repeating: "x", count: 30)
    #expect(
      try problems(\.symptoms, #""label": "Cramp""#, #""label": "\#(long)""#) == [
        "symptoms.json: cramp: a label has 1 to 34 columns"
      ])
    #expect(
      try problems(\.equipment, #""label": "Needed""#, #""label": """#) == [
        "equipment.json: needed: a label has 1 to 34 columns"
      ])
  }

  @Test func `a line too long, without a full stop or of two lines is named`() throws {
    let long = String(repeating: "word ", count: 23)
    for (new, complaint) in [
      (long + ".", "a line has 1 to 110 columns"), ("Vomits", "a line ends with a full stop"),
      ("Vomits.\\nOften.", "a line is one line of plain text"),
    ] {
      let found = try problems(\.signs, "Vomits or coughs during a feed or soon after.", new)
      #expect(found.count == 1 && found[0].hasPrefix("signs.json: feed-comes-up: \(complaint)"), "\(found)")
    }
  }

  @Test func `what rests on no page read has to be marked to confirm`() throws {
    let found = try problems(\.signs, #""sources": ["AHA25"]"#, #""sources": ["TEAM"]"#)
    #expect(found == ["signs.json: choking: rests on no page named, so it is to confirm"])
  }

  @Test func `signs out of the order of their levels are named`() throws {
    let found = try problems(\.signs, #""id": "choking", "level": "emergency""#, #""id": "choking", "level": "today""#)
    #expect(found == ["signs.json: signs: not in the order of their levels"])
  }

  @Test func `a need or a group that nothing has is named`() throws {
    #expect(
      try problems(\.checklists, #""needs": ["hoist"]"#, #""needs": ["crane"]"#) == [
        "checklists.json: hoist-battery: needs crane, which equipment.json does not hold"
      ])
    #expect(
      try problems(\.checklists, #""id": "mask-snug", "group": "breathing""#, #""id": "mask-snug", "group": "x""#) == [
        "checklists.json: mask-snug: no group x"
      ])
  }

  @Test func `what is wrong in a symptom, an event or a short list is named`() throws {
    for (old, new) in [
      (#""card": true"#, #""card": "yes""#), (#""report": "breathing""#, #""report": "lungs""#),
      (#""graded": true"#, #""graded": 1"#), (#""graded": true"#, #""graded": true, "counted": true"#),
    ] {
      #expect(try problems(\.symptoms, old, new) == ["symptoms.json: hard-to-breathe: cannot be read"])
    }
    for (old, new, entry) in [
      (#""id": "suction""#, #""id": "sneeze""#, "sneeze"), (#""ask": "What came?", "#, "", "suction"),
      (#"{"value": "clear", "label": "Clear"}"#, #"{"value": "clear"}"#, "suction"),
      (#""card": true"#, #""card": 1"#, "machine-beeped"), ("event:let-sleep", "event:doze", "turn"),
      ("event:mask-on", "event:mask-on:left", "mask"), ("symptom:cramp", "cramp", "hurts"),
      ("turn:other", "turn:up", "turn"),
      (#""id": "hurts""#, #""id": "aches""#, "aches"),
    ] {
      #expect(try problems(\.events, old, new) == ["events.json: \(entry): cannot be read"])
    }
    for (old, new, problem) in [
      (#""needs": ["mask"]"#, #""needs": ["crane"]"#, "mask-on: needs crane, which equipment.json does not hold"),
      ("symptom:saliva", "symptom:spit", "breathing: names the symptom spit, which symptoms.json does not hold"),
      (
        "symptom:saliva", "symptom:pause-or-snore",
        "breathing: names the symptom pause-or-snore, which is offered no more"
      ),
      ("event:power-back", "event:power-out", "more: names something twice"),
      (#""id": "mask-off""#, #""id": "mask-on""#, "mask-on: stands in events.json already"),
      (#""value": "thick""#, #""value": "clear""#, "suction: clear: stands in events.json already"),
      (#""label": "Hurts""#, #""label": """#, "hurts: a label has 1 to 34 columns"),
      (#""id": "mask", "label": "Mask""#, #""id": "more", "label": "Mask""#, "menus: not the six, in their order"),
    ] {
      #expect(try problems(\.events, old, new) == ["events.json: \(problem)"])
    }
  }

  @Test func `a level, a certainty or a reading year that cannot be read names its entry`() throws {
    #expect(
      try problems(\.signs, #""id": "choking", "level": "emergency""#, #""id": "choking", "level": "soon""#) == [
        "signs.json: choking: cannot be read"
      ])
    #expect(
      try problems(\.sources, #""address": "alsguidance.org/emergencies", "read": "2026""#, #""address": null"#) == [
        "sources.json: AGE: cannot be read"
      ])
    #expect(
      try problems(\.equipment, #""insurance": ["#, #""insured": ["#) == ["equipment.json: insurance: cannot be read"])
  }
}
