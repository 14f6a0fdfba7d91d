import NightModel
import TestSupport
import Testing
import Text

@testable import NightReports

/// Out as JSON and back, and what comes back of files that are no export any more.
@Suite struct `Exchange` {
  private func records(_ entries: [Entry]) -> [Record] {
    entries.compactMap { entry in
      Record(.object([JSON.Member("id", .string("\(entry.id)"))] + entry.jsonMembers))
    }
  }

  private func export(_ parts: [(Partition, [Record])]) -> [UInt8] {
    var document = ExportJSON()
    var bytes = Array(ExportJSON.head.utf8)
    for (partition, records) in parts { bytes += document.entries(Record.ordered(records), in: partition) }
    return bytes + Array(document.foot.utf8)
  }

  /// A plan and two nights, with a correction, a retraction and an entry of a newer version.
  private var sample: [UInt8] {
    var samples = Samples()
    let plan = records([samples.setting("person", "A. \"Person\", é 日本")])
    let turn = samples.event(.turn, [.side: .text("left")], at: "23:10")
    let cramp = samples.record(.symptom("cramp"), [.value: .number(6), .note: .text("a\nb")], at: "02:15", by: "MK")
    let night = records([turn, cramp, samples.amend([cramp], [.value: .number(4)]), samples.retract([turn])])
    samples.night = samples.night.adding(days: 1)
    let newer = JSON(
      Array(
        #"{"v":7,"id":"01a203d5-0000-7000-8000-000000000001","h":"01a203d55874.0000.zzzzzzzz","k":"dream","x":[1.50]}"#
          .utf8)[...])
    let next = records([samples.event(.moment, at: "01:00")]) + [newer.flatMap { Record($0) }].compactMap(\.self)
    return export([
      (.plan, plan), (.night(samples.night.adding(days: -1)), night), (.night(samples.night), next),
    ])
  }

  /// What a file comes to, exported again.
  private func again(_ bytes: [UInt8]) throws -> [UInt8] {
    let reading = try ImportJSON(bytes)
    return export(reading.partitions.map { ($0, reading.records(in: $0)) })
  }

  @Test func `what is exported comes back byte for byte, entries of a newer version included`() throws {
    let reading = try ImportJSON(sample)
    #expect(reading.count == 7 && reading.leftOutCount == 0 && !reading.isCut && reading.claimed == 7)
    #expect(reading.newer.count == 1 && reading.partitions.count == 3)
    #expect(try again(sample) == sample)
    #expect(JSON(sample[...])?["count"]?.integer == 7)
  }

  @Test func `other line breaks, a mark at the beginning and other spacing change nothing`() throws {
    let text = String(decoding: sample, as: UTF8.self)
    #expect(try again(Array(text.replacing("\n", with: "\r\n").utf8)) == sample)
    #expect(try again([0xEF, 0xBB, 0xBF] + sample) == sample)
    let units = ("\u{FEFF}" + text).utf16
    #expect(try again(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == sample)
    #expect(try again(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == sample)
    #expect(try again(Array(text.replacing("\n", with: "").utf8)) == sample)
    let spread = text.replacing("{\"in\"", with: "\n  {\n    \"in\"").replacing("]}}", with: "]\n}\n}")
    #expect(try again(Array(spread.utf8)) == sample)
  }

  @Test func `a file cut anywhere gives the entries before the cut, or says it is no export`() throws {
    let whole = try ImportJSON(sample)
    for length in 0..<sample.count - 2 {
      guard let reading = try? ImportJSON(Array(sample[..<length])) else {
        #expect(length < ExportJSON.head.utf8.count)
        continue
      }
      #expect(reading.isCut && reading.count <= whole.count, "cut at \(length)")
    }
  }

