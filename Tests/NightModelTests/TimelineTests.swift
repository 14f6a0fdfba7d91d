import TestSupport
import Testing

@testable import NightModel

@Suite struct `What entries come to` {
  @Test func `a correction changes what it names and nothing else, and shows`() throws {
    var samples = Samples()
    let turn = samples.event(.turn, [.side: .text("left"), .note: .text("easy")], at: "23:10")
    let right = samples.amend([turn], [.side: .text("right")])
    let item = try #require(Timeline([right, turn]).items.first)
    #expect(item.details.text(.side) == "right")
    #expect(item.details.text(.note) == "easy")
    #expect(item.isEdited)
    #expect(item.entry == turn)
  }

  @Test func `a correction can blank a field and change time and initials`() throws {
    var samples = Samples()
    let turn = samples.event(.turn, [.side: .text("left")], at: "23:10")
    let change = samples.amend([turn], [.side: nil, .at: .moment(samples.moment("23:00")), .by: .text("TJ")])
    let item = try #require(Timeline([turn, change]).items.first)
    #expect(item.details[.side] == nil)
    #expect(item.at == samples.moment("23:00"))
    #expect(item.by == "TJ")
  }

  @Test func `a correction of a correction wins; one that did not know of it is a second version`() throws {
    var here = Samples(writer: "aaaaaaaa")
    var there = Samples(writer: "bbbbbbbb")
    let cramp = here.record(.symptom("cramp"), [.value: .number(4)], at: "02:00")
    let five = here.amend([cramp], [.value: .number(5)])
    let six = here.amend([cramp, five], [.value: .number(6)])
    #expect(Timeline([cramp, five, six]).items.first?.details.number(.value) == 6)
    #expect(Timeline([cramp, five, six]).items.first?.conflicts.isEmpty == true)

    let seven = there.amend([cramp], [.value: .number(7)])
    let item = try #require(Timeline([cramp, five, six, seven]).items.first)
    #expect(Set(item.conflicts[.value] ?? []) == [.number(6), .number(7)])

    let agreed = here.amend([cramp, five, six, seven], [.value: .number(7)])
    #expect(Timeline([cramp, five, six, seven, agreed]).items.first?.conflicts.isEmpty == true)
  }

  @Test func `corrections of different fields do not conflict`() throws {
    var here = Samples(writer: "aaaaaaaa")
    var there = Samples(writer: "bbbbbbbb")
    let cramp = here.record(.symptom("cramp"), at: "02:00")
    let item = try #require(
      Timeline([cramp, here.amend([cramp], [.value: .number(5)]), there.amend([cramp], [.place: .text("calf")])]).items
        .first)
    #expect(item.conflicts.isEmpty)
    #expect(item.details.number(.value) == 5)
    #expect(item.details.text(.place) == "calf")
  }

  @Test func `taking back hides, taking the taking back back shows again, to any depth`() {
    var samples = Samples()
    let turn = samples.event(.turn, at: "23:10")
    var entries = [turn]
    for depth in 0..<1000 {
      #expect(Timeline(entries).items.isEmpty == (depth % 2 == 1))
      entries.append(samples.retract([entries[entries.count - 1]]))
    }
    #expect(Timeline(entries).all.count == 1)
  }

  @Test func `a retraction never hides a correction it had not seen`() {
    var here = Samples(writer: "aaaaaaaa")
    var there = Samples(writer: "bbbbbbbb")
    let dose = here.event(.medicine, [.what: .text("as labelled")], at: "02:00")
    let seen = here.amend([dose], [.note: .text("half")])
    let unseen = there.amend([dose], [.note: .text("whole")])
    let taken = here.retract([dose, seen])
    #expect(Timeline([dose, seen, taken]).items.isEmpty)
    #expect(Timeline([dose, seen, taken, unseen]).items.first?.details.text(.note) == "whole")
    #expect(Timeline([dose, seen, unseen, here.retract([dose, seen, unseen])]).items.isEmpty)
  }

  @Test func `entries that name each other in a circle, or nothing there is, do no harm`() {
    var samples = Samples()
    let turn = samples.event(.turn, at: "23:10")
    let first = EntryID(milliseconds: 1, random: (1, 1))
    let second = EntryID(milliseconds: 2, random: (2, 2))
    func retraction(_ id: EntryID, _ of: [EntryID]) -> Entry {
      Entry(id: id, stamp: turn.stamp, at: turn.at, body: .retract(of: of))
    }
    let circle = [retraction(first, [second, turn.id]), retraction(second, [first])]
    #expect(Timeline(circle + [turn]).items.count == 1)
    #expect(Timeline([retraction(first, [first, turn.id]), turn]).items.count == 1)
    #expect(Timeline([retraction(first, [second])]).all.isEmpty)
  }

  @Test func `order, doubling and splitting never change the result`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let entries = RandomNight.entries(&chance)
      let expected = Timeline(entries).all
      #expect(Timeline(entries.shuffled(using: &chance)).all == expected, "seed \(seed)")
      #expect(Timeline((entries + entries).shuffled(using: &chance)).all == expected, "seed \(seed)")
      let (one, other) = (entries.filter { _ in chance.oneIn(2) }, entries.shuffled(using: &chance))
      #expect(Timeline(one + other).all == expected, "seed \(seed)")
    }
  }

  @Test func `an item is hidden only while something that stands names it`() {
    for seed in Property.seeds(share: 0.3) {
      var chance = Chance(seed: seed)
      let entries = RandomNight.entries(&chance)
      let timeline = Timeline(entries)
      var named: Set<EntryID> = []
      for entry in entries {
        if case .retract(let of) = entry.body { named.formUnion(of) }
      }
      for item in timeline.all where !named.contains(item.id) { #expect(!item.isRetracted, "seed \(seed)") }
    }
  }
}

