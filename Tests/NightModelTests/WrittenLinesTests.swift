import NightModel
import TestSupport
import Testing

@Suite struct `Lines of what was written` {
  private func words(_ entries: [Entry]) -> [String] {
    Night(date: Samples().night, entries: entries).writtenLines(.standard)
      .map { $0.wordsTogether(.standard) ?? $0.items[0].words(.standard) }
  }

  private func answers(_ items: [String], from time: String, by: String, _ samples: inout Samples) -> [Entry] {
    items.enumerated().map { index, item in
      let at = samples.moment(time).adding(minutes: 2 * index).time.description
      return samples.record(.check(item: item), [.state: .text("done")], at: at, by: by)
    }
  }

  @Test func `answers of one checklist given together by one person are one line`() {
    var samples = Samples()
    let bedtime = Catalogue.standard.items(of: .bedtime).prefix(6).map(\.id)
    let morning = Catalogue.standard.items(of: .gettingUp).prefix(2).map(\.id)
    let entries =
      answers(Array(bedtime[..<3]), from: "22:00", by: "MK", &samples) + [samples.event(.maskOn, at: "22:10")]
      + answers(Array(bedtime[3..<5]), from: "22:20", by: "MK", &samples)
      + answers([bedtime[5]], from: "22:30", by: "AA", &samples)
      + answers(morning, from: "07:00", by: "AA", &samples)
    #expect(
      words(entries) == [
        "Bedtime: 3 answered", "mask on", "Bedtime: 2 answered",
        "\(Catalogue.standard.item(bedtime[5])?.label ?? ""): done", "Getting up: 2 answered",
      ])
  }

  @Test func `what could not be done is told with its line, at any width`() {
    var samples = Samples()
    let states = [
      "heels-free": "could-not", "skin-look": "done", "mouth-care": "not-needed", "lights-set": "could-not",
    ]
    func line(_ items: [String]) -> WrittenLine {
      let entries = items.map { item in
        samples.record(.check(item: item), [.state: .text(states[item] ?? "")], at: "22:07")
      }
      return Night(date: samples.night, entries: entries).writtenLines(.standard)[0]
    }
    let one = line(["skin-look", "heels-free", "mouth-care"])
    #expect(one.wordsTogether(.standard) == "Bedtime: 3 answered, 1 could not: Heels clear of the mattress")
    #expect(one.shorterTogether == ["Bedtime: 3 answered, 1 could not", "Bedtime: 1 could not"])
    #expect(
      line(["lights-set", "skin-look", "heels-free"]).wordsTogether(.standard)?.hasPrefix(
        "Bedtime: 3 answered, 2 could not: ") == true)
    #expect(line(["skin-look", "mouth-care"]).shorterTogether == [])
  }

  @Test func `answers an hour apart are lines of their own`() {
    var samples = Samples()
    let items = Catalogue.standard.items(of: .bedtime).prefix(2).map(\.id)
    let entries =
      answers([items[0]], from: "21:00", by: "MK", &samples) + answers([items[1]], from: "22:00", by: "MK", &samples)
    #expect(words(entries).count == 2)
  }
}
