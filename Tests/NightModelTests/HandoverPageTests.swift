import TestSupport
import Testing

@testable import NightModel

@Suite struct `From when on a handover counts` {
  /// Who took over (`+AA 21:30`) or left duty (`-AA 06:00`) and when, in their order.
  private func since(_ duty: String, by reader: String?, at now: String = "06:05") -> String {
    var samples = Samples()
    let entries = duty.split(separator: ",").map { words in
      let word = words.split(separator: " ").map(String.init)
      let (kind, by) = (word[0].first, String(word[0].dropFirst()))
      return samples.record(.handover(kind == "+" ? .took : .left), at: word[1], by: by.isEmpty ? nil : by)
    }
    return page(entries, by: reader, at: now)
  }

  private func page(_ entries: [Entry], before: [Entry] = [], by reader: String?, at now: String) -> String {
    let samples = Samples()
    let page = HandoverPage(
      tonight: Night(date: samples.night, entries: entries),
      previous: Night(date: samples.night.adding(days: -1), entries: before), plan: Plan(), catalogue: .standard,
      now: samples.moment(now), by: reader)
    let words =
      switch page.since {
      case .left(let item): "left \(item.by ?? "")"
      case .handover(let item): "\(item.subject == .handover(.took) ? "took" : "off") \(item.by ?? "")"
      case .night: "night"
      }
    return "\(words) \(page.since.moment.time)"
  }

  @Test(arguments: [
    ("+AA 21:30,-AA 06:00", "took AA 21:30"), ("+MK 20:00,+AA 21:30,-AA 06:00", "took AA 21:30"),
    ("+AA 21:30", "took AA 21:30"), ("+AA 21:30,+BB 01:00", "took AA 21:30"),
    ("+AA 21:30,-AA 01:00,+BB 01:10,-BB 06:00", "took AA 21:30"),
    ("+AA 21:30,-AA 01:00,+BB 02:00", "took AA 21:30"),
    // Nobody was on for more than an hour.
    ("+AA 21:30,-AA 01:00,+BB 02:01,-BB 06:00", "took BB 02:01"),
    // AA, who was relieved, leaving says nothing of BB.
    ("+AA 20:00,+BB 21:00,-AA 21:05,+CC 02:00", "took AA 20:00"),
    ("+AA 21:30,-AA 06:00,+MK 06:05", "took AA 21:30"), ("+AA 21:30,-AA 05:00,+MK 05:50,+MK 06:00", "took AA 21:30"),
    ("+AA 20:00,+MK 22:00,+BB 01:00,-BB 06:00", "took BB 01:00"), ("+ 21:30,- 06:00", "took  21:30"),
    // Nobody wrote when AA began.
    ("-AA 06:00", "night 12:00"), ("", "night 12:00"), ("+MK 21:30", "night 12:00"),
    // Whoever reads left duty.
    ("+MK 18:00,-MK 20:00,+AA 21:30,-AA 06:00", "left MK 20:00"),
    ("+AA 21:30,-MK 22:00,-AA 06:00", "left MK 22:00"),
  ])
  func `it is when the unbroken duty of others began, or when the reader left`(duty: String, began: String) {
    #expect(since(duty, by: "MK") == began)
  }

  @Test func `of a reader who is not known everybody is another`() {
    #expect(since("+AA 21:30,+MK 01:00,-MK 06:00", by: nil) == "took AA 21:30")
    #expect(since("+AA 21:30,-AA 23:00,+MK 01:00", by: nil) == "took MK 01:00")
    #expect(since("", by: nil) == "night 12:00")
  }

  @Test func `a duty that began in the night before is counted from there`() {
    var (samples, last) = (Samples(), Samples(writer: "bbbbbbbb", night: "2026-11-21"))
    let before = [last.record(.handover(.took), at: "20:00", by: "AA")]
    let left = [samples.record(.handover(.left), at: "06:00", by: "AA")]
    #expect(page(left, before: before, by: "MK", at: "06:05") == "took AA 20:00")
  }

