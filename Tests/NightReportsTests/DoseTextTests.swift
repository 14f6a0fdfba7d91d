import NightModel
import NightReports
import TestSupport
import Testing

@Suite struct `The last dose on paper` {
  @Test func `stands in tonight and in the handover page, however old, written ahead or spelled`() {
    for seed in Property.seeds(share: 0.2) {
      let history = DoseHistory(seed: seed)
      let (plan, date, now) = (Plan(entries: history.plan), Samples().night, history.now)
      let tonight = Night(date: date, entries: history.nights[date] ?? [])
      let previous = Night(date: date.adding(days: -1), entries: history.nights[date.adding(days: -1)] ?? [])
      let question = DoseQuestion(
        tonight: tonight, previous: previous, plan: plan, now: now, clock: now.milliseconds)
      let known = question.map { history.known($0) }
      let page = HandoverPage(
        tonight: tonight, previous: previous, plan: plan, catalogue: .standard, now: now, by: "MK", known: known)
      let texts = [
        TonightText.text(tonight, board: page.board, plan: plan, now: now, catalogue: .standard),
        HandoverText.text(page, night: date, plan: plan, catalogue: .standard),
      ].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      for text in texts {
        for words in history.expected.keys.flatMap(history.words) {
          #expect(text.contains(words), "seed \(seed): \(words) in \(text)")
        }
      }
    }
  }
}
