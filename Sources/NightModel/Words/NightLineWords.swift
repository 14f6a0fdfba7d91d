internal import Text

/// A night's line of time in sentences, for line mode and screen readers.
extension NightLine {
  /// What the line shows, a sentence for each row that has anything on it.
  public func sentences(_ catalogue: @autoclosure () -> Catalogue, clock: ClockStyle) -> [String] {
    var sentences: [String] = []
    func tell(_ lead: String, _ parts: [String]) {
      if !parts.isEmpty { sentences.append("\(lead) \(parts.joined(separator: ", ")).") }
    }
    tell("In bed by the diary", inBed.map { [words($0, clock)] } ?? [])
    tell("Mask on", mask.map { words($0, clock) })
    tell("Looked asleep", asleep.map { words($0, clock) })
    tell("Woke at", wakings.map { clock.words($0.at) })
    tell("Turned", turns.map { "\(clock.words($0.at))\($0.details.text(.side).map { " \($0)" } ?? "")" })
    if !symptoms.isEmpty {
      let known = catalogue()
      tell("Symptoms:", symptoms.map { "\(clock.words($0.at)) \($0.symptomWords(known))" })
    }
    tell("Caregiver up", carerUp.map { words($0, clock) })
    for (one, other) in zip(clocks, clocks.dropFirst()) {
      let change = "from UTC\(one.last.offsetText) to UTC\(other.first.offsetText)"
      sentences.append(
        "Between \(clock.words(one.last)) and \(clock.words(other.first)) the clock changed \(change); times between "
          + "things are as they passed.")
    }
    return sentences
  }

  private func words(_ span: Span, _ clock: ClockStyle) -> String {
    func words(_ at: Instant) -> String {
      let day = at.date.daysSince1970 - night.daysSince1970
      if (0...1).contains(day) { return clock.words(at) }
      return day == -1 ? "the day before \(clock.words(at))" : NightWords.moment(at, clock)
    }
    return span.end.map { "\(words(span.start)) to \(words($0))" } ?? "from \(words(span.start)), no end written"
  }
}

extension Item {
  /// A symptom with its grade and nothing more: `Cramp 6`.
  fileprivate func symptomWords(_ catalogue: Catalogue) -> String {
    guard case .symptom(let id) = subject else { return "" }
    let name = catalogue.symptom(id)?.label ?? id.forDisplay
    return Grade.words(name, details.number(.value))
  }
}