  @Test func `junk, nesting, wrong types and doubles cost themselves alone, and are named by their lines`() throws {
    let good = String(decoding: sample, as: UTF8.self).split(separator: "\n").map(String.init)
    let deep = String(repeating: "[", count: 100_000)
    let otherWords = good[2].replacing("\"left\"", with: "\"right\"")
    let bad = [
      "{\"in\":\"plan\",\"entry\":{\"v\":1", "\u{0}\u{1}\u{7F}", "{\"in\":7,\"entry\":{}},", "{\"in\":\"2026-02-30\"},",
      "{\"in\":\"plan\",\"entry\":{\"id\":9,\"h\":true}},", deep, "{\"a\":\(deep)", otherWords, "12,", "null,", "\"",
      "{\"in\":\"plan\",\"entry\":{\"id\":\"01a203d5-0000-7000-8000-000000000002\",\"h\":\"" + deep + "\"}},",
    ]
    for (index, line) in bad.enumerated() {
      let lines = good[..<3] + [line] + good[3...]
      let reading = try ImportJSON(Array((lines.joined(separator: "\n") + "\n").utf8))
      #expect(reading.count == 7, "\(index)")
      #expect(reading.leftOut.first?.line == 4 && reading.leftOutCount == 1, "\(index): \(reading.leftOut)")
    }
    // The same entry twice is one.
    let twice = good[..<3] + [good[2]] + good[3...]
    let reading = try ImportJSON(Array(twice.joined(separator: "\n").utf8))
    #expect(reading.count == 7 && reading.leftOutCount == 0)
  }

  @Test func `numbers without end and text of any kind are kept or left out, never guessed at`() throws {
    let head =
      ExportJSON.head + "\n{\"in\":\"2026-11-22\",\"entry\":{\"v\":1,\"id\":\"01a203d5-0000-7000-8000-00000000000"
    let rest = #"","h":"01a203d55874.0000.zzzzzzzz","at":"2026-11-23T02:15:00.000+01:00","k":"symptom","d":"#
    for (index, details) in [
      #"{"symptom":"cramp","value":\#(String(repeating: "9", count: 3000))}"#, #"{"symptom":"cramp","value":"six"}"#,
      #"{"symptom":"cramp","value":-1e999}"#, #"{"symptom":7}"#, "[]",
    ].enumerated() {
      let bytes = Array((head + "\(index)" + rest + details + "}}\n],\"count\":1}\n").utf8)
      let reading = try ImportJSON(bytes)
      #expect(reading.newer == [2] && reading.count == 1, "\(details.prefix(60))")
      #expect(try again(bytes) == bytes, "\(details.prefix(60))")
    }
  }

  @Test func `any bytes are read or refused in a sentence`() throws {
    for seed in Property.seeds(share: 0.3) {
      var chance = Chance(seed: seed)
      var bytes = sample
      for _ in 0...chance.number(in: 0...6) {
        let place = chance.number(in: 0...bytes.count - 1)
        switch chance.number(in: 0...3) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + chance.number(in: 1...80)))
        case 2: bytes.insert(contentsOf: [0x0A, 0x7B, 0x22, 0x5D], at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(200), at: place)
        }
      }
      do {
        let reading = try ImportJSON(bytes)
        let taken = reading.partitions.map { reading.records(in: $0).count }.reduce(0, +)
        #expect(taken == reading.count, "seed \(seed)")
      } catch {
        #expect(error.sentence.contains("nothing was imported"), "seed \(seed)")
      }
    }
  }

  @Test func `tables, newer exports and other JSON are refused in one sentence`() {
    for text in ["", "night,entries\r\n2026-11-22,5\r\n", "{}", "[]", "{\"nightstand\":\"export\",\"format\":1}"] {
      let refusal = #expect(throws: Refusal.self) { try ImportJSON(Array(text.utf8)) }
      #expect(refusal?.sentence.contains("no export of Nightstand") == true)
    }
    let newer = ExportJSON.head.replacing("\"format\":1", with: "\"format\":2") + "\n]}"
    let refusal = #expect(throws: Refusal.self) { try ImportJSON(Array(newer.utf8)) }
    #expect(refusal?.sentence.contains("newer version") == true)
  }

  @Test func `the schema names every member that is written`() throws {
    let schema = try #require(JSON(Array(ExportSchema.text.utf8)[...]))
    func names(_ definition: JSON?) -> Set<String> { Set(definition?["properties"]?.members?.map(\.name) ?? []) }
    let document = try #require(JSON(sample[...]))
    // One of a record that was not read whole has a member more, which a reader hands on.
    let part = Array((ExportJSON.headOfPart + "\n],\"count\":0}\n").utf8)
    let members = try #require(JSON(part[...])).members.map { Set($0.map(\.name)) }
    #expect(members == names(schema))
    #expect(Set(document.members?.map(\.name) ?? []) == names(schema).subtracting(["whole"]))
    #expect(try !ImportJSON(part).isWhole && ImportJSON(sample).isWhole)
    for element in document["entries"]?.elements ?? [] {
      #expect(Set(element.members?.map(\.name) ?? []) == names(schema["$defs"]?["place"]))
      guard element["entry"]?["v"]?.integer == 1 else { continue }
      let known = names(schema["$defs"]?["entry"])
      #expect(known.isSuperset(of: element["entry"]?.members?.map(\.name) ?? []))
    }
  }
}

