public import NightModel
internal import Text

/// The text fields of paper notes, and how the line in them will be read.
extension PaperFeature {
  /// What is typed for paper notes.
  public enum Text: FeatureText, Hashable, Sendable {
    /// Line after line of a night: each is on the disk before the next is typed.
    case line(CivilDate)
    /// The date of another night.
    case anotherNight

    func form(_ c: Context) -> TextForm {
      switch self {
      case .line(let night):
        let paper = paper(night, c)
        let help =
          night == c.tonight
          ? "Time (none: now), what it was, rest. Enter saves; an empty line ends."
          : "A time, what it was, the rest. Enter saves the line; an empty one ends."
        var form = TextForm(
          title: paper.title, label: "A line, as 2310 turn left",
          help: help, limit: Field.noteLimit)
        (form.shortTitle, form.takesStanding) = (PaperFeature.title(night), true)
        (form.nights, form.unfinished) = ([night], .labelled(PaperFeature.title(night)))
        form.aside = { paper.aside(of: $0, c) }
        form.severalLines = { .feature(.paper(.take($0))) }
        return form
      case .anotherNight:
        return TextForm(
          title: "Paper notes of another night",
          label: "Date of its evening, as \(NightWords.dayAndMonth(c.tonight))",
          help: "Also yesterday, or last Tuesday.", limit: TextForm.dateLimit, spelled: .digits, doing: TextForm.go,
          preview: { text in c.times.night(text).fact(NightWords.night) })
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      switch self {
      case .line(let night): line(text, paper(night, c), c)
      case .anotherNight:
        .asking(c.times.night(text)) { night throws(Refusal) in
          guard night <= c.tonight else {
            throw .usage("\(NightWords.fullDay(night)) is still to come; tonight is \(NightWords.fullDay(c.tonight))")
          }
          return .act(.all([.turn(to: .paper(night)), .focus(nil)]))
        }
      }
    }

    /// What a line comes to; an empty one is the end of the paper. One whose words are not known here is asked about.
    private func line(_ text: String, _ paper: PaperFeature, _ c: Context) -> TextReading {
      if text.trimmingSpaces().isEmpty { return .over }
      if c.plan.isClosed { return .refused(Context.closedWords) }
      guard let wrong = paper.sheet(text, c).wrong.first?.result else {
        return .takes(.feature(.paper(.take(text))))
      }
      guard let note = wrong.asNote?.item?.details.text(.note) else {
        return .refused("Not saved: \(wrong.sentence)")
      }
      return .asks(
        .open(.unknownLine(UnknownLine(night: paper.night, text: text, reason: wrong.sentence, words: note))))
    }

    /// The paper notes it was opened from. What was begun is asked about when nothing is shown of it: then nobody wrote it.
    private func paper(_ night: CivilDate, _ c: Context) -> PaperFeature {
      if case .paper(let paper)? = c.opener, paper.night == night { paper } else { PaperFeature(night) }
    }
  }

  /// How the line in the field will be read, or why not, and what was written so far.
  private func aside(of text: String, _ c: Context) -> TextForm.Aside {
    let sheet = sheet(text, c)
    var aside = TextForm.Aside(facts: preview(sheet, c), factRows: 2, log: log(c))
    if sheet.wrong.first?.result.asNote != nil {
      aside.more = [
        SceneItem("as-note", "Save it as a note", digit: 2, .act(.finishWith(.feature(.paper(.takeAsNote(text))))))
      ]
    }
    return aside
  }

  private func preview(_ sheet: PaperNotes.Sheet, _ c: Context) -> [Fact] {
    if let wrong = sheet.wrong.first { return [Fact("not yet:", wrong.result.reason)] }
    let here = sheet.here.first?.result
    guard let draft = sheet.notes.first?.result ?? here, let item = draft.item else {
      return []
    }
    let when = NightWords.moment(item.at, c.clock)
    let by = item.by.map { " · \($0.forDisplay)" } ?? ""
    return [Fact(here == nil ? "reads as:" : "here already:", "\(when)  \(item.words(c.catalogue))\(by)")]
      + sheet.remarks.map { Fact("", "\($0.result.capitalizedFirst).") }
  }
}
