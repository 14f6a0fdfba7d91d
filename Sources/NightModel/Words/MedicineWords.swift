internal import Text

/// A medicine in words: when it was last written, how long ago that is, and by whom. It never says when it may be given
/// again.
extension Board.Medicine {
  /// When it was last written, as far as could be read. A dose ahead of the clock stands beside the last that is not, or
  /// alone; and once the clock has come to its time, the one it was written after stands beside it. `ages` is false where
  /// nothing may change because time passes.
  public func words(now: Instant, clock: ClockStyle, ages: Bool = true) -> String {
    words(now, clock, lead: "last written ", ages)
  }

  private func words(_ now: Instant, _ clock: ClockStyle, lead: String, _ ages: Bool) -> String {
    func told(_ dose: Dose) -> String {
      let age = ages ? " (\(NightWords.age(now.minutes(since: dose.at))))" : ""
      return "\(NightWords.near(dose.at, now: now, clock))\(dose.byWords)\(age)"
    }
    let before = before.map { ", by a clock that ran ahead; before it \(told($0))" } ?? ""
    let last = last.map { "\(lead)\(told($0))\(before)\(asFarAsRead)" }
    let ahead = ahead.map { dose in
      let bound = dose.writtenBefore.map { ", written before \(NightWords.near($0, now: now, clock))" } ?? ""
      let by = dose.byWords.isEmpty ? "" : "\(dose.byWords),"
      let how = dose.isTypedAhead ? "dated ahead" : "by a clock that runs ahead"
      return "\(NightWords.near(dose.at, now: now, clock))\(by) \(how)\(bound)"
    }
    switch (last, ahead) {
    case (let last?, let ahead?): return "\(last); also \(ahead)"
    case (let last?, nil): return last
    case (nil, let ahead?):
      return isLookedFor ? "written \(ahead); looking for the one before" : "written \(ahead)\(asFarAsRead)"
    case (nil, nil) where isLookedFor: return "looking for when it was last written"
    case (nil, nil): return isWhole ? "not written yet" : "not written\(asFarAsRead)"
    }
  }

  /// The same in the parts of a board: its name, the time it was last written, and the rest.
  public func cell(now: Instant, clock: ClockStyle, ages: Bool = true) -> Board.Cell {
    let (words, time) = (words(now, clock, lead: "", ages), last.map { NightWords.near($0.at, now: now, clock) } ?? "")
    let rest = words.hasPrefix(time) ? String(words.dropFirst(time.count)) : words
    return Board.Cell(label: name.forDisplay, time: words.hasPrefix(time) ? time : "", rest: rest.trimmingSpaces())
  }

  /// Its name, its time and its age alone.
  public func shortCell(now: Instant, clock: ClockStyle) -> Board.Cell {
    guard let last, isWhole, ahead == nil else {
      return Board.Cell(label: name.forDisplay, time: "", rest: ageWords(now: now))
    }
    return Board.Cell(
      label: name.forDisplay, time: NightWords.near(last.at, now: now, clock),
      rest: "(\(NightWords.age(now.minutes(since: last.at))))")
  }

  /// The same for columns of a table: when it was last written and by whom, and how long ago; nil where there is more to
  /// say than that.
  public func columns(now: Instant, clock: ClockStyle) -> (written: String, age: String)? {
    guard isWhole, ahead == nil, before == nil, !isLookedFor else { return nil }
    guard let last else { return ("not written yet", "") }
    return ("\(NightWords.near(last.at, now: now, clock))\(last.byWords)", ageWords(now: now))
  }

  /// The label's least time between doses in a column of what the label says.
  public var gapColumn: String { gap.map { Self.between($0.forDisplay) } ?? "" }

  private var asFarAsRead: String { isWhole ? "" : " as far as could be read" }

  /// How long ago it was last written, where there is room for no more.
  public func ageWords(now: Instant) -> String {
    if !isWhole, !isLookedFor { return "not all read" }
    if let last { return "\(NightWords.age(now.minutes(since: last.at))) ago\(ahead == nil ? "" : ", one ahead")" }
    if ahead != nil { return "one ahead" }
    return isLookedFor ? "looking" : "not written"
  }

  /// The label's least time between doses, as typed; empty if it says none.
  public var gapWords: String { gap.map { "label: \(Self.between($0.forDisplay))" } ?? "" }

  /// A plain length of time says what it is of; anything longer is left as it was typed.
  private static func between(_ gap: String) -> String {
    gap.first?.isNumber == true && gap.count <= 8 ? "\(gap) between" : gap
  }
}

extension PlannedMedicine {
  /// All that its label says for one dose, behind its name: `label: 0.5 mg, 8 hours between`; empty where it says nothing.
  /// `known` is what the board tells of it.
  public func labelWords(_ known: Board.Medicine?) -> String {
    let said = [labelBesidesName?.forDisplay ?? "", known?.gapColumn ?? ""].filter { !$0.isEmpty }
    return said.isEmpty ? "" : "label: \(said.joined(separator: ", "))"
  }
}

extension Dose {
  /// ` by MK`; empty if nobody said who.
  fileprivate var byWords: String { by.map { " by \($0.forDisplay)" } ?? "" }
}