/// A random night by two or three writers who correct and take back what they see of each other.
enum RandomNight {
  static func entries(_ chance: inout Chance) -> [Entry] {
    var writers = ["aaaaaaaa", "bbbbbbbb", "cccccccc"].prefix(chance.number(in: 1...3)).map { Samples(writer: $0) }
    var entries: [Entry] = []
    for _ in 0..<chance.number(in: 1...25) {
      let writer = chance.number(in: 0...writers.count - 1)
      let time = ClockTime(hour: chance.number(in: 0...23), minute: chance.number(in: 0...59))?.description ?? ""
      let known = entries.filter { _ in chance.oneIn(3) }
      if known.isEmpty || chance.oneIn(2) {
        let kind = chance.one(of: EventKind.allCases)
        entries.append(writers[writer].event(kind, [.note: .text("\(entries.count)")], at: time))
      } else if chance.oneIn(2) {
        entries.append(writers[writer].amend(known, [.note: .text("amended \(entries.count)")]))
      } else {
        entries.append(writers[writer].retract(known))
      }
    }
    return entries
  }
}

@Suite struct `Versions of an item` {
  @Test func `each change says when, by whom, and what stood before; leaving it as it is is none`() throws {
    var samples = Samples()
    let turn = samples.record(.event(.turn), at: "23:10", by: "MK")
    let left = samples.amend([turn], [.side: .text("left")], at: "07:00", by: "MK")
    let asIs = samples.amend([turn, left], [.asIs: .flag(true)], at: "07:05")
    let back = samples.amend(
      [turn, left, asIs], [.side: .text("back"), .at: .moment(samples.moment("23:20"))], at: "07:10", by: "AB")
    let timeline = Timeline([back, asIs, turn, left])
    let item = try #require(timeline.item(turn.id))
    #expect(item.lastEdit == .init(at: samples.moment("07:10"), by: "AB"))
    let versions = timeline.versions(of: item)
    #expect(versions.map(\.by) == ["MK", "MK", "AB"])
    #expect(versions[1].changes == [.init(field: .side, before: nil, after: .text("left"))])
    #expect(
      versions[2].changes == [
        .init(field: .at, before: .moment(samples.moment("23:10")), after: .moment(samples.moment("23:20"))),
        .init(field: .side, before: .text("left"), after: .text("back")),
      ])
    let accepted = Timeline([turn, samples.amend([turn], [.asIs: .flag(true)])]).items.first
    #expect(accepted?.isAsIs == true && accepted?.isEdited == false && accepted?.isCorrected == false)
  }

  @Test func `what was taken back can be brought back, but not what another entry stands for`() throws {
    var samples = Samples()
    let turn = samples.event(.turn, at: "23:10")
    let moment = samples.event(.moment, at: "01:00")
    let taken = samples.retract([turn])
    let replaced = samples.retract([moment])
    let together = Entry(
      id: replaced.id, stamp: replaced.stamp, at: replaced.at, action: turn.id, body: replaced.body)
    let timeline = Timeline([turn, moment, taken, together])
    #expect(timeline.takenBack.map(\.id) == [turn.id])
    let item = try #require(timeline.item(turn.id))
    let body = try #require(timeline.bringingBack(item))
    let back = samples.retract([taken])
    #expect(body == back.body)
    #expect(Timeline([turn, moment, taken, together, back]).items.map(\.id) == [turn.id])
  }

  /// A check answered three times, each time in place of the one before, as an edit does it.
  private func answeredThrice() -> (entries: [Entry], answers: [Entry]) {
    var samples = Samples()
    var entries: [Entry] = []
    var answers: [Entry] = []
    for state in ["done", "not-needed", "could-not"] {
      let said = samples.record(.check(item: "call-tested"), [.state: .text(state)], at: "22:10", by: "MK")
      let answer = Entry(
        id: said.id, stamp: said.stamp, at: said.at, by: said.by, movedFrom: answers.last?.id, body: said.body)
      entries.append(answer)
      if let before = answers.last {
        let retraction = samples.retract([before])
        entries.append(
          Entry(id: retraction.id, stamp: retraction.stamp, at: retraction.at, action: answer.id, body: retraction.body)
        )
      }
      answers.append(answer)
    }
    return (entries, answers)
  }

  @Test func `an answer said anew tells what each before it said, and none of them is offered again`() throws {
    let (entries, answers) = answeredThrice()
    let timeline = Timeline(entries)
    let item = try #require(timeline.items.first)
    let versions = timeline.versions(of: item)
    #expect(versions.map(\.entry) == answers)
    #expect(versions.map { $0.changes.map(\.after) } == [[], [.text("not-needed")], [.text("could-not")]])
    #expect(!timeline.wasMovedHere(item) && timeline.takenBack.isEmpty)
    var samples = Samples(writer: "bbbbbbbb")
    let taken = Timeline(entries + [samples.retract([answers[2]])])
    #expect(taken.takenBack.map(\.id) == [answers[2].id], "the last can be brought back, and it alone")
  }

  @Test func `entries that say they stand for themselves or for each other have a history that ends`() throws {
    var samples = Samples()
    let (one, other) = (samples.event(.turn, at: "23:10"), samples.event(.suction, at: "23:20"))
    func claiming(_ entry: Entry, _ from: Entry) -> Entry {
      Entry(id: entry.id, stamp: entry.stamp, at: entry.at, by: entry.by, movedFrom: from.id, body: entry.body)
    }
    let alone = Timeline([claiming(one, one)])
    #expect(alone.versions(of: try #require(alone.items.first)).count == 1)
    let both = Timeline([claiming(one, other), claiming(other, one)])
    #expect(both.items.map { both.versions(of: $0).count } == [2, 2])
  }
}
