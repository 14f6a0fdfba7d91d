internal import Text

/// The board in words, the same on every screen and page.
extension Board {
  /// One thing that stands, in parts, because a dark screen lights them differently.
  public struct Cell: Hashable, Sendable {
    /// What it is about, such as `turned`.
    public let label: String
    /// Its time, such as `23:02`.
    public let time: String
    /// What else is known, such as `left (3 h 13)`; may be empty.
    public let rest: String
    /// What may be left out where there is no room.
    public var more = ""

    /// A cell by its parts.
    public init(label: String, time: String, rest: String) {
      (self.label, self.time, self.rest) = (label, time, rest)
    }

    /// All of it as a fact.
    public var fact: Fact { Fact(label, (rest.isEmpty ? time : "\(time) \(rest)") + more) }
  }

  /// What stands tonight, two cells a row, each at a place of its own: a cell is nil while nothing of it is written, so
  /// that nothing moves when it is. `has` is true for what this house can do; what is written nevertheless is told too.
  /// `ages` is false where nothing may change because time passes.
  public func rows(
    now: Instant, clock: ClockStyle, ages: Bool = true, has: (EventKind) -> Bool
  ) -> [[Cell?]] {
    let mask = maskCell(now, clock)
    let suction = cell("suction", last.suction, now, clock, ages: ages)
    let equipment = (has(.maskOn) || mask != nil ? [mask] : []) + (has(.suction) || suction != nil ? [suction] : [])
    return [
      [turnedCell(now, clock, ages: ages), plannedCell(now, clock)], equipment,
      [asWritten("asleep", last.asleep?.at, now, clock), asWritten("awake", last.awake?.at, now, clock)],
    ].filter { !$0.isEmpty }
  }

  /// The lines to be read from across the room: the last turn, the planned one, the mask.
  public func glance(now: Instant, clock: ClockStyle) -> [Fact] {
    [turnedCell(now, clock), plannedCell(now, clock), maskCell(now, clock)].compactMap { $0?.fact }
  }

  private func turnedCell(_ now: Instant, _ clock: ClockStyle, ages: Bool = true) -> Cell? {
    cell("turned", last.turn, now, clock, ages: ages)
  }

  private func plannedCell(_ now: Instant, _ clock: ClockStyle) -> Cell? {
    plannedTurn.map { planned in
      Cell(
        label: "planned", time: NightWords.near(planned.at, now: now, clock), rest: planned.side?.forDisplay ?? "")
    }
  }

  private func maskCell(_ now: Instant, _ clock: ClockStyle) -> Cell? {
    var cell = asWritten(mask?.kind == .maskOff ? "mask off" : "mask on", mask?.at, now, clock)
    cell?.more = maskBefore.map { ", before that \(NightWords.duration($0))" } ?? ""
    return cell
  }

  /// What lasts is told without an age: that it went on is not known.
  private func asWritten(_ label: String, _ at: Instant?, _ now: Instant, _ clock: ClockStyle) -> Cell? {
    at.map { Cell(label: label, time: NightWords.near($0, now: now, clock), rest: "(as written)") }
  }

  private func cell(
    _ label: String, _ item: Item?, _ now: Instant, _ clock: ClockStyle, ages: Bool
  ) -> Cell? {
    item.map { item in
      let age = ages ? NightWords.ago(item.at, now: now) : nil
      return Cell(
        label: label, time: NightWords.near(item.at, now: now, clock),
        rest: [item.details.text(.side)?.forDisplay, age].compactMap(\.self).joined(separator: " "))
    }
  }

  /// What stands besides, in words: a power cut and what else was begun and has no end yet, and where the person is.
  /// `ages` is false where nothing may change because time passes.
  public func standing(now: Instant, clock: ClockStyle, ages: Bool = true) -> [String] {
    func since(_ words: String, _ at: Instant?) -> String? {
      at.map { at in
        let age = ages ? " \(NightWords.ago(at, now: now))" : ""
        return "\(words) \(NightWords.near(at, now: now, clock))\(age)"
      }
    }
    let feed = last.feed?.subject == .event(.feedOn) ? last.feed?.at : nil
    return [
      since("power out", powerOut?.at), away.map { "away: \($0.forDisplay)" }, since("feed started", feed),
      since("caregiver up", carerUp?.at),
    ].compactMap(\.self)
  }

  /// What was last written before tonight and not again since, in words: `before: turned Sun 03:56 right, suction Sun 03:03`;
  /// empty if nothing was. It tells no ages, so what lies on another date than `now` has its day.
  public func beforeWords(now: Instant, clock: ClockStyle) -> String {
    func words(_ label: String, _ again: Item?, _ then: Item?) -> String? {
      guard again == nil, let then else { return nil }
      let day = then.at.date == now.date ? "" : "\(NightWords.weekday(then.at.date)) "
      let side = then.details.text(.side).map { " \($0.forDisplay)" } ?? ""
      return "\(label) \(day)\(clock.words(then.at))\(side)"
    }
    let told = [
      words("turned", last.turn, before.turn), words("suction", last.suction, before.suction),
      words("cough assist", last.coughAssist, before.coughAssist),
    ].compactMap(\.self)
    return told.isEmpty ? "" : "before: \(told.joined(separator: ", "))"
  }

  /// The lines of the board at `now`, the most important first; facts that were not written have none. They tell ages, and
  /// never judge them or say when something may be done again. `ages` is false where nothing may change because time passes.
  public func facts(now: Instant, clock: ClockStyle, ages: Bool = true) -> [Fact] {
    let cells =
      rows(now: now, clock: clock, ages: ages) { _ in false }.joined()
      + [cell("cough assist", last.coughAssist, now, clock, ages: ages)]
    return standing(now: now, clock: clock, ages: ages).map { Fact("", $0) } + cells.compactMap { $0?.fact }
      + medicineFacts(now: now, clock: clock, ages: ages)
      + [beforeWords(now: now, clock: clock)].filter { !$0.isEmpty }.map { Fact("", $0) }
      + duty.facts(now: now, clock: clock, ages: ages)
  }

  /// The lines of the medicines, one each; a medicine of the plan that was never written has none.
  public func medicineFacts(now: Instant, clock: ClockStyle, ages: Bool = true) -> [Fact] {
    medicines.filter(\.isTold).map { medicine in
      let words = [medicine.words(now: now, clock: clock, ages: ages), medicine.gapWords].filter { !$0.isEmpty }
      return Fact("\(medicine.name.forDisplay):", words.joined(separator: ", "))
    }
  }
}