/// Tables that any spreadsheet reads and none runs.
@Suite struct `Tables` {
  @Test func `every text stays itself between commas, quotes, lines and scripts`() {
    var samples = Samples()
    for (typed, cell) in [
      ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("π 3 € é 日本", "π 3 € é 日本"),
      ("=1+1", "'=1+1"), ("+49 555", "'+49 555"), ("-2 better", "'-2 better"), ("@here", "'@here"),
      ("\t=x", "'\t=x"), ("'quoted", "''quoted"), ("＝1", "'＝1"), ("a\u{0}\r\u{1B}[2J", "a   [2J"), ("7", "7"),
    ] {
      let entry = samples.record(.symptom("cramp"), [.value: .number(6), .note: .text(typed)], at: "02:15", by: "MK")
      let row = EntriesCSV.rows(Timeline([entry]), of: .night(samples.night))
      #expect(
        row.hasPrefix("2026-11-22,2026-11-23,02:15,2026-11-23T02:15:00.000+01:00,Europe/Berlin,,cramp,,MK,no,6,"),
        "\(row)")
      #expect(row.contains(",\(cell),") && row.hasSuffix("\(entry.id)\r\n"), "\(row)")
    }
  }

  @Test func `date and time are those the clock showed, also where another day has begun elsewhere`() {
    var samples = Samples()
    let row = EntriesCSV.rows(Timeline([samples.event(.turn, at: "00:30")]), of: .night(samples.night))
    #expect(row.hasPrefix("2026-11-22,2026-11-23,00:30,2026-11-23T00:30:00.000+01:00,"), "\(row)")
  }

  @Test func `the heading names every field, and corrections are applied`() {
    var samples = Samples()
    let cramp = samples.record(.symptom("=cmd"), [.value: .number(6)], at: "02:15")
    let turn = samples.event(.turn, at: "03:00")
    let timeline = Timeline([cramp, samples.amend([cramp], [.value: .number(4)]), turn, samples.retract([turn])])
    let rows = EntriesCSV.rows(timeline, of: .plan)
    #expect(rows.split(separator: "\r\n").count == 1)
    #expect(rows.hasPrefix(",2026-11-23,02:15,2026-11-23T02:15:00.000+01:00,Europe/Berlin,,'=cmd,,,yes,4,"), "\(rows)")
    let head = EntriesCSV.head
    // What spreadsheets take as a date and a time, and beside it the moment to the millisecond.
    #expect(head.hasPrefix("\u{FEFF}night,date,time,at,tz,"))
    #expect(head.unicodeScalars.first == "\u{FEFF}")
    for field in Field.allCases where field != .at { #expect(head.contains(",\(field.rawValue),")) }
    let columns = head.split(separator: ",", omittingEmptySubsequences: false).count
    #expect(rows.split(separator: ",", omittingEmptySubsequences: false).count == columns)
  }
}