  @Test func `what could not be done at bedtime is told, beside what is open`() {
    var samples = Samples()
    let entries = ["could-not", "done"].enumerated().map { index, state in
      samples.record(.check(item: ["heels-free", "skin-look"][index]), [.state: .text(state)], at: "22:07")
    }
    let page = HandoverPage(
      tonight: Night(date: samples.night, entries: entries),
      previous: Night(date: samples.night.adding(days: -1), entries: []), plan: Plan(), catalogue: .standard,
      now: samples.moment("06:05"), by: "MK")
    let open = page.sections(clock: .twentyFour, catalogue: .standard).first { $0.title == "Open" }
    let line = open?.blocks.last?.line ?? ""
    #expect(
      line.hasPrefix("bedtime list: ") && line.hasSuffix(" not answered · 1 could not: Heels clear of the mattress"))
  }

  @Test func `a turn written in it is told`() {
    var samples = Samples()
    let entries = [
      samples.record(.handover(.took), at: "21:30", by: "AA"), samples.event(.turn, at: "02:00"),
      samples.record(.handover(.left), at: "06:00", by: "AA"),
    ]
    let page = HandoverPage(
      tonight: Night(date: samples.night, entries: entries),
      previous: Night(date: samples.night.adding(days: -1), entries: []), plan: Plan(), catalogue: .standard,
      now: samples.moment("06:05"), by: "MK")
    let section = page.sections(clock: .twentyFour, catalogue: .standard).first { $0.title.hasPrefix("Since") }
    #expect(section?.title == "Since AA took over, 21:30")
    #expect(section?.blocks.map(\.line) == ["turned 1×"])
  }

  @Test(arguments: Property.seeds(share: 0.5))
  func `it is never in the middle of a duty of others, nor further back than the reader was on`(seed: UInt64) {
    var chance = Chance(seed: seed)
    var (samples, minute) = (Samples(), 0)
    let start = samples.moment("18:00")
    var (entries, kinds): ([Entry], [HandoverKind]) = ([], [])
    for _ in 0..<chance.number(in: 0...8) {
      minute += chance.number(in: 1...100)
      let kind = chance.one(of: [HandoverKind.took, .took, .left])
      let time = start.adding(minutes: minute).time
      kinds.append(kind)
      entries.append(samples.record(.handover(kind), at: "\(time)", by: chance.one(of: ["AA", "BB", "MK"])))
    }
    let now = start.adding(minutes: minute + chance.number(in: 0...90))
    guard now.time >= start.time || now.time < .noon else { return }
    let page = HandoverPage(
      tonight: Night(date: samples.night, entries: entries),
      previous: Night(date: samples.night.adding(days: -1), entries: []), plan: Plan(), catalogue: .standard,
      now: now, by: "MK")
    func isOn(before index: Int) -> (by: String?, off: Instant?) {
      var on: (by: String?, off: Instant?) = (nil, nil)
      for (entry, kind) in zip(entries[..<index], kinds) {
        if kind == .took { on = (entry.by, nil) } else if on.by == entry.by { on = (nil, entry.at) }
      }
      return on
    }
    switch page.since {
    case .left(let item): #expect(item.by == "MK" && item.subject == .handover(.left), "seed \(seed)")
    case .night: break
    case .handover(let item):
      guard let index = entries.firstIndex(where: { $0.id == item.id }) else {
        Issue.record("seed \(seed)")
        return
      }
      #expect(item.by != "MK", "seed \(seed)")
      let (by, off) = isOn(before: index)
      if let off {
        #expect(item.at.minutes(since: off) > 60 || by == nil && entries[index - 1].by == "MK", "seed \(seed)")
      }
      #expect(by == nil || by == "MK", "seed \(seed): \(by ?? "") was on")
    }
  }
}
