import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `The signs below a line of time` {
  /// The rows of the drawing of a night: what is drawn of the mask, and what the signs mean.
  private func rows(_ night: Night, now: Instant?, columns: Int = 70, isASCII: Bool = false) -> (
    mask: String, signs: String
  ) {
    let nothing = Night(date: night.date.adding(days: -1), entries: [])
    let line = NightLine(night, previous: nothing, next: nothing, bounds: .noon, until: now)
    let figure = NightLineFigure(line, hoursInBed: false, catalogue: .standard, clock: .twentyFour, now: now).figure
    let strips = figure.strips(on: Figure.Paper(columns: columns, rows: figure.rows.upperBound, isASCII: isASCII))
    func text(_ strip: Strip?) -> String { String((strip?.cells ?? []).map { $0?.character ?? " " }) }
    return (text(strips.first), text(strips.last))
  }

  @Test func `name what is drawn: a line that goes on as it was written, and one that breaks off`() {
    var samples = Samples()
    let night = Night(date: samples.night, entries: [samples.event(.maskOn, at: "22:50")])
    let tonight = rows(night, now: samples.moment("02:15"))
    #expect(tonight.mask.contains("━╌╌") && !tonight.mask.contains("?"), "\(tonight)")
    #expect(
      tonight.signs.contains("━ on") && tonight.signs.contains("╌ no end written") && !tonight.signs.contains("?"))
    let past = rows(night, now: nil)
    #expect(past.mask.contains("━╌╌?") && past.signs.contains("╌? no end written"), "\(past)")
    let ascii = rows(night, now: samples.moment("02:15"), isASCII: true)
    #expect(ascii.mask.contains("=...") && ascii.signs.contains(". no end written"), "\(ascii)")
  }

  @Test func `name nothing that is not drawn`() {
    var samples = Samples()
    let ended = [samples.event(.maskOn, at: "22:50"), samples.event(.maskOff, at: "23:50")]
    let signs = rows(Night(date: samples.night, entries: ended), now: samples.moment("02:15")).signs
    #expect(signs.contains("━ on") && !signs.contains("no end"), "\(signs)")
  }
}
