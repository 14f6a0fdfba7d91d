internal import Text

/// Entries in words: what a list shows, what an undo says it takes back.
extension Item {
  /// The item in a few words, without its time: `turned left`, `Cramp 6, left calf, 10 min`. The catalogue is asked for
  /// only if the item is named in it.
  public func words(_ catalogue: @autoclosure () -> Catalogue) -> String {
    var parts = [headline(catalogue)]
    let spoken = Set(spokenInHeadline)
    for field in subject.fields where !spoken.contains(field) && (field != .times || isOccurrence) {
      if let value = details[field] { parts.append(Self.words(value, of: field)) }
    }
    return parts.joined(separator: ", ").forDisplay
  }

  /// The item with its time, and with its day where it is not tonight's: `02:15 turned left`, `Tue 1 Jan 2030 10:00 Cramp`.
  /// A page is told by its night, whenever it was written.
  public func words(in partition: Partition, plan: Plan, now: Instant, _ catalogue: @autoclosure () -> Catalogue)
    -> String
  {
    let tonight = plan.nightRule.night(of: now)
    let night = if case .night(let night) = partition { night } else { plan.nightRule.night(of: at) }
    let words = words(catalogue())
    if night == tonight { return "\(plan.clock.words(at)) \(words)" }
    if subject.isPage { return "\(words), \(NightWords.night(night))" }
    return "\(NightWords.fullDay(at.date)) \(plan.clock.words(at)) \(words)"
  }

  private var spokenInHeadline: [Field] {
    switch subject {
    case .event(.turn): [.side]
    case .event(.medicine): [.what]
    case .symptom: [.value]
    case .check, .environment: [.state]
    case .note: [.note]
    case .plan: [.to]
    case .handover(.expected): [.who]
    case .handover(.line): [.note]
    case .diary, .carer: subject.fields
    case .event, .handover(.took), .handover(.left): []
    }
  }

  private func headline(_ catalogue: () -> Catalogue) -> String {
    func with(_ lead: String, _ field: Field) -> String { details.text(field).map { "\(lead) \($0)" } ?? lead }
    switch subject {
    case .event(.turn):
      let other = ["back": "turned on the back", "other": "turned some other way"]
      return details.text(.side).flatMap { other[$0] } ?? with("turned", .side)
    case .event(.medicine): return with("medicine", .what)
    case .event(let kind): return kind.words
    case .symptom(let id):
      let name = catalogue().symptom(id)?.label ?? id
      return Grade.words(name, details.number(.value))
    case .check(let item), .environment(let item):
      let label = catalogue().label(ofItem: item)
      return "\(label): \(details.text(.state).map(\.hyphensAsSpaces) ?? "looked at")"
    case .diary: return "morning diary"
    case .carer: return "caregiver's own night"
    case .note: return with("note:", .note)
    case .handover(let kind):
      switch kind {
      case .took: return "took over"
      case .left: return "left duty"
      case .expected: return with("expected:", .who)
      case .line: return with("for whoever comes:", .note)
      }
    case .plan(let key):
      guard let setting = Setting(key) else { return "\(key): \(details.text(.to) ?? "blank again")" }
      return setting.sentence(details.text(.to), catalogue())
    }
  }

  private static func words(_ value: FieldValue, of field: Field) -> String {
    switch field {
    case .minutes:
      if case .number(let minutes) = value { return "\(minutes) min" }
    case .times:
      if case .number(let times) = value { return NightWords.times(times) }
    case .woke:
      if case .flag(let woke) = value { return woke ? "woke the person" : "did not wake the person" }
    case .helped:
      if case .text(let text) = value { return "helped: \(text)" }
    case .source:
      if case .text(let source) = value {
        return source == "seen" ? source : WhoSays.words(ofSource: source)
      }
    case .at, .by, .value, .side, .what, .place, .note, .state, .asIs, .who, .to, .slept, .up, .stretch, .wornOut,
      .relief:
      break
    case .intoBed, .tried, .sol, .wakings, .waso, .finalWake, .tryAfter, .outOfBed, .quality, .rested, .headache, .naps,
      .upBetween, .elsewhere:
      break
    }
    return value.words
  }
}

extension Item {
  /// That it was changed, when last and by whom: `edited 07:12 by MK`, with the day if that was more than a day after;
  /// nil if it was not.
  public func editedWords(_ clock: ClockStyle) -> String? {
    guard isCorrected, let edit = lastEdit else { return nil }
    let isNear = (0..<24 * 60).contains(edit.at.minutes(since: at))
    let day = isNear ? "" : "\(NightWords.day(edit.at.date)) "
    return "edited \(day)\(clock.words(edit.at))" + (edit.by.map { " by \($0.forDisplay)" } ?? "")
  }
}

extension FieldValue {
  /// The same, a time of day as it is shown here.
  public func words(_ clock: ClockStyle) -> String {
    if case .moment(let moment) = self { clock.words(moment) } else { words }
  }

  /// The value by itself: `6`, `yes`, `23:10`, or the text as typed, safe for any terminal.
  public var words: String {
    switch self {
    case .number(let number): "\(number)"
    case .text(let text): text.forDisplay
    case .flag(let flag): flag ? "yes" : "no"
    case .moment(let moment): "\(moment.time)"
    }
  }
}

extension EventKind {
  /// The event in words that fit after a time: `suction`, `let sleep`.
  public var words: String {
    switch self {
    case .moment: "marked this moment"
    case .turn: "turned"
    case .letSleep: "let sleep"
    case .adjust: "adjusted"
    case .coughAssist: "cough assist"
    case .maskOn: "mask on"
    case .maskOff: "mask off"
    case .maskFix: "mask fixed"
    case .maskLeak: "mask leak"
    case .feedOn: "feed on"
    case .feedOff: "feed off"
    case .called: "I was called"
    case .company: "wanted company"
    case .machineBeeped: "machine beeped"
    case .powerOut: "power out"
    case .powerBack: "power back"
    case .woke: "woke"
    case .asleep: "looked asleep"
    case .carerUp: "caregiver up"
    case .carerDown: "caregiver lay down again"
    case .drink: "drink"
    case .medicine, .suction, .toilet: rawValue
    }
  }
}
