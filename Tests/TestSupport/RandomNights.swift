import NightModel

/// Made-up nights with everything that can stand in one, for property tests.
package struct RandomNights {
  /// What is drawn from.
  package var chance: Chance
  private var count: UInt64 = 0

  /// Nights by a seed.
  package init(seed: UInt64) { chance = Chance(seed: seed) }

  /// The drafts of a night: events, symptoms, checks, pages, notes, and corrections of what stands.
  package mutating func drafts(of night: CivilDate) -> [Draft] {
    var drafts: [Draft] = []
    for _ in 0..<chance.number(in: 0...14) {
      count += 1
      let at = moment(in: night)
      let id = EntryID(milliseconds: at.milliseconds, random: (count, chance.next()))
      let by = chance.one(of: [nil, "MK", "Ä", "mk"])
      let body = drafts.isEmpty || !chance.oneIn(4) ? record(night) : correction(of: drafts, in: night)
      drafts.append(Draft(id: id, partition: .night(night), at: at, by: by, body: body))
    }
    return drafts
  }

  private mutating func moment(in night: CivilDate) -> Instant {
    let minute = chance.number(in: 0...1439)
    let offset = chance.one(of: [60, 120, -570])
    return NightRule.noon.start(of: night, offsetMinutes: offset).adding(minutes: minute)
  }

  private mutating func record(_ night: CivilDate) -> Entry.Body {
    let notes: [FieldValue] = [.text("écrit à la main"), .text("left calf, GRIP"), .text("a\nb"), .text("日本")]
    var details = Details()
    if chance.oneIn(3) { details[.note] = chance.one(of: notes) }
    switch chance.number(in: 0...9) {
    case 0: return .record(.note, Details([.note: chance.one(of: notes)]))
    case 1:
      details[.sol] = .number(chance.number(in: 0...90))
      details[.intoBed] = .moment(moment(in: night))
      details[.outOfBed] = .moment(moment(in: night))
      details[.headache] = .flag(chance.oneIn(2))
      return .record(.diary, details)
    case 2:
      details[.slept] = .number(chance.number(in: 0...600))
      details[.relief] = .flag(chance.oneIn(2))
      return .record(.carer, details)
    case 3, 4:
      details[.state] = chance.oneIn(5) ? nil : .text(chance.one(of: ItemState.ofTheNight).rawValue)
      return .record(.check(item: chance.one(of: ["machine-on", "mouth-care", "own-songs"])), details)
    case 5, 6:
      if chance.oneIn(2) { details[.value] = .number(chance.number(in: 0...10)) }
      return .record(.symptom(chance.one(of: ["cramp", "pain", "of-a-later-version"])), details)
    case 7: return .record(.event(chance.one(of: [.maskOn, .maskOff])), details)
    default:
      let kind = chance.one(of: EventKind.allCases + [.medicine, .medicine])
      if kind == .medicine { details[.what] = .text(chance.one(of: ["Lorazepam", "lorazepam", "Baclofen"])) }
      return .record(.event(kind), details)
    }
  }

  private mutating func correction(of drafts: [Draft], in night: CivilDate) -> Entry.Body {
    let targets = [chance.one(of: drafts)].compactMap(\.id)
    if chance.oneIn(3) { return .retract(of: targets) }
    return .amend(of: targets, chance.oneIn(3) ? [.at: .moment(moment(in: night))] : [.note: .text("corrected")])
  }
}

extension [Draft] {
  /// The entries they would become.
  package var entries: [Entry] {
    enumerated().compactMap { index, draft in
      draft.id.map { id in
        Entry(
          id: id, stamp: Stamp(milliseconds: 1_790_000_000_000 + Int64(index) * 60_000, counter: 0, writer: "random"),
          at: draft.at, by: draft.by, body: draft.body)
      }
    }
  }
}
